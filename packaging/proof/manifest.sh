# shellcheck shell=dash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prints all that can be seen of the files below the current folder, in sections, for comparing two places.
# Runs under BusyBox's shell, here and in the virtual machine, with the same programs in both.
LC_ALL=C
TZ=UTC
export LC_ALL TZ

all() { find . -xdev "$@" -print0 | sort -z; }

echo "== modes, owners, devices"
all | xargs -0 -r stat -c '%f %u %g %t:%T %n'
echo "== times"
all | xargs -0 -r stat -c '%Y %n'
echo "== fractions of seconds"
all | xargs -0 -r stat -c '%y %n' | sed 's/^[^.]*\.\([0-9]*\) [+-]0000 /\1 /'
echo "== sizes"
all -type f | xargs -0 -r stat -c '%s %n'
echo "== targets"
all -type l | xargs -0 -r stat -c '%N'
echo "== link counts"
all ! -type d | xargs -0 -r stat -c '%h %n'
echo "== hard links"
all ! -type d -links +1 | xargs -0 -r stat -c '%i %n' |
    awk '{ inode = $1; sub(/^[0-9]+ /, ""); if (!(inode in first)) first[inode] = $0; print first[inode] " = " $0 }'
echo "== SHA-256"
all -type f | xargs -0 -r sha256sum
echo "== ACLs"
all ! -type l | xargs -0 -r getfattr -h -d -e hex -m '^system\.posix_acl_' --absolute-names --
echo "== attributes"
all | xargs -0 -r getfattr -h -d -e hex -m '^(user|trusted|security)\.' --absolute-names --
echo "== seals"
all \( -type f -o -type d \) | xargs -0 -r lsattr -d 2>/dev/null |
    awk '{ seal = ($1 ~ /i/ ? "i" : "") ($1 ~ /a/ ? "a" : ""); sub(/^[^ ]+ +/, ""); if (seal != "") print seal, $0 }'
echo "== end"
