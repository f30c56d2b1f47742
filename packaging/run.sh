#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Refbox, assembles the example package into out/ and shows it.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/run.sh

Installs what is missing, builds the preset release into build/release and assembles the example package, a
nano-vserver image and a star-ball of its vserver, into out/. Where there is a display, and once Refbox has its
window, the project opens in it; else the script says what was made and how to mount it.
END
}

case ${1-} in
'') ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    exit 2
    ;;
esac

out=$top/out
project=$out/nano.refbox.lua
cli=$top/build/release/bin/refbox-cli
window=$top/build/release/bin/refbox

# Prints the outputs with their sizes, and how to go on with them.
report() {
    local file image=
    printf '\nThe example package is in %s:\n' "$out"
    for file in "$out"/*; do
        [[ -f $file ]] || continue
        printf '  %10s  %s\n' "$(numfmt --to=si --suffix=B --format='%.1f' "$(stat -c %s -- "$file")")" "${file##*/}"
        [[ $file != *.img ]] || image=$file
    done
    if [[ -n $image ]]; then
        cat <<END

To look inside, as root:
  mount -o loop,ro '$image' /mnt
  chroot /mnt/vsbox01 /bin/bash
Without root:
  '$cli' tree '$image'
To change it, edit the project and build again:
  '$cli' build '$project' --out '$out'
END
    fi
}

say "Looking for what the build and the example need"
installFor --build --example
say "Building the preset release"
configurePreset release
buildPreset release
[[ -x $cli ]] || die "the build made no refbox-cli, so there is nothing to assemble the example with"

mkdir -p -- "$out"
if [[ ! -e $project ]]; then
    say "Making the example project"
    "$cli" new "$project" --template nano-vserver
fi
say "Assembling the example package"
"$cli" build "$project" --out "$out/"
report

if [[ -x $window && -n ${WAYLAND_DISPLAY-}${DISPLAY-} ]]; then
    say "Opening the project in the window"
    exec "$window" "$project"
fi
