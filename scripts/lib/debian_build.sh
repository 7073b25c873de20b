# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# The steps that scripts/run, scripts/test and scripts/lint share: install what is missing, configure, build.
# Sourced, not run. All that these steps say goes to stderr, so that stdout carries only what the caller starts
# last, and none of them reads stdin, so that a piped reply reaches the coach untouched.

project_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
readonly project_root

# By the names of Debian 12.
readonly build_packages=(g++ cmake ninja-build pkg-config libyaml-cpp-dev libcli11-dev libfmt-dev libsimdjson-dev
    libedit-dev libutf8proc-dev zlib1g-dev libzstd-dev libcsv-dev libtbb-dev libsqlite3-dev)
readonly test_packages=(doctest-dev python3 python3-jsonschema python3-yaml python3-distributed zsh fish mandoc groff-base)
readonly bench_packages=(libbenchmark-dev ripgrep diction)
readonly lint_packages=(clang-tidy clang-format libbenchmark-dev)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# Runs a step whose output matters only when it fails.
quietly() {
    local log status=0
    log="$(mktemp)"
    "$@" </dev/null >"$log" 2>&1 || status=$?
    if [[ $status -ne 0 ]]; then
        cat "$log" >&2
    fi
    rm -f "$log"
    return "$status"
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "installing packages needs root or sudo"
        return 1
    fi
}

apt_install() {
    as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends \
            -o DPkg::Lock::Timeout=120 "$@"
}

# Installs those of the given packages that are missing. The network is asked only when one is.
install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian; trusting that these are here: $*"
        return
    fi
    local package installed missing=()
    installed="$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)"
    for package in "$@"; do
        grep -qxF "installed $package" <<<"$installed" || missing+=("$package")
    done
    if [[ ${#missing[@]} -gt 0 ]]; then
        say "installing ${missing[*]}"
        quietly apt_install "${missing[@]}" || { say "could not install the packages"; return 1; }
    fi
}

# True when the preset was configured here (not where the folder stood before) with what is asked for.
is_configured() {
    local folder="$1" tests="$2"
    [[ -f $folder/build.ninja ]] &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$project_root" "$folder/CMakeCache.txt" &&
        { [[ $tests == OFF ]] || grep -qxF "ATTUNE_TESTS:BOOL=ON" "$folder/CMakeCache.txt"; }
}

# Brings build/PRESET to where it can be built, with or without the tests. Tests that are once there stay.
configure() {
    local preset="$1" tests="$2" folder="$project_root/build/$1"
    if is_configured "$folder" "$tests"; then
        return
    fi
    say "configuring build/$preset"
    rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
    quietly cmake -S "$project_root" --preset "$preset" -DATTUNE_TESTS="$tests" ||
        { say "could not configure build/$preset"; return 1; }
}

# Builds what has changed. The product is the file that shows that it was built before.
compile() {
    local preset="$1" target="$2" product="$3" folder="$project_root/build/$1"
    if [[ -e $folder/$product ]]; then
        say "bringing build/$preset up to date"
    else
        say "building $product in build/$preset, a minute or more the first time"
    fi
    quietly cmake --build "$folder" --target "$target" || { say "could not build build/$preset"; return 1; }
}

# One at a time: runs a step while no other script builds in this tree.
alone() {
    mkdir -p "$project_root/build"
    (
        flock --nonblock 9 || { say "waiting for another build of this tree"; flock 9; }
        "$@"
    ) 9>"$project_root/build/.lock"
}

build_coach() { configure release OFF && compile release attune attune; }
build_tests() { configure release ON && compile release all tests/attune-tests; }
build_benchmarks() {
    configure release ON
    quietly cmake -S "$project_root" --preset release -DATTUNE_BENCH=ON ||
        { say "could not configure the benchmarks"; return 1; }
    compile release attune attune && compile release attune-bench tests/attune-bench
}
configure_dev() { configure dev ON; }
