// SPDX-License-Identifier: MIT
//
// WhatsApp's "Export chat": a message begins with its moment, in brackets (iOS) or with a dash behind it
// (Android), and goes on over the lines that have none. The order of day and month is the phone's; a number
// above 12 anywhere tells it, and where none does the moments are left out rather than guessed.
#include <algorithm>
#include <array>
#include <chrono>

#include "text/utf8.h"
#include "transcript/format.h"
#include "transcript/lines.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::string_view left_to_right = "\xE2\x80\x8E", right_to_left = "\xE2\x80\x8F";
constexpr std::string_view narrow_space = "\xE2\x80\xAF", no_break_space = "\xC2\xA0";

// Messages that are none. On iOS a mark of direction stands before these and others in any language.
constexpr std::array<std::string_view, 12> nothing_said = {
    "<media omitted>",
    "image omitted",
    "video omitted",
    "audio omitted",
    "sticker omitted",
    "gif omitted",
    "document omitted",
    "contact card omitted",
    "this message was deleted",
    "you deleted this message",
    "null",
    "missed voice call",
};
constexpr std::string_view edited = "<This message was edited>", attached = "(file attached)";

struct Moment {
    std::array<int, 3> date{};  // in the order of the file
    int seconds = 0;            // of the day
};

struct Head {
    Moment moment;
    std::string_view rest;  // behind the moment: "Name: text", or what the app itself says
};

// Takes things off the front of a line.
class Front {
  public:
    explicit Front(std::string_view line) : line_(line) {}

    bool take(std::string_view what) {
        if (!line_.starts_with(what)) return false;
        line_.remove_prefix(what.size());
        return true;
    }
    // One or more digits, four at most; -1 when there is none.
    int number() {
        int value = 0, digits = 0;
        for (; !line_.empty() && kind_of(line_.front()) == Byte::digit && digits < 4; ++digits) {
            value = value * 10 + (line_.front() - '0');
            line_.remove_prefix(1);
        }
        return digits == 0 ? -1 : value;
    }
    char any_of(std::string_view chars) {
        if (line_.empty() || chars.find(line_.front()) == std::string_view::npos) return '\0';
        const char c = line_.front();
        line_.remove_prefix(1);
        return c;
    }
    void spaces() {
        while (take(" ") || take(narrow_space) || take(no_break_space)) {
        }
    }
    void marks() {
        while (take(left_to_right) || take(right_to_left)) {
        }
    }
    [[nodiscard]] std::string_view rest() const { return line_; }

  private:
    std::string_view line_;
};

bool take_date(Front& front, std::array<int, 3>& date) {
    date[0] = front.number();
    const char between = front.any_of("/.-");
    date[1] = front.number();
    if (between == '\0' || front.any_of(std::string_view(&between, 1)) == '\0') return false;
    date[2] = front.number();
    return date[0] >= 0 && date[1] >= 0 && date[2] >= 0;
}

// "10:16 PM", "22:14:33", "22.14", "10:16 p.m."
bool take_time(Front& front, int& seconds) {
    int hours = front.number();
    const char between = front.any_of(":.");
    const int minutes = front.number();
    if (hours < 0 || between == '\0' || minutes < 0 || hours > 24 || minutes > 59) return false;
    int rest = 0;
    if (front.any_of(std::string_view(&between, 1)) != '\0') rest = front.number();
    if (rest < 0 || rest > 59) return false;
    Front half = front;
    half.spaces();
    const char which = half.any_of("aApP");
    half.any_of(".");
    half.spaces();
    if (which != '\0' && half.any_of("mM") != '\0') {
        half.any_of(".");
        hours = hours % 12 + (fold(which) == 'p' ? 12 : 0);
        front = half;
    }
    seconds = (hours * 60 + minutes) * 60 + rest;
    return true;
}

