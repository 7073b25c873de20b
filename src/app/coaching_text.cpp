// SPDX-License-Identifier: MIT
#include "app/coaching_text.h"

#include <algorithm>

#include "app/word_diff.h"
#include "app/wrap.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::size_t margin = 2;
// Replies up to this many lines are shown whole.
constexpr std::size_t whole_lines = 14;

constexpr std::string_view blanks = " \t\r\n";

// In quotation marks, without what only joined the words to the next ones.
std::string quoted(std::string_view text, std::size_t columns) {
    return '"' + shorten(text.substr(0, text.find_last_not_of(" \t\r\n,;:-") + 1), columns) + '"';
}

// Whether a stretch is all that was said.
bool is_whole(Span span, std::string_view reply) {
    return reply.substr(0, span.begin).find_first_not_of(blanks) == std::string_view::npos &&
           reply.substr(span.end).find_first_not_of(blanks) == std::string_view::npos;
}

// What a finding is called: its kind's title, else its pattern's.
std::string_view title_of(const Knowledge& knowledge, const Finding& finding) {
    const Rule& rule = knowledge.rules()[finding.rule];
    if (rule.kind == RuleKind::pattern && rule.subkind < knowledge.kinds().size()) {
        const auto title = knowledge.text(knowledge.kinds()[rule.subkind].title);
        if (!title.empty()) return title;
    }
    return knowledge.text(knowledge.patterns()[finding.pattern].title);
}

// What is said about one or more stretches of the reply.
struct Note {
    std::vector<Span> spans;
    std::vector<const Finding*> reasons;
};

// Findings that say the same stand together, and so do those about the same words.
std::vector<Note> notes_of(std::span<const Finding* const> flagged) {
    std::vector<Note> notes;
    for (const Finding* finding : flagged) {
        const auto same = std::find_if(notes.begin(), notes.end(), [&](const Note& note) {
            return note.reasons[0]->pattern == finding->pattern && note.reasons[0]->why == finding->why;
        });
        if (same == notes.end())
            notes.push_back({{finding->span}, {finding}});
        else
            same->spans.push_back(finding->span);
    }
    for (std::size_t i = 0; i < notes.size(); ++i)
        for (std::size_t k = i + 1; k < notes.size();) {
            if (notes[k].spans != notes[i].spans) {
                ++k;
                continue;
            }
            notes[i].reasons.push_back(notes[k].reasons[0]);
            notes.erase(notes.begin() + static_cast<std::ptrdiff_t>(k));
        }
    return notes;
}

// Long stretches that go are told by how they begin.
std::vector<DiffWord> shortened(const std::vector<DiffWord>& diff) {
    constexpr std::size_t longest = 6;
    std::vector<DiffWord> out;
    for (std::size_t i = 0; i < diff.size();) {
        std::size_t end = i;
        while (end < diff.size() && diff[end].fate == diff[i].fate) ++end;
        const bool cut = diff[i].fate == DiffWord::Fate::gone && end - i > longest;
        const auto first = diff.begin() + static_cast<std::ptrdiff_t>(i);
        out.insert(out.end(), first, first + static_cast<std::ptrdiff_t>(cut ? longest - 2 : end - i));
        if (cut) out.push_back({"…", DiffWord::Fate::gone});
        i = end;
    }
    return out;
}

// The rewrite with what it leaves out of the draft; empty where that would not tell anything.
std::string show_changes(std::string_view draft, std::string_view text, const Screen& screen) {
    const auto whole = diff_words(draft, text);
    if (!is_worth_comparing(whole)) return {};
    const auto diff = shortened(whole);
    std::string joined;
    for (const DiffWord& word : diff) joined.append(joined.empty() ? "" : " ").append(word.text);
    std::string out;
    std::size_t at = 0;
    for (const LaidLine& line : lay_out(joined, {}, screen.width - 4, false)) {
        out += out.empty() ? "  - " : "    ";
        for (std::size_t begin = 0; begin < line.text.size(); ++at) {
            const std::size_t end = std::min(line.text.find(' ', begin), line.text.size());
            if (at >= diff.size()) return {};  // a word was too wide for the line
            const std::string_view word = std::string_view(line.text).substr(begin, end - begin);
            if (begin > 0) out += ' ';
            out += diff[at].fate == DiffWord::Fate::kept   ? std::string(word)
                   : diff[at].fate == DiffWord::Fate::gone ? screen.in(Ink::gone, word)
                                                           : screen.in(Ink::offer, word);
            begin = end + 1;
        }
        out += '\n';
    }
    return at == diff.size() ? out : std::string{};
}

}  // namespace

std::string sentence_case(std::string_view text) {
    std::string sentence{text};
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    return sentence;
}

std::vector<const Finding*> gravest_first(const Reading& reading, float from) {
    std::vector<const Finding*> flagged;
    for (const Finding& finding : reading.findings)
        if (finding.confidence >= from) flagged.push_back(&finding);
    std::stable_sort(flagged.begin(), flagged.end(), [](const Finding* a, const Finding* b) {
        if (a->severity != b->severity) return a->severity > b->severity;
        return a->confidence > b->confidence;
    });
    return flagged;
}

