// SPDX-License-Identifier: MIT
#include <array>

#include "transcript/format.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

// Asked in this order: what is unmistakable first, free text last.
constexpr std::array<const FormatRow*, 8> rows = {&vtt_format, &textgrid_format, &chat_format,
                                                  &srt_format, &whatsapp_format, &json_format,
                                                  &csv_format, &text_format};

}  // namespace

const FormatRow* recognise_format(std::string_view head, const Source& source) {
    for (const FormatRow* row : rows)
        if (row->recognise(head, source)) return row;
    return nullptr;
}

const FormatRow& row_of(Format format) {
    for (const FormatRow* row : rows)
        if (row->format == format) return *row;
    return text_format;
}

std::string_view name_of(Format format) {
    return row_of(format).name;
}

std::optional<Format> format_named(std::string_view name) {
    for (const FormatRow* row : rows)
        if (row->name == name || (!name.empty() && row->other_name == name)) return row->format;
    return std::nullopt;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const FormatRow* row : rows) {
        names.emplace_back(row->name);
        if (!row->other_name.empty()) names.emplace_back(row->other_name);
    }
    return names;
}

std::string_view first_line(std::string_view head) {
    head = trimmed(head);
    return trimmed(head.substr(0, head.find('\n')));
}

}  // namespace attune::transcript
