#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Judges a disk image by programs that are not ours: the format's own checker, GRUB, and a Linux kernel that
# mounts it.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/verify-image.sh [--expect FOLDER] [--run VSERVER [COMMAND]] [--qemu] IMAGE

Checks IMAGE with the programs of its format and of GRUB, and mounts it: here, where this kernel knows the
format and this is root, else in a virtual machine (QEMU) with Debian's own kernel, which is fetched once.

  --expect FOLDER  what the image should hold (refbox-cli export folder makes it): every difference in modes,
                   owners, times, link counts, hard links, devices, content, ACLs, attributes and seals is
                   shown, and an error unless the format cannot hold such things
  --run VSERVER [COMMAND]
                   run COMMAND (a greeting and a list of files) by chroot in this folder of the image
  --qemu           use the virtual machine in any case

Downloads are kept in REFBOX_PROOF_CACHE (/tmp/refbox-proof-UID). REFBOX_PROOF_SUITE names the Debian suite
whose kernel is taken (bookworm: its Linux 6.1 knows every format that Refbox writes).
END
}

expect=
vserver=
# shellcheck disable=SC2016 # the vserver's shell expands
command='echo "hello from $0" && ls -l / && exit 0'
forceMachine=no
while (($# > 0)); do
    case $1 in
    --expect)
        expect=$(realpath -e -- "${2-}") || die "there is no folder '${2-}'"
        shift 2
        ;;
    --run)
        vserver=${2-}
        shift 2
        if (($# > 1)) && [[ $1 != --* ]]; then
            command=$1
            shift
        fi
        ;;
    --qemu)
        forceMachine=yes
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) break ;;
    esac
done
if (($# != 1)); then
    usage >&2
    exit 2
fi
image=$(realpath -e -- "$1") || die "there is no image '$1'"

work=$(mktemp -d "${TMPDIR:-/tmp}/refbox-verify.XXXXXX")
mounted=no
# shellcheck disable=SC2317 # called by the trap
cleanUp() {
    [[ $mounted == no ]] || umount "$work/mnt" || return
    rm -rf --one-file-system -- "$work"
}
trap cleanUp EXIT

need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || PATH=$PATH:/usr/sbin:/sbin command -v "$tool" >/dev/null ||
            die "'$tool' is missing: packaging/install-deps.sh --proof installs it"
    done
}
PATH=$PATH:/usr/sbin:/sbin
cache=${REFBOX_PROOF_CACHE:-/tmp/refbox-proof-$EUID}
(umask 077 && mkdir -p -- "$cache")
[[ -O $cache && ! -L $cache ]] || die "$cache belongs to somebody else; set REFBOX_PROOF_CACHE"

need blkid
type=$(blkid -p -o value -s TYPE -- "$image") || die "blkid does not know the format of $image"
# What the format, or Linux' reading of it, cannot hold: no fault of an image.
case $type in
squashfs) lost=("fractions of seconds" ACLs seals) ;;
iso9660) lost=("fractions of seconds" "hard links" ACLs attributes seals) ;;
reiserfs) lost=("fractions of seconds") ;;
erofs) lost=(seals) ;;
*) lost=() ;;
esac

checkFormat() {
    say "Checking $type with its own programs"
    case $type in
    ext2 | ext3 | ext4)
        need e2fsck
        e2fsck -fn "$image"
        ;;
    squashfs)
        need unsquashfs
        unsquashfs -stat "$image" && unsquashfs -ll "$image" >"$work/list" && wc -l <"$work/list"
        ;;
    erofs)
        need fsck.erofs
        fsck.erofs "$image"
        ;;
    iso9660)
        need xorriso
        xorriso -indev "$image" -check_media -- -find / -exec report_lba -- >"$work/list" 2>"$work/log" ||
            { cat "$work/log" >&2 && return 1; }
        grep -E "^Media|Nodes|Volume" "$work/log" || true
        ;;
    reiserfs)
        need reiserfsck debugreiserfs
        reiserfsck --check --yes "$image" 2>&1 | tail -n 12
        debugreiserfs "$image" 2>&1 | head -n 12
        ;;
    *) die "no checker is known for $type" ;;
    esac
}

# Some files, as a boot loader reads them.
checkGrub() {
    command -v grub-fstest >/dev/null || {
        say "GRUB was not asked: grub-fstest is not installed"
        return
    }
    [[ -n $expect ]] || return 0
    # GRUB has no driver for EROFS before 2.12, and unpacks neither zstd nor lz4.
    [[ $type != erofs ]] || return 0
    [[ $type != squashfs ]] || unsquashfs -stat "$image" | grep -qE '^Compression (gzip|xz)' || return 0
    say "Reading files as GRUB does"
    local file count=0
    while IFS= read -r -d '' file; do
        grub-fstest "$image" cmp "(loop0)/$file" "$expect/$file" >"$work/grub" 2>&1 ||
            { cat "$work/grub" >&2 && die "GRUB reads something else in $file"; }
        count=$((count + 1))
    done < <(cd -- "$expect" && find . -xdev -type f -size +0 -name '[A-Za-z0-9]*' -printf '%P\0' | sort -z | awk -v RS='\0' -v ORS='\0' 'NR % 40 == 1' | head -z -n 20)
    echo "$count files are as they should be"
}

