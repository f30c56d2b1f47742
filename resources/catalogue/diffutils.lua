-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "diffutils",
  version = "3.10",
  summary = "GNU's diff, diff3, cmp and sdiff",
  description = "Tells how files differ.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/diffutils/",
  category = "Basic commands",
  prefix = "/opt/gnu/diffutils",
  size = 280000,
  source = {
    {
      file = "diffutils-3.10.tar.xz",
      sha256 = "90e5e93cc724e4ebe12ede80df1634063c7a855692685919bfe60b556c9bd09e",
      addresses = {
        "https://ftp.gnu.org/gnu/diffutils/diffutils-3.10.tar.xz",
        "https://ftpmirror.gnu.org/diffutils/diffutils-3.10.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/diffutils/diffutils-3.10.tar.xz.sig",
      debian = { package = "diffutils", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-nls
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/diff", "/bin/cmp" },
}
