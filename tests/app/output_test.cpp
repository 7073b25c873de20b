// SPDX-License-Identifier: MIT
#include "app/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include "core/error.h"

using namespace attune;

TEST_CASE("a full disk is told with its reason") {
    const int full = ::open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    Output out(full, "standard output");
    out.write("words");
    std::string said;
    try {
        out.flush();
    } catch (const IoError& error) {
        said = error.what();
    }
    CHECK(said == "cannot write to standard output: No space left on device");
    ::close(full);
}

TEST_CASE("a reader that has gone away ends the run quietly") {
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    Output out(ends[1], "standard output");
    out.write("words");
    CHECK_THROWS_AS(out.flush(), ClosedPipe);
    CHECK_NOTHROW(out.flush());  // what was lost is not tried again
    ::close(ends[1]);
}
