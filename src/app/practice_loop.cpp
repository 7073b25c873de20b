// SPDX-License-Identifier: MIT
#include "app/practice_loop.h"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "app/coaching_text.h"
#include "app/practice/closing.h"
#include "app/practice/drill_words.h"
#include "app/practice/page.h"
#include "app/practice/pause.h"
#include "app/practice/talk_words.h"
#include "app/wrap.h"
#include "core/suggest.h"
#include "practice/attempt_of.h"
#include "practice/drill.h"
#include "practice/typed.h"
#include "rules/evidence.h"

namespace attune {
namespace {

// Either a talk from a deck, or the drill of a skill; the talk waits behind the drill.
class Loop {
  public:
    Loop(Session& session, Coach& coach, LineReader& lines, Console& console, SessionClock& clock,
         const PracticeSettings& settings)
        : session_(session),
          coach_(coach),
          k_(coach.knowledge()),
          lines_(lines),
          console_(console),
          clock_(clock),
          settings_(settings),
          page_(console),
          pause_(coach, lines, page_, clock, settings.region),
          pausing_(settings.pause) {}

    void run() {
        lines_.complete_from(completions());
        if (settings_.skill)
            begin_skill(*settings_.skill);
        else
            page_.say("Someone says something that hurts. Answer as you would, and see how it lands.");
        page_.put(hang("", ":help shows what else there is.", 0, page_.screen()));
        ask();
        std::string line;
        while (!over_ && read(line)) {
            const Typed typed = read_typed(line);
            if (typed.order == Order::quit) break;
            take(typed);
            go_on();
        }
        leave();
        page_.turn("\n");
    }

  private:
    // The next line to take; false when there are no more.
    bool read(std::string& line) {
        if (pause_due_) {
            pause_due_ = false;
            fit_window();
            const std::string_view statement = drill_ ? drill_->task().says : session_.statement();
            switch (pause_.take(statement, felt_now(), line)) {
                case Pause::After::ended:
                    return false;
                case Pause::After::typed:
                    return true;
                case Pause::After::draft:
                    break;
            }
        }
        for (;;) {
            fit_window();
            page_.turn("\n\n");
            const LineState state = lines_.read(page_.prompt(), line);
            if (state != LineState::abandoned) return state == LineState::typed;
            hint_at_leaving(line);
        }
    }

    // The feeling that the moment is labelled with.
    [[nodiscard]] std::optional<std::size_t> felt_now() const {
        if (drill_ || session_.scenario() == nullptr) return std::nullopt;
        return session_.scenario()->family;
    }

    void fit_window() {
        if (settings_.follows_window && !console_.screen.plain)
            console_.screen.width = find_width(STDOUT_FILENO);
    }

    void take(const Typed& typed) {
        switch (typed.order) {
            case Order::draft:
                return drill_ ? take_answer(typed.text) : take_draft(typed.text);
            case Order::nothing:
                return page_.say("An answer can be short. Take your time, or :rewrite shows one.");
            case Order::why:
                return drill_ ? explain_answer(page_, k_, *drill_) : explain_last();
            case Order::rewrite:
                return drill_ ? offer_answer() : show_better_words();
            case Order::skip:
                drill_ ? drill_->skip() : session_.skip();
                ask_due_ = true;
                return;
            case Order::say:
                return say_own(typed.text);
            case Order::deck:
                return choose_deck(typed.text);
            case Order::skill:
                return choose_skill(typed.text);
            case Order::pause:
                pausing_ = !pausing_;
                return page_.say(
                    pausing_ ? "A breath and two questions come before each new moment. :pause ends that."
                             : "No pause from now on. :pause brings it back.");
            case Order::help:
                return help();
            case Order::unknown:
                return page_.say("There is no `" + std::string(typed.text) + "`" +
                                 (typed.suggestion.empty() ? ". :help lists what there is."
                                                           : "; did you mean `" + typed.suggestion + "`?"));
            case Order::quit:
                return;
        }
    }

    // Ctrl-C with nothing typed may be a wish to go.
    void hint_at_leaving(std::string_view dropped) {
        if (hinted_ || !dropped.empty()) return;
        hinted_ = true;
        page_.say("Ctrl-D or :quit leaves.");
    }

