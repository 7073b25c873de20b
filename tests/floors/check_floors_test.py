#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plants breaches in small trees and expects check_floors.py to name each."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import check_floors


def breaches_of(files):
    """What the check says about a tree of {"core/a.h": text}."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check_floors.breaches(Path(folder))


class Floors(unittest.TestCase):
    def test_a_folder_may_include_itself_and_lower_floors(self):
        tree = {"core/span.h": "#include <vector>\n", "app/main.cpp": '#include "app/view.h"\n#include "core/span.h"\n',
                "app/view.h": ""}
        self.assertEqual(breaches_of(tree), [])

    def test_a_floor_above_is_a_breach(self):
        tree = {"text/tokens.cpp": '// first line\n#include "coach/coach.h"\n', "coach/coach.h": ""}
        self.assertEqual(breaches_of(tree), ["text/tokens.cpp:2: text/ must not include coach/, which stands above it"])

    def test_a_folder_beside_is_a_breach(self):
        tree = {"packs/compile.cpp": '#include "coach/coach.h"\n', "coach/coach.h": ""}
        self.assertEqual(breaches_of(tree), ["packs/compile.cpp:1: packs/ must not include coach/, which stands beside it"])

    def test_a_detour_over_a_relative_path_is_a_breach_all_the_same(self):
        tree = {"core/blob.h": '#  include "../app/view.h"\n', "app/view.h": ""}
        self.assertEqual(breaches_of(tree), ["core/blob.h:1: core/ must not include app/, which stands above it"])

    def test_folders_below_a_floor_belong_to_it(self):
        tree = {"coach/rewrite/trim.cpp": '#include "practice/deck.h"\n', "practice/deck.h": ""}
        self.assertEqual(breaches_of(tree),
                         ["coach/rewrite/trim.cpp:1: coach/ must not include practice/, which stands above it"])

    def test_a_circle_of_includes_is_named_in_full(self):
        tree = {"core/a.h": '#include "core/b.h"\n', "core/b.h": '#include "c.h"\n', "core/c.h": '#include "core/a.h"\n'}
        self.assertEqual(breaches_of(tree), ["core/a.h:1: includes itself: core/a.h -> core/b.h -> core/c.h -> core/a.h"])

    def test_yaml_belongs_to_packs_and_the_command_line_to_app(self):
        tree = {"coach/coach.cpp": "#include <yaml-cpp/yaml.h>\n", "packs/reader.cpp": "#include <yaml-cpp/yaml.h>\n",
                "practice/deck.cpp": "#include <CLI/CLI.hpp>\n", "app/flags.cpp": "#include <CLI/CLI.hpp>\n"}
        self.assertEqual(breaches_of(tree), ["coach/coach.cpp:1: <yaml-cpp/yaml.h> belongs to packs/ only",
                                             "practice/deck.cpp:1: <CLI/CLI.hpp> belongs to app/ only"])

    def test_a_file_on_no_floor_is_a_breach(self):
        self.assertEqual(breaches_of({"misc/things.h": "", "loose.cpp": ""}),
                         ["loose.cpp:1: stands on no floor", "misc/things.h:1: stands on no floor"])

    def test_an_include_that_leads_nowhere_is_a_breach(self):
        self.assertEqual(breaches_of({"core/a.h": '#include "core/gone.h"\n'}),
                         ['core/a.h:1: "core/gone.h" is no file of this tree'])

    def test_a_breach_is_exit_1_and_a_missing_folder_exit_2(self):
        command = [sys.executable, "-B", check_floors.__file__]
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "stray.h").write_text("")
            self.assertEqual(subprocess.run(command + [folder], capture_output=True).returncode, 1)
            self.assertEqual(subprocess.run(command + [folder + "/none"], capture_output=True).returncode, 2)


if __name__ == "__main__":
    unittest.main()
