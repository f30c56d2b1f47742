#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Refbox for developers and runs every test.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/test.sh [--sanitize] [CTEST ARGUMENT…]

Installs what is missing, builds the preset dev into build/dev and runs its tests. Arguments go to ctest:
  packaging/test.sh -R ext4         only tests whose name contains ext4
  packaging/test.sh -L system       only tests with the label system
  packaging/test.sh --rerun-failed
--sanitize takes the preset asan instead: memory errors, leaks and undefined behaviour fail their test.
REFBOX_DEBUG_FLAGS=-g1 leaves out what only a debugger wants, which takes a part of the compiling.
END
}

preset=dev
sets=(--build --test --example)
case ${1-} in
-h | --help)
    usage
    exit 0
    ;;
--sanitize)
    preset=asan
    sets+=(--asan)
    shift
    ;;
esac

say "Looking for what the build and the tests need"
installFor "${sets[@]}"
say "Building the preset $preset"
configurePreset "$preset"
buildPreset "$preset"
say "Running the tests"
cd -- "$top"
exec ctest --preset "$preset" --parallel "$(nproc)" "$@"
