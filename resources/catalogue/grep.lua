-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "grep",
  version = "3.11",
  summary = "GNU's search in texts: grep, egrep, fgrep",
  description = "Finds the lines of files that match a pattern.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/grep/",
  category = "Basic commands",
  prefix = "/opt/gnu/grep",
  size = 160000,
  source = {
    {
      file = "grep-3.11.tar.xz",
      sha256 = "1db2aedde89d0dea42b16d9528f894c8d15dae4e190b59aecc78f5a951276eab",
      addresses = {
        "https://ftp.gnu.org/gnu/grep/grep-3.11.tar.xz",
        "https://ftpmirror.gnu.org/grep/grep-3.11.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/grep/grep-3.11.tar.xz.sig",
      debian = { package = "grep", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-nls --disable-perl-regexp
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/grep" },
}
