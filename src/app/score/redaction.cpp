// SPDX-License-Identifier: MIT
//
// The text is cut at blanks into pieces, and each piece stripped of the marks around it. A piece is blanked
// for what it looks like: a mail address, a link, digits in the shape of a date or a telephone number (which
// may go on over several pieces), a month beside a number, a year. What is left are words. A word is a name
// when a speaker bears it, when a title stands before it, when it is capitalised inside a sentence, and at
// the start of one when it is capitalised and no word the packs know. Blanks of one kind in a row become one.
#include "app/score/redaction.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/chars.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::array<std::string_view, 14> roles = {
    "client", "therapist", "counselor", "counsellor", "coach",    "helper",  "listener",
    "seeker", "supporter", "speaker",   "patient",    "provider", "visitor", "caller"};
constexpr std::array<std::string_view, 8> titles = {"mr", "mrs", "ms", "miss", "dr", "prof", "aunt", "uncle"};
constexpr std::array<std::string_view, 21> months = {
    "january", "february",  "march",   "april",    "may",      "june", "july",
    "august",  "september", "october", "november", "december", "jan",  "feb",
    "apr",     "aug",       "sept",    "sep",      "oct",      "nov",  "dec"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

bool holds(const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) {
    return kind_of(c) == Byte::digit;
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

bool only(std::string_view text, std::string_view marks) {
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_digit(c) || marks.find(c) != marks.npos; });
}

// What stands between two blanks.
struct Piece {
    std::size_t begin = 0, end = 0;  // with the marks around it
    std::string_view core;           // without them
    std::string folded;              // the core in lower case, straight apostrophes, no possessive
    bool capital = false, shouted = false, ends_sentence = false;
};

bool is_core_byte(char c) {
    return is_alnum(c) || kind_of(c) == Byte::high || c == '+' || c == '@';
}

std::string fold_word(std::string_view word) {
    constexpr std::string_view curly = "’";
    const std::string lower = to_lower(word);
    std::string folded;
    for (std::size_t at = 0; at < lower.size();) {
        const bool apostrophe = std::string_view(lower).substr(at).starts_with(curly);
        folded.push_back(apostrophe ? '\'' : lower[at]);
        at += apostrophe ? curly.size() : 1;
    }
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    return folded;
}

std::vector<Piece> cut_pieces(std::string_view text) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        Piece piece;
        piece.begin = at;
        while (at < text.size() && !is_blank(text[at])) ++at;
        piece.end = at;
        std::size_t first = piece.begin, last = piece.end;
        while (first < last && !is_core_byte(text[first])) ++first;
        while (last > first && !is_core_byte(text[last - 1])) --last;
        piece.core = text.substr(first, last - first);
        piece.folded = fold_word(piece.core);
        const std::string_view tail = text.substr(last, piece.end - last);
        piece.ends_sentence = tail.find_first_of(".!?") != tail.npos;
        if (!piece.core.empty()) {
            const CodePoint letter = decode_utf8(piece.core, 0);
            piece.capital = to_lower(piece.core.substr(0, letter.size)) != piece.core.substr(0, letter.size);
            piece.shouted =
                piece.core.size() > 1 && std::none_of(piece.core.begin(), piece.core.end(),
                                                      [](char c) { return c >= 'a' && c <= 'z'; });
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

bool is_mail(std::string_view core) {
    return core.find('@') != core.npos;
}

bool is_link(const std::string& folded) {
    return folded.find("://") != folded.npos || folded.starts_with("www.") ||
           folded.find(".com") != folded.npos;
}

// 12.3.2020, 2020-03-12, 3/12
bool is_date(std::string_view core) {
    if (!only(core, "./-") || core.size() > 10) return false;
    const auto marks = core.size() - count_digits(core);
    return marks == 2 || (marks == 1 && core.find('/') != core.npos);
}

bool is_year(std::string_view core) {
    return core.size() == 4 && only(core, "") && (core.starts_with("19") || core.starts_with("20"));
}

// 3, 3rd
bool is_day(const std::string& folded) {
    const auto digits = count_digits(folded);
    if (digits == 0 || digits > 2) return false;
    const std::string_view rest = std::string_view(folded).substr(digits);
    return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
}

bool is_phone_part(std::string_view core) {
    return count_digits(core) > 0 && only(core, "+()-./");
}

enum class Blank : std::uint8_t { none, name, phone, mail, link, date };
constexpr std::string_view blank_words[] = {"", "[name]", "[phone]", "[mail]", "[link]", "[date]"};

void find_dates(const std::vector<Piece>& pieces, std::vector<Blank>& blanks) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (is_date(pieces[i].core) || is_year(pieces[i].core)) blanks[i] = Blank::date;
        if (!pieces[i].capital || !holds(months, pieces[i].folded)) continue;
        const bool after =
            i + 1 < pieces.size() && (is_day(pieces[i + 1].folded) || is_year(pieces[i + 1].core));
        const bool before = i > 0 && is_day(pieces[i - 1].folded);
        const bool of = i > 1 && pieces[i - 1].folded == "of" && is_day(pieces[i - 2].folded);
        if (!after && !before && !of) continue;
        blanks[i] = Blank::date;
        if (after) blanks[i + 1] = Blank::date;
        if (before || of) blanks[i - 1] = Blank::date;
        if (of) blanks[i - 2] = Blank::date;
    }
}

