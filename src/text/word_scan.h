// SPDX-License-Identifier: MIT
//
// One word of a text, folded for look-up. Numbers ("3.5", "7:30", "1,000"), abbreviations ("e.g.", "Dr.",
// "U.S."), web addresses and e-mail addresses are one word each, so that their dots end no sentence.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attune {

struct ScannedWord {
    static constexpr std::size_t longest = 64;  // bytes; a longer word is never known

    std::size_t begin = 0, end = 0;            // in the text
    std::array<char, longest + 1> room;        // room[0] is kept for a leading apostrophe
    std::size_t size = 0;                      // of folded(); 0 when the word is too long or an address
    std::array<std::size_t, 2> apostrophes{};  // offsets of its first and last inner apostrophe
    std::uint8_t apostrophe_count = 0;
    bool stretched = false;  // some letter stands three times or more in a row
    bool capitalised = false;
    bool shouted = false;

    // Lower case, straight apostrophes, no letter more than three times in a row.
    [[nodiscard]] std::string_view folded() const { return {room.data() + 1, size}; }
    // The same with an apostrophe in front: "'cause".
    [[nodiscard]] std::string_view with_apostrophe() {
        room[0] = '\'';
        return {room.data(), size + 1};
    }
};

// Reads the word that starts at `begin` (a letter or a digit stands there). `out` is overwritten.
void scan_word(std::string_view text, std::size_t begin, ScannedWord& out);

// How far an address that has been recognised reaches.
std::size_t end_of_address(std::string_view text, std::size_t at);

}  // namespace attune
