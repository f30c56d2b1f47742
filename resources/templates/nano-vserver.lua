-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The classic nano-vserver package: a reference box of shared software, and an example vserver that is built
-- from it by linking. Everything comes from programs of this machine. After "build", with root's rights:
--   mount -o loop nano-vserver.img /mnt && chroot /mnt/vsbox01 /bin/bash --login
--
-- A project is data in Lua's syntax: one "return { … }" of strings, numbers, true, false and tables. Refbox
-- never executes it, but any Lua reads it with dofile; a copy is in the image, below /baby/doc.
return {
  -- The version of this format.
  refbox = 1,
  -- Outputs are named after it.
  name = "nano-vserver",
  -- The image: one file that every Linux can mount through a loop device.
  image = {
    filesystem = "ext4",
    -- "fit" is as small as the content allows; or a size like "64M" or 67108864.
    size = "fit",
    -- Free room beyond the content, for changes where it stands: a share of the image like "10%", or a size
    -- like "5M". None here: the whole package stays below 20 MB.
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
  -- The refbox: the single place where shared software lives, /refbox in the image. The loader and the shared
  -- libraries that programs need come along by themselves, into /refbox/lib.
  components = {
    -- The base: on its own, it runs a small system.
    {
      name = "base",
      prefix = "/",
      source = {
        -- "as" is the place below the prefix. Without it, a program keeps its name, in bin (or in sbin, if it
        -- comes from there).
        host = {
          -- Static, so that this shell still works when libraries are broken. It knows /dev/tcp and /dev/udp.
          { program = "bash-static", as = "/bin/bash" },
          -- Over 200 commands in one program; each becomes a hard link to it: /bin/ls, /sbin/ifconfig …
          { program = "busybox", as = "/bin/busybox" },
        },
      },
    },
    -- From here on: software that turns the base into a minimum install, linked to only if wanted. Each has a
    -- folder of its own, /opt/VENDOR/NAME.
    {
      -- The full Bash: dynamically linked, with line editing by the readline library.
      name = "gnu-bash",
      prefix = "/opt/gnu/bash",
      source = {
        host = {
          { program = "bash", as = "/bin/bash" },
        },
      },
    },
    {
      -- The full tools for files, texts and the shell, aware of extended attributes and ACLs.
      name = "gnu-coreutils",
      prefix = "/opt/gnu/coreutils",
      source = {
        host = {
          "[", "base32", "base64", "basename", "cat", "chgrp", "chmod", "chown", "cksum", "comm", "cp",
          "csplit", "cut", "date", "dd", "df", "dir", "dircolors", "dirname", "du", "echo", "env", "expand",
          "expr", "factor", "false", "fmt", "fold", "groups", "head", "id", "install", "join", "link", "ln",
          "logname", "ls", "md5sum", "mkdir", "mkfifo", "mknod", "mktemp", "mv", "nice", "nl", "nohup",
          "nproc", "numfmt", "od", "paste", "pathchk", "pr", "printenv", "printf", "ptx", "pwd", "readlink",
          "realpath", "rm", "rmdir", "seq", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum",
          "shred", "shuf", "sleep", "sort", "split", "stat", "stty", "sum", "sync", "tac", "tail", "tee",
          "test", "timeout", "touch", "tr", "true", "truncate", "tsort", "tty", "uname", "unexpand", "uniq",
          "unlink", "vdir", "wc", "who", "whoami", "yes",
          -- Not an everyday command, but the one that enters a vserver; elsewhere it lives in sbin.
          { program = "chroot", as = "/bin/chroot" },
          -- Distributions choose among these: if one is not here, that is a remark, not an error.
          { program = "arch", optional = true },
          { program = "b2sum", optional = true },
          { program = "basenc", optional = true },
          { program = "chcon", optional = true },
          { program = "hostid", optional = true },
          { program = "md5sum.textutils", optional = true },
          { program = "pinky", optional = true },
          { program = "runcon", optional = true },
          { program = "users", optional = true },
          -- stdbuf loads a library of its own.
          { program = "stdbuf", optional = true },
          { program = "/usr/libexec/coreutils/libstdbuf.so", as = "/libexec/libstdbuf.so", optional = true },
        },
        -- Debian 13 links the checksum programs with OpenSSL (7.5 MB), who and pinky with systemd's library.
        -- Where that is so, BusyBox's commands of these names serve.
        without = { "libcrypto.so.3", "libsystemd.so.0" },
      },
    },
    {
      -- Extended attributes and access control lists, as they came from SGI with XFS.
      name = "sgi-attr",
      prefix = "/opt/sgi",
      source = {
        host = {
          { program = "attr", as = "/bin/attr" },
          { program = "getfattr", as = "/bin/getfattr" },
          { program = "setfattr", as = "/bin/setfattr" },
        },
      },
    },
    {
      name = "sgi-acl",
      prefix = "/opt/sgi",
      source = {
        host = {
          { program = "chacl", as = "/bin/chacl" },
          { program = "getfacl", as = "/bin/getfacl" },
          { program = "setfacl", as = "/bin/setfacl" },
        },
      },
    },
    {
      -- star and friends: tar that keeps extended attributes and ACLs right. Where this machine has them (not
      -- in Debian), add a link rule: { from = "/opt/schily/bin/*", to = "/bin" }.
      name = "schily",
      prefix = "/opt/schily",
      source = {
        host = {
          { program = "star", as = "/bin/star", optional = true },
          { program = "star_sym", as = "/bin/star_sym", optional = true },
          { program = "scpio", as = "/bin/scpio", optional = true },
          { program = "spax", as = "/bin/spax", optional = true },
          { program = "suntar", as = "/bin/suntar", optional = true },
          { program = "tartest", as = "/bin/tartest", optional = true },
        },
      },
    },
    {
      -- GNU tar writes star's keywords too: tar --format=posix --acls --xattrs.
      name = "gnu-tar",
      prefix = "/opt/gnu/tar",
      source = {
        host = {
          { program = "tar", as = "/bin/tar" },
        },
      },
    },
    {
      -- The flags of files: with chattr, /baby/bin/unseal lets shared files be changed, and seal ends that.
      name = "e2fsprogs",
      prefix = "/opt/e2fsprogs",
      source = {
        host = {
          { program = "chattr", as = "/bin/chattr" },
          { program = "lsattr", as = "/bin/lsattr" },
        },
      },
    },
    {
      -- Lua, interactive and as a compiler. To let the host start compiled or plain Lua files by their name
      -- (once, as root; the image mounted at /mnt):
      --   mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
      --   echo ':lua:E::lua::/mnt/refbox/opt/tecgraf/bin/lua:' > /proc/sys/fs/binfmt_misc/register
      -- Inside a vserver, the first line #!/bin/lua does it for a file with a plain text.
      name = "tecgraf-lua",
      prefix = "/opt/tecgraf",
      source = {
        host = {
          { program = "lua5.4", as = "/bin/lua" },
          { program = "luac5.4", as = "/bin/luac" },
        },
      },
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
        -- The full Bash in the place of the static one.
        { from = "/opt/gnu/bash/bin/bash", to = "/bin/bash" },
        -- The full tools over BusyBox's of the same name.
        { from = "/opt/gnu/coreutils/bin/*", to = "/bin" },
        { from = "/opt/gnu/coreutils/libexec/*", to = "/usr/libexec/coreutils" },
        { from = "/opt/gnu/tar/bin/tar", to = "/bin/tar" },
        { from = "/opt/sgi/bin/*", to = "/bin" },
        { from = "/opt/tecgraf/bin/*", to = "/bin" },
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