    // What is to be answered now.
    void ask() {
        page_.part();
        if (drill_) {
            show_task(page_, k_, *drill_);
            pause_due_ = pausing_ && drill_->skill().pause != 0;
            return;
        }
        const Scenario* scenario = session_.scenario();
        const std::string_view speaker = scenario != nullptr ? speaker_of(scenario->relation) : "Someone";
        page_.quote(std::string(speaker) + " says:", session_.statement());
        pause_due_ = pausing_;
    }

    void take_draft(std::string_view draft) {
        const Coaching& coaching = session_.answer(draft);
        ask_due_ = coaching.next == Next::on;
        if (coaching.landing == Landing::risk) return show_card();
        show_coaching(page_, k_, coaching, settings_.mastery);
        record(coaching);
        if (coaching.next == Next::further) open_up();
    }

    void open_up() {
        page_.quote("They open up:", session_.statement());
        if (!opened_) page_.say("Stay with them, or :skip to somebody else.");
        opened_ = true;
    }

    void record(const Coaching& coaching) {
        if (settings_.recorder == nullptr) return;
        const Attempt attempt = attempt_of(k_, coaching, static_cast<Instant>(std::time(nullptr)));
        if (const std::string trouble = settings_.recorder->record(attempt); !trouble.empty())
            page_.say(trouble);
    }

    void take_answer(std::string_view text) {
        const DrillAnswer& answer = drill_->answer(text);
        ask_due_ = answer.moves_on;
        if (answer.outcome == DrillAnswer::Outcome::risk)
            show_card();
        else
            show_answer(page_, k_, coach_, *drill_, settings_.mastery);
        tries_ += answer.outcome != DrillAnswer::Outcome::unclear ? 1 : 0;
        drilled_ += answer.outcome == DrillAnswer::Outcome::done ? 1 : 0;
    }

    void show_card() { page_.put("\n" + show_safety_card(k_, settings_.region, page_.screen())); }

    void explain_last() {
        const Coaching* last = session_.last();
        if (last == nullptr) return page_.say("Nothing has been drafted yet.");
        if (last->landing == Landing::risk)
            return page_.say("Someone may be in danger there; that comes before wording.");
        explain_draft(page_, k_, "Your draft:", last->draft, last->reading);
    }

    void show_better_words() {
        const auto rewrites = session_.better_words();
        if (rewrites.empty())
            return page_.say("There is nothing better to offer here than to stay and listen.");
        const std::string_view draft =
            session_.last() != nullptr ? session_.last()->draft : std::string_view{};
        page_.label("You could say:");
        for (const Rewrite& rewrite : rewrites) page_.put(show_rewrite(rewrite, draft, page_.screen()));
    }

    // What would give an exercise away is not shown.
    void offer_answer() {
        const DrillKind kind = drill_->skill().drill;
        if (kind == DrillKind::name || kind == DrillKind::spot)
            return page_.say("Give it a try: three are enough, then the answer is shown. :skip goes on.");
        show_offer(page_, coach_, drill_->task());
    }

    void say_own(std::string_view statement) {
        if (statement.empty())
            return page_.say("`:say` needs the words that were said, as in: :say I failed the exam again.");
        drill_.reset();
        if (!session_.say(statement)) show_card();
        ask_due_ = true;
    }

    void choose_deck(std::string_view name) {
        if (name.empty()) {
            page_.put("\n");
            for (const Deck& deck : k_.decks())
                page_.entry(k_.text(deck.name),
                            std::string(k_.text(deck.about)) + (deck.heavy != 0 ? " (heavy)" : ""));
            return;
        }
        const auto deck = find_named(name, "deck", k_.decks());
        if (!deck) return;
        if (!session_.choose_deck(*deck))
            return page_.say("That deck holds nothing that fits what you chose.");
        drill_.reset();
        if (k_.decks()[*deck].heavy != 0) page_.say(heavy_notice(k_, k_.decks()[*deck]));
        ask_due_ = true;
    }

