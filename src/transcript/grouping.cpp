// SPDX-License-Identifier: MIT
#include "transcript/grouping.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t longest_column = 100;  // bytes: what is longer is text, no group to compare by
constexpr std::size_t columns_at_most = 256;
constexpr double epoch = 1e6;  // seconds from there on count from 1970, not from the beginning of a session

// Numbers put rows in order; those without one stay where they are only if all are.
std::vector<std::size_t> order_of(const std::vector<std::optional<double>>& orders) {
    std::vector<std::size_t> index(orders.size());
    std::iota(index.begin(), index.end(), std::size_t{0});
    if (std::all_of(orders.begin(), orders.end(), [](const auto& order) { return order.has_value(); }))
        std::stable_sort(index.begin(), index.end(),
                         [&](std::size_t a, std::size_t b) { return *orders[a] < *orders[b]; });
    return index;
}

// A row for each annotator repeats what was said under the same number.
bool repeats(const Segment& a, const std::optional<double>& order_a, const Segment& b,
             const std::optional<double>& order_b) {
    return order_a && order_a == order_b && a.text == b.text && a.speaker == b.speaker;
}

void count_from_the_beginning(std::vector<Segment>& segments) {
    const auto first = std::find_if(segments.begin(), segments.end(),
                                    [](const Segment& s) { return s.start_seconds.has_value(); });
    if (first == segments.end() || *first->start_seconds < epoch) return;
    const double origin = *first->start_seconds;
    for (Segment& segment : segments)
        if (segment.start_seconds) *segment.start_seconds -= origin;
}

}  // namespace

bool SeenIds::insert(std::string_view id) {
    std::uint64_t hash = std::hash<std::string_view>{}(id);
    if (hash == 0) hash = 1;  // 0 marks an empty slot
    if (count_ * 2 >= slots_.size() && count_ < remembered_at_most) grow();
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
        if (slots_[at] == hash) return false;
    if (count_ < remembered_at_most) {
        slots_[at] = hash;
        ++count_;
    }
    return true;
}

void SeenIds::grow() {
    std::vector<std::uint64_t> old(std::max<std::size_t>(64, slots_.size() * 2));
    old.swap(slots_);
    for (const std::uint64_t hash : old) {
        if (hash == 0) continue;
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = hash;
    }
}

void Row::clear() {
    speaker.clear();
    text.clear();
    session.clear();
    start_seconds.reset();
    order.reset();
    columns.clear();
}

bool Grouping::may_begin(const std::string& id, std::size_t line) {
    if (seen_.insert(id)) return true;
    problems_.error(line, "session `" + id + "` comes back after others",
                    "sort the file by session; what comes later of it is left out");
    return false;
}

bool Grouping::add(Row& row, Session& out) {
    if (skipping_ && row.session == skipped_) return false;
    skipping_ = false;
    if (open_ && row.session == session_.id) {
        append(row);
        return false;
    }
    const bool completed = finish(out);
    if (may_begin(row.session, row.line)) {
        session_.id = row.session;
        open_ = true;
        append(row);
    } else {
        skipping_ = true;
        skipped_ = row.session;
    }
    return completed;
}

bool Grouping::finish(Session& out) {
    if (!open_) return false;
    complete(out);
    open_ = false;
    return true;
}

void Grouping::append(Row& row) {
    keep_constant(row);
    session_.segments.push_back({std::move(row.speaker), std::move(row.text), row.start_seconds, row.line});
    orders_.push_back(row.order);
}

void Grouping::keep_constant(const Row& row) {
    auto& columns = session_.columns;
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        const std::string& name = row.columns[i].first;
        const std::string& value = row.columns[i].second;
        std::size_t at = i;  // rows are alike, so it stands where it stood
        if (at >= columns.size() || columns[at].first != name)
            for (at = 0; at < columns.size() && columns[at].first != name;) ++at;
        if (at == columns.size()) {
            if (columns.size() == columns_at_most) continue;
            columns.emplace_back(name, value);
            repeated_.push_back(value.size() > longest_column ? 0 : 1);
        } else if (columns[at].second == value) {
            ++repeated_[at];
        }
    }
}

void Grouping::complete(Session& out) {
    const std::vector<std::size_t> order = order_of(orders_);
    out.id = std::move(session_.id);
    out.segments.clear();
    for (std::size_t i = 0; i < order.size(); ++i) {
        Segment& segment = session_.segments[order[i]];
        const bool again = !out.segments.empty() &&
                           repeats(out.segments.back(), orders_[order[i - 1]], segment, orders_[order[i]]);
        if (!again) out.segments.push_back(std::move(segment));
    }
    count_from_the_beginning(out.segments);
    out.columns.clear();
    for (std::size_t i = 0; i < session_.columns.size(); ++i) {
        const std::string_view value = trimmed(session_.columns[i].second);
        if (repeated_[i] == orders_.size() && !value.empty() && value != "n/a")
            out.columns.push_back(std::move(session_.columns[i]));
    }
    session_ = {};
    orders_.clear();
    repeated_.clear();
}

}  // namespace attune::transcript