# One that runs in the virtual machine too, where that is used.
busyBox() {
    local deb
    busybox=$(command -v busybox || true)
    [[ $inMachine == yes || -z $busybox ]] || return 0
    busybox=$cache/busybox
    if [[ ! -x $busybox ]]; then
        (cd -- "$work" && apt-get download -qq busybox-static 2>/dev/null) || die "apt-get cannot download busybox-static"
        deb=$(echo "$work"/busybox-static_*.deb)
        dpkg-deb --fsys-tarfile "$deb" | tar -xf - -C "$work" --wildcards '*/bin/busybox'
        find "$work" -path '*bin/busybox' -exec mv -- {} "$cache/busybox" \;
    fi
}

# A program and all that it loads, into the folder of the virtual machine or of this one's proof.
takeProgram() {
    local root=$1 program=$2 file
    mkdir -p -- "$root/bin"
    cp -L -- "$program" "$root/bin/"
    # Of our own system, so that its loader may run it.
    ldd "$program" | grep -o '/[^ ]*' | while read -r file; do
        mkdir -p -- "$root$(dirname -- "$file")"
        cp -L -- "$file" "$root$file"
    done
}

manifestOf() {
    # The applets of one BusyBox, in this order of precedence, as in the virtual machine.
    (cd -- "$1" && PATH=$work/applets "$work/applets/sh" "$top/packaging/proof/manifest.sh")
}

makeApplets() {
    local program
    busyBox
    mkdir -p -- "$work/applets"
    "$busybox" --list | while read -r applet; do
        ln -s "$busybox" "$work/applets/$applet"
    done
    for program in getfattr lsattr; do
        ln -sf "$(command -v "$program")" "$work/applets/$program"
    done
}

kernelPackage() {
    local depends
    depends=$(apt-cache "${aptOptions[@]}" depends linux-image-amd64 | sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | head -n 1)
    echo "${depends:-linux-image-amd64}"
}

# apt with a state of its own, whose source is this machine's mirror with the suite of the kernel.
useSuite() {
    local suite=${REFBOX_PROOF_SUITE:-bookworm} state=$cache/apt
    mkdir -p -- "$state/lists/partial" "$state/cache/archives/partial" "$state/parts"
    echo "deb $(debianMirror) $suite main" >"$state/sources.list"
    aptOptions=(-o "Dir::Etc::sourcelist=$state/sources.list" -o "Dir::Etc::sourceparts=$state/parts"
        -o "Dir::State::lists=$state/lists" -o "Dir::Cache=$state/cache")
    [[ -n $(find "$state/lists" -name '*Packages*' -mmin -1440 -print -quit) ]] ||
        apt-get "${aptOptions[@]}" update -qq
}

fetchKernel() {
    [[ ! -e $cache/kernel/done ]] || return 0
    say "Fetching Debian's kernel (once)"
    local package
    rm -rf -- "$cache/kernel"
    mkdir -p -- "$cache/kernel"
    useSuite
    package=$(kernelPackage)
    (cd -- "$work" && apt-get "${aptOptions[@]}" download -qq "$package") || die "apt-get cannot download $package"
    dpkg-deb -x "$work/$package"_*.deb "$cache/kernel"
    [[ -e $cache/kernel/lib ]] || ln -s usr/lib "$cache/kernel/lib"
    find "$cache/kernel/lib/modules/" -name '*.ko.xz' -exec xz -d {} +
    depmod -b "$cache/kernel" "$(ls "$cache/kernel/lib/modules")"
    touch "$cache/kernel/done"
}

makeInitramfs() {
    local root=$work/initramfs version module
    version=$(ls "$cache/kernel/lib/modules")
    mkdir -p -- "$root/bin" "$root/modules"
    cp -- "$busybox" "$root/bin/busybox"
    takeProgram "$root" "$(command -v getfattr)"
    takeProgram "$root" "$(command -v lsattr)"
    cp -- "$top/packaging/proof/manifest.sh" "$root/manifest.sh"
    cp -- "$top/packaging/proof/init.sh" "$root/init"
    chmod 0755 "$root/init"
    for module in virtio_pci virtio_blk "$driver" "${helpers[@]}"; do
        modprobe -d "$cache/kernel" -S "$version" --show-depends "$module" 2>/dev/null | awk '/^insmod/ { print $2 }'
    done | awk '!seen[$0]++' | while read -r module; do
        cp -- "$module" "$root/modules/"
        basename -- "$module"
    done >"$root/modules.list"
    {
        printf 'TYPE=%q\nOPTIONS=%q\nVSERVER=%q\n' "$type" "$options" "$vserver"
        printf 'COMMAND=%s\n' "'${command//\'/\'\\\'\'}'"
    } >"$root/settings"
    (cd -- "$root" && find . -print0 | cpio -0 -o -H newc --quiet | gzip -1) >"$work/initrd.gz"
}

