// SPDX-License-Identifier: MIT
//
// The settings that a project keeps for all who work on it: one YAML file, `.attune.yaml`, found in the
// folder where attune is started or in the nearest one above. It is read as strictly as a pack. What settings
// there are, the caller says; each is a flag of the command line by another way.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"

namespace attune {

enum class SettingForm : std::uint8_t {
    none,      // stands in no project file
    text,      // one value, of the choices where there are some
    list,      // one or several
    fraction,  // a number from 0 to 1
    yes,       // `true`, or `false` as if it were not there
    file,      // a path, from the project file's folder
    folders,   // one or several of them
};

struct SettingShape {
    std::string_view name;     // "fail-on"
    std::string_view choices;  // "1|2|3|never"; "" for any
    SettingForm form = SettingForm::text;
};

struct ProjectValue {
    std::string text;  // paths as they are to be opened from here
    Diagnostic spot;   // where it stands, for a caller that finds something wrong with it
};

struct ProjectSetting {
    std::string name;
    std::vector<ProjectValue> values;  // "true" for a switch
};

struct ProjectFile {
    std::string path;  // as messages name it: ".attune.yaml", "../.attune.yaml"
    std::vector<ProjectSetting> settings;
};

// The nearest project file at or above the working folder; "" when there is none.
std::string find_project_file();

// Nothing, with every problem told, when the file is not right. Throws IoError when it cannot be read.
std::optional<ProjectFile> read_project_file(const std::string& path, std::span<const SettingShape> shapes,
                                             Diagnostics& problems);

}  // namespace attune
