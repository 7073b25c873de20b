// SPDX-License-Identifier: MIT
#include "packs/project_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "packs/fields.h"
#include "packs/files.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view file_name = ".attune.yaml";

std::vector<std::string> split(std::string_view choices) {
    std::vector<std::string> parts;
    while (!choices.empty()) {
        const std::size_t end = std::min(choices.find('|'), choices.size());
        parts.emplace_back(choices.substr(0, end));
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    return parts;
}

class ProjectReader {
  public:
    ProjectReader(const PackFile& file, Diagnostics& problems)
        : file_(file),
          source_(file, problems),
          spots_source_(file, spots_),
          folder_(fs::path(file.shown).parent_path()) {}

    void read(std::span<const SettingShape> shapes, std::vector<ProjectSetting>& out) {
        const std::optional<Yaml> document = source_.parse();
        if (!document) return;
        std::vector<std::string> names;
        for (const SettingShape& shape : shapes) names.emplace_back(shape.name);
        if (document->kind != Yaml::Kind::map) {
            source_.error(*document, "a project file holds settings, each as `name: value`",
                          "settings are " + all_of(names));
            return;
        }
        for (const auto& entry : read_named(source_, *document, "the project file")) {
            const Text& name = entry.first;
            const auto shape = std::find_if(shapes.begin(), shapes.end(),
                                            [&](const SettingShape& s) { return s.name == name.value; });
            if (shape == shapes.end())
                name.error("unknown setting " + attune::quoted(name.value),
                           suggestion(name.value, names, "settings are " + all_of(names)));
            else
                read_setting(*shape, *entry.second, out.emplace_back(ProjectSetting{name.value, {}}));
        }
    }

  private:
    static std::string all_of(const std::vector<std::string>& names) {
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "`" : ", `") + name + "`";
        return all;
    }

    void read_setting(const SettingShape& shape, const Yaml& node, ProjectSetting& out) {
        const bool may_be_many = shape.form == SettingForm::list || shape.form == SettingForm::folders;
        if (may_be_many && node.kind == Yaml::Kind::sequence)
            for (const Yaml& item : node.items)
                read_value(shape, item, fmt::format("an item of `{}`", shape.name), out);
        else
            read_value(shape, node, fmt::format("`{}`", shape.name), out);
    }

    void read_value(const SettingShape& shape, const Yaml& node, const std::string& what,
                    ProjectSetting& out) {
        auto text = read_text(source_, node, what);
        if (!text) return;
        if (text->value.empty()) return text->error(what + " is empty");
        switch (shape.form) {
            case SettingForm::yes:
                if (text->value == "false" && !node.quoted) return;
                if (text->value != "true" || node.quoted)
                    return text->error(what + " should be `true` or `false`");
                break;
            case SettingForm::fraction:
                if (!read_fraction(source_, node, what)) return;
                break;
            case SettingForm::file:
            case SettingForm::folders:
                text->value = (folder_ / text->value).lexically_normal().generic_string();
                break;
            case SettingForm::none:
            case SettingForm::text:
            case SettingForm::list:
                break;
        }
        if (shape.form == SettingForm::folders && !fs::is_directory(text->value))
            return text->error("there is no folder " + attune::quoted(text->value),
                               "it is looked for from where this file lies");
        if (!shape.choices.empty() && !find_name(*text, split(shape.choices), "value")) return;
        spots_source_.error(node, "");
        out.values.push_back({std::move(text->value), spots_.all().back()});
    }

    const PackFile& file_;
    Source source_;
    Diagnostics spots_;
    Source spots_source_;
    fs::path folder_;
};

}  // namespace

std::string find_project_file() {
    std::error_code problem;
    fs::path folder = fs::current_path(problem);
    if (problem) return "";
    std::string way;  // up to the folder that is looked into
    for (;; way += "../") {
        std::string candidate = way + std::string(file_name);
        if (fs::is_regular_file(candidate, problem)) return candidate;
        if (!folder.has_relative_path()) return "";
        folder = folder.parent_path();
    }
}

std::optional<ProjectFile> read_project_file(const std::string& path, std::span<const SettingShape> shapes,
                                             Diagnostics& problems) {
    const PackFile file{path, path, read_text_file(path)};
    ProjectFile out{path, {}};
    Diagnostics own;
    ProjectReader(file, own).read(shapes, out.settings);
    for (const Diagnostic& problem : own.all()) problems.add(problem);
    if (own.failed()) return std::nullopt;
    return out;
}

}  // namespace attune
