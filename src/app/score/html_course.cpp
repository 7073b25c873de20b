// SPDX-License-Identifier: MIT
#include "app/score/html_course.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace attune {
namespace {

// The drawing's own units: 240 across; the score stands between 4 and 52, bars grow from 64.
constexpr double width = 240, score_top = 4, score_bottom = 52, axis = 64, bar_height = 9;

double x_of(std::size_t point, std::size_t points) {
    return width * (static_cast<double>(point) + .5) / static_cast<double>(points);
}

double y_of(int score) {
    return score_bottom - (score_bottom - score_top) * score / 100;
}

std::string path_of(const std::vector<std::pair<double, double>>& points) {
    std::string path;
    for (const auto& [x, y] : points) path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x, y);
    return path;
}

std::string in_words(const SessionFigures& session) {
    const auto [low, high] =
        std::minmax_element(session.course.begin(), session.course.end(),
                            [](const CoursePoint& a, const CoursePoint& b) { return a.score < b.score; });
    std::uint64_t moves = 0;
    for (const CoursePoint& point : session.course) moves += point.moves;
    return fmt::format(
        "Course of {}: scores begin at {}, end at {}, and lie between {} and {}; of {} turns {} miss and {} "
        "carry a move",
        escape_html(session.session), session.course.front().score, session.course.back().score, low->score,
        high->score, session.turns_read(), session.missed_turns, moves);
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string escaped;
    for (const char c : valid_utf8(text)) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                // Control characters may not stand in HTML.
                if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
                    escaped += "\uFFFD";
                else
                    escaped += c;
        }
    }
    return escaped;
}

std::string course_svg(const SessionFigures& session) {
    const auto& course = session.course;
    if (course.empty()) return {};
    std::uint32_t most = 1;
    for (const CoursePoint& point : course) most = std::max({most, point.moves, point.misses});
    std::string svg = fmt::format(
        "<svg class=\"course\" viewBox=\"0 0 240 76\" preserveAspectRatio=\"none\" role=\"img\" "
        "aria-label=\"{}\"><path class=\"mid\" d=\"M0 {}H240\"/><path class=\"axis\" d=\"M0 {}H240\"/>",
        in_words(session), y_of(50), axis);
    const double step = width / static_cast<double>(course.size()), bar = std::min(step * .6, 8.0);
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < course.size(); ++i) {
        const double x = x_of(i, course.size());
        points.emplace_back(x, y_of(course[i].score));
        const auto draw = [&](std::uint32_t count, std::string_view ink, bool up) {
            if (count == 0) return;
            const double height = bar_height * count / most;
            svg += fmt::format(
                "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", ink,
                x - bar / 2, up ? axis - height : axis, bar, height);
        };
        draw(course[i].moves, "moves", true);
        draw(course[i].misses, "misses", false);
    }
    if (points.size() == 1) points = {{0, points[0].second}, {width, points[0].second}};
    return svg + "<path class=\"line\" d=\"" + path_of(points) + "\"/></svg>";
}

std::string spread_svg(const Distribution& scores) {
    constexpr std::size_t columns = 20;
    std::array<std::uint64_t, columns> counts{};
    for (std::size_t value = 0; value < Distribution::values; ++value)
        counts[std::min(value / 5, columns - 1)] += scores.at(value);
    const std::uint64_t most = std::max<std::uint64_t>(1, *std::max_element(counts.begin(), counts.end()));
    std::string svg = fmt::format(
        "<svg class=\"spread\" viewBox=\"0 0 100 50\" preserveAspectRatio=\"none\" role=\"img\" "
        "aria-label=\"Scores of {} sessions: half lie from {} to {}, the middle one is {}\">",
        scores.count(), scores.quantile(.25), scores.quantile(.75), scores.quantile(.5));
    for (std::size_t i = 0; i < columns; ++i) {
        const double height = 48.0 * static_cast<double>(counts[i]) / static_cast<double>(most);
        if (counts[i] > 0)
            svg += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"4.4\" height=\"{:.1f}\"/>",
                               static_cast<double>(i) * 5 + .3, 50 - height, height);
    }
    return svg + "</svg>";
}

std::string timeline_svg(const Timeline& timeline) {
    const auto& stretches = timeline.stretches();
    if (stretches.empty()) return {};
    std::vector<std::pair<double, double>> points;
    std::string words;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const int mean = static_cast<int>(stretches[i].sum / stretches[i].sessions);
        points.emplace_back(x_of(i, stretches.size()), y_of(mean));
        words += (i == 0 ? "" : ", ") + std::to_string(mean);
    }
    if (points.size() == 1) points = {{0, points[0].second}, {width, points[0].second}};
    return fmt::format(
        "<svg class=\"time\" viewBox=\"0 0 240 56\" preserveAspectRatio=\"none\" role=\"img\" "
        "aria-label=\"Mean scores over time: {}\"><path class=\"line\" d=\"{}\"/></svg>",
        words, path_of(points));
}

std::string bar_svg(double share, std::string_view ink) {
    return fmt::format(
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"{}\" width=\"{:.1f}\" height=\"8\"/></svg>",
        ink, 100 * std::clamp(share, 0.0, 1.0));
}

}  // namespace attune
