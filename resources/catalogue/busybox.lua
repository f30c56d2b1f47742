-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "busybox",
  version = "1.37.0",
  summary = "Four hundred small commands in one program",
  description = "Small versions of the commands that a Unix system has: ls, vi, wget, ftpget, rpm, dpkg, ash and the rest, each a link to one program.",
  licence = "GPL-2.0-only",
  homepage = "https://busybox.net/",
  category = "Basic commands",
  prefix = "/",
  size = 1020000,
  source = {
    {
      file = "busybox-1.37.0.tar.bz2",
      sha256 = "3311dff32e746499f4df0d5df04d7eb396382d7e108bb9250e7b519b837043a4",
      addresses = { "https://busybox.net/downloads/busybox-1.37.0.tar.bz2" },
      debian = { package = "busybox", suite = "trixie" },
    },
  },
  options = {
    { name = "linking", text = "How its libraries are linked", choices = { "dynamic", "static" }, standard = "dynamic" },
  },
  steps = {
    -- Its traffic shaper does not compile with the headers of newer kernels.
    configure = [[
make defconfig
sed -i -e 's/^CONFIG_TC=y/# CONFIG_TC is not set/' .config
if [ "$OPT_linking" = static ]; then sed -i -e 's/^# CONFIG_STATIC is not set/CONFIG_STATIC=y/' .config; fi
yes '' | make oldconfig >/dev/null
]],
    compile = [[
make -j"$JOBS" EXTRA_CFLAGS="-ffile-prefix-map=$SRC=."
]],
    install = [[
make install CONFIG_PREFIX="$TMPDIR/root"
mkdir -p "$DEST$PREFIX/bin"
install -m 0755 busybox "$DEST$PREFIX/bin/busybox"
# Applets as hard links: one file, whatever folder it is called from.
cd "$TMPDIR/root"
find . -type l | while read -r applet; do
    mkdir -p "$DEST$PREFIX/$(dirname "$applet")"
    ln "$DEST$PREFIX/bin/busybox" "$DEST$PREFIX/$applet"
done
rm -f "$DEST$PREFIX/linuxrc"
]],
  },
  provides = { "/bin/busybox", "/bin/ls", "/bin/vi", "/bin/rpm", "/usr/bin/dpkg", "/usr/bin/ftpget", "/usr/bin/wget" },
}
