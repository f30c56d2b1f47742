#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The checks that need no build: licence lines, rooms, format, scripts.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/check-sources.sh [CHECK…]

Runs the named checks, or all of them:
  spdx      every file names its copyright and licence
  rooms     no folder of src/ includes what it may not know (CONTRIBUTING.md)
  format    C++ sources look as clang-format 14 leaves them
  scripts   shellcheck finds nothing in the shell scripts
END
}

# The rooms that each room of src/ may include from, itself among them.
declare -A mayInclude=(
    [jobs]="jobs"
    [tree]="jobs tree"
    [formats]="jobs tree formats"
    [software]="jobs tree formats project software"
    [project]="jobs project"
    [assembly]="jobs tree formats software project assembly"
    [cli]="jobs tree formats software project assembly cli"
    [gui]="jobs tree formats software project assembly gui"
)

# Files of the checkout, also those that are not committed yet; NUL after each.
sources() {
    local file
    git ls-files -z --cached --others --exclude-standard --deduplicate -- "$@" |
        while IFS= read -r -d '' file; do
            [[ ! -f $file ]] || printf '%s\0' "$file"
        done
}

checkSpdx() {
    local file notices=() lacking=()
    while IFS= read -r -d '' file; do
        case $file in
        LICENSE | LICENSES/* | *.license) continue ;;
        esac
        # What cannot hold comments has its notice beside it, as REUSE has it.
        [[ ! -f $file.license ]] || file=$file.license
        notices+=("$file")
    done < <(sources)
    mapfile -t lacking < <(
        for line in SPDX-FileCopyrightText: SPDX-License-Identifier:; do
            grep -LaF "$line" -- "${notices[@]}"
        done | sort -u
    )
    ((${#lacking[@]} == 0)) && return 0
    printf '%s: lacks the two SPDX lines; what cannot hold them has a .license file beside it\n' "${lacking[@]}"
    return 1
}

checkRooms() {
    local files=() file room included last='' failed=0
    mapfile -d '' -t files < <(sources src)
    for file in "${files[@]}"; do
        room=${file#src/}
        room=${room%%/*}
        if [[ $file == src/*/* && -z ${mayInclude[$room]-} ]]; then
            printf '%s: is in no known room of src/\n' "$file"
            failed=1
        fi
    done
    while IFS=: read -r file included; do
        room=${file#src/}
        room=${room%%/*}
        included=${included#*[\"<]}
        included=${included%%/*}
        if [[ $file == src/*/* && -n ${mayInclude[$included]-} && " ${mayInclude[$room]-} " != *" $included "* &&
            $file:$included != "$last" ]]; then
            last=$file:$included
            printf '%s: %s may not know %s\n' "$file" "$room" "$included"
            failed=1
        fi
    done < <(grep -Ho '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<][a-z]*/' -- "${files[@]}")
    return "$failed"
}

checkFormat() {
    local tool=clang-format different=() said
    command -v clang-format-14 >/dev/null && tool=clang-format-14
    if ! "$tool" --version 2>/dev/null | grep -q 'version 14\.'; then
        echo "clang-format 14 is not here, others format differently: not checked" >&2
        return 0
    fi
    said=$(sources '*.cpp' '*.h' | xargs -0 -n 40 -P "$(nproc)" "$tool" --dry-run -Werror -- 2>&1) && return 0
    mapfile -t different < <(sed -n 's/:[0-9]*:[0-9]*: error: code should be clang-formatted.*//p' <<<"$said" | sort -u)
    if ((${#different[@]} == 0)); then
        printf '%s\n' "$said"
        return 1
    fi
    printf 'To be formatted with: %s -i' "$tool"
    printf ' %q' "${different[@]}"
    echo
    return 1
}

checkScripts() {
    local files=()
    command -v shellcheck >/dev/null || die "shellcheck is missing: packaging/install-deps.sh --ci"
    mapfile -d '' -t files < <(sources 'packaging/*.sh' .ci/run resources/package ':!*.lua')
    shellcheck -x -- "${files[@]}"
}

checks=("$@")
((${#checks[@]} > 0)) || checks=(spdx rooms format scripts)
cd -- "$top"
failed=()
for check in "${checks[@]}"; do
    case $check in
    spdx | rooms | format | scripts) "check${check^}" || failed+=("$check") ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
done
((${#failed[@]} == 0)) || die "failed: ${failed[*]}"
