// SPDX-License-Identifier: MIT
#include "transcript/column_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/suggest.h"
#include "text/chars.h"
#include "transcript/trim.h"

namespace attune::transcript {
namespace {

constexpr std::size_t remembered_at_most = 4096;
constexpr std::size_t roles = 5;
constexpr std::array<std::string_view, roles> role_names = {"speaker", "text", "session", "order", "start"};

// Without blanks, "-" and "_". The first of a row is the surest.
constexpr std::string_view speaker_names[] = {"speaker",   "interlocutor", "role",          "from",
                                              "sender",    "author",       "participant",   "speakername",
                                              "speakerid", "speakeridx",   "participantid", "username",
                                              "user",      "who",          "name"};
constexpr std::string_view text_names[] = {"text",    "utterancetext", "utterance",   "content",
                                           "message", "body",          "transcript",  "sentence",
                                           "value",   "utt",           "messagetext", "messagecontent"};
constexpr std::string_view session_names[] = {
    "session",      "sessionid",  "transcriptid", "conversationid", "convid",   "convoid",
    "conversation", "dialogueid", "dialogid",     "interviewid",    "threadid", "callid",
    "chatid",       "episodeid",  "caseid",       "root",           "file"};
constexpr std::string_view order_names[] = {"utteranceid", "utteranceidx", "turnid", "turn",
                                            "turnnumber",  "turnidx",      "index"};
constexpr std::string_view start_names[] = {"timestamp", "start", "starttime", "startseconds",
                                            "begin",     "time",  "xmin"};

std::span<const std::string_view> names_of(Role role) {
    switch (role) {
        case Role::speaker:
            return speaker_names;
        case Role::text:
            return text_names;
        case Role::session:
            return session_names;
        case Role::order:
            return order_names;
        case Role::start:
            return start_names;
        case Role::other:
            break;
    }
    return {};
}

std::string folded(std::string_view name) {
    std::string out;
    for (const char c : trimmed(name))
        if (!is_blank(c) && c != '-' && c != '_') out.push_back(fold(c));
    return out;
}

}  // namespace

ColumnNames::ColumnNames(const ColumnMap& given)
    : given_{folded(given.speaker), folded(given.text), folded(given.session), folded(given.order),
             folded(given.start)} {}

const Meaning& ColumnNames::meaning_of(std::string_view name) {
    std::string key(name);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    if (known_.size() >= remembered_at_most) known_.clear();
    return known_.emplace(std::move(key), look_up(name)).first->second;
}

Meaning ColumnNames::look_up(std::string_view name) const {
    const std::string key = folded(name);
    for (std::size_t role = 0; role < roles; ++role)
        if (!given_[role].empty() && given_[role] == key) return {static_cast<Role>(role), 0};
    for (std::size_t role = 0; role < roles; ++role) {
        if (!given_[role].empty()) continue;
        const auto names = names_of(static_cast<Role>(role));
        const auto found = std::find(names.begin(), names.end(), key);
        if (found != names.end())
            return {static_cast<Role>(role), static_cast<std::size_t>(found - names.begin())};
    }
    return {};
}

std::string usual_names(Role role) {
    constexpr std::size_t shown = 4;
    std::string out;
    for (const std::string_view name : names_of(role).first(std::min(shown, names_of(role).size())))
        out.append(out.empty() ? "" : ", ").append(name);
    return out + " …";
}

std::optional<ColumnMap> parse_column_map(std::string_view text, std::string& problem) {
    ColumnMap map;
    std::string* const fields[roles] = {&map.speaker, &map.text, &map.session, &map.order, &map.start};
    while (!text.empty()) {
        const auto comma = text.find(',');
        const std::string_view pair = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || trimmed(pair.substr(equals + 1)).empty()) {
            problem = "`" + std::string(pair) + "` does not say `what=column`, as in `speaker=interlocutor`";
            return std::nullopt;
        }
        const std::string_view role = trimmed(pair.substr(0, equals));
        const auto known = std::find(role_names.begin(), role_names.end(), role);
        if (known == role_names.end()) {
            const std::vector<std::string> names(role_names.begin(), role_names.end());
            const std::string meant = did_you_mean(role, names);
            problem = "unknown column `" + std::string(role) + "`; " +
                      (meant.empty() ? "known are speaker, text, session, order and start"
                                     : "did you mean `" + meant + "`?");
            return std::nullopt;
        }
        *fields[known - role_names.begin()] = trimmed(pair.substr(equals + 1));
    }
    return map;
}

}  // namespace attune::transcript
