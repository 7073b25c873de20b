// SPDX-License-Identifier: MIT
#include "app/selection.h"

#include <algorithm>

#include "app/project_settings.h"
#include "text/utf8.h"

namespace attune {
namespace {

std::vector<FindingName> read_names(const Arguments& arguments, std::string_view flag,
                                    const Knowledge& knowledge) {
    std::vector<FindingName> names;
    for (const std::string& list : arguments.values(flag))
        for (std::string_view rest = list; !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            std::string_view name = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            while (name.starts_with(' ')) name.remove_prefix(1);
            while (name.ends_with(' ')) name.remove_suffix(1);
            if (name.empty()) continue;
            const auto found = find_finding_name(knowledge, name);
            if (!found)
                throw value_complaint(arguments, flag, list,
                                      "knows no pattern, kind or rule `" + printable(name) + "`",
                                      finding_name_help(knowledge, name));
            names.push_back(*found);
        }
    return names;
}

}  // namespace

Selection::Selection(const Arguments& arguments, const Knowledge& knowledge)
    : knowledge_(knowledge),
      selected_(read_names(arguments, "--select", knowledge)),
      ignored_(read_names(arguments, "--ignore", knowledge)) {}

int Selection::best(const std::vector<FindingName>& names, const Finding& finding) const {
    int best = 0;
    for (const FindingName& name : names)
        if (name.names(knowledge_, finding)) best = std::max(best, static_cast<int>(name.of));
    return best;
}

bool Selection::keeps(const Finding& finding) const {
    const int selected = best(selected_, finding);
    const int ignored = best(ignored_, finding);
    return selected > ignored || (selected_.empty() && ignored == 0);
}

}  // namespace attune
