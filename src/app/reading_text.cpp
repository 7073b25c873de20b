// SPDX-License-Identifier: MIT
//
// A reading as a page for people.
#include <algorithm>

#include "app/coaching_text.h"
#include "app/presenter.h"
#include "app/wrap.h"
#include "text/utf8.h"

namespace attune {
namespace {

class TextPresenter : public Presenter {
  public:
    TextPresenter(const Knowledge& knowledge, Console& console, const ShowOptions& options)
        : k_(knowledge), console_(console), options_(options) {}

    void show(const Entry& entry) override {
        std::string page = heading(entry);
        page += entry.reading.risk ? show_safety_card(k_, options_.region, console_.screen) : coaching(entry);
        console_.out.write(page);
        ++shown_;
    }

    void reject(const Origin& origin, std::string_view problem) override {
        complain_of_record(console_, origin, problem);
    }

  private:
    // Where the reply came from, and what it answers, when the command line did not say so itself.
    [[nodiscard]] std::string heading(const Entry& entry) const {
        const Screen& screen = console_.screen;
        std::string out = shown_ > 0 ? "\n" : "";
        if (entry.origin.line == 0) return out;
        std::string place = printable(entry.origin.source) + ":" + std::to_string(entry.origin.line);
        if (!entry.origin.id.empty()) place += "  " + printable(entry.origin.id);
        out += screen.in(Ink::bold, shorten(place, screen.width)) + "\n";
        if (entry.origin.is_record && entry.exchange.statement)
            out += screen.in(Ink::faint,
                             "  to: \"" + shorten(*entry.exchange.statement, screen.width - 8) + "\"") +
                   "\n";
        return out + "\n";
    }

    [[nodiscard]] std::string coaching(const Entry& entry) const {
        const Screen& screen = console_.screen;
        const std::string_view reply = entry.exchange.reply;
        const auto flagged = gravest_first(entry.reading, options_.flagged_from);
        std::string out = show_reply(reply, flagged, screen) + "\n";
        if (flagged.empty())
            out += hang("  ", clean_line(entry.reading), 2, screen);
        else
            out += notes(reply, flagged);
        const auto kept = keepsakes(entry.reading, flagged, 3);
        if (!kept.empty()) {
            out +=
                "\n" + screen.in(Ink::bold, flagged.empty() ? "What reaches them" : "Worth keeping") + "\n";
            for (const Keepsake& keepsake : kept) out += show_keepsake(k_, reply, keepsake, screen);
        }
        if (!entry.rewrites.empty()) {
            out += "\n" + screen.in(Ink::bold, "You could say") + "\n";
            for (const Rewrite& rewrite : entry.rewrites) out += show_rewrite(rewrite, reply, screen);
        }
        return out;
    }

    // The gravest of them, so that a long text does not answer with a longer one.
    [[nodiscard]] std::string notes(std::string_view reply, std::span<const Finding* const> flagged) const {
        const auto shown = flagged.first(std::min(flagged.size(), at_once));
        std::string out = show_findings(k_, reply, shown, console_.screen);
        if (const std::size_t more = flagged.size() - shown.size(); more > 0)
            out += "\n  And " + std::to_string(more) + " more; --format concise lists them all.\n";
        return out;
    }

    static constexpr std::size_t at_once = 8;
    const Knowledge& k_;
    Console& console_;
    ShowOptions options_;
    std::size_t shown_ = 0;
};

}  // namespace

std::unique_ptr<Presenter> make_text_presenter(const Knowledge& knowledge, Console& console,
                                               const ShowOptions& options) {
    return std::make_unique<TextPresenter>(knowledge, console, options);
}

}  // namespace attune
