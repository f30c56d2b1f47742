#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures Refbox against the tools that people would use instead.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/bench.sh [--small] [GROUP…]

Builds the preset release and measures the named groups, or all of them:
  tree   building, walking and comparing file trees
  ext4   an ext4 image of a folder, against mke2fs -d, tar, and cat of all its files
  images the other formats of images, against mksquashfs, mkfs.erofs and xorriso; opening images
  star   star-balls of a folder and of 1 GB, against GNU tar, bsdtar and tar | zstd; importing 100,000 entries
  plan   planning the nano-vserver template
  run    a command of the nano-vserver on a throw-away copy, from the project and from its image; its smoke test
  elf    closures of all programs in /usr/bin, against ldd
  window the window until it is there, and with a million names in it
  linkmap  a link map of a million links: opening, frames, memory
  check  all checks of a tree of 100,000 files, 5,000 of them programs
  sources  the classic package from its tarballs, against a plain shell script; takes half an hour

One figure a line, "group.name value unit", medians of several rounds in which the sides take turns on the same
input; "group.ours_vs_PEER value x" is how many times faster Refbox is. Lines with # tell about the machine.

  --small            a small input and one round, to see that everything runs
  ROUNDS=5           rounds; SLOW_ROUNDS=3 for peers that take many times as long
  BENCH_TREE=/usr/share   the folder that ext4, images and star read
  BENCH_DIR=build/bench   where inputs and outputs lie; some 10 GB free for all groups
END
}

allGroups=(tree ext4 images star plan run elf window linkmap check sources)
small=no
groups=()
for argument in "$@"; do
    case $argument in
    --small) small=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        [[ " ${allGroups[*]} " == *" $argument "* ]] || {
            usage >&2
            exit 2
        }
        groups+=("$argument")
        ;;
    esac
done
((${#groups[@]} > 0)) || groups=("${allGroups[@]}")

rounds=${ROUNDS:-5}
slowRounds=${SLOW_ROUNDS:-3}
tree=${BENCH_TREE:-/usr/share}
if [[ $small == yes ]]; then
    rounds=1
    slowRounds=1
    tree=${BENCH_TREE:-$top/src}
fi
[[ $rounds =~ ^[1-9][0-9]*$ && $slowRounds =~ ^[1-9][0-9]*$ ]] || die "ROUNDS and SLOW_ROUNDS are numbers from 1"
[[ -d $tree ]] || die "BENCH_TREE: '$tree' is not a folder"
tree=$(cd -- "$tree" && pwd -P)

# Numbers and messages of all tools in one form.
export LC_ALL=C.UTF-8
PATH=$PATH:/usr/sbin:/sbin
bin=$top/build/release/bin
cli=$bin/refbox-cli

say "Looking for what the build and the benchmarks need"
installFor --build --bench --example
say "Building the preset release"
configurePreset release -DREFBOX_BUILD_BENCH=ON >&2
buildPreset release >&2

mkdir -p -- "${BENCH_DIR:-$top/build/bench}"
benchDir=$(mktemp -d "${BENCH_DIR:-$top/build/bench}/run.XXXXXX")
trap 'umount -- "$benchDir/mnt" 2>/dev/null || true; rm -rf --one-file-system -- "$benchDir"' EXIT

# shellcheck source=packaging/bench/measure.sh
source "$top/packaging/bench/measure.sh"
for group in "${groups[@]}"; do
    # shellcheck source=/dev/null
    source "$top/packaging/bench/$group.sh"
done

describeMachine
for group in "${groups[@]}"; do
    say "Measuring $group"
    "bench${group^}"
done
