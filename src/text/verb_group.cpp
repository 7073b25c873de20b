// SPDX-License-Identifier: MIT
//
// A small machine that walks over auxiliaries, negations and adverbs. What it expects next is the form of the
// verb that the last auxiliary asks for: a base form after "should" and "do", a participle after "have", an
// -ing form or a predicate after "be". It stops at the first word that cannot belong to the group.
#include "text/verb_group.h"

#include "text/features.h"

namespace attune {
namespace {

enum class Expects : std::uint8_t { finite, base, participle, predicate };

class GroupReader {
  public:
    GroupReader(const Words& words, std::uint32_t last, std::uint64_t subject)
        : words_(words), last_(last), subject_(subject) {}

    VerbGroup read(std::uint32_t at, std::uint32_t auxiliary) {
        out_.end = at == no_token ? last_ : at;
        if (auxiliary != no_token) {
            at_ = auxiliary;
            next_ = at;
            out_.verb = auxiliary;
            take(auxiliary);
            out_.end = at == no_token ? last_ : at;
            if (at == no_token) return finish();
        }
        constexpr int longest = 16;
        at_ = at;
        for (int i = 0; i < longest && at_ != no_token; ++i) {
            next_ = words_.next(at_, last_);
            if (!take(at_)) break;
            first_ = false;
            out_.end = at_ + 1;
            at_ = next_;
            if (done_) break;
        }
        return finish();
    }

  private:
    void add(std::uint64_t features) { out_.features |= features; }
    void tense(std::uint64_t feature) {
        if (!finite_) add(feature);
        finite_ = true;
    }
    // The word after the next ones that only colour: "have always to".
    [[nodiscard]] std::uint32_t past_adverbs(std::uint32_t at) const {
        for (int i = 0; i < 3 && words_.has(at, grammar::light | grammar::negator) && !words_.is(at, key::no);
             ++i)
            at = words_.next(at, last_);
        return at;
    }
    void skip_to(std::uint32_t to) { next_ = words_.next(to, last_), at_ = to; }
    void expect(Expects what) { expects_ = what; }
    bool main(std::uint32_t at) {
        out_.verb = at;
        done_ = true;
        return true;
    }
    // "to" stands next and a verb after it: have to go, need to go.
    bool obliged_to(std::uint32_t at) {
        const std::uint32_t to = past_adverbs(words_.next(at, last_));
        if (!words_.is(to, key::to)) return false;
        const std::uint32_t verb = past_adverbs(words_.next(to, last_));
        if (verb != no_token &&
            !words_.has(verb, grammar::verb_base | grammar::be | grammar::have | grammar::do_aux) &&
            words_.id(verb) != unknown_word)
            return false;
        add(feature::obliged);
        out_.verb = at;
        skip_to(to);
        expect(Expects::base);
        return true;
    }

    // Takes the word into the group; false when it does not belong there.
    bool take(std::uint32_t at) {
        const std::uint64_t g = words_.grammar(at);
        const WordId id = words_.id(at);
        if ((g & grammar::negator) && !is_one_of(id, key::no, key::nothing, key::none, key::nobody)) {
            add(feature::negated);
            return true;
        }
        if (expects_ == Expects::finite &&
            is_one_of(id, key::can, key::could, key::may, key::might, key::will, key::would, key::shall,
                      key::should, key::must, key::ought))
            return modal(at, id);
        if (g & grammar::be) return be(at, id);
        if (g & grammar::have) return have(at, id);
        if ((g & grammar::do_aux) && expects_ == Expects::finite && helps(at)) {
            tense(id == key::did ? feature::past : feature::present);
            out_.verb = at;
            expect(Expects::base);
            return true;
        }
        if (id == key::going && expects_ == Expects::predicate) {
            const std::uint32_t to = words_.next(at, last_);
            const std::uint32_t verb = words_.next(to, last_);
            if (words_.is(to, key::to) &&
                (words_.has(verb, grammar::verb_base | grammar::be | grammar::have | grammar::light))) {
                out_.features &= ~(feature::present | feature::past);
                add(feature::future);
                skip_to(to);
                expect(Expects::base);
                return true;
            }
        }
        if (id == key::supposed && expects_ == Expects::predicate && obliged_to(at)) return true;
        if (is_one_of(id, key::need, key::needs, key::needed) && expects_ != Expects::predicate) {
            if (obliged_to(at)) {
                tense(id == key::needed ? feature::past : feature::present);
                return true;
            }
        }
        if (id == key::got && obliged_to(at)) {
            out_.features &= ~feature::perfect;
            tense(feature::present);
            return true;
        }
        if (id == key::better && (first_ || would_) &&
            words_.has(words_.next(at, last_), grammar::verb_base | grammar::be | grammar::negator)) {
            add(feature::obliged);
            finite_ = true;
            expect(Expects::base);
            return true;
        }
        if (const bool colours = (g & grammar::light) && !(verb_fits(g) && !verb_follows(at)); colours) {
            if (expects_ == Expects::predicate && !verb_follows(at) && !group_goes_on(at)) return false;
            return true;
        }
        return verb(at, g);
    }

