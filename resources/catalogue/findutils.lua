-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "findutils",
  version = "4.10.0",
  summary = "GNU's find and xargs, and locate",
  description = "Finds files by name, age, size and more, and does something with each.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/findutils/",
  category = "Basic commands",
  prefix = "/opt/gnu/findutils",
  size = 1340000,
  source = {
    {
      file = "findutils-4.10.0.tar.xz",
      sha256 = "1387e0b67ff247d2abde998f90dfbf70c1491391a59ddfecb8ae698789f0a4f5",
      addresses = {
        "https://ftp.gnu.org/gnu/findutils/findutils-4.10.0.tar.xz",
        "https://ftpmirror.gnu.org/findutils/findutils-4.10.0.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/findutils/findutils-4.10.0.tar.xz.sig",
      debian = { package = "findutils", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-nls --localstatedir="$PREFIX/var" --without-selinux
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/find", "/bin/xargs" },
}
