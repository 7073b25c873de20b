// SPDX-License-Identifier: MIT
#include "app/practice_loop.h"

#include <algorithm>

#include "app/coaching_text.h"
#include "app/wrap.h"
#include "core/suggest.h"
#include "practice/typed.h"
#include "rules/evidence.h"

namespace attune {
namespace {

constexpr std::size_t findings_at_once = 2;

// Who speaks, by index into relation_names.
constexpr std::string_view speakers[] = {
    "Your partner",           "Your child",      "Your teenager", "A friend",         "Your parent",
    "Your sister or brother", "Someone at work", "A neighbour",   "Someone you help", "A voice inside you",
    "Someone you don't know"};
static_assert(std::size(speakers) == std::size(relation_names));

class Loop {
  public:
    Loop(Session& session, const Knowledge& knowledge, LineReader& lines, Console& console,
         const std::string& region)
        : session_(session),
          k_(knowledge),
          lines_(lines),
          console_(console),
          screen_(console.screen),
          region_(region) {}

    void run() {
        say("Someone says something that hurts. Answer as you would, and see how it lands. :help shows "
            "what else there is.");
        ask();
        std::string line;
        for (;;) {
            turn_page("\n\n");
            const LineState state = lines_.read("> ", line);
            if (state == LineState::ended) break;
            if (state == LineState::abandoned) {
                hint_at_leaving(line);
                continue;
            }
            const Typed typed = read_typed(line);
            if (typed.order == Order::quit) break;
            take(typed);
        }
        leave();
        turn_page("\n");
    }

  private:
    void take(const Typed& typed) {
        switch (typed.order) {
            case Order::draft:
                coach(session_.answer(typed.text));
                break;
            case Order::nothing:
                say("An answer can be short. Take your time, or :rewrite shows one.");
                break;
            case Order::why:
                explain_last();
                break;
            case Order::rewrite:
                show_better_words();
                break;
            case Order::skip:
                session_.skip();
                ask();
                break;
            case Order::say:
                if (typed.text.empty()) {
                    say("`:say` needs the words that were said, as in: :say I failed the exam again.");
                    break;
                }
                if (!session_.say(typed.text)) put("\n" + show_safety_card(k_, region_, screen_));
                ask();
                break;
            case Order::deck:
                choose_deck(typed.text);
                break;
            case Order::help:
                help();
                break;
            case Order::unknown:
                say("There is no `" + std::string(typed.text) + "`" +
                    (typed.suggestion.empty() ? ". :help lists what there is."
                                              : "; did you mean `" + typed.suggestion + "`?"));
                break;
            case Order::quit:
                break;
        }
    }

    // Ctrl-C with nothing typed may be a wish to go.
    void hint_at_leaving(std::string_view dropped) {
        if (hinted_ || !dropped.empty()) return;
        hinted_ = true;
        say("Ctrl-D or :quit leaves.");
    }

    // What is to be answered now.
    void ask() {
        put("\n" + screen_.in(Ink::faint, "* * *") + "\n");
        const Scenario* scenario = session_.scenario();
        const std::string_view speaker = scenario != nullptr ? speakers[scenario->relation] : "Someone";
        quote(std::string(speaker) + " says:", session_.statement());
    }

    void quote(const std::string& lead, std::string_view words) {
        put("\n" + screen_.in(Ink::faint, lead) + "\n");
        for (const LaidLine& line : lay_out(words, {}, screen_.width - 2, false))
            put("  " + screen_.in(Ink::bold, line.text) + "\n");
    }

    void coach(const Coaching& coaching) {
        put("\n");
        if (coaching.landing == Landing::risk) {
            put(show_safety_card(k_, region_, screen_));
            ask();
            return;
        }
        auto flagged = gravest_first(coaching.reading, flagged_from);
        flagged.resize(std::min(flagged.size(), findings_at_once));
        if (const auto kept = keepsakes(coaching.reading, flagged, 1); !kept.empty())
            put(show_keepsake(k_, coaching.draft, kept.front(), screen_));
        if (flagged.empty())
            put(hang("  ", clean_line(coaching.reading), 2, screen_));
        else
            put(show_findings(k_, coaching.draft, flagged, screen_));
        if (!coaching.they_say.empty()) quote("They say:", coaching.they_say);
        if (coaching.landing == Landing::missed && !coaching.rewrites.empty()) {
            put("\n" + screen_.in(Ink::faint, "One way to say it:") + "\n");
            put(show_rewrite(coaching.rewrites.front(), coaching.draft, screen_));
        }
        if (!coaching.moves_on) {
            say(coaching.landing != Landing::missed ? "Would you add a few words, or :skip?"
                : coaching.attempt == 1             ? "Try the same moment again, or :skip."
                                                    : "You can try the same moment again.");
            return;
        }
        if (coaching.landing != Landing::met) say("Let's leave this one here; it comes round again.");
        ask();
    }

