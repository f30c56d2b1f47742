-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "gzip",
  version = "1.13",
  summary = "GNU's gzip and zcat",
  description = "Packs and unpacks single files.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/gzip/",
  category = "Archives",
  prefix = "/opt/gnu/gzip",
  size = 150000,
  source = {
    {
      file = "gzip-1.13.tar.xz",
      sha256 = "7454eb6935db17c6655576c2e1b0fabefd38b4d0936e0f87f48cd062ce91a057",
      addresses = {
        "https://ftp.gnu.org/gnu/gzip/gzip-1.13.tar.xz",
        "https://ftpmirror.gnu.org/gzip/gzip-1.13.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/gzip/gzip-1.13.tar.xz.sig",
      debian = { package = "gzip", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX"
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/gzip", "/bin/zcat" },
}
