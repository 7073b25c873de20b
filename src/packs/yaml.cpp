// SPDX-License-Identifier: MIT
//
// yaml-cpp hands over events, each with a mark; a Builder makes a tree of them and stops at the first thing
// that packs do not use. Marks count lines and bytes from 0; they become byte offsets here, and lines and
// columns (in code points) only when a problem is told.
#include "packs/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "text/utf8.h"

namespace attune {
namespace {

constexpr std::size_t largest_file = 4U << 20U;
constexpr std::size_t most_nodes = 400'000;
constexpr std::size_t deepest = 12;

// What packs do not use.
struct Refused {
    YAML::Mark mark;
    std::string message;
    std::string help;
};

struct Escape {
    std::uint32_t written = 0;  // bytes in the file
    std::uint32_t means = 0;    // bytes in the text
};

std::uint32_t utf8_size(std::uint32_t code_point) {
    if (code_point < 0x80) return 1;
    if (code_point < 0x800) return 2;
    return code_point < 0x10000 ? 3 : 4;
}

// The escape that starts at `at` of a double-quoted scalar.
Escape read_escape(std::string_view file, std::uint32_t at) {
    const char kind = at + 1 < file.size() ? file[at + 1] : '\0';
    const std::uint32_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0) return {2, kind == 'N' || kind == '_' ? 2U : kind == 'L' || kind == 'P' ? 3U : 1U};
    std::uint32_t value = 0;
    for (std::uint32_t i = 0; i < digits && at + 2 + i < file.size(); ++i) {
        const char c = file[at + 2 + i];
        value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return {2 + digits, utf8_size(value)};
}

}  // namespace

class Source::Builder : public YAML::EventHandler {
  public:
    explicit Builder(const Source& source) : source_(source) {}

    Yaml root;

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ < 2) return;
        if (std::string_view(source_.file_.text).substr(byte_at(mark)).starts_with("---"))
            throw Refused{mark, "a second document starts here", "a pack's file holds one"};
        throw Refused{mark, "this does not belong to what stands above", "look at its indent"};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        open(mark, "", anchor, Yaml::Kind::empty);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse_anchor(mark); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Yaml& node = open(mark, tag, anchor, Yaml::Kind::scalar);
        node.text = value;
        node.quoted = tag == "!";
        if (node.quoted && never_closed(node.begin))
            throw Refused{mark, "this quotation mark is never closed", ""};
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        descend(mark, open(mark, tag, anchor, Yaml::Kind::sequence));
    }
    void OnSequenceEnd() override { ascend(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        descend(mark, open(mark, tag, anchor, Yaml::Kind::map));
    }
    void OnMapEnd() override { ascend(); }

  private:
    struct Level {
        Yaml* node;
        bool at_key;
    };

    [[noreturn]] static void refuse_anchor(const YAML::Mark& mark) {
        throw Refused{mark, "anchors and aliases are not used in packs", "write the value out"};
    }

    // A place for the next node: the root, an item, a key or a key's value.
    Yaml& open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Yaml::Kind kind) {
        if (anchor != YAML::NullAnchor) refuse_anchor(mark);
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refused{mark, "tags are not used in packs", "leave `" + printable(tag) + "` out"};
        if (++nodes_ > most_nodes) throw Refused{mark, "this file holds too much", "split it in two"};
        Yaml& node = place();
        node.kind = kind;
        node.begin = byte_at(mark);
        return node;
    }
    Yaml& place() {
        if (levels_.empty()) return root;
        Level& level = levels_.back();
        if (level.node->kind == Yaml::Kind::sequence) return level.node->items.emplace_back();
        level.at_key = !level.at_key;
        if (level.at_key) return level.node->entries.emplace_back().key;
        return level.node->entries.back().value;
    }
    // Parents do not grow while a child is open, so the pointers hold.
    void descend(const YAML::Mark& mark, Yaml& node) {
        if (levels_.size() == deepest)
            throw Refused{mark, "this is nested too deep", "packs need few levels"};
        levels_.push_back({&node, false});
    }
    void ascend() { levels_.pop_back(); }

    [[nodiscard]] std::uint32_t byte_at(const YAML::Mark& mark) const {
        return source_.byte_of(static_cast<std::uint32_t>(mark.line),
                               static_cast<std::uint32_t>(mark.column));
    }
    // yaml-cpp takes the end of the file for a quotation's.
    [[nodiscard]] bool never_closed(std::uint32_t begin) const {
        const std::string& text = source_.file_.text;
        const char quote = begin < text.size() ? text[begin] : '\0';
        if (quote != '"' && quote != '\'') return false;  // a block: "|" or ">"
        for (std::size_t i = begin + 1; i < text.size(); ++i) {
            if (quote == '"' && text[i] == '\\')
                ++i;
            else if (text[i] == quote && (quote == '"' || i + 1 == text.size() || text[i + 1] != quote))
                return false;
            else if (text[i] == quote)
                ++i;
        }
        return true;
    }

    const Source& source_;
    std::vector<Level> levels_;
    std::size_t documents_ = 0;
    std::size_t nodes_ = 0;
};

