#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what building, testing and the example need, on Debian 12 and 13. Does nothing, in a blink,
# where all of it is there.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/install-deps.sh [--build] [--test] [--asan] [--example] [--bench] [--ci] [--gui] [--proof] [--list]

Installs sets of Debian packages; without a set: --build --test --example.

  --build    compiler, CMake and the libraries that Refbox is made from
  --test     programs that the tests use as judges
  --asan     Clang with its sanitizers; builds for the tests in less than half of GCC's time
  --example  programs that the example package is assembled from
  --bench    what packaging/bench.sh measures with, and the peers that it measures against
  --ci       what .ci/run checks sources with
  --proof    what packaging/verify-image.sh judges images with, a virtual machine among it
  --gui      Qt's modules for the window, and KArchive (on Debian 12 built from its release)
  --list     only print the packages of the sets
END
}

sets=()
listOnly=no
for argument in "$@"; do
    case $argument in
    --build | --test | --asan | --example | --bench | --ci | --gui | --proof) sets+=("${argument#--}") ;;
    --list) listOnly=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
done
if ((${#sets[@]} == 0)); then
    sets=(build test example)
fi

# /etc/os-release is shell syntax, but only these two lines of it are wanted.
osField() { sed -n "s/^$1=\"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" /etc/os-release 2>/dev/null || true; }
distribution=$(osField ID)
release=$(osField VERSION_ID)

packagesOf() {
    case $1 in
    build)
        echo g++ cmake ninja-build pkgconf qt6-base-dev ca-certificates
        echo libarchive-dev libext2fs-dev libelf-dev libacl1-dev nettle-dev zlib1g-dev liblzma-dev libzstd-dev liblz4-dev libcli11-dev
        ;;
    test)
        echo lua5.4 bubblewrap busybox bash-static e2fsprogs attr acl libcap2-bin binutils
        echo tar libarchive-tools cpio zip gzip bzip2 xz-utils zstd mount mandoc xvfb xauth xdotool
        echo desktop-file-utils appstream libxml2-utils shared-mime-info libglib2.0-bin dbus-daemon
        echo librsvg2-bin poppler-utils graphviz gpg gpg-agent gpgconf gpgv distcc socat
        echo squashfs-tools erofs-utils reiserfsprogs xorriso grub-common util-linux xfsprogs
        # Not LXC, which would make a network bridge: its tests run where it is.
        echo skopeo umoci runc
        ;;
    example)
        echo bash-static busybox bash coreutils attr acl tar lua5.4 bubblewrap e2fsprogs
        ;;
    asan)
        echo clang libclang-rt-dev lld
        ;;
    bench)
        echo libbenchmark-dev time e2fsprogs squashfs-tools erofs-utils xorriso tar libarchive-tools zstd cpio findutils libc-bin xvfb xdotool
        ;;
    ci)
        echo clang-format clang-tidy shellcheck git
        ;;
    proof)
        echo e2fsprogs squashfs-tools erofs-utils reiserfsprogs xorriso grub-common util-linux
        echo qemu-system-x86 cpio kmod attr libc-bin
        ;;
    gui)
        echo qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
        echo fonts-dejavu-core qt6-translations-l10n
        if [[ $release == 12 ]]; then
            # KArchive's build, see build-karchive.sh.
            echo extra-cmake-modules zlib1g-dev libbz2-dev liblzma-dev libzstd-dev libssl-dev
            echo ca-certificates xz-utils
        else
            echo libkf6archive-dev
        fi
        ;;
    esac
}

# Welcome, but not in every distribution: their absence is never an error.
optionalPackagesOf() {
    case $1 in
    example | test | bench) echo star ;;
    esac
}

collect() {
    local set
    for set in "${sets[@]}"; do
        "$1" "$set"
    done | tr ' ' '\n' | sort -u
}

# Prints those of its arguments that dpkg does not know as installed.
missingOf() {
    local installed package
    # dpkg-query fails when it knows nothing of one package, and still tells about all others.
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qxF "installed $package" <<<"$installed" || echo "$package"
    done
}

