// SPDX-License-Identifier: MIT
//
// JSONL in: one object a line, {"id"?, "statement"?, "reply"}. Read in blocks with flat memory; a line that
// is no such object is told as an error and the next one is read as if nothing had been. Text that is not
// UTF-8 and lone surrogates become U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/input.h"

namespace attune {

// Views are valid until the next record is read.
struct Record {
    std::uint64_t line = 0;
    std::string_view id;  // as JSON text, ready to be written again; "" when there was none
    std::optional<std::string_view> statement;
    std::string_view reply;
    std::string error;  // not empty: what is wrong with the line; the texts are void
};

class Records {
  public:
    explicit Records(Input& input);
    ~Records();
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;

    // False at the end. Lines that are blank are passed over.
    bool next(Record& out);

  private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace attune
