# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A star-ball of a folder, uncompressed, with xattrs and ACLs on for every side. Nobody reads it back. Figures end
# with the output on the disk for each side; refbox-cli flushes by itself.
benchStar() {
    local round side out=$benchDir
    needsCli
    printf '# star: %s, %s entries\n' "$tree" "$(entriesOf "$tree")"
    warm "$tree"
    sync -f -- "$benchDir"
    for ((round = 0; round < rounds; round++)); do
        sample starOurs "$out/ours.tar" \
            "$cli" export star --no-verify --compression none --from "$tree" "$out/ours.tar"
        sample starTar "$out/gnu.tar" tar --acls --xattrs --format=posix -cf "$out/gnu.tar" -C "$tree" .
        sample starBsdtar "$out/bsd.tar" bsdtar --acls --xattrs --format=pax -cf "$out/bsd.tar" -C "$tree" .
    done
    bsdtar -tf "$out/ours.tar" >/dev/null || die "bsdtar cannot read our star-ball"
    for side in Ours Tar Bsdtar; do
        seconds star "star$side" flushed "${side,}"
    done
    for side in Tar Bsdtar; do
        ratio star starOurs "star$side" flushed "${side,}"
        seconds star "star$side" unflushed "${side,}_unflushed"
    done
    figure star.peak_rss "$(median starOurs rss)" KiB
    rm -f -- "$out"/*.tar
}