Source::Source(const PackFile& file, Diagnostics& problems) : file_(file), problems_(problems) {
    line_starts_.push_back(0);
    for (std::uint32_t i = 0; i < file.text.size(); ++i)
        if (file.text[i] == '\n') line_starts_.push_back(i + 1);
}

std::optional<Yaml> Source::parse() const {
    const std::string& text = file_.text;
    if (text.size() > largest_file) {
        error("this file is larger than 4 MiB", "split it in two");
        return std::nullopt;
    }
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_utf8(text, at);
        if (!c.valid || c.value == 0) {
            report(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1),
                   "this byte is not text", "save the file as UTF-8");
            return std::nullopt;
        }
        at += c.size;
    }

    Builder builder(*this);
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Refused& refused) {
        const std::uint32_t at = byte_of(static_cast<std::uint32_t>(refused.mark.line),
                                         static_cast<std::uint32_t>(refused.mark.column));
        report(at, at + 1, refused.message, refused.help);
        return std::nullopt;
    } catch (const YAML::Exception& problem) {
        const std::uint32_t at = byte_of(static_cast<std::uint32_t>(std::max(problem.mark.line, 0)),
                                         static_cast<std::uint32_t>(std::max(problem.mark.column, 0)));
        report(at, at + 1, "this is not YAML: " + printable(problem.msg),
               "look for a missing quotation mark, colon or indent");
        return std::nullopt;
    }
    if (builder.root.kind == Yaml::Kind::empty) {
        error("nothing stands in this file", "delete it or fill it");
        return std::nullopt;
    }
    return std::move(builder.root);
}

std::uint32_t Source::byte_of(std::uint32_t line, std::uint32_t column) const {
    const auto size = static_cast<std::uint32_t>(file_.text.size());
    if (line >= line_starts_.size()) return size;
    return std::min(line_starts_[line] + column, size);
}

std::uint32_t Source::line_of(const Yaml& at) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), at.begin);
    return static_cast<std::uint32_t>(next - line_starts_.begin());
}

void Source::error(const Yaml& at, std::string message, std::string help) const {
    std::uint32_t end = at.begin + 1;
    if (at.kind == Yaml::Kind::scalar) {
        const auto size = static_cast<std::uint32_t>(at.text.size());
        if (const auto last = byte_in_file(at, size)) end = *last + (at.quoted ? 1U : 0U);
    }
    report(at.begin, end, std::move(message), std::move(help));
}

void Source::error(const Yaml& at, Span inside, std::string message, std::string help) const {
    const auto begin = byte_in_file(at, inside.begin);
    const auto end = byte_in_file(at, inside.end);
    if (begin && end)
        report(*begin, std::max(*end, *begin + 1), std::move(message), std::move(help));
    else
        report(at.begin, at.begin + 1, std::move(message), std::move(help));
}

void Source::error(std::string message, std::string help) const {
    problems_.add({Gravity::error, {file_.shown, 0, 0}, 1, std::move(message), std::move(help), ""});
}

// Walks the scalar as it is written and as it reads, side by side.
std::optional<std::uint32_t> Source::byte_in_file(const Yaml& scalar, std::uint32_t at) const {
    const std::string_view file = file_.text;
    if (scalar.kind != Yaml::Kind::scalar || scalar.begin >= file.size()) return std::nullopt;
    const char quote = scalar.quoted ? file[scalar.begin] : '\0';
    if (scalar.quoted && quote != '"' && quote != '\'') return std::nullopt;  // a block: "|" or ">"

    std::uint32_t written = scalar.begin + (scalar.quoted ? 1 : 0);
    for (std::uint32_t read = 0; read < at;) {
        if (written >= file.size() || file[written] == '\n' || read >= scalar.text.size())
            return std::nullopt;
        Escape step{1, 1};
        if (quote == '"' && file[written] == '\\')
            step = read_escape(file, written);
        else if (quote == '\'' && file[written] == '\'')
            step = {2, 1};
        else if (file[written] != scalar.text[read])
            return std::nullopt;
        written += step.written;
        read += step.means;
    }
    return written <= file.size() ? std::optional(written) : std::nullopt;
}

void Source::report(std::uint32_t begin, std::uint32_t end, std::string message, std::string help) const {
    const std::string_view text = file_.text;
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), begin);
    const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
    const std::uint32_t start = line_starts_[line - 1];
    std::string_view written = text.substr(start, text.find('\n', start) - start);
    if (written.ends_with('\r')) written.remove_suffix(1);

    const std::uint32_t stop = std::max(std::min(end, static_cast<std::uint32_t>(text.size())), begin);
    Diagnostic d;
    d.place = {file_.shown, line,
               static_cast<std::uint32_t>(count_code_points(text.substr(start, begin - start))) + 1};
    d.width = static_cast<std::uint32_t>(
        std::max<std::size_t>(1, count_code_points(text.substr(begin, stop - begin))));
    d.message = std::move(message);
    d.help = std::move(help);
    d.source_line = printable(written);
    problems_.add(std::move(d));
}

}  // namespace attune
