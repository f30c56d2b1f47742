#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tries the two commands of the README on a Debian that has nothing installed yet.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/check-bare.sh [--user] [--keep] SUITE [COMMAND [ARGUMENT…]]

Makes a bare root of Debian SUITE (bookworm, trixie) with debootstrap, clones the last commit of this
checkout into it and runs COMMAND there, in the checkout; without a COMMAND, packaging/test.sh and
packaging/run.sh, twice each. Needs root and the package debootstrap.

  --user  run COMMAND as a user who may use sudo, instead of as root
  --keep  leave the root behind afterwards, and say where

The bare root and downloaded packages are kept in REFBOX_BARE_CACHE (/tmp/refbox-bare-UID), so that
another run starts quickly. Delete that folder to start afresh.
END
}

asUser=no
keep=no
while [[ ${1-} == -* ]]; do
    case $1 in
    --user) asUser=yes ;;
    --keep) keep=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift
done
if (($# == 0)); then
    usage >&2
    exit 2
fi
suite=$1
shift
[[ $suite =~ ^[a-z]+$ ]] || die "'$suite' is not the name of a Debian suite"
((EUID == 0)) || die "this needs root: debootstrap and mount namespaces"
for tool in debootstrap unshare pivot_root git tar; do
    command -v "$tool" >/dev/null || die "'$tool' is missing: apt-get install debootstrap util-linux git tar"
done

cache=${REFBOX_BARE_CACHE:-/tmp/refbox-bare-$EUID}
(umask 077 && mkdir -p -- "$cache")
[[ -O $cache && ! -L $cache ]] || die "$cache belongs to somebody else; set REFBOX_BARE_CACHE"
mkdir -p -- "$cache/$suite-archives/partial"

work=$(mktemp -d "${TMPDIR:-/tmp}/refbox-bare.XXXXXX")
root=$work/root
# shellcheck disable=SC2317 # called by the trap
cleanUp() {
    # The mounts lived in a mount namespace that is gone by now. Should that ever be untrue, a folder left
    # behind is better than a deleted /dev.
    if grep -qF " $work" /proc/self/mountinfo; then
        printf 'check-bare.sh: something is mounted below %s; it stays there\n' "$work" >&2
    elif [[ $keep == yes ]]; then
        say "The root stays in $root"
    else
        rm -rf --one-file-system -- "$work"
    fi
}
trap cleanUp EXIT

makeTarball() {
    local mirror
    mirror=$(debianMirror)
    [[ -n $mirror ]] || die "no source of Debian's main archive in this machine's apt configuration; run apt-get update"
    say "Making a bare root of $suite (once)"
    debootstrap --variant=minbase "$suite" "$work/new" "$mirror" >"$cache/$suite.log" 2>&1 ||
        die "debootstrap failed: $(tail -n 3 "$cache/$suite.log")"
    rm -f "$work"/new/var/cache/apt/archives/*.deb
    tar -C "$work/new" --numeric-owner -cf "$cache/$suite.tar.part" .
    mv -- "$cache/$suite.tar.part" "$cache/$suite.tar"
    rm -rf --one-file-system -- "$work/new"
}

# What a root needs from its host to reach the network as the host does.
copyNetwork() {
    local file
    for file in resolv.conf hosts; do
        if [[ -e /etc/$file ]]; then
            cp -L --remove-destination "/etc/$file" "$root/etc/$file"
        fi
    done
    apt-config dump | grep -iE '^Acquire::[a-z]+::Proxy' >"$root/etc/apt/apt.conf.d/90host-proxy" || true
    # Downloads land in the cache, which is bound into the root.
    echo 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";' >"$root/etc/apt/apt.conf.d/90keep-downloads"
}

[[ -e $cache/$suite.tar ]] || makeTarball
say "Unpacking the bare root of $suite"
mkdir -- "$root"
tar -C "$root" --numeric-owner -xpf "$cache/$suite.tar"
copyNetwork

# A blank in the path, because users have them.
home=/root
[[ $asUser == no ]] || home=/home/tester
checkout="$home/a checkout/refbox"
mkdir -p -- "$root$home/a checkout"
[[ -z $(git -C "$top" status --porcelain) ]] || say "Note: only what is committed is tried"
git clone --quiet --no-hardlinks -- "$top" "$root$checkout"

if (($# == 0)); then
    set -- /bin/bash -c 'set -e; for again in 1 2; do packaging/test.sh; packaging/run.sh; done'
fi
cat >"$root/enter" <<'END'
#!/bin/bash
# Run inside the root: HOME CHECKOUT AS_USER COMMAND…
set -e
home=$1 checkout=$2 asUser=$3
shift 3
if [[ $asUser == yes ]]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends sudo >/dev/null
    id tester >/dev/null 2>&1 || useradd --home-dir "$home" --shell /bin/bash tester
    echo 'tester ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/tester
    chown -R tester: "$home"
    set -- setpriv --reuid tester --regid tester --init-groups "$@"
fi
cd "$checkout"
exec env -i HOME="$home" USER="$([[ $asUser == yes ]] && echo tester || echo root)" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb "$@"
END
chmod 0755 "$root/enter"

say "Running in $suite: $*"
# Own mounts and own processes: both end with the command, whatever it leaves behind.
status=0
# shellcheck disable=SC2016 # the inner shell expands
REFBOX_ROOT=$root REFBOX_ARCHIVES=$cache/$suite-archives \
    unshare --mount --pid --fork --kill-child --propagation private -- /bin/bash -c '
    set -e
    mount --bind "$REFBOX_ROOT" "$REFBOX_ROOT"
    mount -t proc proc "$REFBOX_ROOT/proc"
    mount --rbind /dev "$REFBOX_ROOT/dev"
    mount --rbind /sys "$REFBOX_ROOT/sys"
    mount --bind "$REFBOX_ARCHIVES" "$REFBOX_ROOT/var/cache/apt/archives"
    cd "$REFBOX_ROOT"
    mkdir -p .host
    pivot_root . .host
    umount -l /.host
    rmdir /.host
    exec /enter "$@"' bash "$home" "$checkout" "$asUser" "$@" </dev/null || status=$?
if ((status == 0)); then
    say "Done in $suite: all well"
else
    say "Failed in $suite with exit status $status"
fi
exit "$status"
