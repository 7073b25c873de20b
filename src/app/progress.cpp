// SPDX-License-Identifier: MIT
#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

namespace attune {

std::string size_words(std::uint64_t bytes) {
    constexpr const char* units[] = {"kB", "MB", "GB", "TB"};
    if (bytes < 1000) return fmt::format("{} bytes", bytes);
    double size = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    for (; size >= 999.5 && unit + 1 < std::size(units); ++unit) size /= 1000;
    return size < 10 ? fmt::format("{:.1f} {}", size, units[unit])
                     : fmt::format("{:.0f} {}", size, units[unit]);
}

std::string time_words(std::uint64_t seconds) {
    if (seconds < 60) return fmt::format("{} s", seconds);
    if (seconds < 3600) return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
    return fmt::format("{} h {:02} min", seconds / 3600, seconds / 60 % 60);
}

Progress::Progress(Output& err, std::uint64_t total)
    : err_(err),
      total_(total),
      visible_(::isatty(STDERR_FILENO) == 1),
      started_(std::chrono::steady_clock::now()),
      last_(started_) {}

std::string Progress::line(std::uint64_t sessions, std::uint64_t bytes, std::uint64_t total, double seconds) {
    const double rate = seconds > 0 ? static_cast<double>(bytes) / seconds : 0;
    std::string text = fmt::format("{} sessions, {}", sessions, size_words(bytes));
    if (total > 0) text += " of " + size_words(total);
    text += fmt::format(", {}/s", size_words(static_cast<std::uint64_t>(rate)));
    if (total > bytes && rate >= 1)
        text += ", " + time_words(static_cast<std::uint64_t>(static_cast<double>(total - bytes) / rate)) +
                " left";
    return text;
}

void Progress::show(std::uint64_t sessions) {
    if (!visible_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - started_).count();
    err_.write("\r\x1b[K" + line(sessions, bytes.load(std::memory_order_relaxed), total_, seconds));
    err_.flush();
    shown_ = true;
}

void Progress::clear() {
    if (!shown_) return;
    err_.write("\r\x1b[K");
    err_.flush();
    shown_ = false;
}

}  // namespace attune
