// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "transcript/reader.h"

namespace attune::transcript {

struct FoundFiles {
    std::vector<std::string> paths;
    std::size_t passed_over = 0;  // files of walked folders whose ending no transcript has (.mp4, .png …)
};

// The transcripts that `paths` mean. A file or "-" stands for itself, whatever its name; a folder for all
// that lies below it and ends like a transcript, in the order of the bytes of its path, hidden files and
// folders left out. A file that is named twice comes once. What is not there is told to `problems`.
FoundFiles find_files(std::span<const std::string> paths, const ProblemSink& problems);

}  // namespace attune::transcript
