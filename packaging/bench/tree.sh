# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program prints its figures in the report's form itself.
benchTree() {
    local program=$bin/refbox-bench-tree line
    [[ -x $program ]] || die "the build made no refbox-bench-tree"
    # A runaway must not take the machine down with it.
    (ulimit -v 12582912 && exec "$program" "$rounds") >"$benchDir/tree.out" || die "refbox-bench-tree failed"
    [[ -s $benchDir/tree.out ]] || die "refbox-bench-tree printed nothing"
    while read -r line; do
        [[ $line == '#'* || $line =~ ^tree\.[a-z0-9_.]+\ [0-9.e+-]+\ [^\ ]+$ ]] ||
            die "refbox-bench-tree printed a line that is no figure: $line"
        printf '%s\n' "$line"
    done <"$benchDir/tree.out"
}
