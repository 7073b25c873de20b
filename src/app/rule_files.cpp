// SPDX-License-Identifier: MIT
#include "app/rule_files.h"

#include <algorithm>
#include <filesystem>

#include "app/complaint.h"
#include "app/input.h"
#include "app/packs_in_use.h"
#include "packs/builtin.h"
#include "packs/compile.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folders[] = {"lexicon", "signals", "patterns", "moves", "phrases", "scenarios"};

struct Opening {
    std::string_view key, folder;
};
constexpr Opening openings[] = {
    {"pattern", "patterns"}, {"move", "moves"},       {"signals", "signals"}, {"classes", "lexicon"},
    {"verbs", "lexicon"},    {"families", "lexicon"}, {"bank", "phrases"},    {"deck", "scenarios"},
};

std::string read_all(const std::string& path) {
    Input input(path);
    std::string text;
    for (std::size_t got = 1; got > 0;) {
        const std::size_t had = text.size();
        text.resize(had + (1U << 16));
        got = input.read(text.data() + had, 1U << 16);
        text.resize(had + got);
    }
    return text;
}

PackFiles read_path(const std::string& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return read_pack_folder(path);
    std::string text = read_all(path);
    const std::string place = place_in_pack(path, text);
    if (place.empty())
        throw usage_complaint("cannot tell what " + path + " holds",
                              "a rule file begins with `pattern:`, `move:` or `signals:`");
    return {{place, path, std::move(text)}};
}

}  // namespace

std::string place_in_pack(const std::string& path, std::string_view text) {
    const fs::path file(path);
    std::string name = file.filename().string();
    const std::string parent = fs::absolute(file).lexically_normal().parent_path().filename().string();
    if (std::find(std::begin(folders), std::end(folders), parent) != std::end(folders))
        return parent + "/" + name;
    if (name == "codebook.yaml" || name == "frames.yaml" || name == "safety.yaml") return name;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        for (const Opening& opening : openings)
            if (line.starts_with(opening.key) && line.substr(opening.key.size()).starts_with(':'))
                return std::string(opening.folder) + "/" + name;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return "";
}

RuleFiles::RuleFiles(const Arguments& arguments, const std::string& path) : has_path_(!path.empty()) {
    const auto pack_folders = pack_folders_of(arguments);
    Diagnostics problems;
    if (!has_path_) {
        library_ = Library::open(pack_folders, problems);
        if (library_ == nullptr) throw Complaint(problems.render());
        knowledge_ = &library_->knowledge();
        return;
    }
    PackFiles files = builtin_files();
    for (const PackFolder& folder : pack_folders)
        files = layer(std::move(files), read_pack_folder(folder.path));
    const PackFiles own = read_path(path);
    for (const PackFile& file : own) own_files_.push_back({file.path, file.shown});
    blob_ = compile_pack(layer(std::move(files), own), problems);
    if (problems.failed()) throw Complaint(problems.render());
    own_knowledge_ = std::make_unique<Knowledge>(blob_);
    knowledge_ = own_knowledge_.get();
}

const RuleFiles::OwnFile* RuleFiles::own_file(const Rule& rule) const {
    const auto path = knowledge_->text(rule.file);
    const auto found = std::find_if(own_files_.begin(), own_files_.end(),
                                    [&](const OwnFile& file) { return file.path == path; });
    return found == own_files_.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> RuleFiles::own_rules() const {
    const auto rules = knowledge_->rules();
    std::vector<std::uint32_t> own;
    for (std::uint32_t i = 0; i < rules.size(); ++i)
        if (!has_path_ || own_file(rules[i]) != nullptr) own.push_back(i);
    return own;
}

std::string RuleFiles::place(const Rule& rule, std::uint32_t line) const {
    const OwnFile* file = own_file(rule);
    return (file != nullptr ? file->shown : std::string(knowledge_->text(rule.file))) + ":" +
           std::to_string(line);
}

}  // namespace attune
