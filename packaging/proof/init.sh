#!/bin/busybox sh
# shellcheck shell=dash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The first program of the virtual machine: mounts the image that is its first disk, writes the manifest to
# its second, runs a command in a vserver, and powers off. /settings has what verify-image.sh wants.
/bin/busybox mkdir -p /proc /sys /dev /mnt /tmp
/bin/busybox --install -s /bin
PATH=/bin
export PATH
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
while read -r module; do
    insmod "/modules/$module" || echo "cannot load $module"
done </modules.list
# shellcheck source=/dev/null
. /settings
{
    if mount -t "$TYPE" -o "$OPTIONS" /dev/vda /mnt; then
        echo "== mounted"
        (cd /mnt && sh /manifest.sh)
        if [ -n "$VSERVER" ]; then
            mount -t tmpfs tmpfs /tmp
            echo "== run"
            chroot "/mnt/$VSERVER" /bin/sh -c "$COMMAND"
            echo "== exit status $?"
        fi
    fi
    echo "== done"
} >/dev/vdb 2>&1
sync
poweroff -f
