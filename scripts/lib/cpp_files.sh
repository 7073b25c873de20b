# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Which files the formatter and the linter look at. Sourced, not run.

# The named files, else every C++ file of the project; each ends with a zero byte.
cpp_files() {
    if [[ $# -gt 0 ]]; then
        printf '%s\0' "$@"
    else
        # The library's examples are C++ of another project, which is built against what is installed.
        find "$project_root/src" "$project_root/tests" -path '*/tests/library' -prune -o \
            '(' -name '*.cpp' -o -name '*.h' -o -name '*.hpp' ')' -print0 | sort -z
    fi
}
