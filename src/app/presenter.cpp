// SPDX-License-Identifier: MIT
#include "app/presenter.h"

#include "text/utf8.h"

namespace attune {

void complain_of_record(Console& console, const Origin& origin, std::string_view problem) {
    console.out.flush();
    console.err.write(printable(origin.source) + ":" + std::to_string(origin.line) +
                      ": error: " + std::string(problem) + "\n");
    console.err.flush();
}

}  // namespace attune
