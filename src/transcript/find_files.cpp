// SPDX-License-Identifier: MIT
#include "transcript/find_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>

#include "transcript/file_name.h"

namespace attune::transcript {
namespace {

namespace fs = std::filesystem;

void tell(const ProblemSink& problems, const std::string& path, const std::string& message,
          const std::string& help) {
    Diagnostic problem;
    problem.place.file = path;
    problem.message = message;
    problem.help = help;
    if (problems) problems(problem);
}

// Adds what lies below `folder` to `found`, in no order.
void walk(const fs::path& folder, FoundFiles& found, const ProblemSink& problems) {
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const bool hidden = at->path().filename().native().starts_with('.');
        std::error_code unknown;
        if (at->is_directory(unknown)) {
            if (hidden) at.disable_recursion_pending();
        } else if (!hidden && at->is_regular_file(unknown)) {
            if (has_transcript_ending(at->path().native()))
                found.paths.push_back(at->path().native());
            else
                ++found.passed_over;
        }
    }
    if (error)
        tell(problems, folder.native(), "cannot be walked: " + error.message(),
             "what was found in it before is read");
}

}  // namespace

FoundFiles find_files(std::span<const std::string> paths, const ProblemSink& problems) {
    FoundFiles found;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-" || !fs::is_directory(path, error)) {
            if (path == "-" || fs::exists(path, error))
                found.paths.push_back(path);
            else
                tell(problems, path, "there is no such file or folder", "");
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(found.paths.size());
        walk(path, found, problems);
        std::sort(found.paths.begin() + first, found.paths.end());
    }
    std::unordered_set<std::string> seen;
    std::erase_if(found.paths, [&seen](const std::string& path) {
        return !seen.insert(fs::path(path).lexically_normal().native()).second;
    });
    return found;
}

}  // namespace attune::transcript
