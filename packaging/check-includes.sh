#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads what changed with the compiler by itself, without the headers that the build reads beforehand: these hide
# that a source does not include what it uses.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/check-includes.sh [--base COMMIT | --all]

Lets the compiler read the sources of src/ and tests/ that changed since COMMIT, and those that name a header that did,
or all of them. Needs a build that packaging/test.sh has made. Without --base: what changed since the branch left
main; on main itself, in the six hours before its last commit.
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
build=$(developersBuild)
export build

# What changed, and the sources that name a header that did: it may have brought them what they use.
withIncluders() {
    local file name
    while read -r file; do
        echo "$file"
        if [[ $file == *.h ]]; then
            name=$(basename -- "$file")
            git grep -lE "^#include \"([a-z0-9/.]*/)?${name//./\\.}\"" -- src tests || true
        fi
    done | sort -u
}

if [[ $all == yes ]]; then
    mapfile -t files < <(git ls-files src tests)
else
    mapfile -t files < <(changedFiles "${base:-$(findBase)}" src tests | withIncluders)
fi
# Only what the build compiles. The command is Ninja's for "what is made from this", without what it would write.
readByItself() {
    local command
    command=$(ninja -C "$build" -t commands -s "$1^" |
        withoutReadHeaders | sed -E 's! (-M[TF]|-o) ("[^"]*"|[^ ]+)!!g; s! -MD!!; s! -c ! -fsyntax-only !')
    (cd "$build" && eval "$command") || {
        echo "$1 does not include what it uses, or is wrong" >&2
        return 1
    }
}
export -f readByItself withoutReadHeaders
known=()
for file in "${files[@]}"; do
    if grep -qF "\"file\": \"$top/$file\"" "$build/compile_commands.json"; then
        known+=("$top/$file")
    fi
done
say "Reading ${#known[@]} sources by themselves"
if ((${#known[@]} > 0)); then
    # shellcheck disable=SC2016 # the inner shell expands it
    printf '%s\0' "${known[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'readByItself "$1"' bash
fi
