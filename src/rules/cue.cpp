// SPDX-License-Identifier: MIT
//
// A recursive-descent reader. The grammar, loosest first:
//
//   choice   = sequence { "|" sequence }
//   sequence = item { item }
//   item     = atom [ "~N" atom ] | "..N"
//   atom     = word | {class} | * | !word | !{class} | !( word | {class} … ) | ( choice ) | [ choice ] | mark
#include "rules/cue.h"

#include <array>
#include <utility>

#include "text/utf8.h"

namespace attune {
namespace {

constexpr int deepest = 32;
constexpr int widest_gap = 9;

struct NamedMark {
    std::string_view written;
    Mark mark;
};
constexpr std::array<NamedMark, 5> named_marks = {{{"<clause>", Mark::clause_start},
                                                   {"<order>", Mark::order},
                                                   {"<own-story>", Mark::own_story},
                                                   {"<start>", Mark::reply_start},
                                                   {"<end>", Mark::reply_end}}};

bool is_word_byte(char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '\'' ||
           u >= 0x80;
}

std::string straighten(std::string_view word) {
    std::string out = to_lower(word);
    for (const std::string_view curly : {"\u2019", "\u2018"})
        for (std::size_t at; (at = out.find(curly)) != std::string::npos;) out.replace(at, curly.size(), "'");
    return out;
}

CueNode any_word() {
    CueNode node;
    node.kind = CueNode::Kind::any_word;
    return node;
}

CueNode optional(CueNode part) {
    CueNode node;
    node.kind = CueNode::Kind::optional;
    node.parts.push_back(std::move(part));
    return node;
}

void append_gap(CueNode& sequence, int width) {
    for (int i = 0; i < width; ++i) sequence.parts.push_back(optional(any_word()));
}

class Parser {
  public:
    Parser(std::string_view text, const CueNames& names) : text_(text), names_(names) {}

    std::variant<CueNode, CueError> parse() {
        try {
            CueNode cue = choice(0);
            skip_space();
            if (at_ < text_.size())
                fail(at_, at_ + 1, "nothing opened this bracket", "take it out, or open it");
            return cue;
        } catch (CueError& error) {
            return std::move(error);
        }
    }

  private:
    // Used inside the parser only; parse() turns it into a value.
    [[noreturn]] static void fail(std::size_t begin, std::size_t end, std::string message,
                                  std::string help = {}) {
        throw CueError{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(message),
                       std::move(help)};
    }

    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    }
    [[nodiscard]] bool next_is(std::string_view s) const { return text_.substr(at_).starts_with(s); }
    [[nodiscard]] bool at_end() {
        skip_space();
        return at_ >= text_.size() || text_[at_] == ')' || text_[at_] == ']' || text_[at_] == '|';
    }

    CueNode choice(int depth) {
        if (depth > deepest) fail(at_, at_ + 1, "brackets nest too deep", "split the cue into several");
        CueNode node;
        node.kind = CueNode::Kind::choice;
        node.parts.push_back(sequence(depth));
        for (skip_space(); next_is("|"); skip_space()) {
            ++at_;
            node.parts.push_back(sequence(depth));
        }
        return node.parts.size() == 1 ? std::move(node.parts.front()) : node;
    }

    CueNode sequence(int depth) {
        CueNode node;
        const std::size_t start = at_;
        while (!at_end()) {
            if (next_is(".."))
                append_gap(node, number_after("..", "a gap"));
            else
                item(node, depth);
        }
        if (node.parts.empty())
            fail(start, std::max(at_, start + 1), "nothing stands here",
                 "write a word, or take the bracket or `|` out");
        return node;
    }

    void item(CueNode& sequence, int depth) {
        const std::size_t left_begin = sequence.parts.size();
        atom(sequence, depth);
        if (skip_space(); !next_is("~")) return;
        const int width = number_after("~", "`~`");
        if (at_end()) fail(at_, at_ + 1, "nothing stands after `~`", "write what is to be near");
        CueNode left, right;
        left.parts.assign(sequence.parts.begin() + static_cast<std::ptrdiff_t>(left_begin),
                          sequence.parts.end());
        sequence.parts.resize(left_begin);
        atom(right, depth);
        CueNode there, back, either;
        there.parts.push_back(left);
        append_gap(there, width);
        there.parts.push_back(right);
        back.parts.push_back(std::move(right));
        append_gap(back, width);
        back.parts.push_back(std::move(left));
        either.kind = CueNode::Kind::choice;
        either.parts.push_back(std::move(there));
        either.parts.push_back(std::move(back));
        sequence.parts.push_back(std::move(either));
    }

    int number_after(std::string_view mark, std::string_view what) {
        const std::size_t start = at_;
        at_ += mark.size();
        int value = 0;
        std::size_t digits = 0;
        for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && digits < 3; ++at_, ++digits)
            value = value * 10 + (text_[at_] - '0');
        if (digits == 0 || value < 1 || value > widest_gap)
            fail(start, std::max(at_, start + mark.size()), std::string(what) + " needs a number from 1 to 9",
                 "write `" + std::string(mark) + "3` for up to three words");
        return value;
    }