    [[nodiscard]] bool verb_fits(std::uint64_t g) const {
        switch (expects_) {
            case Expects::finite:
                return (g & (grammar::verb_base | grammar::verb_s | grammar::verb_past)) != 0;
            case Expects::base:
                return (g & grammar::verb_base) != 0;
            case Expects::participle:
                return (g & (grammar::verb_pp | grammar::verb_past)) != 0;
            case Expects::predicate:
                return (g & (grammar::verb_ing | grammar::verb_pp)) != 0;
        }
        return false;
    }
    [[nodiscard]] bool verb_follows(std::uint32_t at) const {
        const std::uint32_t n = past_adverbs(words_.next(at, last_));
        return n != no_token &&
               (verb_fits(words_.grammar(n)) ||
                words_.has(n, grammar::be | grammar::have | grammar::do_aux | grammar::modal));
    }
    [[nodiscard]] bool group_goes_on(std::uint32_t at) const {
        const std::uint32_t n = past_adverbs(words_.next(at, last_));
        return words_.is(n, key::going, key::supposed) || words_.has(n, grammar::negator);
    }
    // do / does / did as an auxiliary: a negation or a verb comes next.
    [[nodiscard]] bool helps(std::uint32_t at) const {
        const std::uint32_t n = words_.next(at, last_);
        return words_.has(n, grammar::negator) || words_.has(past_adverbs(n), grammar::verb_base) ||
               inverted(at);
    }
    [[nodiscard]] bool inverted(std::uint32_t at) const { return out_.verb == at; }

    bool modal(std::uint32_t at, WordId id) {
        finite_ = true;
        out_.verb = at;
        if (is_one_of(id, key::can, key::could, key::may, key::might)) add(feature::possible);
        if (is_one_of(id, key::may, key::might)) add(feature::hedged);
        if (is_one_of(id, key::will, key::shall)) add(feature::future);
        if (is_one_of(id, key::should, key::must, key::ought)) add(feature::obliged);
        if (id == key::must) epistemic_ = true;
        would_ = id == key::would;
        modal_ = true;
        if (id == key::ought && words_.is(next_, key::to)) skip_to(next_);
        expect(Expects::base);
        return true;
    }

    bool be(std::uint32_t at, WordId id) {
        if (id == key::been && expects_ == Expects::predicate) {  // "it's been": 's is "has"
            out_.features &= ~feature::present;
            add(feature::perfect);
        } else if (id == key::been && would_ && !epistemic_) {  // "you'd been"
            add(feature::past | feature::perfect);
        }
        if (is_one_of(id, key::was, key::were)) tense(feature::past);
        if (is_one_of(id, key::am, key::is, key::are)) tense(feature::present);
        out_.verb = at;
        expect(Expects::predicate);
        return true;
    }

    bool have(std::uint32_t at, WordId id) {
        if (expects_ == Expects::predicate && id != key::having) return false;
        const std::uint32_t n = past_adverbs(words_.next(at, last_));
        if (id != key::having && obliged_to(at)) {
            tense(id == key::had ? feature::past : feature::present);
            epistemic_ = true;
            return true;
        }
        if (id == key::had && words_.is(n, key::better)) {
            would_ = true;
            out_.verb = at;
            return true;
        }
        const bool helps = words_.has(n, grammar::verb_pp) || words_.is(n, key::been, key::had, key::got) ||
                           (inverted(at) && words_.id(n) != unknown_word);
        if (helps && id != key::having) {
            if (modal_) {
                if (!(out_.features & feature::future)) add(feature::past);
            } else {
                finite_ = true;
            }
            add(feature::perfect | (id == key::had ? feature::past : 0));
            out_.verb = at;
            expect(Expects::participle);
            return true;
        }
        if (id == key::had) tense(feature::past);
        if (is_one_of(id, key::have, key::has)) tense(feature::present);
        return main(at);
    }

