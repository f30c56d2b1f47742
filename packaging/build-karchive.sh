#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds KArchive for Qt 6 from its release, for Debian 12, which has it for Qt 5 only. The result is a static
# library in the user's cache folder, made once; its prefix is printed for CMAKE_PREFIX_PATH.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

version=6.13.0
tarball=karchive-$version.tar.xz
sha256=3c9b5dcf3abdfe2761e2153d70d9d667f1ff0fd2f6c80addba7549da954fcc90
upstream=https://download.kde.org/stable/frameworks/6.13/$tarball

usage() {
    cat <<END
Usage: packaging/build-karchive.sh [--print-prefix]

Builds KArchive $version as a static library, if that has not been done yet, and prints its prefix; with
--print-prefix only prints where it is or would be. The tarball comes from the folder REFBOX_SOURCES or
../shared/sources beside the checkout, else from KDE's download site, else from Debian's source archive.
Needs the packages of 'install-deps.sh --build --gui'.
END
}

printOnly=no
case ${1-} in
'') ;;
--print-prefix) printOnly=yes ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    exit 2
    ;;
esac

qtVersion=$(pkg-config --modversion Qt6Core) || die "Qt 6 is missing: packaging/install-deps.sh --build"
deps=${XDG_CACHE_HOME:-$HOME/.cache}/refbox/deps
prefix=$deps/karchive-$version-qt$qtVersion
if [[ $printOnly == yes || -e $prefix/stamp ]]; then
    printf '%s\n' "$prefix"
    exit 0
fi

mkdir -p -- "$deps"
# Two scripts at once: the second waits, and finds the work done.
exec 9>"$deps/lock"
flock 9
if [[ -e $prefix/stamp ]]; then
    printf '%s\n' "$prefix"
    exit 0
fi
work=$(mktemp -d "$deps/build.XXXXXX")
trap 'rm -rf -- "$work"' EXIT

isRight() { [[ -f $1 ]] && sha256sum --status --check <<<"$sha256  $1" 2>/dev/null; }

fromFolder() {
    local folder
    for folder in ${REFBOX_SOURCES:+"$REFBOX_SOURCES"} "$top/../shared/sources"; do
        if isRight "$folder/$tarball"; then
            cp -- "$folder/$tarball" "$work/"
            return 0
        fi
    done
    return 1
}

fromUpstream() {
    # apt's own downloader: there on every Debian, and no half file is ever called done.
    /usr/lib/apt/apt-helper -qq -o Acquire::Retries=0 -o Acquire::https::Timeout=20 \
        download-file "$upstream" "$work/$tarball" "SHA256:$sha256" >&2 && isRight "$work/$tarball"
}

# Debian 13's source package holds upstream's tarball unchanged. apt gets a configuration of its own, so that
# the machine's stays as it is.
fromDebian() {
    local mirror own=$work/apt file
    mirror=$(debianMirror)
    [[ -n $mirror ]] || return 1
    mkdir -p -- "$own/lists/partial" "$own/cache/archives/partial"
    printf 'deb-src [signed-by=%s] %s trixie main\n' \
        /usr/share/keyrings/debian-archive-keyring.gpg "$mirror" >"$own/sources.list"
    local options=(-qq -o "Dir::Etc::sourcelist=$own/sources.list" -o Dir::Etc::sourceparts=-
        -o "Dir::State::lists=$own/lists" -o "Dir::Cache=$own/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update >&2 || return 1
    # The tarball may come although another file of the source package does not: what counts is its hash.
    (cd -- "$own" && apt-get "${options[@]}" source --download-only kf6-karchive >&2) || true
    for file in "$own"/kf6-karchive_"$version".orig.tar.*; do
        if isRight "$file"; then
            mv -- "$file" "$work/$tarball"
            return 0
        fi
    done
    return 1
}

# edit FILE PATTERN SED-SCRIPT: an edit that no longer finds its place must not pass unseen.
edit() {
    grep -q -- "$2" "$1" || die "karchive's $1 is not as expected: no '$2' in it"
    sed -i -- "$3" "$1"
}

# The release asks for newer versions of Qt and of KDE's CMake modules than it needs.
adaptToDebian12() {
    edit CMakeLists.txt 'set(REQUIRED_QT_VERSION 6\.6\.0)' \
        's/set(REQUIRED_QT_VERSION 6\.6\.0)/set(REQUIRED_QT_VERSION 6.4.0)/'
    edit CMakeLists.txt 'find_package(ECM 6\.13\.0' 's/find_package(ECM 6\.13\.0/find_package(ECM 5.103.0/'
    edit CMakeLists.txt 'include(ECMFeatureSummary)' '/include(ECMFeatureSummary)/d'
    edit CMakeLists.txt 'ecm_feature_summary(' '/ecm_feature_summary(/d'
    edit src/k7zip.cpp '#include <QDebug>' 's/#include <QDebug>/&\n#include <QStringConverter>/'
}

say "Building KArchive $version (once)"
if fromFolder; then
    :
elif fromUpstream; then
    :
elif fromDebian; then
    :
else
    die "$tarball was not to be had from $upstream nor from Debian's archive.
Put it into a folder and name that in REFBOX_SOURCES (SHA-256 $sha256)."
fi
# A process of its own: 'set -e' does not hold inside a function that stands before '||'.
export work version prefix tarball
export -f edit adaptToDebian12 die
bash -euo pipefail >"$work/log" 2>&1 <<'END' || {
    cd -- "$work"
    tar -xf "$tarball"
    cd "karchive-$version"
    adaptToDebian12
    cmake -S . -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DCMAKE_POSITION_INDEPENDENT_CODE=ON -DQT_MAJOR_VERSION=6 -DBUILD_WITH_QT6=ON \
        -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF
    cmake --build "$work/build"
    DESTDIR=$work/stage cmake --install "$work/build"
END
    tail -n 30 "$work/log" >&2
    die "KArchive did not build; the end of its log stands above"
}
touch "$work/stage$prefix/stamp"
rm -rf -- "$prefix"
mv -T -- "$work/stage$prefix" "$prefix"
printf '%s\n' "$prefix"