std::optional<Head> head_of(std::string_view line) {
    Front front(line);
    front.marks();
    const bool bracket = front.take("[");
    Head head;
    if (!take_date(front, head.moment.date)) return std::nullopt;
    front.take(",");
    front.spaces();
    if (!take_time(front, head.moment.seconds)) return std::nullopt;
    front.spaces();
    if (!(bracket ? front.take("]") : front.take("-") || front.take("\xE2\x80\x93"))) return std::nullopt;
    front.spaces();
    head.rest = front.rest();
    return head;
}

bool says_nothing(std::string_view text) {
    if (text.starts_with(left_to_right) || text.ends_with(attached)) return true;
    if (text.starts_with("<attached:")) return true;
    std::string folded = to_lower(text);
    if (folded.ends_with('.')) folded.pop_back();
    return std::find(nothing_said.begin(), nothing_said.end(), folded) != nothing_said.end();
}

// Which number of a date is the day and which the month.
enum class DateOrder { unknown, day_first, month_first, year_first };

DateOrder order_of(const std::vector<Moment>& moments) {
    for (const Moment& moment : moments) {
        if (moment.date[0] > 31) return DateOrder::year_first;
        if (moment.date[0] > 12) return DateOrder::day_first;
        if (moment.date[1] > 12) return DateOrder::month_first;
    }
    return DateOrder::unknown;
}

std::optional<double> seconds_of(const Moment& moment, DateOrder order) {
    const auto& date = moment.date;
    int year = date[2], month = date[1], day = date[0];
    if (order == DateOrder::year_first) year = date[0], day = date[2];
    if (order == DateOrder::month_first) std::swap(day, month);
    if (year < 100) year += 2000;
    const std::chrono::year_month_day ymd = std::chrono::year(year) / month / day;
    if (!ymd.ok()) return std::nullopt;
    return static_cast<double>(std::chrono::sys_days(ymd).time_since_epoch().count()) * 86400 +
           moment.seconds;
}

class ChatExportReader : public FormatReader {
  public:
    explicit ChatExportReader(Source& source) : source_(source), lines_(*source.bytes) {}

    bool next(Session& out) override {
        if (done_) return false;
        done_ = true;
        std::string_view line;
        while (next_line(lines_, source_.problems, line)) {
            if (const auto head = head_of(line))
                begin_message(*head);
            else if (in_message_)
                messages_.back().text.append("\n").append(line);
        }
        set_moments();
        out.id = source_.stem;
        out.segments = std::move(messages_);
        for (Segment& message : out.segments) clean(message.text);
        return true;
    }

  private:
    void begin_message(const Head& head) {
        const auto colon = head.rest.find(": ");
        const bool ends_so = colon == std::string_view::npos && head.rest.ends_with(':');
        in_message_ = colon != std::string_view::npos || ends_so;
        if (!in_message_) return;
        const std::string_view name = head.rest.substr(0, ends_so ? head.rest.size() - 1 : colon);
        const std::string_view text = ends_so ? std::string_view{} : head.rest.substr(colon + 2);
        messages_.push_back({std::string(name), std::string(text), std::nullopt, lines_.number()});
        moments_.push_back(head.moment);
    }

    void set_moments() {
        const DateOrder order = order_of(moments_);
        if (order == DateOrder::unknown || moments_.empty()) return;
        const auto origin = seconds_of(moments_.front(), order);
        if (!origin) return;
        for (std::size_t i = 0; i < moments_.size(); ++i)
            if (const auto at = seconds_of(moments_[i], order)) messages_[i].start_seconds = *at - *origin;
    }

    static void clean(std::string& text) {
        if (const auto at = text.find(edited); at != std::string::npos) text.erase(at, edited.size());
        if (says_nothing(trimmed(text))) text.clear();
    }

    Source& source_;
    Lines lines_;
    std::vector<Segment> messages_;
    std::vector<Moment> moments_;  // of messages_
    bool in_message_ = false, done_ = false;
};

bool recognise(std::string_view head, const Source&) {
    return head_of(first_line(head)).has_value();
}

std::unique_ptr<FormatReader> open(Source& source) {
    return std::make_unique<ChatExportReader>(source);
}

}  // namespace

const FormatRow whatsapp_format = {Format::whatsapp, "whatsapp", "", recognise, open};

}  // namespace attune::transcript
