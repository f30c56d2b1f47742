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
    benchAgain
}

# Writing an image again after one of its files changed: where blocks can be shared, and where not.
benchAgain() {
    local folder=$benchDir/again count=4000 i
    [[ $small == no ]] || count=40
    mkdir -- "$folder"
    for ((i = 0; i < count; i++)); do head -c 262144 /dev/urandom >"$folder/$i"; done
    sync -f -- "$folder" # else flushing the image waits for it
    againIn "$benchDir" again_copied
    againIn "$benchDir" again_squashfs --filesystem squashfs
    if ((EUID == 0)) && command -v mkfs.xfs >/dev/null; then
        truncate -s 6G "$benchDir/xfs"
        mkfs.xfs -q "$benchDir/xfs"
        mkdir -- "$benchDir/mnt"
        if mount -o loop "$benchDir/xfs" "$benchDir/mnt" 2>/dev/null; then
            againIn "$benchDir/mnt" again_shared
            umount "$benchDir/mnt"
        else
            printf '# this kernel mounts no XFS: nothing is shared\n'
        fi
    else
        printf '# no root, or no xfsprogs: nothing is shared\n'
    fi
    rm -rf -- "$folder" "$benchDir/xfs"
}

# againIn PLACE SIDE [OPTION…]: pairs of a fresh image and the next one, each with the comparison and on the disk.
againIn() {
    local image=$1/again.img side=$2 round begin
    shift 2
    sleep 4 # files that changed just now are not taken over
    for ((round = 0; round < rounds; round++)); do
        begin=$(nowMicros)
        "$cli" export image --fresh "$@" --from "$benchDir/again" "$image" >/dev/null 2>&1
        echo "$(($(nowMicros) - begin))" >>"$benchDir/${side}_fresh.flushed"
        echo changed >>"$benchDir/again/0"
        begin=$(nowMicros)
        "$cli" export image --json "$@" --from "$benchDir/again" "$image" >"$benchDir/again.json" 2>/dev/null
        echo "$(($(nowMicros) - begin))" >>"$benchDir/$side.flushed"
        grep -q '"taken_over_bytes": *[1-9]' "$benchDir/again.json" || die "nothing was taken over in $image"
    done
    seconds images "${side}_fresh"
    seconds images "$side"
    rm -f -- "$image"
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
