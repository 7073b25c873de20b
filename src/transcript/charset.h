// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "transcript/bytes.h"

namespace attune::transcript {

// The stream in bytes that UTF-8 may be read from: a byte order mark is taken off; UTF-16 (told by its mark,
// or by a first character that is ASCII) is decoded, lone surrogates to U+FFFD; carriage returns become line
// feeds where the beginning has only the former.
std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes);

// `text` in UTF-8: bytes that are not are taken for Windows-1252.
std::string to_utf8(std::string_view text);
// The same in place, for nothing when it was UTF-8 already.
void mend_utf8(std::string& text);

void append_utf8(std::string& out, char32_t value);

}  // namespace attune::transcript
