// SPDX-License-Identifier: MIT
#include "app/history/dates.h"

#include <fmt/format.h>

#include <charconv>
#include <ctime>

namespace attune {
namespace {

std::tm local(Instant at) {
    const std::time_t time = at;
    std::tm parts{};
    ::localtime_r(&time, &parts);
    return parts;
}

std::optional<int> whole(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.starts_with('-'))
        return std::nullopt;
    return number;
}

}  // namespace

std::string spell_date(Instant at) {
    constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::tm day = local(at);
    return fmt::format("{} {} {}", day.tm_mday, months[day.tm_mon], day.tm_year + 1900);
}

std::string iso_date(Instant at) {
    const std::tm day = local(at);
    return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

std::string iso_time(Instant at) {
    const std::time_t time = at;
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::optional<Instant> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole(text.substr(0, 4)), month = whole(text.substr(5, 2)), day = whole(text.substr(8));
    if (!year || !month || !day) return std::nullopt;
    std::tm parts{};
    parts.tm_year = *year - 1900;
    parts.tm_mon = *month - 1;
    parts.tm_mday = *day;
    parts.tm_isdst = -1;
    const std::time_t at = std::mktime(&parts);
    // mktime makes the 1st of March out of the 31st of February.
    if (parts.tm_mon != *month - 1 || parts.tm_mday != *day) return std::nullopt;
    return at;
}

}  // namespace attune
