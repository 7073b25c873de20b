// SPDX-License-Identifier: MIT
#include "transcript/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "transcript/charset.h"
#include "transcript/clock.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t longest_tag = 200, longest_entity = 10;

struct Entity {
    std::string_view name, text;
};
constexpr std::array<Entity, 9> entities = {{{"amp", "&"},
                                             {"lt", "<"},
                                             {"gt", ">"},
                                             {"quot", "\""},
                                             {"apos", "'"},
                                             {"#39", "'"},
                                             {"nbsp", " "},
                                             {"lrm", ""},
                                             {"rlm", ""}}};

// Appends what the entity at `at` ("&") means and gives its size; 0 when it is none.
std::size_t take_entity(std::string_view text, std::size_t at, std::string& out) {
    const auto end = text.substr(0, at + longest_entity).find(';', at);
    if (end == std::string_view::npos) return 0;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    for (const Entity& entity : entities) {
        if (entity.name != name) continue;
        out += entity.text;
        return end + 1 - at;
    }
    if (!name.starts_with('#')) return 0;
    const bool hex = name.starts_with("#x") || name.starts_with("#X");
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool whole = error == std::errc{} && stop == digits.data() + digits.size() && !digits.empty();
    if (!whole || value < 0x20 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 0;
    append_utf8(out, value);
    return end + 1 - at;
}

void read_entities(std::string_view text, std::string& out) {
    out.clear();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = text[at] == '&' ? take_entity(text, at, out) : 0;
        if (size == 0) out.push_back(text[at]);
        at += size > 0 ? size : 1;
    }
}

// The inside of the tag at `at` ("<" or "{"); empty when it is none: "I <3 you" is not.
std::string_view tag_at(std::string_view text, std::size_t at) {
    const bool style = text.substr(at, 2) == "{\\";
    const auto end = text.substr(0, at + longest_tag).find(style ? '}' : '>', at);
    if (end == std::string_view::npos) return {};
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    if (inside.empty()) return {};
    const bool tag = style || inside[0] == '/' || kind_of(inside[0]) == Byte::letter || clock_at(inside);
    return tag ? inside : std::string_view{};
}

// "v Name", "v.loud.first Name": the name; empty for other tags.
std::string_view voice_of(std::string_view tag) {
    if (!tag.starts_with("v ") && !tag.starts_with("v.") && !tag.starts_with("v\t")) return {};
    const auto blank = tag.find_first_of(" \t");
    return blank == std::string_view::npos ? std::string_view{} : trimmed(tag.substr(blank));
}

}  // namespace

void read_caption(std::string_view payload, const std::function<void(const Caption&)>& give) {
    Caption caption;
    const auto flush = [&] {
        if (!trimmed(caption.text).empty()) give(caption);
        caption.lines_before +=
            static_cast<std::size_t>(std::count(caption.text.begin(), caption.text.end(), '\n'));
        caption.text.clear();
    };
    for (std::size_t at = 0; at < payload.size();) {
        const std::size_t plain = std::min(payload.find_first_of("&<{", at), payload.size());
        caption.text.append(payload.substr(at, plain - at));
        at = plain;
        if (at == payload.size()) break;
        const char c = payload[at];
        if (c == '&') {
            if (const std::size_t size = take_entity(payload, at, caption.text); size > 0) {
                at += size;
                continue;
            }
        } else if (c == '<' || payload.substr(at, 2) == "{\\") {
            if (const std::string_view tag = tag_at(payload, at); !tag.empty()) {
                const std::string_view voice = voice_of(tag);
                if (!voice.empty() || tag == "/v") flush();
                if (!voice.empty()) read_entities(voice, caption.voice);
                if (tag == "/v") caption.voice.clear();
                caption.rolls = caption.rolls || clock_at(tag).has_value();
                at += tag.size() + 2;
                continue;
            }
        }
        caption.text.push_back(c);
        ++at;
    }
    flush();
}

}  // namespace attune::transcript
