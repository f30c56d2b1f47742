# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the scripts of this folder share. Sourced, not run; needs bash.
set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# Says a step aloud, on stderr, so that a script's stdout stays its result.
say() { printf '\n==> %s\n' "$*" >&2; }

die() {
    printf '%s: %s\n' "$(basename -- "$0")" "$*" >&2
    exit 1
}

# Whether the checkout holds the window; then Qt's GUI modules and KArchive are needed too.
hasWindow() { [[ -d $top/src/gui ]]; }

# Installs the named sets (see install-deps.sh), and what the window needs once there is one.
installFor() {
    if hasWindow; then
        set -- "$@" --gui
    fi
    "$top/packaging/install-deps.sh" "$@"
    if hasWindow; then
        useKArchive
    fi
}

# Lets CMake find the KArchive that build-karchive.sh made, where that was needed.
useKArchive() {
    local prefix
    prefix=$("$top/packaging/build-karchive.sh" --print-prefix)
    if [[ -e $prefix/stamp ]]; then
        export CMAKE_PREFIX_PATH=$prefix${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}
    fi
}

# The address that this machine itself gets Debian's main archive from; nothing where apt does not know one.
debianMirror() {
    # shellcheck disable=SC2016 # apt expands these
    apt-get indextargets --format '$(REPO_URI) $(LABEL) $(ORIGIN) $(COMPONENT)' 'Created-By: Packages' |
        awk '$2 == "Debian" && $3 == "Debian" && $4 == "main" && !seen { print $1; seen = 1 }'
}

# Configures a preset. A build folder that came from another place (a moved checkout) is started afresh.
# Developers' presets take Clang where it is: it needs two fifths of GCC's time for them. What users get is GCC's.
configurePreset() {
    local preset=$1 cache home fresh=() compiler=() flags=()
    shift
    if [[ $preset != release ]]; then
        flags=("-DCMAKE_CXX_FLAGS_DEBUG=${REFBOX_DEBUG_FLAGS:--g}")
        if [[ -z ${CXX-} ]] && command -v clang++ >/dev/null; then
            compiler=(CXX=clang++)
        fi
    fi
    cache=$top/build/$preset/CMakeCache.txt
    if [[ -e $cache ]]; then
        home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache")
        [[ $home -ef $top ]] || fresh=(--fresh)
    fi
    (cd -- "$top" && env "${compiler[@]}" cmake --preset "$preset" "${fresh[@]}" "${flags[@]}" "$@")
}

# Builds a preset, quietly where there is nothing to do.
buildPreset() {
    local preset=$1
    shift
    cmake --build "$top/build/$preset" "$@"
}

# The build that tells how the sources are compiled, and has what is generated for them: of dev, or else of asan.
developersBuild() {
    local preset
    for preset in dev asan; do
        if [[ -e $top/build/$preset/compile_commands.json ]]; then
            echo "build/$preset"
            return
        fi
    done
    die "there is neither build/dev nor build/asan yet: run packaging/test.sh first"
}

# The commit that the changes are counted from. A fresh clone of main knows no older main, so time has to do.
findBase() {
    local branch fork
    for branch in refs/remotes/origin/HEAD refs/remotes/origin/main refs/heads/main; do
        fork=$(git merge-base HEAD "$branch" 2>/dev/null) || continue
        if [[ $fork != $(git rev-parse HEAD) ]]; then
            echo "$fork"
            return
        fi
    done
    git rev-list -1 --before="$(($(git log -1 --format=%ct) - 6 * 3600))" HEAD
}

# changedFiles COMMIT FOLDER…: what changed and is still there; no commit stands for "since ever".
changedFiles() {
    local since=$1
    shift
    git diff --name-only --diff-filter=d "${since:-$(git hash-object -t tree /dev/null)}" -- "$@"
}

# Leaves out of compiler commands the headers that the build has read beforehand, GCC's way or Clang's.
# Paths with spaces are quoted, in JSON with \" around them.
withoutReadHeaders() {
    sed -E '
        s! -Xclang -include-pch -Xclang (\\?"[^"]*"|[^ "]*) -Xclang -include -Xclang (\\?"[^"]*"|[^ "]*)!!g
        s! -include (\\?"[^"]*/cmake_pch\.hxx\\?"|[^ "]*/cmake_pch\.hxx)!!g
        s! -Winvalid-pch!!g'
}