    bool verb(std::uint32_t at, std::uint64_t g) {
        switch (expects_) {
            case Expects::predicate:
                if (words_.is(at, key::got)) {
                    out_.features &= ~feature::present;
                    add(feature::perfect);
                    return main(at);
                }
                return (g & (grammar::verb_ing | grammar::verb_pp)) != 0 &&
                       !(g & (grammar::feeling | grammar::adjective)) && main(at);
            case Expects::participle:
                return (g & (grammar::verb_pp | grammar::verb_past)) != 0 && main(at);
            case Expects::base:
                if (would_ && (g & grammar::verb_pp) &&
                    !(g & grammar::verb_base)) {  // "she'd gone": 'd is "had"
                    add(feature::past | feature::perfect);
                    return main(at);
                }
                return ((g & grammar::verb_base) != 0 || g == 0) && main(at);
            case Expects::finite:
                return finite(at, g);
        }
        return false;
    }

    bool finite(std::uint32_t at, std::uint64_t g) {
        const bool third = (subject_ & (grammar::subject_it | grammar::person)) != 0 ||
                           ((subject_ & grammar::subject_third) != 0 && !(g & grammar::verb_s));
        if ((g & grammar::verb_past) &&
            (!(g & grammar::verb_base) || third || (subject_ & grammar::nominative)))
            tense(feature::past);
        else if (g & (grammar::verb_s | grammar::verb_base | grammar::verb_past))
            tense(feature::present);
        else if (g & grammar::verb_pp)  // "I been there", "she gone"
            tense(feature::perfect);
        else if (g & grammar::verb_ing)  // "you feeling ok"
            tense(feature::present);
        else
            return false;
        return main(at);
    }

    VerbGroup finish() {
        if ((out_.features & feature::obliged) && !(out_.features & feature::negated) && epistemic_ &&
            guesses()) {
            out_.features &= ~feature::obliged;
            out_.features |= feature::hedged;
            out_.guess = true;
        }
        if ((out_.features & feature::future) && !(out_.features & feature::negated) && modal_)
            add(feature::certain);
        // "There is no need", "I have nothing".
        const std::uint32_t object = words_.next(out_.end == 0 ? no_token : out_.end - 1, last_);
        if (words_.is(object, key::no, key::nothing, key::nobody, key::none, key::neither))
            add(feature::negated);
        return out_;
    }

    // "must be", "has to be" with a feeling, a state that is seen from outside, or a past: a guess, no duty.
    [[nodiscard]] bool guesses() const {
        if (out_.features & feature::perfect) return true;
        if (words_.is(out_.verb, key::feel, key::mean, key::seem)) return true;
        if (words_.has(out_.verb, grammar::verb_ing)) return true;
        if (!words_.has(out_.verb, grammar::be)) {
            // "it must hurt", "that must suck"
            return (subject_ & grammar::subject_it) != 0;
        }
        if (subject_ & grammar::subject_it) return true;
        std::uint32_t at = words_.next(out_.end - 1, last_);
        for (int i = 0; i < 3 && words_.has(at, grammar::light | grammar::determiner) &&
                        !words_.has(at, grammar::feeling);
             ++i)
            at = words_.next(at, last_);
        if (words_.is(at, key::going)) return true;
        return words_.has(at, grammar::feeling);
    }

    const Words& words_;
    std::uint32_t last_;
    std::uint64_t subject_;
    VerbGroup out_;
    std::uint32_t at_ = no_token, next_ = no_token;
    Expects expects_ = Expects::finite;
    bool finite_ = false, done_ = false, modal_ = false, would_ = false, epistemic_ = false;
    bool first_ = true;  // no word was taken yet
};

}  // namespace

VerbGroup read_verb_group(const Words& words, std::uint32_t at, std::uint32_t last, std::uint64_t subject,
                          std::uint32_t auxiliary) {
    return GroupReader(words, last, subject).read(at, auxiliary);
}

}  // namespace attune
