# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read by the scripts beside it: finds the package that they stand in, goes on in the package's own static Bash, and
# runs the package's own programs, so that the host needs no shell and no tools. Any shell can read this part:
# shellcheck shell=bash
here=${0%/*}
root=$(CDPATH='' cd -P -- "$here/../.." && pwd -P) || exit 1
root=${root%/}
if [ "${BASH-}" != "$root/refbox/bin/bash" ]; then
    exec "$root/refbox/bin/bash" "$0" "$@"
fi

# From here on it is Bash.
# Where the package is the root there is no /dev: so no /dev/null, and pipes instead of <(…), which takes /dev/fd. The
# last part of a pipe runs in this shell, so that what it reads stays; a pipe fails where any part of it does.
set -u -o pipefail
shopt -s nullglob lastpipe
refbox=$root/refbox
script=${0##*/}

# shown TEXT: a name for a terminal, which a control character in it could mislead.
shown() { printf '%s' "${1//[[:cntrl:]]/?}"; }

fail() {
    printf '%s: %s\n' "$script" "$(shown "$*")" >&2
    exit 1
}

# usage TEXT: for wrong arguments.
usage() {
    printf 'usage: %s %s\n' "$script" "$*" >&2
    exit 2
}

# A linked program names its loader by a path such as /lib64/ld-linux-x86-64.so.2, which exists only for whoever has
# the refbox as its root. From outside, the loader can be started as a program, and told where the libraries are.
loader=
for file in "$refbox"/lib*/ld-*.so* "$refbox"/{,usr/}lib/*/ld-*.so* "$refbox"/usr/lib*/ld-*.so*; do
    if [[ -f $file && -x $file && ! -L $file ]]; then
        loader=$file
        break
    fi
done
libraries=
for folder in "$refbox"/{,usr/}lib{,64} "$refbox"/{,usr/}lib/*-linux-* "$refbox"/opt/*/lib "$refbox"/opt/*/*/lib; do
    [[ -d $folder ]] && libraries+=${libraries:+:}$folder
done

# locate NAME: the command that runs a program of the refbox, in the array located. Full programs come before BusyBox's.
# Refbox leaves out a script whose tools would not be found here: what changes here changes in RefboxTools, in its
# packagescripts.cpp.
locate() {
    local file program=
    for file in "$refbox"/opt/*/*/{,s}bin/"$1" "$refbox"/opt/*/{,s}bin/"$1" "$refbox"/{,usr/}{,s}bin/"$1"; do
        # A link with an absolute target is right only inside the refbox.
        if [[ -f $file && -x $file && ! -L $file ]]; then
            program=$file
            break
        fi
    done
    located=("$program")
    if [[ -z $program ]]; then
        program=$refbox/bin/busybox
        [[ -f $program && -x $program && ! -L $program ]] || return 1
        located=("$program" "$1")
    fi
    if [[ -n $loader ]] && _=$("$loader" --verify "$program" 2>&1); then
        located=("$loader" --library-path "$libraries" "${located[@]}")
    fi
}

# tool NAME ARGUMENT…: runs it.
declare -A commands=()
tool() {
    local name=$1 located
    shift
    if [[ -z ${commands[$name]-} ]]; then
        locate "$name" || fail "the package has no $name"
        commands[$name]=${located[*]@Q}
    fi
    eval "${commands[$name]} \"\$@\""
}

# vserver NAME: its folder, in the variable folder.
vserver() {
    case $1 in
    '' | .* | */* | baby | refbox | lost+found) fail "$1 is no name of a vserver" ;;
    esac
    folder=$root/$1
    [[ -d $folder && ! -L $folder ]] || fail "there is no vserver $1"
}

# batches COMMAND…: runs it with the names of the array files added, some hundreds at a time. Where one batch fails, the
# others still have their turn, and batches fails in the end.
batches() {
    local i status=0
    for ((i = 0; i < ${#files[@]}; i += 500)); do
        "$@" "${files[@]:i:500}" || status=1
    done
    return "$status"
}

# flag +i|-i: seals or unseals the files of the array files. BusyBox's chattr tells of its failures, but ends well: so
# whatever it says counts as one.
flag() {
    local said
    said=$(batches tool chattr "$1" -- 2>&1) && [[ -z $said ]] && return 0 # named, as a trap calls it: there it would be an older one
    printf '%s\n' "$said" >&2
    return 1
}

# inodes: which files the names in the array files are, as DEVICE:INODE, in the array numbers. The output of stat is
# matched to the names by its place, as a name may hold a newline: so a batch counts only where each name gave a line,
# and is else done one by one. A name that has vanished meanwhile, as they do while a vserver runs, leaves the list.
inodes() {
    local all=("${files[@]}") batch lines number file i status=0
    files=() numbers=()
    for ((i = 0; i < ${#all[@]}; i += 500)); do
        batch=("${all[@]:i:500}")
        if tool stat -c %d:%i -- "${batch[@]}" 2>&1 | mapfile -t lines && ((${#lines[@]} == ${#batch[@]})); then
            files+=("${batch[@]}") numbers+=("${lines[@]}")
            continue
        fi
        for file in "${batch[@]}"; do
            if number=$(tool stat -c %d:%i -- "$file" 2>&1); then
                files+=("$file") numbers+=("$number")
            elif [[ -e $file || -L $file ]]; then
                printf '%s: %s\n' "$script" "$(shown "$number")" >&2
                status=1
            fi
        done
    done
    return "$status"
}

# shared: the regular files of the refbox that also stand in a vserver, in the array files: two names of one file are
# one inode. It fails where it could not look at everything.
shared() {
    local number file numbers i status=0
    local -A outside=()
    files=()
    for file in "$root"/*/; do
        case $file in
        "$root"/baby/ | "$root"/refbox/ | "$root"/lost+found/) ;;
        *) files+=("${file%/}") ;;
        esac
    done
    ((${#files[@]})) || return 0
    # What is mounted in a vserver, as /proc, is not of the package.
    tool find "${files[@]}" -xdev -type f -print0 | mapfile -d '' -t files || status=1
    inodes || status=1
    for number in "${numbers[@]}"; do
        outside[$number]=yes
    done
    tool find "$refbox" -xdev -type f -print0 | mapfile -d '' -t files || status=1
    inodes || status=1
    local all=("${files[@]}")
    files=()
    for ((i = 0; i < ${#all[@]}; ++i)); do
        number=${numbers[i]}
        [[ -n ${outside[$number]-} ]] && files+=("${all[i]}")
        unset "outside[$number]" # one name of it is enough
    done
    return "$status"
}
