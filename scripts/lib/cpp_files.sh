# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Which files the formatter and the linter look at. Sourced, not run.

# The named files, else every C++ file of the project; each ends with a zero byte.
cpp_files() {
    if [[ $# -gt 0 ]]; then
        printf '%s\0' "$@"
    else
        find "$project_root/src" "$project_root/tests" -name '*.cpp' -print0 -o -name '*.h' -print0 | sort -z
    fi
}