# Those optional packages that apt could install; says nothing where apt has no lists.
availableOf() {
    local package
    for package in "$@"; do
        if LC_ALL=C apt-cache policy "$package" 2>/dev/null | grep -q '^  Candidate: [^(]'; then
            echo "$package"
        fi
    done
}

onOtherSystems() {
    local tool module lacking=()
    for tool in g++ cmake ninja pkg-config; do
        command -v "$tool" >/dev/null || lacking+=("$tool")
    done
    for module in Qt6Core Qt6Concurrent Qt6Test libarchive ext2fs libelf libacl nettle liblzma libzstd liblz4 CLI11; do
        pkg-config --exists "$module" 2>/dev/null || lacking+=("$module")
    done
    if ((${#lacking[@]} == 0)); then
        printf 'install-deps.sh: this is not Debian 12 or 13, so nothing is installed; what a build needs is there.\n' >&2
        return
    fi
    cat >&2 <<END
install-deps.sh: this system (${distribution:-unknown} ${release}) is not Debian 12 or 13, so nothing is installed.
It lacks: ${lacking[*]}

Please install these by your system's own means, then run this again:
  to build      a C++20 compiler (GCC 12 or newer), CMake 3.25, Ninja, pkg-config, and the development files of
                Qt 6.4 or newer (Core, Concurrent, Test), libarchive 3.6, libext2fs (e2fsprogs), libelf
                (elfutils), libacl, Nettle, zlib, liblzma, zstd, LZ4 and CLI11
  to test       Lua 5.4, bubblewrap, BusyBox, a static Bash, e2fsprogs, attr, acl, the libcap tools, binutils,
                GNU tar, bsdtar, cpio, zip, gzip, bzip2, xz, zstd, mandoc, desktop-file-utils, appstreamcli,
                xmllint, shared-mime-info, gio, dbus-daemon, rsvg-convert, pdftocairo, Graphviz
  the example   a static Bash, a dynamically linked BusyBox, Bash, coreutils, attr, acl, star or GNU tar, Lua 5.4
  the window    Qt's Gui, Widgets, Network, Svg, PrintSupport and LinguistTools, KArchive 6
END
    exit 1
}

# Another apt may be at work.
lock=(-o DPkg::Lock::Timeout=300)

asRoot() {
    if ((EUID == 0)); then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install() {
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        die "these packages are missing, and there is no sudo to install them with. As root:
    apt-get update && apt-get install --no-install-recommends $*"
    fi
    say "Installing: $*"
    asRoot apt-get "${lock[@]}" update -qq
    # Never at the price of something that its owner installed (busybox and busybox-static exclude each other).
    asRoot apt-get "${lock[@]}" install -y -qq --no-install-recommends --no-remove "$@" >&2 ||
        die "apt-get could not install: $*
Its messages stand above. Where it says that packages would have to be removed (busybox-static excludes busybox,
which the example is made from), decide for yourself and install by hand."
}

installOptional() {
    local packages=() wanted=() available=()
    mapfile -t packages < <(collect optionalPackagesOf)
    ((${#packages[@]} > 0)) || return 0
    mapfile -t wanted < <(missingOf "${packages[@]}")
    ((${#wanted[@]} > 0)) || return 0
    mapfile -t available < <(availableOf "${wanted[@]}")
    ((${#available[@]} > 0)) || return 0
    asRoot apt-get "${lock[@]}" install -y -qq --no-install-recommends --no-remove "${available[@]}" >&2 ||
        printf 'install-deps.sh: could not install %s; going on without\n' "${available[*]}" >&2
}

mapfile -t packages < <(collect packagesOf)
if [[ $listOnly == yes ]]; then
    printf '%s\n' "${packages[@]}"
    exit 0
fi
if [[ $distribution != debian ]] || [[ -n $release && $release -lt 12 ]]; then
    onOtherSystems
    exit 0
fi

mapfile -t missing < <(missingOf "${packages[@]}")
if ((${#missing[@]} > 0)); then
    install "${missing[@]}"
fi
if ((EUID == 0 || ${#missing[@]} > 0)); then
    installOptional
fi

if [[ " ${sets[*]} " == *" gui "* && $release == 12 ]]; then
    "$top/packaging/build-karchive.sh" >/dev/null
fi
