-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The classic nano-vserver package, built from its makers' sources: a reference box of shared software, and an
-- example vserver that is built from it by linking. The first build takes some minutes and needs a compiler;
-- what it makes is kept, so that a second one takes none. After "build", with root's rights:
--   mount -o loop nano-vserver.img /mnt && chroot /mnt/vsbox01 /bin/bash --login
--
-- A project is data in Lua's syntax: one "return { … }" of strings, numbers, true, false and tables. Refbox
-- never executes it, but any Lua reads it with dofile; a copy is in the image, below /baby/doc.
return {
  -- The version of this format.
  refbox = 1,
  -- Outputs are named after it.
  name = "nano-vserver-from-source",
  -- The image: one file that every Linux can mount through a loop device.
  image = {
    filesystem = "ext4",
    -- "fit" is as small as the content allows; or a size like "64M" or 67108864.
    size = "fit",
    -- Free room beyond the content, for changes where it stands: a share of the image like "10%", or a size
    -- like "5M". None here.
    free = 0,
    label = "nano",
    -- Shared files get the immutable flag, so that root inside one vserver cannot change the others.
    -- On the host, chattr -i lifts it.
    seal = true,
    -- What the image should fit on; too much is a finding. "mini-cd", "cd-650", "cd-700", "dvd", or a size.
    capacity = "cd-650",
  },
  -- Files of a vserver that are its own even where a link rule shares them: the pattern ** is any depth.
  private = { "/etc/**" },
  -- The refbox: the single place where shared software lives, /refbox in the image. Each component is a recipe of
  -- the catalogue ("refbox-cli catalogue" shows all, with their options) at a prefix. The loader and the C
  -- library are this machine's; they come along by themselves, into /refbox/lib. The untouched sources go into
  -- /baby/src, the logs into /baby/doc.
  components = {
    -- The base: on its own, it runs a small system.
    {
      -- Static, so that this shell still works when libraries are broken. It knows /dev/tcp and /dev/udp.
      name = "base-bash",
      prefix = "/",
      source = { recipe = "bash" },
      options = { linking = "static", extras = "no" },
    },
    {
      -- Four hundred commands in one program; each is a hard link to it: /bin/ls, /sbin/ifconfig …
      name = "base-busybox",
      prefix = "/",
      source = { recipe = "busybox" },
    },
    -- From here on: software that turns the base into a minimum install, linked to only if wanted. Each has a
    -- folder of its own, /opt/VENDOR/NAME.
    {
      -- Terminals: what line editing draws with.
      name = "gnu-ncurses",
      prefix = "/opt/gnu/ncurses",
      source = { recipe = "ncurses" },
    },
    {
      -- Line editing, for Bash and Lua together. With readline = "bundled", Bash brings its own.
      name = "gnu-readline",
      prefix = "/opt/gnu/readline",
      source = { recipe = "readline" },
    },
    {
      -- The full Bash; extras = "yes" adds its manual, headers and loadable commands.
      name = "gnu-bash",
      prefix = "/opt/gnu/bash",
      source = { recipe = "bash" },
      options = { readline = "external", extras = "no" },
    },
    {
      -- Extended attributes and access control lists, as they came from SGI with XFS.
      name = "sgi-attr",
      prefix = "/opt/sgi",
      source = { recipe = "attr" },
    },
    {
      name = "sgi-acl",
      prefix = "/opt/sgi",
      source = { recipe = "acl" },
    },
    {
      -- The full tools for files, texts and the shell, linked with the two above.
      name = "gnu-coreutils",
      prefix = "/opt/gnu/coreutils",
      source = { recipe = "coreutils" },
    },
    {
      -- bsdtar, which keeps extended attributes and ACLs as star does and writes star's keywords. For star itself,
      -- see the recipe star, or give its folder or package.
      name = "libarchive",
      prefix = "/opt/libarchive",
      source = { recipe = "libarchive" },
    },
    {
      -- Lua, interactive and as a compiler, with a rule for the kernel: see lib/binfmt.d/README.md below it.
      name = "tecgraf-lua",
      prefix = "/opt/tecgraf",
      source = { recipe = "lua" },
      options = { readline = "external" },
    },
  },
  -- The vservers: guest roots, /NAME in the image.
  vservers = {
    {
      name = "vsbox01",
      -- A typical first- and second-level layout with the devices that programs expect.
      skeleton = "typical",
      -- Pick and choose: each rule links paths of the refbox to a place in the vserver. Later rules override
      -- earlier ones. manner = "hard" is the default; "symbolic" and "copy" are the others. What linked
      -- programs need, loader and libraries, is linked too unless a rule says needs = false.
      links = {
        -- The base, with BusyBox's commands where BusyBox wants them.
        { from = "/bin/*", to = "/bin" },
        { from = "/sbin/*", to = "/sbin" },
        { from = "/usr/bin/*", to = "/usr/bin" },
        { from = "/usr/sbin/*", to = "/usr/sbin" },
        -- The full Bash in the place of the static one, and the terminals that it knows.
        { from = "/opt/gnu/bash/bin/bash", to = "/bin/bash" },
        { from = "/opt/gnu/ncurses/share/terminfo/**", to = "/opt/gnu/ncurses/share/terminfo" },
        { from = "/opt/gnu/ncurses/bin/*", to = "/bin" },
        -- The full tools over BusyBox's of the same name.
        { from = "/opt/gnu/coreutils/bin/*", to = "/bin" },
        { from = "/opt/sgi/bin/*", to = "/bin" },
        { from = "/opt/libarchive/bin/*", to = "/bin" },
        { from = "/opt/tecgraf/bin/*", to = "/bin" },
        -- Where the kernel looks for it, once lib/binfmt.d/luac.conf is registered.
        { from = "/opt/tecgraf/bin/lua", to = "/opt/tecgraf/bin/lua" },
        { from = "/opt/tecgraf/lib/binfmt.d/*", to = "/opt/tecgraf/lib/binfmt.d" },
      },
      -- The vserver's own files, over those of its skeleton: a string is the content; a table says more.
      files = {
        ["/etc/group"] = [[
root:x:0:
daemon:x:1:
tty:x:5:
users:x:100:
nogroup:x:65534:
]],
        ["/etc/hostname"] = "vsbox01\n",
        ["/etc/hosts"] = [[
127.0.0.1 localhost
::1 localhost
127.0.1.1 vsbox01
]],
        -- The star says: no password lets anybody in. From the host, chroot needs none.
        ["/etc/passwd"] = [[
root:*:0:0:root:/root:/bin/bash
daemon:*:1:1:daemon:/:/bin/false
nobody:*:65534:65534:nobody:/:/bin/false
]],
        ["/etc/profile"] = [[
# Read by every login shell.
PATH=/bin:/sbin:/usr/bin:/usr/sbin
PS1='\u@\h:\w\$ '
export PATH
umask 022
]],
        -- The start program. There is no init: a Bash script does that.
        ["/etc/rc"] = {
          mode = "0755",
          content = [=[
#!/bin/bash
# The start program of this vserver. There is no init: this script does that.
#
#   /etc/rc start     starts every service of /etc/rc.d, in the order of their names
#   /etc/rc stop      stops them, the last one first
#   /etc/rc status    tells which of them run
#   /etc/rc init      for process 1 of a PID namespace: prepares, starts, waits, stops when told to
#
# From the host:      chroot /mnt/vsbox01 /etc/rc start
# As a container:     unshare --fork --pid --uts --mount chroot /mnt/vsbox01 /etc/rc init
#
# A service is an executable file in /etc/rc.d that understands "start", "stop" and "status".
set -u
shopt -s nullglob
PATH=/bin:/sbin:/usr/bin:/usr/sbin HOME=/root
export PATH HOME
umask 022

services=(/etc/rc.d/*)
backwards=()
for service in "${services[@]}"; do
    backwards=("$service" "${backwards[@]}")
done

say() { printf 'rc: %s\n' "$*"; }

# each ACTION SERVICE…: one that fails does not keep the others from running.
each() {
    local action=$1 failed=0 service
    shift
    for service; do
        [[ -f $service && -x $service ]] || continue
        say "$action ${service##*/}"
        if ! "$service" "$action"; then
            say "$action ${service##*/}: failed" >&2
            failed=1
        fi
    done
    return "$failed"
}

# Only in namespaces of our own: in a plain chroot, these would change the host.
prepare() {
    [[ -e /proc/self ]] || mount -t proc proc /proc || say 'no /proc' >&2
    [[ -r /etc/hostname ]] && hostname "$(</etc/hostname)"
}

# Bash collects every process that ends here; a signal interrupts the wait.
wait_for_end() {
    local ended=
    trap 'ended=yes' TERM INT HUP
    while [[ -z $ended ]]; do
        sleep 3600 &
        wait "$!"
        kill "$!" 2>/dev/null
    done
}

case ${1-} in
start | status) each "$1" "${services[@]}" ;;
stop) each stop "${backwards[@]}" ;;
init)
    if (($$ != 1)); then
        say 'init is for process 1 only; use start' >&2
        exit 2
    fi
    prepare
    each start "${services[@]}"
    wait_for_end
    each stop "${backwards[@]}"
    ;;
*)
    echo "usage: $0 start|stop|status|init" >&2
    exit 2
    ;;
esac
]=],
        },
      },
    },
  },
}
