# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# An ext4 image of a folder. Nobody reads the image back afterwards, as mke2fs never does. Plain figures end with
# the output on the disk for each side, "unflushed" ones with the command; mke2fs always flushes by itself.

# oursExt4 SIDE FOLDER [OPTION…]
oursExt4() {
    local side=$1 folder=$2
    shift 2
    sample "$side" "$benchDir/$side.img" "$cli" export image --no-verify "$@" --from "$folder" "$benchDir/$side.img"
}

# The peer needs to be told a size and a number of inodes that suffice.
mke2fsExt4() {
    local side=$1 folder=$2 entries=$3 kib
    kib=$(($(du -s --block-size=4096 --apparent-size -- "$folder" | cut -f1) * 4))
    # A block for every entry's last, part-filled one; a sixteenth for metadata; the journal.
    kib=$((kib + entries * 4 + kib / 16 + entries / 3 + 200000))
    sample "$side" "$benchDir/$side.img" mke2fs -q -t ext4 -b 4096 -N $((entries + 5000)) -d "$folder" \
        "$benchDir/$side.img" "${kib}k"
}

# Reading and writing the same bytes, the least that any tool must do.
catAll() {
    # shellcheck disable=SC2016 # the inner shell expands
    sample "$1" "$benchDir/$1.bin" bash -o pipefail -c 'cd -- "$1" && find . -type f -print0 | xargs -0 cat >"$2"' \
        bash "$2" "$benchDir/$1.bin"
}

benchExt4() {
    local entries round
    needsCli
    entries=$(entriesOf "$tree")
    printf '# ext4: %s, %s entries\n' "$tree" "$entries"
    warm "$tree"
    sync -f -- "$benchDir"
    for ((round = 0; round < rounds; round++)); do
        oursExt4 ours "$tree"
        oursExt4 oursUnflushed "$tree" --no-flush
        catAll cat "$tree"
        sample tar "$benchDir/tar.tar" tar -cf "$benchDir/tar.tar" -C "$tree" .
        ((round >= slowRounds)) || mke2fsExt4 mke2fs "$tree" "$entries"
    done
    e2fsck -fn "$benchDir/ours.img" >"$benchDir/fsck.log" 2>&1 ||
        die "e2fsck finds fault with our image: $(tail -n 3 "$benchDir/fsck.log")"
    reportExt4 "$entries"
    rm -f -- "$benchDir"/*.img "$benchDir"/*.bin "$benchDir"/*.tar
    benchSmallFiles
    benchSharedFiles
}

reportExt4() {
    local side
    figure ext4.entries "$1" entries
    figure ext4.image "$(stat -c %s -- "$benchDir/ours.img")" bytes
    for side in ours mke2fs cat tar; do
        seconds ext4 "$side"
    done
    for side in mke2fs cat tar; do
        ratio ext4 ours "$side"
    done
    seconds ext4 oursUnflushed unflushed ours_unflushed
    for side in cat tar; do
        seconds ext4 "$side" unflushed "${side}_unflushed"
        ratio ext4 oursUnflushed "$side" unflushed "${side}_unflushed"
    done
    memory ext4 ours "$1"
}

# reportMke2fs GROUP OURS THEIRS ENTRIES
reportMke2fs() {
    figure "$1.entries" "$4" entries
    seconds "$1" "$2" flushed ours
    seconds "$1" "$3" flushed mke2fs
    ratio "$1" "$2" "$3" flushed mke2fs
}

# Whether twenty times the files take twenty times the time: that is where others turn quadratic.
benchSmallFiles() {
    local folders=500 perFolder=1000 many few round
    [[ $small == no ]] || folders=20 perFolder=10
    makeSmallFiles "$benchDir/many" "$folders" "$perFolder"
    mkdir -- "$benchDir/few"
    cp -al -- "$benchDir/many"/d{0..9} "$benchDir/few/"
    many=$(entriesOf "$benchDir/many")
    few=$(entriesOf "$benchDir/few")
    printf '# ext4.small: %s and %s entries, files of 600 bytes\n' "$many" "$few"
    warm "$benchDir/many"
    sync -f -- "$benchDir"
    for ((round = 0; round < rounds; round++)); do
        oursExt4 few "$benchDir/few" --no-flush
        oursExt4 many "$benchDir/many" --no-flush
        # mke2fs flushes: so does our side here.
        oursExt4 manyFlushed "$benchDir/many"
    done
    mke2fsExt4 manyMke2fs "$benchDir/many" "$many"
    reportMke2fs ext4.small manyFlushed manyMke2fs "$many"
    seconds ext4.small many unflushed ours_unflushed
    # 1 is linear; above it, an entry costs more in the large tree than in the small one.
    figure ext4.small.growth_per_entry \
        "$(calc "($(median many unflushed) / $many) / ($(median few unflushed) / $few)" 2)" x
    memory ext4.small many "$many"
    figure ext4.small.rss_per_further_entry \
        "$(calc "($(median many rss) - $(median few rss)) * 1024 / ($many - $few)" 1)" bytes
    rm -rf -- "$benchDir/many" "$benchDir/few" "$benchDir"/*.img
}

# What a package is made of: names that share their files.
benchSharedFiles() {
    local entries round
    makeSharedFiles "$benchDir/shared"
    entries=$(entriesOf "$benchDir/shared")
    printf '# ext4.shared: %s entries, files of 600 bytes with two names each\n' "$entries"
    warm "$benchDir/shared"
    sync -f -- "$benchDir"
    for ((round = 0; round < rounds; round++)); do
        oursExt4 shared "$benchDir/shared"
    done
    mke2fsExt4 sharedMke2fs "$benchDir/shared" "$entries"
    reportMke2fs ext4.shared shared sharedMke2fs "$entries"
    memory ext4.shared shared "$entries"
    rm -rf -- "$benchDir/shared" "$benchDir"/*.img
}
