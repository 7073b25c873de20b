// SPDX-License-Identifier: MIT
#include "transcript/file_name.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace attune::transcript {
namespace {

constexpr std::array<std::string_view, 2> packed = {".gz", ".zst"};
constexpr std::array<std::string_view, 11> spoken = {
    ".txt", ".vtt", ".srt", ".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".cha", ".textgrid", ".md"};

std::string_view name_of_file(std::string_view path) {
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

// The ending of a name with its dot; a dot that begins the name begins no ending.
std::string_view ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot);
}

bool is_among(const auto& endings, std::string_view ending) {
    return std::find(endings.begin(), endings.end(), to_lower(ending)) != endings.end();
}

std::string_view unpacked(std::string_view name) {
    const std::string_view ending = ending_of(name);
    return is_among(packed, ending) ? name.substr(0, name.size() - ending.size()) : name;
}

}  // namespace

std::string stem_of(std::string_view path) {
    const std::string_view name = unpacked(name_of_file(path)), ending = ending_of(name);
    return std::string(is_among(spoken, ending) ? name.substr(0, name.size() - ending.size()) : name);
}

bool has_transcript_ending(std::string_view path) {
    const std::string_view ending = ending_of(unpacked(name_of_file(path)));
    return ending.empty() || is_among(spoken, ending);
}

}  // namespace attune::transcript
