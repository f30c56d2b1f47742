-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "gawk",
  version = "5.2.1",
  summary = "GNU's awk",
  description = "A small language for tables and reports.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/gawk/",
  category = "Languages",
  prefix = "/opt/gnu/gawk",
  size = 680000,
  source = {
    -- As Debian repacks it, without its manuals; the sum of GNU's own file has not been checked yet.
    {
      file = "gawk-5.2.1.tar.xz",
      sha256 = "2337a0283b180ec1b9c727973a34781c6478b3ae9bcbdcca0a4dc49861d75a65",
      debian = { package = "gawk", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-nls --disable-mpfr --without-readline --disable-extensions
]],
    compile = [[
# Without the manuals, whose source may be missing.
make -j"$JOBS" SUBDIRS="support ."
]],
    install = [[
make install DESTDIR="$DEST" SUBDIRS="support ."
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/gawk", "/bin/awk" },
}
