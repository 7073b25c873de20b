// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace attune::transcript {

// The text of a caption without its tags (<c>, <i>, <00:01.5>, {\an8}) and with its entities (&amp;)
// resolved.
struct Caption {
    std::string voice;  // of the last <v Name>; empty when there is none
    std::string text;
    std::size_t lines_before = 0;  // how many lines of the payload end before it
    bool rolls = false;            // carries word times: captions that repeat the line before them
};
// Calls `give` for each stretch of `payload` that one voice says; lines stay apart by line feeds.
void read_caption(std::string_view payload, const std::function<void(const Caption&)>& give);

}  // namespace attune::transcript
