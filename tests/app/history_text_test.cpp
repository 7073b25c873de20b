// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>

#include "app/csv_cell.h"
#include "app/history/dates.h"
#include "app/history/pictures.h"
#include "app/history/presenter.h"
#include "packs/shipped.h"
#include "text/utf8.h"

using namespace attune;
using namespace attune::testing;

namespace {

// Days are those of the place; here they are London's.
class InLondon {
  public:
    InLondon() {
        if (const char* zone = std::getenv("TZ")) before_ = zone;
        ::setenv("TZ", "Europe/London", 1);
        ::tzset();
    }
    ~InLondon() {
        before_.empty() ? ::unsetenv("TZ") : ::setenv("TZ", before_.c_str(), 1);
        ::tzset();
    }
    InLondon(const InLondon&) = delete;
    InLondon& operator=(const InLondon&) = delete;

  private:
    std::string before_;
};

constexpr Instant now = 1'700'000'000;  // 14 November 2023

PracticeFigures sample() {
    std::string scenario;
    for (const Scenario& one : shipped().scenarios())
        if ((one.tempts >> *shipped().pattern("fixing") & 1U) != 0) scenario = shipped().text(one.id);
    std::vector<Attempt> attempts;
    for (int day = 28; day >= 2; day -= 2) {
        Attempt one;
        one.scenario = scenario;
        one.at = now - day * one_day;
        one.landing = day > 12 ? Landing::missed : Landing::met;
        if (day > 12) one.patterns = {"fixing"};
        if (day <= 12) one.moves = {"naming"};
        attempts.push_back(one);
    }
    const std::vector<Checkin> checkins = {{now - one_day, "=tired \x1b[31m", 7}};
    return practice_figures(shipped(), attempts, checkins, now);
}

std::size_t widest_line(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        widest = std::max(widest, display_width(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

// With one blank between words, however the lines were broken.
std::string words_of(std::string_view text) {
    std::string words;
    for (const char c : text)
        if (c != ' ' && c != '\n')
            words += c;
        else if (!words.ends_with(' '))
            words += ' ';
    return words;
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0x80U) != 0) return false;
    return true;
}

}  // namespace

TEST_CASE("weeks are drawn as high as their share, and a week without a moment is left open") {
    const Share weeks[] = {{0, 4}, {0, 0}, {2, 4}, {4, 4}};
    CHECK(draw_weeks(weeks, Pictures::blocks) == "▁ ▅█");
    CHECK(draw_weeks(weeks, Pictures::ascii) == "_ =#");
    CHECK(draw_weeks(weeks, Pictures::words) == "0 of 4, none, 2 of 4, 4 of 4");
}

TEST_CASE("progress says what changed in words, within the screen's width") {
    for (const std::size_t width : {40U, 80U}) {
        CAPTURE(width);
        Screen screen;
        screen.width = width;
        for (const Pictures pictures : {Pictures::blocks, Pictures::ascii, Pictures::words}) {
            const std::string shown = practice_text(sample(), shipped(), screen, pictures);
            CHECK(widest_line(shown) <= width);
            CHECK(words_of(shown).find("less often") != std::string::npos);
            CHECK(shown.find('\x1b') == std::string::npos);
        }
    }
}

TEST_CASE("where no blocks can be drawn all that is shown is ASCII") {
    PracticeFigures figures = sample();
    figures.checkins.clear();
    for (const Pictures pictures : {Pictures::ascii, Pictures::words})
        CHECK(is_ascii(practice_text(figures, shipped(), Screen{}, pictures)));
}

TEST_CASE("the page shows words as text, and its table has a row for each pattern") {
    const std::string page = practice_html(sample(), shipped());
    CHECK(page.find("less often") != std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("src=") == std::string::npos);
    CHECK(page.find("=tired") != std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
}

TEST_CASE("rows of CSV hold no formula") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("a,\"b\"") == "\"a,\"\"b\"\"\"");
    const std::string rows = practice_csv(sample(), shipped());
    CHECK(rows.find(",'=tired") != std::string::npos);
    CHECK(rows.find("pattern,fixing,") != std::string::npos);
}

TEST_CASE("a day begins where one is") {
    const InLondon here;
    CHECK(read_date("2023-07-01") == 1'688'166'000);  // summer time
    CHECK(read_date("2023-01-01") == 1'672'531'200);
    CHECK(spell_date(1'688'166'000) == "1 Jul 2023");
    CHECK(iso_date(1'688'166'000 - 1) == "2023-06-30");
    CHECK(iso_time(1'688'166'000) == "2023-06-30T23:00:00Z");
}

TEST_CASE("what is no day is no date") {
    for (const std::string_view text : {"", "2023", "2023-02-31", "2023-13-01", "2023-1-1", "01.02.2023",
                                        "2023-01-0x", "-023-01-01", "2023-00-10"}) {
        CAPTURE(text);
        CHECK_FALSE(read_date(text));
    }
}
