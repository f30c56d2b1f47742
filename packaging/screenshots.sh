#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes pictures of every view and dialog of the window, light and dark.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/screenshots.sh [FOLDER [LANGUAGE…]]

Installs what is missing, builds the preset release and saves pictures of the example package in the window, with
every view and dialog, light and dark, into FOLDER (out/screenshots). LANGUAGE is en (by default), de or fr.
SCREENSHOT_TREE names a folder, archive or image of somebody else's to show too, such as a root file system.
END
}

case ${1-} in
-h | --help)
    usage
    exit 0
    ;;
esac
folder=${1:-$top/out/screenshots}
shift $(($# > 0))
(($# > 0)) || set -- en

say "Looking for what the build and the pictures need"
installFor --build --test --example
say "Building the preset release"
configurePreset release -DREFBOX_BUILD_TESTS=ON >&2
buildPreset release --target refbox-screenshots >&2
say "Taking pictures"
for language in "$@"; do
    for look in light dark; do
        xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
            "$top/build/release/bin/refbox-screenshots" "$folder" "$look" "$language" ${SCREENSHOT_TREE:+"$SCREENSHOT_TREE"}
    done
done
