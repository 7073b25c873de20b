// SPDX-License-Identifier: MIT
//
// "Name: text" in free text and captions. Whether "Note: " is a speaker cannot be told from one line, so the
// lines of a session are gathered first and decided on together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "transcript/session.h"

namespace attune::transcript {

// What may be a speaker's label at the beginning of a line.
struct Label {
    std::string_view name;
    std::size_t size = 0;  // bytes of the line up to what is said
    std::optional<double> start_seconds;
};
// The label that stands at the beginning of `line`, a clock in brackets before or behind the name included.
// One of `known` is found whatever it looks like.
std::optional<Label> label_at(std::string_view line, std::span<const std::string> known);

// A clock in front of a line, in brackets or not ("[00:12] text"), with the blanks behind it; size 0 when
// there is none.
struct Stamp {
    double seconds = 0;
    std::size_t size = 0;
};
Stamp stamp_at(std::string_view line);

// "Name  0:12" on a line of its own, as Otter and Teams head what follows; `after_blank`: a blank line or
// nothing stands before it.
std::optional<Label> heading_at(std::string_view line, bool after_blank);

class LabelledLines {
  public:
    // How an unlabelled line goes on from the line before it.
    enum class Joint : std::uint8_t {
        wrapped,    // the same paragraph
        paragraph,  // the same speaker, a new paragraph
        separate,   // the same speaker, a segment of its own: the next caption
        unknown,    // somebody else, nobody knows who: "- So did I." in a caption
    };

    explicit LabelledLines(std::vector<std::string> known) : known_(std::move(known)) {}

    // A line that may begin with a label.
    void add(std::string_view text, std::size_t line, std::optional<double> start, Joint joint);
    // A line whose speaker is certain, because the format says so.
    void add_said_by(std::string_view speaker, std::string_view text, std::size_t line,
                     std::optional<double> start);

    // The segments, once all lines were added. A label counts if it recurs or is known. When fewer than two
    // do, the file is short, and every label does.
    [[nodiscard]] std::vector<Segment> take_segments();

  private:
    static constexpr std::size_t nobody_named = SIZE_MAX;

    struct Piece {
        std::string text;  // the whole line
        std::size_t line = 0;
        std::optional<double> start;
        Joint joint = Joint::wrapped;
        std::size_t name = nobody_named;  // of its label, in spellings_
        std::size_t said_at = 0;          // behind the label
        bool certain = false;
    };
    struct Spelling {
        std::string name;
        std::size_t times = 0;  // a certain speaker counts twice
    };

    std::size_t spelling_of(std::string_view name, std::size_t weight);
    [[nodiscard]] std::vector<bool> labels() const;

    std::vector<std::string> known_;
    std::vector<Piece> pieces_;
    std::vector<Spelling> spellings_;
    std::unordered_map<std::string, std::size_t> numbers_;  // of spellings
};

}  // namespace attune::transcript
