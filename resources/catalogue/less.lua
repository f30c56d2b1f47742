-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "less",
  version = "668",
  summary = "Shows texts screen by screen",
  description = "A pager: forwards, backwards, with search.",
  licence = "GPL-3.0-or-later OR BSD-2-Clause",
  homepage = "https://www.greenwoodsoftware.com/less/",
  category = "Basic commands",
  prefix = "/opt/gnu/less",
  size = 280000,
  source = {
    {
      file = "less-668.tar.gz",
      sha256 = "2819f55564d86d542abbecafd82ff61e819a3eec967faa36cd3e68f1596a44b8",
      addresses = {
        "https://www.greenwoodsoftware.com/less/less-668.tar.gz",
        "https://ftp.gnu.org/gnu/less/less-668.tar.gz",
      },
      signature = "https://ftp.gnu.org/gnu/less/less-668.tar.gz.sig",
      debian = { package = "less", suite = "trixie" },
    },
  },
  needs = { "ncurses" },
  steps = {
    configure = [[
# It takes the first terminal library that it finds; there is one.
./configure --prefix="$PREFIX" --sysconfdir="$PREFIX/etc" --with-regex=posix
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/less", "/bin/lesskey" },
}
