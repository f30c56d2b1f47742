# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From the program's start until the command inside has ended and the copy is gone; the first run, which may
# fill caches, does not count.
benchRun() {
    local round project=$benchDir/run.refbox.lua image=$benchDir/run.img
    needsCli
    "$cli" new "$project" --force --template nano-vserver >/dev/null
    "$cli" export image "$project" "$image" >/dev/null 2>&1 || die "cannot make $image"
    "$cli" run "$project" vsbox01 -- true || die "cannot run anything in the nano-vserver"
    for ((round = 0; round < 4 * rounds; round++)); do
        sample runProject "" "$cli" run "$project" vsbox01 -- true
        sample runImage "" "$cli" run "$image" vsbox01 -- true
    done
    for ((round = 0; round < rounds; round++)); do
        sample smoke "" "$cli" smoke "$image" vsbox01
    done
    figure run.project "$(calc "$(median runProject unflushed) / 1000" 1)" ms
    figure run.image "$(calc "$(median runImage unflushed) / 1000" 1)" ms
    figure run.smoke "$(calc "$(median smoke unflushed) / 1000000")" s
}
