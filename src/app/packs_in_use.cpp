// SPDX-License-Identifier: MIT
#include "app/packs_in_use.h"

#include <algorithm>
#include <vector>

#include "app/complaint.h"
#include "core/suggest.h"

namespace attune {
namespace {

void check_region(const Knowledge& knowledge, const std::string& region) {
    std::vector<std::string> regions;
    std::string spelled;
    for (const SafetyLine& line : knowledge.safety_lines()) {
        const std::string known{knowledge.text(line.region)};
        if (known == region) return;
        if (known.empty() || std::find(regions.begin(), regions.end(), known) != regions.end()) continue;
        spelled += (regions.empty() ? "" : ", ") + known;
        regions.push_back(known);
    }
    const std::string near = did_you_mean(region, regions);
    throw usage_complaint("there are no lines for the region `" + region + "`",
                          near.empty() ? "there are some for " + spelled : "did you mean `" + near + "`?");
}

}  // namespace

std::unique_ptr<Library> open_packs(const Arguments& arguments) {
    Diagnostics problems;
    auto library = Library::open(find_pack_folders(arguments.values("--pack")), problems);
    if (library == nullptr) throw Complaint(problems.render());
    const std::string region = arguments.value("--region").value_or("");
    if (!region.empty()) check_region(library->knowledge(), region);
    return library;
}

}  // namespace attune
