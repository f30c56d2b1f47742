# shellcheck shell=bash disable=SC2154 # variables of bench.sh
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Images of the other formats, of the same folder. Nobody reads them back afterwards, as the peers never do.
# Figures end with the output on the disk.

# oursImage SIDE FOLDER FORMAT [OPTION…]
oursImage() {
    local side=$1 folder=$2 format=$3
    shift 3
    sample "$side" "$benchDir/$side.img" "$cli" export image --no-verify --filesystem "$format" "$@" \
        --from "$folder" "$benchDir/$side.img"
}

# level COMPRESSION: the same for both sides.
level() {
    case $1 in
    gzip) echo 9 ;;
    zstd) echo 9 ;;
    *) echo 0 ;;
    esac
}

theirSquashFs() {
    local side=$1 folder=$2 compression=$3 options=()
    [[ $(level "$compression") == 0 ]] || options=(-Xcompression-level "$(level "$compression")")
    sample "$side" "$benchDir/$side.img" mksquashfs "$folder" "$benchDir/$side.img" -comp "$compression" \
        "${options[@]}" -quiet -no-progress -noappend
}

benchImages() {
    local entries round format compression
    needsCli
    entries=$(entriesOf "$tree")
    printf '# images: %s, %s entries\n' "$tree" "$entries"
    warm "$tree"
    sync -f -- "$benchDir"
    for ((round = 0; round < rounds; round++)); do
        for format in ext2 ext3 ext4 erofs iso9660 reiserfs; do
            oursImage "$format" "$tree" "$format"
        done
        sample mkfsErofs "$benchDir/mkfsErofs.img" mkfs.erofs "$benchDir/mkfsErofs.img" "$tree"
        sample xorriso "$benchDir/xorriso.img" xorriso -as mkisofs -quiet -R -o "$benchDir/xorriso.img" "$tree"
        ((round < slowRounds)) || continue
        for compression in gzip zstd lz4; do
            oursImage "squashfs_$compression" "$tree" squashfs --compression "$compression" \
                --level "$(level "$compression")"
            theirSquashFs "mksquashfs_$compression" "$tree" "$compression"
        done
    done
    for format in ext2 ext3 ext4 erofs iso9660 reiserfs squashfs_gzip squashfs_zstd squashfs_lz4; do
        seconds images "$format"
        figure "images.$format.image" "$(stat -c %s -- "$benchDir/$format.img")" bytes
        figure "images.$format.peak_rss" "$(median "$format" rss)" KiB
    done
    seconds images mkfsErofs
    seconds images xorriso
    ratio images erofs mkfsErofs
    ratio images iso9660 xorriso
    ratio images reiserfs ext4 flushed ext4_by_reiserfs
    for compression in gzip zstd lz4; do
        seconds images "mksquashfs_$compression"
        figure "images.mksquashfs_$compression.image" "$(stat -c %s -- "$benchDir/mksquashfs_$compression.img")" bytes
        ratio images "squashfs_$compression" "mksquashfs_$compression"
    done
    figure images.mkfsErofs.peak_rss "$(median mkfsErofs rss)" KiB
    figure images.xorriso.peak_rss "$(median xorriso rss)" KiB
    benchReading "$entries"
    rm -f -- "$benchDir"/*.img
}

# How long it takes to open an image: all that is known of its files, but not their content.
benchReading() {
    local format round
    for format in ext4 erofs iso9660 reiserfs squashfs_zstd; do
        for ((round = 0; round < rounds; round++)); do
            sample "read_$format" "" "$cli" inspect --json "$benchDir/$format.img"
        done
        seconds images "read_$format"
    done
}
