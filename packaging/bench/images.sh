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
    needsCli
    imagesOf images "$tree" "$rounds" gzip zstd lz4
    # xz takes minutes, and the other formats write it as they do the rest.
    squashFsOf images.xz "$tree" 1 xz
    benchReading
    rm -f -- "$benchDir"/*.img
    makeSharedFiles "$benchDir/shared"
    imagesOf images.shared "$benchDir/shared" "$slowRounds" zstd lz4
    rm -rf -- "$benchDir/shared" "$benchDir"/*.img
    benchAgain
}

# imagesOf GROUP FOLDER ROUNDS COMPRESSION…: each format against its peer.
imagesOf() {
    local group=$1 folder=$2 count=$3 entries round format
    shift 3
    entries=$(entriesOf "$folder")
    printf '# %s: %s, %s entries\n' "$group" "$folder" "$entries"
    warm "$folder"
    sync -f -- "$benchDir"
    rm -f -- "$benchDir"/{ext2,ext3,ext4,erofs,iso9660,reiserfs,mkfsErofs,xorriso}.{flushed,unflushed,rss}
    for ((round = 0; round < count; round++)); do
        for format in ext2 ext3 ext4 erofs iso9660 reiserfs; do
            oursImage "$format" "$folder" "$format"
        done
        sample mkfsErofs "$benchDir/mkfsErofs.img" mkfs.erofs "$benchDir/mkfsErofs.img" "$folder"
        sample xorriso "$benchDir/xorriso.img" xorriso -as mkisofs -quiet -R -o "$benchDir/xorriso.img" "$folder"
    done
    for format in ext2 ext3 ext4 erofs iso9660 reiserfs; do
        seconds "$group" "$format"
        figure "$group.$format.image" "$(stat -c %s -- "$benchDir/$format.img")" bytes
        memory "$group.$format" "$format" "$entries"
    done
    seconds "$group" mkfsErofs
    seconds "$group" xorriso
    ratio "$group" erofs mkfsErofs
    ratio "$group" iso9660 xorriso
    ratio "$group" reiserfs ext4 flushed ext4_by_reiserfs
    figure "$group.mkfsErofs.peak_rss" "$(median mkfsErofs rss)" KiB
    figure "$group.xorriso.peak_rss" "$(median xorriso rss)" KiB
    squashFsOf "$group" "$folder" "$((count < slowRounds ? count : slowRounds))" "$@"
}

# squashFsOf GROUP FOLDER ROUNDS COMPRESSION…
squashFsOf() {
    local group=$1 folder=$2 count=$3 entries round compression
    shift 3
    entries=$(entriesOf "$folder")
    for compression in "$@"; do
        rm -f -- "$benchDir"/{,mk}squashfs_"$compression".{flushed,unflushed,rss}
        for ((round = 0; round < count; round++)); do
            oursImage "squashfs_$compression" "$folder" squashfs --compression "$compression" \
                --level "$(level "$compression")"
            theirSquashFs "mksquashfs_$compression" "$folder" "$compression"
        done
        seconds "$group" "squashfs_$compression"
        seconds "$group" "mksquashfs_$compression"
        figure "$group.squashfs_$compression.image" "$(stat -c %s -- "$benchDir/squashfs_$compression.img")" bytes
        figure "$group.mksquashfs_$compression.image" \
            "$(stat -c %s -- "$benchDir/mksquashfs_$compression.img")" bytes
        ratio "$group" "squashfs_$compression" "mksquashfs_$compression"
        memory "$group.squashfs_$compression" "squashfs_$compression" "$entries"
    done
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
