# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Loader and libraries of every dynamic program of a folder, and whether ldd says the same.

# Turns ldd's words into those of refbox-bench-elf: "PATH:", then each place after a tab, sorted.
normalizeLdd() {
    awk 'function flush(   command) { if (body != "") { printf "%s", body | "sort"; close("sort"); body = "" } }
        /^[^\t].*:$/ { flush(); print; fflush(); next }
        /linux-(vdso|gate)/ || /^\tstatically linked/ { next }
        / => not found$/ { sub(/ => not found$/, " not found"); body = body $0 "\n"; next }
        { sub(/ \(0x[0-9a-f]+\)$/, ""); sub(/^\t.* => /, "\t"); body = body $0 "\n" }
        END { flush() }'
}

benchElf() {
    local program=$bin/refbox-bench-elf list=$benchDir/programs round count different
    [[ -x $program ]] || die "the build made no refbox-bench-elf"
    "$program" --list /usr/bin >"$list"
    if [[ $small == yes ]]; then
        printf '# elf: all programs by us, only the first 20 by ldd, so no times\n'
        head -n 20 "$list" >"$list.few"
        mv -- "$list.few" "$list"
    fi
    count=$(wc -l <"$list")
    ((count > 1)) || die "no dynamic programs in /usr/bin"
    printf '# elf: %s dynamic programs of /usr/bin\n' "$count"
    "$program" /usr/bin >/dev/null
    for ((round = 0; round < rounds; round++)); do
        sample elfOurs "" "$program" /usr/bin
        ((round >= slowRounds)) || sample elfLdd "" xargs -d '\n' -a "$list" ldd
    done
    different=$(compareClosures "$list")
    figure elf.programs "$count" programs
    if [[ $small == no ]]; then
        figure elf.ours "$(calc "$(median elfOurs unflushed) / 1000" 1)" ms
        figure elf.ldd "$(calc "$(median elfLdd unflushed) / 1000" 1)" ms
        ratio elf elfOurs elfLdd unflushed ldd
    fi
    figure elf.different_closures "$different" programs
    ((different == 0)) || die "closures differ from ldd's; the first differences stand above"
}

# Prints how many programs have another closure than ldd says; the first differences go to stderr.
compareClosures() {
    normalizeLdd <"$benchDir/elfLdd.log" | onePerLine >"$benchDir/closures.ldd"
    "$program" /usr/bin | onePerLine >"$benchDir/closures.all"
    # Of ours only the programs that ldd was asked for.
    awk -F '\t' 'NR == FNR { wanted[$0 ":"]; next } $1 in wanted' "$1" "$benchDir/closures.all" \
        >"$benchDir/closures.ours"
    # Else nothing would have been compared.
    (($(grep -c $'\t' "$benchDir/closures.ldd") == $(wc -l <"$1"))) ||
        die "ldd's output was not understood, see its beginning:
$(head -n 5 "$benchDir/elfLdd.log")"
    diff "$benchDir/closures.ldd" "$benchDir/closures.ours" >"$benchDir/closures.diff" || true
    head -n 10 "$benchDir/closures.diff" >&2
    awk -F '\t' '/^[<>]/ { sub(/^[<>] /, "", $1); if (!($1 in seen)) { seen[$1]; n++ } } END { print n + 0 }' \
        "$benchDir/closures.diff"
}

# A program and its closure as one line with tabs, sorted by program.
onePerLine() {
    awk '/^\t/ { printf "%s", $0; next } { printf "%s%s", NR == 1 ? "" : "\n", $0 } END { if (NR) print "" }' | sort
}
