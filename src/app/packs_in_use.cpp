// SPDX-License-Identifier: MIT
#include "app/packs_in_use.h"

#include "app/complaint.h"

namespace attune {

std::unique_ptr<Library> open_packs(const Arguments& arguments) {
    Diagnostics problems;
    auto library = Library::open(find_pack_folders(arguments.values("--pack")), problems);
    if (library == nullptr) throw Complaint(problems.render());
    return library;
}

}  // namespace attune
