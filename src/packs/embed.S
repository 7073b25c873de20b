// SPDX-License-Identifier: MIT
//
// The shipped packs as read-only data of the program; the build names the files.
    .section .rodata
    .balign 16
    .global attune_pack_blob_begin
    .hidden attune_pack_blob_begin
attune_pack_blob_begin:
    .incbin PACK_BLOB
    .global attune_pack_blob_end
    .hidden attune_pack_blob_end
attune_pack_blob_end:
    .byte 0

    .balign 16
    .global attune_pack_sources_begin
    .hidden attune_pack_sources_begin
attune_pack_sources_begin:
    .incbin PACK_SOURCES
    .global attune_pack_sources_end
    .hidden attune_pack_sources_end
attune_pack_sources_end:
    .byte 0

    .section .note.GNU-stack, "", %progbits