    void explain_last() {
        const Coaching* last = session_.last();
        if (last == nullptr) return say("Nothing has been drafted yet.");
        if (last->landing == Landing::risk)
            return say("Someone may be in danger there; that comes before wording.");
        put("\n" + screen_.in(Ink::faint, "Your draft:") + "\n");
        const auto flagged = gravest_first(last->reading, flagged_from);
        put(show_reply(last->draft, flagged, screen_));
        for (const Finding* finding : flagged) {
            const Rule& rule = k_.rules()[finding->rule];
            const Finding* one[] = {finding};
            put("\n" + show_findings(k_, last->draft, one, screen_));
            const KindInfo& kind = k_.kinds()[rule.subkind];
            const CodeInfo& pattern = k_.patterns()[finding->pattern];
            const auto instead = kind.instead.size > 0 ? k_.text(kind.instead) : k_.text(pattern.instead);
            if (!instead.empty()) put(hang("    ", "Instead: " + std::string(instead) + ".", 4, screen_));
            put("    " + screen_.in(Ink::faint, "attune explain " + std::string(k_.text(rule.id))) + "\n");
        }
        const auto kept = keepsakes(last->reading, flagged, 3);
        if (!kept.empty()) put("\n" + screen_.in(Ink::faint, "What reaches them:") + "\n");
        for (const Keepsake& keepsake : kept) put(show_keepsake(k_, last->draft, keepsake, screen_));
        if (flagged.empty() && kept.empty()) say(std::string(clean_line(last->reading)));
    }

    void show_better_words() {
        const auto rewrites = session_.better_words();
        if (rewrites.empty()) return say("There is nothing better to offer here than to stay and listen.");
        const std::string_view draft =
            session_.last() != nullptr ? session_.last()->draft : std::string_view{};
        put("\n" + screen_.in(Ink::faint, "You could say:") + "\n");
        for (const Rewrite& rewrite : rewrites) put(show_rewrite(rewrite, draft, screen_));
    }

    void choose_deck(std::string_view name) {
        if (name.empty()) {
            put("\n");
            for (const Deck& deck : k_.decks()) {
                const std::string_view name_of = k_.text(deck.name);
                const std::string pad(name_of.size() < 14 ? 14 - name_of.size() : 1, ' ');
                const std::string lead = "  " + screen_.in(Ink::bold, name_of) + pad;
                put(hang(lead, std::string(k_.text(deck.about)) + (deck.heavy != 0 ? " (heavy)" : ""), 16,
                         screen_));
            }
            return;
        }
        std::vector<std::string> names;
        for (std::size_t d = 0; d < k_.decks().size(); ++d) {
            names.emplace_back(k_.text(k_.decks()[d].name));
            if (names.back() != name) continue;
            if (!session_.choose_deck(d)) return say("That deck holds nothing at this level.");
            return ask();
        }
        const std::string near = did_you_mean(name, names);
        say("There is no deck `" + std::string(name) + "`" +
            (near.empty() ? "; :deck lists them." : "; did you mean `" + near + "`?"));
    }

    void help() {
        put("\n");
        for (const OrderInfo& info : practice_orders()) {
            std::string left{info.name};
            if (!info.value.empty()) left += " " + std::string(info.value);
            const std::string pad(left.size() < 14 ? 14 - left.size() : 1, ' ');
            put(hang("  " + screen_.in(Ink::bold, left) + pad, info.about, 16, screen_));
        }
        say("Anything else is your draft.");
    }

    void leave() {
        if (session_.drafts() == 0) return say("Until another time.");
        const auto count = [](int n, std::string_view one, std::string_view many) {
            return std::to_string(n) + " " + std::string(n == 1 ? one : many);
        };
        say(count(session_.drafts(), "draft", "drafts") + " written, " + std::to_string(session_.landed()) +
            " landed. Thank you for practising.");
    }

    void put(std::string_view text) { page_ += text; }

    // Shows what has gathered, closed by those line breaks.
    void turn_page(std::string_view breaks) {
        if (page_.empty()) return;
        page_.erase(page_.find_last_not_of('\n') + 1);
        console_.out.write(page_.append(breaks));
        page_.clear();
    }

    void say(const std::string& words) { put("\n" + hang("", words, 0, screen_)); }

    Session& session_;
    const Knowledge& k_;
    LineReader& lines_;
    Console& console_;
    const Screen& screen_;
    std::string page_;
    bool hinted_ = false;
    const std::string& region_;
};

}  // namespace

void run_practice(Session& session, const Knowledge& knowledge, LineReader& lines, Console& console,
                  const std::string& region) {
    Loop(session, knowledge, lines, console, region).run();
    console.out.flush();
}

}  // namespace attune
