# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The link map: a million hard links of twelve vservers, painted as the window does.

benchLinkmap() {
    local links=1000000
    [[ -x $bin/refbox-bench-linkmap ]] || die "the build made no refbox-bench-linkmap"
    [[ $small == no ]] || links=24000
    QT_QPA_PLATFORM=offscreen "$bin/refbox-bench-linkmap" "$links" 2>"$benchDir/linkmap.log" ||
        die "refbox-bench-linkmap failed: $(tail -n 3 "$benchDir/linkmap.log")"
}
