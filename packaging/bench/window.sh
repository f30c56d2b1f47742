# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window on a display of its own (Xvfb): until it is there, and with a tree of a million names in it.

# makeNames FILE FOLDERS PER_FOLDER BIG: a star-ball of empty files; one folder has BIG of them.
makeNames() {
    awk -v folders="$2" -v files="$3" -v big="$4" 'BEGIN {
        print "#mtree"; print "/set type=file mode=0644 uid=0 gid=0 time=1"
        print "./big type=dir mode=0755"
        for (i = 0; i < big; i++) printf "./big/name%06d\n", i
        for (d = 0; d < folders; d++) {
            printf "./d%04d type=dir mode=0755\n", d
            for (i = 0; i < files; i++) printf "./d%04d/file%04d\n", d, i
        }
    }' >"$1.mtree"
    bsdtar -cf "$1" --format=pax "@$1.mtree"
    rm -f -- "$1.mtree"
}

# Until the window is mapped and painted.
startWindow() {
    local begin window=
    begin=$(nowMicros)
    "$bin/refbox" &
    local pid=$!
    while [[ -z $window ]]; do
        window=$(xdotool search --onlyvisible --pid "$pid" --name Refbox 2>/dev/null | head -n 1 || true)
        (($(nowMicros) - begin < 20000000)) || die "the window does not come"
    done
    echo "$(($(nowMicros) - begin))" >>"$benchDir/start.unflushed"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}

benchWindow() {
    local round folders=900 perFolder=1000 big=98000 display
    [[ -x $bin/refbox-bench-window ]] || die "the build made no refbox-bench-window"
    [[ $small == no ]] || folders=20 perFolder=50 big=2000
    exec {display}< <(exec Xvfb -displayfd 1 -screen 0 1400x900x24 -nolisten tcp -noreset 2>/dev/null)
    local xvfb=$!
    local -x DISPLAY QT_QPA_PLATFORM=xcb XDG_CONFIG_HOME=$benchDir/config XDG_DATA_HOME=$benchDir/data
    read -r -t 20 -u "$display" DISPLAY || die "Xvfb does not start"
    DISPLAY=:$DISPLAY
    for ((round = 0; round < 2 * rounds; round++)); do
        startWindow
    done
    figure window.first_window "$(calc "$(median start unflushed) / 1000" 0)" ms
    makeNames "$benchDir/names.tar" "$folders" "$perFolder" "$big"
    "$bin/refbox-bench-window" "$benchDir/names.tar" name0019 2>"$benchDir/window.log" ||
        die "refbox-bench-window failed: $(tail -n 3 "$benchDir/window.log")"
    kill "$xvfb"
    exec {display}<&-
    rm -f -- "$benchDir/names.tar"
}