std::string show_reply(std::string_view reply, std::span<const Finding* const> flagged,
                       const Screen& screen) {
    std::vector<Span> marks;
    for (const Finding* finding : flagged) marks.push_back(finding->span);
    const auto lines = lay_out(reply, marks, screen.width - margin, screen.color);
    if (reply.find_first_not_of(blanks) == std::string_view::npos) return "  (nothing was said)\n";
    const auto is_marked = [&](const LaidLine& line) {
        return !line.marks.empty() || (screen.color && line.text.find('\x1b') != std::string::npos);
    };
    const bool any_marked = std::any_of(lines.begin(), lines.end(), is_marked);
    std::string out;
    bool skipping = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines.size() > whole_lines) {
            const bool near = is_marked(lines[i]) || (i > 0 && is_marked(lines[i - 1])) ||
                              (i + 1 < lines.size() && is_marked(lines[i + 1]));
            if (any_marked ? !near : i + 2 >= whole_lines) {
                if (!skipping) out += "  …\n";
                skipping = true;
                continue;
            }
        }
        skipping = false;
        if (!lines[i].text.empty()) out.append(margin, ' ').append(lines[i].text);
        out += '\n';
        if (!lines[i].marks.empty() && !screen.plain)
            out.append(margin, ' ').append(lines[i].marks).append("\n");
    }
    return out;
}

std::string show_findings(const Knowledge& knowledge, std::string_view reply,
                          std::span<const Finding* const> flagged, const Screen& screen) {
    std::string out;
    for (const Note& note : notes_of(flagged)) {
        const bool whole = is_whole(note.spans[0], reply);  // it stands above; no need to say it twice
        const std::size_t indent = whole ? 2 : 4;
        if (!whole)
            for (const Span span : note.spans)
                out += "  " + screen.in(Ink::miss, quoted(span.of(reply), screen.width - margin - 2)) + "\n";
        for (const Finding* finding : note.reasons)
            out += hang(std::string(indent, ' '),
                        sentence_case(title_of(knowledge, *finding)) + ": " + std::string(finding->why) + ".",
                        indent, screen);
    }
    return out;
}

std::string show_flagged_words(std::string_view reply, std::span<const Finding* const> flagged,
                               const Screen& screen) {
    std::string out;
    for (const Note& note : notes_of(flagged))
        for (const Span span : note.spans)
            out += "  " + screen.in(Ink::miss, quoted(span.of(reply), screen.width - margin - 2)) + "\n";
    return out + hang("  ", "How does this land? :why tells.", 2, screen);
}

std::vector<Keepsake> keepsakes(const Reading& reading, std::span<const Finding* const> flagged,
                                std::size_t at_most) {
    std::vector<const FoundMove*> moves;
    for (const FoundMove& move : reading.moves) {
        const bool touched = std::any_of(flagged.begin(), flagged.end(), [&](const Finding* finding) {
            return finding->span.overlaps(move.span);
        });
        if (move.confidence >= flagged_from && !touched) moves.push_back(&move);
    }
    std::stable_sort(moves.begin(), moves.end(),
                     [](const FoundMove* a, const FoundMove* b) { return a->confidence > b->confidence; });
    std::vector<Keepsake> kept;
    for (const FoundMove* move : moves) {
        const auto place = std::find_if(kept.begin(), kept.end(),
                                        [&](const Keepsake& k) { return k.span.overlaps(move->span); });
        if (place != kept.end()) {
            const bool known = std::any_of(place->moves.begin(), place->moves.end(),
                                           [&](const FoundMove* other) { return other->move == move->move; });
            if (!known && place->moves.size() < 2) place->moves.push_back(move);
            place->span = {std::min(place->span.begin, move->span.begin),
                           std::max(place->span.end, move->span.end)};
        } else if (kept.size() < at_most) {
            kept.push_back({move->span, {move}});
        }
    }
    return kept;
}

std::string show_keepsake(const Knowledge& knowledge, std::string_view reply, const Keepsake& keepsake,
                          const Screen& screen) {
    std::string does;
    for (const FoundMove* move : keepsake.moves) {
        const auto why = knowledge.text(knowledge.rules()[move->rule].why);
        const auto own = why.empty() ? knowledge.text(knowledge.moves()[move->move].why) : why;
        if (own.empty() || does.find(own) != std::string::npos) continue;
        if (!does.empty()) does += ", and ";
        does += own;
    }
    return "  " + screen.in(Ink::keep, quoted(keepsake.span.of(reply), screen.width - margin - 2)) + "\n" +
           (does.empty() ? "" : hang("    ", sentence_case(does) + ".", 4, screen));
}

std::string show_rewrite(const Rewrite& rewrite, std::string_view draft, const Screen& screen) {
    std::string out;
    if (screen.color && rewrite.kind != Rewrite::Kind::rebuild)
        out = show_changes(draft, rewrite.text, screen);
    if (out.empty())
        for (const LaidLine& line : lay_out(rewrite.text, {}, screen.width - 4, false))
            out += (out.empty() ? "  - " : "    ") + screen.in(Ink::offer, line.text) + "\n";
    if (rewrite.does.empty()) return out;
    for (const LaidLine& line : lay_out(rewrite.does, {}, screen.width - 6, false))
        out += "      " + screen.in(Ink::faint, line.text) + "\n";
    return out;
}

std::string_view clean_line(const Reading& reading) {
    const bool moved = std::any_of(reading.moves.begin(), reading.moves.end(),
                                   [](const FoundMove& move) { return move.confidence >= flagged_from; });
    if (reading.level >= 5) return "This meets them fully: the feeling and the reason for it are both heard.";
    if (reading.level == 4) return "This meets them: they can tell that they were heard.";
    if (moved) return "This stays with them.";
    if (reading.statement.asked)
        return "They asked, so ideas are welcome here. A word for how it is would add to them.";
    if (reading.statement.low_stakes) return "A light moment, and a light touch is enough.";
    return "Nothing here pushes them away. Naming what they may feel would bring it closer.";
}

std::string show_safety_card(const Knowledge& knowledge, std::string_view region, const Screen& screen) {
    std::string out;
    for (const SafetyLine& line : knowledge.safety_lines()) {
        const auto place = knowledge.text(line.region);
        if (place.empty() || place == region) out += hang("  ", knowledge.text(line.text), 2, screen);
    }
    return out;
}

}  // namespace attune