void find_phones(const std::vector<Piece>& pieces, std::vector<Blank>& blanks) {
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t last = i, digits = 0;
        while (last < pieces.size() && blanks[last] == Blank::none && is_phone_part(pieces[last].core))
            digits += count_digits(pieces[last++].core);
        if (digits >= 7)
            std::fill(blanks.begin() + static_cast<std::ptrdiff_t>(i),
                      blanks.begin() + static_cast<std::ptrdiff_t>(last), Blank::phone);
        i = std::max(last, i + 1);
    }
}

}  // namespace

Redaction::Redaction(std::span<const std::string> speakers, const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
    for (const std::string& speaker : speakers)
        for (const Piece& piece : cut_pieces(speaker))
            if (count_code_points(piece.folded) > 1 && !holds(roles, piece.folded))
                names_.push_back(piece.folded);
}

std::string Redaction::apply(std::string_view text) const {
    const std::vector<Piece> pieces = cut_pieces(text);
    std::vector<Blank> blanks(pieces.size(), Blank::none);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (is_mail(pieces[i].core)) blanks[i] = Blank::mail;
        if (is_link(pieces[i].folded)) blanks[i] = Blank::link;
    }
    find_dates(pieces, blanks);
    find_phones(pieces, blanks);
    bool starts = true, titled = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (blanks[i] == Blank::none && !piece.core.empty()) {
            // "I", "I'm", and the parts of "Anna-Lena" as one.
            const bool own = piece.folded == "i" || piece.folded.starts_with("i'");
            const bool known = piece.folded.size() <= 64 && vocabulary_.find(piece.folded) != nullptr;
            const bool everyday = own || holds(weekdays, piece.folded) || holds(months, piece.folded) ||
                                  holds(titles, piece.folded);
            const bool borne = holds(names_, piece.folded) && (piece.capital || !known);
            const bool foreign = piece.capital && !everyday && (starts || piece.shouted ? !known : true);
            if (borne || foreign || (titled && piece.capital && !own)) blanks[i] = Blank::name;
        }
        titled = holds(titles, piece.folded);
        starts = piece.ends_sentence && !titled;
    }
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (blanks[i] == Blank::none) continue;
        const auto core = static_cast<std::size_t>(pieces[i].core.data() - text.data());
        if (i == 0 || blanks[i - 1] != blanks[i]) {
            out.append(text, at, core - at);
            out.append(blank_words[static_cast<std::size_t>(blanks[i])]);
        }
        at = core + pieces[i].core.size();
    }
    out.append(text, at);
    return out;
}

}  // namespace attune
