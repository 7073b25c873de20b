# SPDX-License-Identifier: MIT
#
# Run by CPack over what it is about to pack.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    file(GLOB_RECURSE files LIST_DIRECTORIES true ${CPACK_TEMPORARY_DIRECTORY}/*)
    foreach(file ${CPACK_TEMPORARY_DIRECTORY} ${files})
        execute_process(COMMAND touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} ${file}
            COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
endif()
