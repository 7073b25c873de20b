// SPDX-License-Identifier: MIT
#include "app/progress.h"

#include <doctest/doctest.h>

using namespace attune;

TEST_CASE("progress tells what was read, how fast, and what is left") {
    CHECK(Progress::line(12, 30'000'000, 90'000'000, 10) ==
          "12 sessions, 30 MB of 90 MB, 3.0 MB/s, 20 s left");
    CHECK(Progress::line(12, 30'000'000, 0, 10) == "12 sessions, 30 MB, 3.0 MB/s");
    CHECK(Progress::line(0, 0, 0, 0) == "0 sessions, 0 bytes, 0 bytes/s");
}

TEST_CASE("sizes and times are told in units that fit") {
    CHECK(size_words(999) == "999 bytes");
    CHECK(size_words(1500) == "1.5 kB");
    CHECK(size_words(999'999) == "1.0 MB");
    CHECK(size_words(5'000'000'000) == "5.0 GB");
    CHECK(time_words(59) == "59 s");
    CHECK(time_words(61) == "1 min 01 s");
    CHECK(time_words(7500) == "2 h 05 min");
}
