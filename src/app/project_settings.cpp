// SPDX-License-Identifier: MIT
#include "app/project_settings.h"

#include <algorithm>

namespace attune {
namespace {

bool knows(std::span<const Flag> flags, std::string_view name) {
    return std::any_of(flags.begin(), flags.end(), [&](const Flag& flag) { return flag.name == name; });
}

std::string_view setting_name(const Flag& flag) {
    return flag.name.substr(2);
}

}  // namespace

std::vector<Flag> project_flags() {
    std::vector<Flag> found;
    const auto add_all = [&](std::span<const Flag> flags) {
        for (const Flag& flag : flags)
            if (flag.setting != SettingForm::none && !knows(found, flag.name)) found.push_back(flag);
    };
    add_all(common_flags());
    for (const Command& command : commands()) add_all(command.flags);
    return found;
}

void add_project_settings(Arguments& arguments) {
    const std::string path = find_project_file();
    if (path.empty()) return;
    const std::vector<Flag> flags = project_flags();
    std::vector<SettingShape> shapes;
    for (const Flag& flag : flags) shapes.push_back({setting_name(flag), flag.choices, flag.setting});
    Diagnostics problems;
    auto project = read_project_file(path, shapes, problems);
    if (!project) throw Complaint(problems.render());
    arguments.project_file = path;
    for (ProjectSetting& setting : project->settings) {
        const auto flag = std::find_if(flags.begin(), flags.end(),
                                       [&](const Flag& f) { return setting_name(f) == setting.name; });
        for (ProjectValue& value : setting.values) arguments.add_from_project(flag->name, std::move(value));
    }
}

Complaint value_complaint(const Arguments& arguments, std::string_view flag, const std::string& value,
                          const std::string& message, const std::string& help) {
    const bool was_typed = !arguments.typed(flag).empty();
    const Diagnostic* spot = was_typed ? nullptr : arguments.spot_of(flag, value);
    if (spot == nullptr) return usage_complaint("`" + std::string(flag) + "` " + message, help);
    Diagnostic told = *spot;
    told.message = "`" + std::string(flag.substr(2)) + "` " + message;
    told.help = help;
    Diagnostics one;
    one.add(std::move(told));
    return Complaint(one.render());
}

}  // namespace attune