runMachine() {
    need qemu-system-x86_64 cpio depmod modprobe
    driver=$type
    helpers=()
    options=ro
    case $type in
    reiserfs) options=ro,acl,user_xattr,attrs ;;
    iso9660) driver=isofs ;;
    ext2 | ext3 | ext4)
        driver=ext4
        helpers=(crc32c_generic)
        ;;
    erofs) helpers=(crc32c_generic) ;;
    esac
    fetchKernel
    makeInitramfs
    say "Mounting in a virtual machine with Linux $(ls "$cache/kernel/lib/modules")"
    truncate -s 256M "$work/results"
    # No KVM: this is a matter of seconds, and works in virtual machines too.
    timeout 900 qemu-system-x86_64 -accel tcg -M pc -m 768 -smp 1 -nodefaults -no-user-config -no-reboot \
        -nographic -display none -serial "file:$work/serial" -kernel "$(echo "$cache"/kernel/boot/vmlinuz-*)" \
        -initrd "$work/initrd.gz" \
        -append "console=ttyS0 quiet loglevel=3 panic=-1 edd=off mitigations=off nokaslr tsc=reliable no_timer_check" \
        -drive "file=$image,if=virtio,format=raw,readonly=on" \
        -drive "file=$work/results,if=virtio,format=raw" || die "the virtual machine failed: $(tail -n 5 "$work/serial")"
    tr -d '\0' <"$work/results" >"$work/seen"
    grep -qx '== done' "$work/seen" || die "the virtual machine stopped: $(tail -n 5 "$work/serial" "$work/seen")"
    grep -qx '== mounted' "$work/seen" || { cat "$work/seen" "$work/serial" >&2 && die "Linux does not mount it"; }
    sed -n '/^== mounted$/,/^== end$/p' "$work/seen" | sed 1d >"$work/manifest"
    sed -n '/^== run$/,$p' "$work/seen"
    [[ -z $vserver ]] || grep -qx '== exit status 0' "$work/seen" || die "the command failed in $vserver"
}

runHere() {
    say "Mounting with this kernel ($(uname -r))"
    mkdir -p -- "$work/mnt"
    mount -t "$type" -o loop,ro -- "$image" "$work/mnt"
    mounted=yes
    manifestOf "$work/mnt" >"$work/manifest"
    if [[ -n $vserver ]]; then
        chroot "$work/mnt/$vserver" /bin/sh -c "$command" || die "the command failed in $vserver"
    fi
}

# Section by section, so that it can be told what is lost.
compareManifests() {
    local section status=0
    say "Comparing with $expect"
    manifestOf "$expect" >"$work/expected"
    if [[ $type == ext? && ! -e $expect/lost+found ]]; then
        sed -i '/ \.\/lost+found$/d' "$work/manifest" # every file system of the family has one
    fi
    while IFS= read -r section; do
        for side in expected manifest; do
            awk -v wanted="== $section" '/^== / { inside = ($0 == wanted); next } inside' "$work/$side" >"$work/$side.part"
        done
        if cmp -s "$work/expected.part" "$work/manifest.part"; then
            echo "$section: equal ($(wc -l <"$work/expected.part") lines)"
        elif [[ " ${lost[*]} " == *" $section "* ]]; then
            echo "$section: not shown, as is known of $type"
        elif [[ $section == seals && ! -s $work/expected.part ]]; then
            echo "seals: not compared, for $expect has none (not every file system can have them)"
        else
            echo "$section: DIFFERENT"
            diff "$work/expected.part" "$work/manifest.part" | head -n 20 || true
            status=1
        fi
    done < <(sed -n 's/^== //p' "$work/expected" | grep -vx end)
    return "$status"
}

inMachine=yes
if [[ $forceMachine == no && $EUID == 0 ]] && grep -qE "^[^a-z]*$type\$" /proc/filesystems; then
    inMachine=no
fi
need getfattr lsattr
makeApplets
checkFormat
checkGrub
if [[ $inMachine == yes ]]; then
    runMachine
else
    runHere
fi
if [[ -n $expect ]]; then
    compareManifests || die "the image is not what it should be"
fi
say "All is as it should be"
