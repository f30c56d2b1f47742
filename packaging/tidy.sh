#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# clang-tidy over the sources that changed. Needs a build that packaging/test.sh has made.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/tidy.sh [--base COMMIT] [--limit N] [FILE…]

Runs clang-tidy over the C++ sources of src/ that changed since COMMIT, at most N of them (REFBOX_TIDY_LIMIT, 60),
or over the named files. Without --base: what changed since the branch left main; on main itself, in the six hours
before its last commit.
END
}

base=
limit=${REFBOX_TIDY_LIMIT:-60}
while (($# > 0)); do
    case $1 in
    --base)
        base=${2?"--base needs a commit"}
        shift
        ;;
    --limit)
        limit=${2?"--limit needs a number"}
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) break ;;
    esac
    shift
done
cd -- "$top"
build=$(developersBuild)
command -v clang-tidy >/dev/null || die "clang-tidy is missing: packaging/install-deps.sh --ci"

# Changed sources, and the source beside each changed header.
changedSources() {
    local file
    changedFiles "$1" src | while read -r file; do
        file=${file%.h}
        file=${file%.cpp}.cpp
        if [[ -f $file ]]; then
            echo "$file"
        fi
    done | sort -u
}

files=("$@")
if ((${#files[@]} == 0)); then
    [[ -n $base ]] || base=$(findBase)
    mapfile -t files < <(changedSources "$base")
    # Only what the build compiles: others have no flags to be read with.
    known=()
    for file in "${files[@]}"; do
        if grep -qF "\"file\": \"$top/$file\"" "$build/compile_commands.json"; then
            known+=("$file")
        fi
    done
    files=("${known[@]}")
fi
if ((${#files[@]} > limit)); then
    say "clang-tidy: ${#files[@]} files changed, only the first $limit are looked at"
    files=("${files[@]:0:limit}")
fi
if ((${#files[@]} == 0)); then
    say "clang-tidy: nothing changed"
    exit 0
fi
say "clang-tidy: ${#files[@]} files changed since ${base:-the beginning}"
# Without the headers that the build has read beforehand: clang-tidy may be of another version than they are for.
mkdir -p "$build/tidy"
withoutReadHeaders <"$build/compile_commands.json" >"$build/tidy/compile_commands.json"
printf '%s\0' "${files[@]}" |
    xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p "$build/tidy" 2> >(grep -v 'warnings generated' >&2)
