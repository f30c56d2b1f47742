#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiles what changed by itself, without the headers that other builds read beforehand: these hide that a source
# does not include what it uses.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/check-includes.sh [--base COMMIT | --all]

Compiles the sources of src/ and tests/ that changed since COMMIT, and those that read a header that did, or all of
them, in build/includes. Needs build/dev, as packaging/test.sh leaves it, but for --all. Without --base: what changed
since the branch left main; on main itself, in the six hours before its last commit.
END
}

base=
all=no
case ${1-} in
"") ;;
--base) base=${2?"--base needs a commit"} ;;
--all) all=yes ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
cd -- "$top"
installFor --build --test
# Nothing of it is run, so it needs no debug information.
cmake -S . -B build/includes -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-g0 -DREFBOX_WERROR=ON \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON

# The sources that read what changed: the build of the preset dev has noted the headers of each, read by whatever way.
# A compiler cache notes them relative to the build's folder.
readersOf() {
    ninja -C build/dev -t deps | awk -v top="$top/" '
        NR == FNR { changed[$0]; next }
        /^[^ ]/ { source = ""; next }
        { sub(/^ +(\.\.\/\.\.\/)?/, "") }
        index($0, top) == 1 { $0 = substr($0, length(top) + 1) }
        source == "" { source = $0 }
        $0 in changed { print source }' "$1" - | sort -u
}

if [[ $all == yes ]]; then
    mapfile -t files < <(git ls-files src tests)
else
    [[ -e build/dev/build.ninja ]] || die "there is no build/dev yet: run packaging/test.sh first"
    mapfile -t files < <(readersOf <(changedFiles "${base:-$(findBase)}" src tests))
fi
objects=()
for file in "${files[@]}"; do
    # Only what the build compiles. Ninja's name for "what is made from this".
    if grep -qF "\"file\": \"$top/$file\"" build/includes/compile_commands.json; then
        objects+=("$top/$file^")
    fi
done
say "Compiling ${#objects[@]} sources by themselves"
if ((${#objects[@]} > 0)); then
    ninja -C build/includes "${objects[@]}"
fi
