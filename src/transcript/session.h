// SPDX-License-Identifier: MIT
//
// What every transcript format is read into: a session is who said what, in order. Texts are UTF-8; bytes of
// a file that are not are read as Windows-1252, which is what old captions and spreadsheets hold.
//
// The namespace keeps these words apart from those of practice, which has sessions of its own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace attune::transcript {

// Something said in one go: a caption, a row, a message. One turn of talk may be several.
struct Segment {
    std::string speaker;  // as the file spells it; empty when the file does not say who
    std::string text;     // never blank
    std::optional<double> start_seconds;
    std::size_t line = 0;  // where it stands in the file, from 1
};

struct Session {
    std::string id;      // of the file when it holds many sessions, else the file's name without its endings
    std::string source;  // the file as it was named, or "<stdin>"; source and id name a session of a run
    std::vector<Segment> segments;
    bool cut_by_time = false;  // captions: a segment may end amid a sentence that the next one goes on with
    // What the file says of the whole session, in its order: the other columns of a CSV and the other scalars
    // of JSON (nested ones as "meta.rating"), where they are the same in all the session's rows.
    std::vector<std::pair<std::string, std::string>> columns;
};

}  // namespace attune::transcript