    void atom(CueNode& sequence, int depth) {
        const char c = text_[at_];
        if (is_word_byte(c)) return words(sequence);
        switch (c) {
            case '{':
                sequence.parts.push_back(word_class());
                return;
            case '*':
                ++at_;
                sequence.parts.push_back(any_word());
                return;
            case '!':
                sequence.parts.push_back(none_of());
                return;
            case '(':
                sequence.parts.push_back(bracketed(')', depth));
                return;
            case '[':
                sequence.parts.push_back(optional(bracketed(']', depth)));
                return;
            case '-':
                ++at_;
                return;  // "well-being" is two words
            default:
                sequence.parts.push_back(mark());
                return;
        }
    }

    CueNode bracketed(char close, int depth) {
        const std::size_t open = at_++;
        CueNode inner = choice(depth + 1);
        skip_space();
        if (at_ >= text_.size() || text_[at_] != close)
            fail(open, open + 1, "this bracket is never closed",
                 std::string("close it with `") + close + "`");
        ++at_;
        return inner;
    }

    CueNode mark() {
        CueNode node;
        node.kind = CueNode::Kind::mark;
        if (next_is("$?")) return at_ += 2, node.mark = Mark::asked, node;
        for (const auto& [written, m] : named_marks)
            if (next_is(written)) return at_ += written.size(), node.mark = m, node;
        switch (text_[at_]) {
            case '^':
                return ++at_, node.mark = Mark::sentence_start, node;
            case '$':
                return ++at_, node.mark = Mark::sentence_end, node;
            case '.':
                return ++at_, node.mark = Mark::full_stop, node;
            case ',':
                return ++at_, node.mark = Mark::comma, node;
            default:
                break;
        }
        std::size_t end = at_ + 1;
        if (text_[at_] == '<') {
            end = std::min(text_.find('>', at_), text_.size() - 1) + 1;
            fail(at_, end, "no such mark", "there are <clause>, <order>, <own-story>, <start> and <end>");
        }
        if (text_[at_] == '?') fail(at_, end, "a question mark is written `$?`", "");
        fail(at_, end, "this cannot stand in a cue", "data/README.md lists what can");
    }

    void words(CueNode& sequence) {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
        for (const WordId word : meaning(start)) {
            CueNode node;
            node.kind = CueNode::Kind::word;
            node.word = word;
            sequence.parts.push_back(std::move(node));
        }
    }

    std::vector<WordId> meaning(std::size_t start) {
        auto found = names_.words(straighten(text_.substr(start, at_ - start)));
        if (found.empty()) fail(start, at_, "this is not a word", "write letters, digits and apostrophes");
        return found;
    }

    CueNode word_class() {
        const std::size_t start = at_;
        const std::size_t end = text_.find('}', at_);
        if (end == std::string_view::npos)
            fail(start, text_.size(), "this brace is never closed", "close it with `}`");
        const auto name = text_.substr(start + 1, end - start - 1);
        at_ = end + 1;
        const auto index = names_.word_class(name);
        if (!index) {
            const auto near = names_.suggest_class(name);
            fail(start, at_, "unknown class `" + std::string(name) + "`",
                 near.empty() ? "classes live in lexicon/" : "did you mean `" + near + "`?");
        }
        CueNode node;
        node.kind = CueNode::Kind::word_class;
        node.word_class = *index;
        return node;
    }

    CueNode none_of() {
        const std::size_t start = at_++;
        CueNode node;
        node.kind = CueNode::Kind::none_of;
        const bool list = next_is("(");
        if (list) ++at_;
        do {
            skip_space();
            if (at_ >= text_.size()) break;
            const std::size_t before = node.parts.size(), from = at_;
            if (text_[at_] == '{')
                node.parts.push_back(word_class());
            else if (is_word_byte(text_[at_]))
                words(node);
            if (node.parts.size() != before + 1)
                fail(from, std::max(at_, from + 1), "`!` takes single words and classes",
                     "write `!word`, `!{class}` or `!(a | {b})`");
            skip_space();
        } while (list && next_is("|") && ++at_);
        if (node.parts.empty())
            fail(start, start + 1, "nothing stands after `!`", "write `!word`, `!{class}` or `!(a | {b})`");
        if (list) {
            if (at_ < text_.size() && text_[at_] != ')')
                fail(at_, at_ + 1, "`!` takes single words and classes", "put `|` between them");
            if (at_ >= text_.size()) fail(start, at_, "this bracket is never closed", "close it with `)`");
            ++at_;
        }
        return node;
    }

    std::string_view text_;
    const CueNames& names_;
    std::size_t at_ = 0;
};

}  // namespace

std::variant<CueNode, CueError> parse_cue(std::string_view text, const CueNames& names) {
    return Parser(text, names).parse();
}

}  // namespace attune
