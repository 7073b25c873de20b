// SPDX-License-Identifier: MIT
//
// attune-pack DATA BLOB SOURCES: checks the pack in the folder DATA and writes it, compiled, to BLOB, and its
// YAML to SOURCES. The build runs it; a trainer may, too. Exit 1 when something is wrong, told on stderr.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "core/error.h"
#include "packs/compile.h"
#include "packs/sources.h"

namespace attune {
namespace {

// Writes beside the file and renames, so that nobody ever sees half of it.
void write_file(const std::string& path, std::span<const std::byte> bytes) {
    const std::string draft = path + ".part";
    std::ofstream file(draft, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw IoError(draft + ": cannot write this file");
    std::filesystem::rename(draft, path);
}

int run(std::span<char*> arguments) {
    if (arguments.size() != 4) {
        fmt::print(stderr, "usage: attune-pack DATA BLOB SOURCES\n");
        return 1;
    }
    const PackFiles files = read_pack_folder(arguments[1]);
    Diagnostics problems;
    const std::vector<std::byte> blob = compile_pack(files, problems);
    fmt::print(stderr, "{}", problems.render());
    if (problems.failed()) return 1;
    write_file(arguments[2], blob);
    write_file(arguments[3], write_sources(files));
    return 0;
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
    try {
        return attune::run({argv, static_cast<std::size_t>(argc)});
    } catch (const std::exception& problem) {
        fmt::print(stderr, "attune-pack: error: {}\n", problem.what());
        return 1;
    }
}
