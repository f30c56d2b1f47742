# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The whole program from its start to the printed plan; the first run, which may fill caches, does not count.
benchPlan() {
    local round project=$benchDir/nano.refbox.lua
    needsCli
    "$cli" new "$project" --template nano-vserver >/dev/null
    "$cli" plan "$project" >/dev/null
    for ((round = 0; round < 2 * rounds; round++)); do
        sample plan "" "$cli" plan "$project"
    done
    figure plan.nano_vserver "$(calc "$(median plan unflushed) / 1000" 1)" ms
    figure plan.peak_rss "$(median plan rss)" KiB
}
