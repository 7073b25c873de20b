// SPDX-License-Identifier: MIT
//
// One pass, one switch on the first byte of what comes next. A word is folded into a small buffer and looked
// up: the whole surface first, then its stem and contraction ending, then with stretched letters squeezed to
// two and to one. Nothing is allocated but room for the tokens; each byte is looked at a bounded number of
// times.
#include "text/tokens.h"

#include <algorithm>
#include <array>

#include "text/chars.h"
#include "text/contractions.h"
#include "text/grammar.h"
#include "text/keywords.h"
#include "text/utf8.h"
#include "text/word_scan.h"

namespace attune {
namespace {

class Tokenizer {
  public:
    Tokenizer(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out)
        : text_(text), vocabulary_(vocabulary), out_(out) {}

    void run() {
        while (at_ < text_.size()) {
            switch (kind_of(text_[at_])) {
                case Byte::space:
                    ++at_;
                    break;
                case Byte::line_break:
                    line_break();
                    break;
                case Byte::letter:
                case Byte::digit:
                    word(at_);
                    break;
                case Byte::high:
                    wide();
                    break;
                case Byte::other:
                    mark();
                    break;
            }
        }
    }

  private:
    void add(TokenKind kind, std::size_t size) {
        add_part(at_, at_ + size, unknown_word, kind, 0);
        at_ += size;
    }
    void add_part(std::size_t begin, std::size_t end, WordId id, TokenKind kind, unsigned flags) {
        if (kind == TokenKind::word && !out_.empty() && out_.back().word == key::its) read_its(id);
        out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), id, kind,
                        static_cast<std::uint8_t>(flags)});
    }

    // "its ok", "its not fair": the token before is "it is", written without its apostrophe, where nothing
    // that "it" could own comes next. "Its own", "its tail" and, in the middle of a sentence, "its good side"
    // own something.
    void read_its(WordId next) {
        constexpr std::uint64_t said_of_it = grammar::adjective | grammar::feeling | grammar::light |
                                             grammar::filler | grammar::possessives | grammar::verb_ing |
                                             grammar::be;
        const std::uint64_t g = vocabulary_.grammar(next);
        const bool surely = g & (grammar::determiner | grammar::negator | grammar::adverb);
        if (!surely && !((g & said_of_it) && its_begins())) return;
        Token is = out_.back();
        out_.back().word = key::it;
        is.word = key::is;
        is.flags = static_cast<std::uint8_t>(is.flags | continues);
        out_.push_back(is);
    }
    [[nodiscard]] bool its_begins() const {
        if (out_.size() == 1) return true;
        const Token& before = out_[out_.size() - 2];
        return !before.is_word() ||
               (vocabulary_.grammar(before.word) & (grammar::coordinator | grammar::filler));
    }

    void line_break() {
        std::size_t end = at_ + 1;
        for (std::size_t i = end; i < text_.size() && is_blank(text_[i]); ++i)
            if (kind_of(text_[i]) == Byte::line_break) end = i + 1;
        add(TokenKind::newline, end - at_);
    }

    // ---- words

    void word(std::size_t begin) {
        scan_word(text_, begin, scanned_);
        add_word();
        at_ = scanned_.end;
    }

    void add_word() {
        unsigned flags = 0;
        if (scanned_.capitalised) flags |= capitalised;
        if (scanned_.shouted) flags |= shouted;
        const std::string_view surface = scanned_.folded();
        if (surface.empty()) {
            add_part(scanned_.begin, scanned_.end, unknown_word, TokenKind::word, flags);
            return;
        }
        if (add_known(surface, flags)) return;
        if (surface == "xd") {
            add_part(scanned_.begin, scanned_.end, unknown_word, TokenKind::emoji, 0);
            return;
        }
        if (scanned_.stretched && (add_squeezed(2, flags) || add_squeezed(1, flags))) return;
        // A light stretch at the end: "soo", "youu", "yeahh".
        const std::size_t n = surface.size();
        if (n >= 3 && surface[n - 1] == surface[n - 2] &&
            std::string_view("ouyh").find(surface.back()) != std::string_view::npos &&
            add_known(surface.substr(0, n - 1), flags | stretched))
            return;
        add_unknown(surface, flags);
    }

    // Runs of three or more letters cut to `keep`.
    bool add_squeezed(std::size_t keep, unsigned flags) {
        std::array<char, ScannedWord::longest> room;
        std::size_t size = 0;
        const std::string_view surface = scanned_.folded();
        for (std::size_t i = 0; i < surface.size();) {
            std::size_t run = 1;
            while (i + run < surface.size() && surface[i + run] == surface[i]) ++run;
            const bool letter = kind_of(surface[i]) == Byte::letter;
            const std::size_t kept = run >= 3 && letter ? keep : run;
            for (std::size_t k = 0; k < kept; ++k) room[size++] = surface[i];
            i += run;
        }
        return add_known({room.data(), size}, flags | stretched);
    }

    // Where the part that begins with an inner apostrophe starts; "n't" takes its n along.
    [[nodiscard]] std::size_t cut_before(std::size_t apostrophe) const {
        const bool nt =
            apostrophe > scanned_.begin + 1 && fold(text_[apostrophe - 1]) == 'n' &&
            fold(text_[std::min(scanned_.end - 1, apostrophe + (text_[apostrophe] == '\'' ? 1U : 3U))]) ==
                't';
        return nt ? apostrophe - 1 : apostrophe;
    }

    bool add_known(std::string_view surface, unsigned flags) {
        if (const SurfaceEntry* entry = vocabulary_.find(surface)) {
            add_entry(*entry, scanned_.begin, scanned_.end, flags, true);
            return true;
        }
        if (scanned_.apostrophe_count == 0) return false;
        const Contraction outer = split_contraction(surface);
        if (!outer.split()) return false;
        const std::size_t cut = cut_before(scanned_.apostrophes[scanned_.apostrophe_count == 1 ? 0 : 1]);
        if (const SurfaceEntry* entry = vocabulary_.find(outer.stem)) {
            add_entry(*entry, scanned_.begin, cut, flags, scanned_.apostrophe_count > 1);
            add_part(cut, scanned_.end, outer.ending_word, TokenKind::word, continues);
            return true;
        }
        const Contraction inner = split_contraction(outer.stem);
        if (!inner.split() || scanned_.apostrophe_count < 2) return false;
        const SurfaceEntry* entry = vocabulary_.find(inner.stem);
        if (entry == nullptr) return false;
        const std::size_t first_cut = cut_before(scanned_.apostrophes[0]);
        add_entry(*entry, scanned_.begin, first_cut, flags, false);
        add_part(first_cut, cut, inner.ending_word, TokenKind::word, continues);
        add_part(cut, scanned_.end, outer.ending_word, TokenKind::word, continues);
        return true;
    }

    void add_unknown(std::string_view surface, unsigned flags) {
        const Contraction split = split_contraction(surface);
        if (scanned_.apostrophe_count == 0 || !split.split()) {
            add_part(scanned_.begin, scanned_.end, unknown_word, TokenKind::word, flags);
            return;
        }
        const std::size_t cut = cut_before(scanned_.apostrophes[scanned_.apostrophe_count == 1 ? 0 : 1]);
        add_part(scanned_.begin, cut, unknown_word, TokenKind::word, flags);
        add_part(cut, scanned_.end, split.ending_word, TokenKind::word, continues);
    }

    // One token for each word that a surface stands for. Those of an apostrophe form share it out at the
    // apostrophe.
    void add_entry(const SurfaceEntry& entry, std::size_t begin, std::size_t end, unsigned flags,
                   bool at_apostrophe) {
        if (entry.count == 1) {
            add_part(begin, end, entry.words[0], TokenKind::word, flags);
            return;
        }
        std::size_t cut = begin;
        if (at_apostrophe && scanned_.apostrophe_count > 0) cut = cut_before(scanned_.apostrophes[0]);
        for (std::size_t i = 0; i < entry.count; ++i) {
            const bool shared = cut <= begin || cut >= end;
            add_part(shared || i == 0 ? begin : cut, shared || i > 0 ? end : cut, entry.words[i],
                     TokenKind::word, i == 0 ? flags : (flags & stretched) | continues);
        }
    }

    // ---- marks in ASCII

    [[nodiscard]] char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
    [[nodiscard]] bool opens_here()
        const {  // something begins here: a blank or an opening mark stands before
        const char c = before();
        return is_blank(c) || c == '(' || c == '[' || c == '"' || c == '\'' || c == '-' || c == '/' ||
               c == '*';
    }

    void mark() {
        const char c = text_[at_];
        if (const std::size_t size = smiley(); size > 0) return add(TokenKind::emoji, size);
        switch (c) {
            case ',':
                return add(TokenKind::comma, 1);
            case ':':
                return add(TokenKind::colon, 1);
            case ';':
                return add(TokenKind::semicolon, 1);
            case '.':
                return dots();
            case '?':
            case '!':
                return asking();
            case '-':
                return add(TokenKind::dash, run_of('-'));
            case '"':
                return double_quote();
            case '\'':
            case '`':
                return single_quote(1, opens_here());
            case '(':
            case ')':
            case '[':
            case ']':
            case '{':
            case '}':
                return add(TokenKind::bracket, 1);
            default:
                return add(TokenKind::other, 1);
        }
    }

    [[nodiscard]] std::size_t run_of(char c) const {
        std::size_t end = at_;
        while (end < text_.size() && text_[end] == c) ++end;
        return end - at_;
    }

    void dots() {
        const std::size_t size = run_of('.');
        if (size >= 2) return add(TokenKind::ellipsis, size);
        const bool decimal = kind_at(text_, at_ + 1) == Byte::digit && is_blank(before());
        add(decimal ? TokenKind::other : TokenKind::stop, 1);
    }

    void asking() {
        bool question = false;
        std::size_t end = at_;
        for (; end < text_.size() && (text_[end] == '?' || text_[end] == '!'); ++end)
            question |= text_[end] == '?';
        add(question ? TokenKind::question : TokenKind::exclamation, end - at_);
    }

    void double_quote() {
        const bool blank_before = opens_here();
        const bool blank_after = is_blank(byte_at(text_, at_ + 1));
        const bool opens = blank_before == blank_after ? !in_quotes_ : blank_before;
        in_quotes_ = opens;
        add(opens ? TokenKind::quote_open : TokenKind::quote_close, 1);
    }

    // An apostrophe that is not inside a word: it opens a word such as 'cause, or it is a quotation mark.
    void single_quote(std::size_t size, bool opens) {
        if (!opens) return add(is_blank(before()) ? TokenKind::other : TokenKind::quote_close, size);
        if (kind_at(text_, at_ + size) == Byte::letter) {
            scan_word(text_, at_ + size, scanned_);
            const SurfaceEntry* entry = scanned_.size > 0 && scanned_.size < ScannedWord::longest
                                            ? vocabulary_.find(scanned_.with_apostrophe())
                                            : nullptr;
            if (entry != nullptr) {
                add_entry(*entry, at_, scanned_.end, 0, false);
            } else {
                add(TokenKind::quote_open, size);
                add_word();
            }
            at_ = scanned_.end;
            return;
        }
        add(is_blank(byte_at(text_, at_ + size)) ? TokenKind::other : TokenKind::quote_open, size);
    }

    // The size of the smiley that stands here, or 0.
    [[nodiscard]] std::size_t smiley() const {
        const char c = text_[at_];
        if (c == '<') {
            if (byte_at(text_, at_ + 1) == '3') return is_alnum(byte_at(text_, at_ + 2)) ? 0 : 2;
            return byte_at(text_, at_ + 1) == '/' && byte_at(text_, at_ + 2) == '3' ? 3 : 0;
        }
        if (c == '^') {
            const std::size_t second = byte_at(text_, at_ + 1) == '_' ? 2 : 1;
            return byte_at(text_, at_ + second) == '^' ? second + 1 : 0;
        }
        if (c != ':' && c != ';' && c != '=') return 0;
        std::size_t size = 1;
        for (const char nose : {byte_at(text_, at_ + 1), byte_at(text_, at_ + 2)})
            if (size < 3 && (nose == '-' || nose == '\'' || nose == '^') &&
                byte_at(text_, at_ + size) == nose)
                ++size;
        const char mouth = byte_at(text_, at_ + size);
        const char after = byte_at(text_, at_ + size + 1);
        constexpr std::string_view marks = ")(][|*}{";
        if (marks.find(mouth) != std::string_view::npos) {
            std::size_t end = at_ + size + 1;
            while (end < text_.size() && text_[end] == mouth) ++end;
            return end - at_;
        }
        if ((mouth == '/' || mouth == '\\') && c != '=')
            return after == '/' || is_alnum(after) ? 0 : size + 1;
        constexpr std::string_view letters = "DPpOoSs3";
        if (letters.find(mouth) != std::string_view::npos && !is_alnum(after) && !is_alnum(before()))
            return size + 1;
        return 0;
    }

    // ---- beyond ASCII

    void wide() {
        const CodePoint c = decode_utf8(text_, at_);
        if (!c.valid) return add(TokenKind::other, 1);
        switch (wide_kind(c.value)) {
            case WideKind::letter:
                return word(at_);
            case WideKind::space:
            case WideKind::joiner:
                at_ += c.size;
                return;
            case WideKind::line_break:
                return add(TokenKind::newline, c.size);
            case WideKind::apostrophe_open:
                return single_quote(c.size, true);
            case WideKind::apostrophe:
                return single_quote(c.size, opens_here());
            case WideKind::quote_open:
                return add(TokenKind::quote_open, c.size);
            case WideKind::quote_close:
                return add(TokenKind::quote_close, c.size);
            case WideKind::dash:
                return add(TokenKind::dash, c.size);
            case WideKind::ellipsis:
                return add(TokenKind::ellipsis, c.size);
            case WideKind::stop:
                return add(TokenKind::stop, c.size);
            case WideKind::comma:
                return add(TokenKind::comma, c.size);
            case WideKind::question:
                return add(TokenKind::question, c.size);
            case WideKind::exclamation:
                return add(TokenKind::exclamation, c.size);
            case WideKind::pictograph:
                return pictograph(c.size);
            case WideKind::other:
                return add(TokenKind::other, c.size);
        }
    }

    // A pictograph with its skin tone, variation and what is joined to it.
    void pictograph(std::size_t size) {
        std::size_t end = at_ + size;
        while (end < text_.size()) {
            const CodePoint c = decode_utf8(text_, end);
            if (!c.valid || c.value < 0x80 || wide_kind(c.value) != WideKind::joiner) break;
            end += c.size;
            if (c.value != 0x200D) continue;
            const CodePoint joined = decode_utf8(text_, end);
            if (joined.valid && joined.value >= 0x80 && wide_kind(joined.value) == WideKind::pictograph)
                end += joined.size;
        }
        add(TokenKind::emoji, end - at_);
    }

    std::string_view text_;
    const Vocabulary& vocabulary_;
    std::vector<Token>& out_;
    std::size_t at_ = 0;
    bool in_quotes_ = false;
    ScannedWord scanned_;
};

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& out) {
    out.clear();
    Tokenizer(text.substr(0, UINT32_MAX - 1), vocabulary, out).run();
}

}  // namespace attune
