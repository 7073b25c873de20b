// SPDX-License-Identifier: MIT
#include "app/packs_in_use.h"

#include <algorithm>
#include <vector>

#include "app/complaint.h"
#include "app/project_settings.h"
#include "core/suggest.h"

namespace attune {
namespace {

void check_region(const Arguments& arguments, const Knowledge& knowledge, const std::string& region) {
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
    throw value_complaint(arguments, "--region", region,
                          "names no region that the packs know: `" + region + "`",
                          near.empty() ? "there are some for " + spelled : "did you mean `" + near + "`?");
}

}  // namespace

std::vector<PackFolder> pack_folders_of(const Arguments& arguments) {
    return find_pack_folders(
        {arguments.has("--isolated"), arguments.of_project("--pack"), arguments.typed("--pack")});
}

std::unique_ptr<Library> open_packs(const Arguments& arguments) {
    Diagnostics problems;
    auto library = Library::open(pack_folders_of(arguments), problems);
    if (library == nullptr) throw Complaint(problems.render());
    const std::string region = arguments.value("--region").value_or("");
    if (!region.empty()) check_region(arguments, library->knowledge(), region);
    return library;
}

}  // namespace attune
