// SPDX-License-Identifier: MIT
//
// `attune config`: what holds here, and who says so.
#include "app/commands/config.h"

#include <algorithm>

#include "app/console.h"
#include "app/json_writer.h"
#include "app/packs_in_use.h"
#include "app/project_settings.h"
#include "text/utf8.h"

namespace attune {
namespace {

constexpr int version = 1;  // of the shape of the JSON; data/schemas/config.schema.json

struct Row {
    std::string name, value, from, place;  // place: "FILE:LINE" where there is one
};

std::string place_of(const Diagnostic* spot) {
    return spot == nullptr ? "" : spot->place.file + ":" + std::to_string(spot->place.line);
}

std::string_view spelled(PackFolder::From from) {
    switch (from) {
        case PackFolder::From::user:
            return "user folder";
        case PackFolder::From::project:
            return "project file";
        case PackFolder::From::environment:
            return "ATTUNE_PACKS";
        case PackFolder::From::command_line:
            break;
    }
    return "command line";
}

std::vector<Row> pack_rows(const Arguments& arguments) {
    std::vector<Row> rows{{"pack", "built-in", "built-in", ""}};
    for (const PackFolder& folder : pack_folders_of(arguments))
        rows.push_back({"pack", folder.path, std::string(spelled(folder.from)),
                        folder.from == PackFolder::From::project
                            ? place_of(arguments.spot_of("--pack", folder.path))
                            : ""});
    return rows;
}

// A row a value; a setting that nobody gives has one row, with what then holds where that can be said.
std::vector<Row> setting_rows(const Arguments& arguments) {
    std::vector<Row> rows;
    for (const Flag& flag : project_flags()) {
        if (flag.name == "--pack") continue;
        const std::string name{flag.name.substr(2)};
        const auto values = arguments.of_project(flag.name);
        for (const std::string& value : values)
            rows.push_back({name, value, "project file", place_of(arguments.spot_of(flag.name, value))});
        if (values.empty()) rows.push_back({name, std::string(flag.unset), "default", ""});
    }
    return rows;
}

void show_text(const Arguments& arguments, const std::vector<Row>& rows, Console& console) {
    const std::string& project = arguments.project_file;
    console.out.write(project.empty() ? "no project file\n" : "project file: " + printable(project) + "\n");
    std::size_t names = 0, values = 0;
    for (const Row& row : rows) {
        names = std::max(names, row.name.size());
        values = std::max(values, display_width(printable(row.value)));
    }
    for (const Row& row : rows) {
        const std::string value = printable(row.value);
        std::string line = "  " + row.name + std::string(names - row.name.size() + 2, ' ') + value +
                           std::string(values - display_width(value) + 2, ' ');
        line += row.place.empty() ? row.from : printable(row.place);
        console.out.write(line + "\n");
    }
}

void show_json(const Arguments& arguments, const std::vector<Row>& packs, const std::vector<Row>& settings,
               Console& console) {
    JsonWriter json(console.out.buffer());
    const auto field = [&json](std::string_view name, std::string_view value) {
        json.key(name);
        json.string(value);
    };
    json.begin_object();
    json.key("version");
    json.number(version);
    json.key("isolated");
    json.boolean(arguments.has("--isolated"));
    json.key("project");
    if (arguments.project_file.empty())
        json.raw("null");
    else
        json.string(arguments.project_file);
    const auto list = [&](std::string_view name, const std::vector<Row>& rows, bool of_packs) {
        json.key(name);
        json.begin_array();
        for (const Row& row : rows) {
            json.begin_object();
            if (!of_packs) field("name", row.name);
            json.key(of_packs ? "folder" : "value");
            if (row.from == (of_packs ? "built-in" : "default") && (of_packs || row.value.empty()))
                json.raw("null");
            else
                json.string(row.value);
            field("from", row.from);
            if (!row.place.empty()) field("place", row.place);
            json.end_object();
        }
        json.end_array();
    };
    list("packs", packs, true);
    list("settings", settings, false);
    json.end_object();
    console.out.write("\n");
}

int run_config(const Arguments& arguments, Console& console) {
    const auto packs = pack_rows(arguments);
    const auto settings = setting_rows(arguments);
    if (arguments.value("--format").value_or("text") == "json") {
        show_json(arguments, packs, settings, console);
        return 0;
    }
    auto rows = packs;
    rows.insert(rows.end(), settings.begin(), settings.end());
    show_text(arguments, rows, console);
    return 0;
}

constexpr Usage examples[] = {
    {"attune config", "which packs are read here and which settings hold, each with who says so"},
    {"attune --isolated config", "the same without project file, own packs and environment"},
};

constexpr Flag flags[] = {
    {"--format", "FORMAT", "how to show it", "text|json", 0},
};

}  // namespace

const Command config_command = {
    "config",
    "what holds in this folder, and where it comes from",
    "A project keeps its settings in a file `.attune.yaml`, in the folder where attune is started or in one "
    "above it: `fail-on: 2`, `ignore: [silence]`, `pack: rules`. They are the flags of the other commands "
    "without "
    "their dashes; what is typed counts instead. Folders and files are looked for from where that file lies.",
    examples,
    flags,
    {},
    run_config,
};

}  // namespace attune
