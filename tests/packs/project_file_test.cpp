// SPDX-License-Identifier: MIT
#include "packs/project_file.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace attune;

namespace {

namespace fs = std::filesystem;

constexpr SettingShape shapes[] = {
    {"pack", "", SettingForm::folders},    {"fail-on", "1|2|3|never", SettingForm::text},
    {"ignore", "", SettingForm::list},     {"min-confidence", "", SettingForm::fraction},
    {"no-rewrites", "", SettingForm::yes}, {"baseline", "", SettingForm::file},
};

// A folder that is the working folder while this lives.
class WorkingFolder {
  public:
    WorkingFolder() : before_(fs::current_path()) {
        std::string name = (fs::temp_directory_path() / "attune-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
        fs::current_path(path_);
    }
    ~WorkingFolder() {
        fs::current_path(before_);
        fs::remove_all(path_);
    }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

  private:
    fs::path before_, path_;
};

void write(const std::string& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string problems_of(std::string_view text) {
    write(".attune.yaml", text);
    Diagnostics problems;
    const bool read = read_project_file(".attune.yaml", shapes, problems).has_value();
    CHECK(read == problems.all().empty());
    return problems.render();
}

}  // namespace

TEST_CASE("the nearest project file is found, here or above") {
    const WorkingFolder folder;
    CHECK(find_project_file() == "");
    write(".attune.yaml", "fail-on: 2\n");
    CHECK(find_project_file() == ".attune.yaml");
    fs::create_directories("a/b");
    fs::current_path("a/b");
    CHECK(find_project_file() == "../../.attune.yaml");
    write("../.attune.yaml", "fail-on: 3\n");
    CHECK(find_project_file() == "../.attune.yaml");
    fs::create_directory(".attune.yaml");  // a folder of that name is none
    CHECK(find_project_file() == "../.attune.yaml");
    fs::current_path("../..");
}

TEST_CASE("settings are read with their places, and paths from where the file lies") {
    const WorkingFolder folder;
    fs::create_directories("sub/rules");
    write("sub/.attune.yaml",
          "fail-on: 2\nignore: [silence, fixing.direct]\nmin-confidence: 0.6\nno-rewrites: true\n"
          "baseline: known.json\npack: rules\n");
    Diagnostics problems;
    const auto project = read_project_file("sub/.attune.yaml", shapes, problems);
    CHECK(problems.render() == "");
    REQUIRE(project);
    REQUIRE(project->settings.size() == 6);
    CHECK(project->settings[0].values[0].text == "2");
    REQUIRE(project->settings[1].values.size() == 2);
    CHECK(project->settings[1].values[1].text == "fixing.direct");
    CHECK(project->settings[1].values[1].spot.place.line == 2);
    CHECK(project->settings[1].values[1].spot.place.column == 19);
    CHECK(project->settings[3].values[0].text == "true");
    CHECK(project->settings[4].values[0].text == "sub/known.json");
    CHECK(project->settings[5].values[0].text == "sub/rules");
}

TEST_CASE("a switch that is off is as good as none") {
    const WorkingFolder folder;
    write(".attune.yaml", "no-rewrites: false\n");
    Diagnostics problems;
    const auto project = read_project_file(".attune.yaml", shapes, problems);
    REQUIRE(project);
    CHECK(project->settings[0].values.empty());
}

TEST_CASE("every mistake in a project file is told with its place and a cure") {
    const WorkingFolder folder;
    CHECK(problems_of("fial-on: 2\nfail-on: 5\nmin-confidence: 2\nno-rewrites: yes\npack: nowhere\n") ==
          ".attune.yaml:1:1: error: unknown setting `fial-on`\n"
          "1 | fial-on: 2\n"
          "  | ^^^^^^^ help: did you mean `fail-on`?\n"
          ".attune.yaml:2:10: error: unknown value `5`\n"
          "2 | fail-on: 5\n"
          "  |          ^ help: did you mean `1`?\n"
          ".attune.yaml:3:17: error: `min-confidence` is out of range\n"
          "3 | min-confidence: 2\n"
          "  |                 ^ help: from 0 to 1\n"
          ".attune.yaml:4:14: error: `no-rewrites` should be `true` or `false`\n"
          "4 | no-rewrites: yes\n"
          "  |              ^^^\n"
          ".attune.yaml:5:7: error: there is no folder `nowhere`\n"
          "5 | pack: nowhere\n"
          "  |       ^^^^^^^ help: it is looked for from where this file lies\n");
    CHECK(problems_of("- fail-on\n").find("a project file holds settings") != std::string::npos);
    CHECK(problems_of("fail-on: 1\nfail-on: 2\n").find("stands here twice") != std::string::npos);
    CHECK(problems_of("fail-on: [1, 2]\n").find("`fail-on` should be a text, not a list") !=
          std::string::npos);
    CHECK(problems_of("").find("nothing stands in this file") != std::string::npos);
}