    void choose_skill(std::string_view name) {
        if (name.empty()) {
            page_.put("\n");
            for (const Skill& skill : k_.skills()) page_.entry(k_.text(skill.name), k_.text(skill.about));
            return;
        }
        if (const auto skill = find_named(name, "skill", k_.skills())) begin_skill(*skill);
        ask_due_ = drill_.has_value();
    }

    void begin_skill(std::size_t skill) {
        drill_.emplace(coach_, skill, settings_.seed);
        if (!drill_->has_tasks()) {
            drill_.reset();
            return page_.say("That skill has no exercises in these packs.");
        }
        page_.say(std::string(k_.text(drill_->skill().title)) + ": " +
                  std::string(k_.text(drill_->skill().about)) + ". :deck NAME goes back to talks.");
    }

    // Says so when none of `items` has that name.
    template <class Items>
    std::optional<std::size_t> find_named(std::string_view name, const std::string& what,
                                          const Items& items) {
        std::vector<std::string> names;
        for (const auto& item : items) {
            names.emplace_back(k_.text(item.name));
            if (names.back() == name) return names.size() - 1;
        }
        const std::string near = did_you_mean(name, names);
        page_.say("There is no " + what + " `" + std::string(name) + "`" +
                  (near.empty() ? "; :" + what + " lists them." : "; did you mean `" + near + "`?"));
        return std::nullopt;
    }

    void help() {
        page_.put("\n");
        for (const OrderInfo& info : practice_orders()) {
            std::string left{info.name};
            if (!info.value.empty()) left += " " + std::string(info.value);
            page_.entry(left, info.about);
        }
        page_.say("Anything else is your draft.");
    }

    [[nodiscard]] std::vector<std::string> completions() const {
        std::vector<std::string> all;
        for (const OrderInfo& info : practice_orders()) {
            all.emplace_back(info.name);
            if (info.order == Order::deck)
                for (const Deck& deck : k_.decks()) all.push_back(":deck " + std::string(k_.text(deck.name)));
            if (info.order == Order::skill)
                for (const Skill& skill : k_.skills())
                    all.push_back(":skill " + std::string(k_.text(skill.name)));
        }
        return all;
    }

    // Another moment begins only while there is time; a talk that has begun is not cut off.
    void go_on() {
        if (!ask_due_) return;
        ask_due_ = false;
        over_ = settings_.time && clock_.now() >= *settings_.time;
        if (!over_) return ask();
        page_.say("Your time is over, and this is a good place to stop.");
    }

    void leave() {
        const bool drafted = session_.tally().drafts > 0;
        if (!drafted && tries_ == 0) return page_.say("Until another time.");
        page_.say("Thank you for practising. This session:");
        if (tries_ > 0) show_exercises(page_, drilled_, tries_);
        if (drafted) show_tally(page_, session_.tally());
        if (settings_.recorder != nullptr)
            if (const std::string lost = settings_.recorder->finish(); !lost.empty()) page_.say(lost);
        show_reminder(page_, k_, settings_.seed);
    }

    Session& session_;
    Coach& coach_;
    const Knowledge& k_;
    LineReader& lines_;
    Console& console_;
    SessionClock& clock_;
    const PracticeSettings& settings_;
    Page page_;
    Pause pause_;
    std::optional<Drill> drill_;
    int tries_ = 0, drilled_ = 0;  // at exercises, and how many of them were done
    bool pausing_;
    bool pause_due_ = false;  // before the next draft
    bool ask_due_ = false;    // another moment begins
    bool over_ = false;
    bool opened_ = false;  // somebody has opened up before
    bool hinted_ = false;
};

}  // namespace

std::string heavy_notice(const Knowledge& knowledge, const Deck& deck) {
    return "This is a heavy deck: " + std::string(knowledge.text(deck.about)) +
           ". :deck NAME changes to another one at any time, and :quit leaves.";
}

void run_practice(Session& session, Coach& coach, LineReader& lines, Console& console, SessionClock& clock,
                  const PracticeSettings& settings) {
    Loop(session, coach, lines, console, clock, settings).run();
    console.out.flush();
}

}  // namespace attune
