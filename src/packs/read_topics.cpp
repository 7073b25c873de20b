// SPDX-License-Identifier: MIT
//
// What people tell of, and the words for exactly that. A topic's phrases go into the banks that its tenor
// is answered from.
#include "packs/read.h"

namespace attune {
namespace {

const std::vector<std::string> tenor_names = {"pain", "good-news", "light"};  // in the order of Tenor

// The words of a topic's own list in the bank that they are said from.
struct Shelf {
    std::string_view key, bank, bank_of_good_news;
};
constexpr Shelf shelves[] = {
    {"receive", "receive", "celebrate"},
    {"sense", "sense", "celebrate"},
    {"ask", "ask", "relish"},
};

void read_phrases_of(const Fields& fields, const TopicSource& topic, Pack& pack) {
    for (const Shelf& shelf : shelves)
        for (Text& text : fields.texts(shelf.key)) {
            PhraseSource phrase;
            phrase.bank = topic.tenor == Tenor::good_news ? shelf.bank_of_good_news : shelf.bank;
            phrase.topic = topic.name.value;
            phrase.text = std::move(text);
            pack.phrases.push_back(std::move(phrase));
        }
}

}  // namespace

void read_topics(const Source& source, const Yaml& document, Pack& pack) {
    const Fields fields(source, document, {"topics"}, {});
    for (const Yaml& node : fields.list("topics")) {
        const Fields own(source, node, {"topic", "about", "cue", "hits", "misses", "receive"},
                         {"tenor", "weight", "things", "except", "when", "sense", "ask"});
        auto name = own.text("topic");
        if (!name) continue;
        TopicSource topic;
        topic.name = std::move(*name);
        topic.about = own.string("about");
        topic.things = own.texts("things");
        if (const auto tenor = own.text("tenor"))
            if (const auto index = find_name(*tenor, tenor_names, "tenor"))
                topic.tenor = static_cast<Tenor>(*index);
        if (!topic.things.empty()) {
            ClassSource things{topic.name, topic.things};
            things.name.value += things_of_topic;
            pack.classes.push_back(std::move(things));
        }
        read_topic_rule(own, topic.name, pack);
        read_phrases_of(own, topic, pack);
        pack.topics.push_back(std::move(topic));
    }
}

}  // namespace attune
