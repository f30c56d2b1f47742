# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How bench.sh measures. A side is a name and a command; its samples are collected in files below benchDir.
# Uses from bench.sh: benchDir, cli, tree, rounds, small; and die, say.

nowMicros() { echo "${EPOCHREALTIME/[.,]/}"; }

# sample SIDE OUTPUT COMMAND…: runs a side once. OUTPUT is the file that it makes ("" for none), absent before.
# Notes microseconds until the command ended, until its output was flushed, and its peak resident KiB.
sample() {
    local side=$1 output=$2 log=$benchDir/$1.log begin ended flushed
    shift 2
    [[ -z $output ]] || rm -f -- "$output"
    begin=$(nowMicros)
    command time --quiet -a -o "$benchDir/$side.rss" -f %M "$@" >"$log" 2>&1 ||
        die "$side failed: $*
$(tail -n 5 "$log")"
    ended=$(nowMicros)
    [[ -z $output ]] || sync -- "$output"
    flushed=$(nowMicros)
    [[ -z $output || -s $output ]] || die "$side made no $output"
    echo "$((ended - begin))" >>"$benchDir/$side.unflushed"
    echo "$((flushed - begin))" >>"$benchDir/$side.flushed"
}

# median SIDE KIND, KIND being flushed, unflushed or rss.
median() {
    sort -n "$benchDir/$1.$2" | awk '{ v[NR] = $1 }
        END { if (NR == 0) exit 1; print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# figure NAME VALUE UNIT: one line of the report.
figure() { printf '%s %s %s\n' "$1" "$2" "$3"; }

# calc EXPRESSION [DIGITS]
calc() { awk "BEGIN { printf \"%.${2:-3}f\", ($1) }"; }

# seconds GROUP SIDE [KIND] [NAME]: the median time of a side as a figure.
seconds() { figure "$1.${4:-$2}" "$(calc "$(median "$2" "${3:-flushed}") / 1000000")" s; }

# ratio GROUP OURS PEER [KIND] [NAME]: how many times faster OURS is than PEER.
ratio() {
    figure "$1.ours_vs_${5:-$3}" "$(calc "$(median "$3" "${4:-flushed}") / $(median "$2" "${4:-flushed}")" 2)" x
}

# memory GROUP SIDE ENTRIES
memory() {
    local rss
    rss=$(median "$2" rss)
    figure "$1.peak_rss" "$rss" KiB
    figure "$1.rss_above_32MiB_per_entry" "$(calc "$rss > 32768 ? ($rss - 32768) * 1024 / $3 : 0" 1)" bytes
}

# makeSmallFiles FOLDER FOLDERS PER_FOLDER: files of 600 bytes.
makeSmallFiles() {
    local i
    for ((i = 0; i < $2; i++)); do
        mkdir -p -- "$1/d$i"
        seq -f '%0599.0f' "$((i * $3))" "$(((i + 1) * $3 - 1))" | split -a 5 -d -l 1 - "$1/d$i/f"
    done
}

# makeSharedFiles FOLDER: 250,000 such files, each with a name in two folders.
makeSharedFiles() {
    local folders=250 perFolder=1000
    [[ $small == no ]] || folders=10 perFolder=10
    makeSmallFiles "$1/a" "$folders" "$perFolder"
    cp -al -- "$1/a" "$1/b"
}

# Reads all of a folder once, so that every side finds a warm cache.
warm() { tar -cf - -C "$1" . 2>/dev/null | cat >/dev/null || die "cannot read all of $1"; }

entriesOf() { find "$1" -printf '\n' | wc -l; }

needsCli() { [[ -x $cli ]] || die "the build made no refbox-cli"; }

describeMachine() {
    printf '# refbox %s, %s\n' "$(git -C "$top" describe --always --dirty 2>/dev/null || echo unknown)" \
        "$(c++ --version | head -n 1)"
    printf '# %s, %s processors, %s of memory, kernel %s\n' \
        "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" \
        "$(awk '/^MemTotal/ { printf "%.1f GiB", $2 / 1048576 }' /proc/meminfo)" "$(uname -r)"
    printf '# %s; %s; %s; %s; %s\n' "$(. /etc/os-release && echo "$PRETTY_NAME")" "$(mke2fs -V 2>&1 | head -n 1)" \
        "$(tar --version | head -n 1)" "$(bsdtar --version | cut -d' ' -f1-5)" "$(ldd --version | head -n 1)"
    printf '# outputs on %s; load %s; rounds %s, slow peers %s\n' \
        "$(stat -f -c %T -- "$benchDir")" "$(cut -d' ' -f1 /proc/loadavg)" "$rounds" "$slowRounds"
}
