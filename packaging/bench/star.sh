# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Star-balls written and read. Figures of writing end with the output on the disk for each side; refbox-cli flushes
# by itself, and nobody reads back.
benchStar() {
    needsCli
    starOfTree
    starOfGigabyte
    starImport
}

# A star-ball of a folder, uncompressed, with xattrs and ACLs on for every side.
starOfTree() {
    local round side out=$benchDir
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

# A vserver of 1 GB (the tree, as often as that takes): against tar, and with zstd at one level for both sides.
starOfGigabyte() {
    local round copies=0 wanted=1000000000 out=$benchDir box=$benchDir/box
    [[ $small == no ]] || wanted=1
    mkdir -p -- "$box"
    while ((copies == 0 || $(du -sb -- "$box" | cut -f1) < wanted)); do
        mkdir -p -- "$box/$copies"
        cp -a -- "$tree/." "$box/$copies"
        copies=$((copies + 1))
    done
    printf '# star: 1 GB is %s bytes, %s entries\n' "$(du -sb -- "$box" | cut -f1)" "$(entriesOf "$box")"
    warm "$box"
    sync -f -- "$benchDir"
    for ((round = 0; round < rounds; round++)); do
        sample boxOurs "$out/o.tar" "$cli" export star --no-verify --from "$box" "$out/o.tar"
        sample boxTar "$out/g.tar" tar --acls --xattrs --format=posix -cf "$out/g.tar" -C "$box" .
        rm -f -- "$out"/*.tar
        sample boxOursZstd "$out/o.tar.zst" "$cli" export star --no-verify --level 3 --from "$box" "$out/o.tar.zst"
        # shellcheck disable=SC2016 # the inner shell expands them
        sample boxTarZstd "$out/g.tar.zst" bash -c \
            'tar --acls --xattrs --format=posix -cf - -C "$0" . | zstd -q -T0 -3 -o "$1"' "$box" "$out/g.tar.zst"
        sample boxOursParts "$out/o.tar.001" \
            "$cli" export star --no-verify --checksum --split 100M --from "$box" "$out/o.tar"
        rm -f -- "$out"/o.tar.0*
    done
    seconds star boxOurs flushed 1g
    ratio star boxOurs boxTar flushed tar_1g
    seconds star boxOursZstd flushed 1g_zstd
    ratio star boxOursZstd boxTarZstd flushed tar_zstd_1g
    seconds star boxOursParts flushed 1g_parts_checksum
    figure star.1g_zstd_size "$(stat -c %s -- "$out/o.tar.zst")" B
    figure star.1g_tar_zstd_size "$(stat -c %s -- "$out/g.tar.zst")" B
    rm -rf -- "$box" "$out"/*.zst
}

# A star-ball of 100,000 entries, half of them in the refbox: reading it, planning without it, importing it.
starImport() {
    local round count=100000 dir=$benchDir/import
    [[ $small == no ]] || count=1000
    mkdir -p -- "$dir/refbox" "$dir/vserver"
    # Sizes that many files share, contents that none share, one time for all.
    awk -v dir="$dir" -v count="$count" 'BEGIN {
        for (i = 0; i < count / 100; i++)
            system("mkdir -p " dir "/refbox/" i " " dir "/vserver/" i)
        text = sprintf("%1500s", "x")
        for (i = 0; i < count; i++) {
            file = dir "/vserver/" int(i / 100) "/" i
            printf "%08d%s", i, substr(text, 1, 500 + i % 1000) > file
            close(file)
        }
    }'
    find "$dir/vserver" -type f -name '*[02468]' | sed "s|^$dir/vserver/||" >"$dir/shared"
    (cd -- "$dir/vserver" && cpio --quiet -pdm "$dir/refbox" <"$dir/shared")
    find "$dir" -exec touch -h -d @1000000000 -- {} +
    "$cli" export star --no-verify --from "$dir/vserver" "$dir/v.tar" >/dev/null 2>&1
    "$cli" export star --no-verify --from "$dir/vserver" "$dir/v.tar.zst" >/dev/null 2>&1
    echo 'return { refbox = 1, name = "bench", components = { { name = "c", source = { folder = "refbox" } } } }' \
        >"$dir/p.refbox.lua"
    for ((round = 0; round < rounds; round++)); do
        sample importPlan "" "$cli" plan "$dir/p.refbox.lua"
        sample importRead "" "$cli" inspect "$dir/v.tar"
        sample importTar "" "$cli" import --dry-run --json "$dir/p.refbox.lua" "$dir/v.tar"
        sample importReadZstd "" "$cli" inspect "$dir/v.tar.zst"
        sample importZstd "" "$cli" import --dry-run --json "$dir/p.refbox.lua" "$dir/v.tar.zst"
    done
    grep -q '"files": '"$((count / 2))" "$benchDir/importTar.log" || die "the import found other files than the shared"
    seconds star importPlan unflushed import_plan_without
    seconds star importRead unflushed import_read
    seconds star importTar unflushed import_100000
    seconds star importReadZstd unflushed import_read_zstd
    seconds star importZstd unflushed import_100000_zstd
    figure star.import_beyond_reading \
        "$(calc "($(median importTar unflushed) - $(median importRead unflushed)) / 1000000")" s
    rm -rf -- "$dir"
}
