-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "nano",
  version = "8.4",
  summary = "A small editor",
  description = "An editor that shows its keys at the foot of the screen.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.nano-editor.org/",
  category = "Editors",
  prefix = "/opt/gnu/nano",
  size = 360000,
  source = {
    {
      file = "nano-8.4.tar.xz",
      sha256 = "5ad29222bbd55624d87ea677928b3106a743114d6c6f9b41f36c97be2a8e628d",
      addresses = {
        "https://www.nano-editor.org/dist/v8/nano-8.4.tar.xz",
        "https://ftp.gnu.org/gnu/nano/nano-8.4.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/nano/nano-8.4.tar.xz.sig",
      debian = { package = "nano", suite = "trixie" },
    },
  },
  needs = { "ncurses" },
  steps = {
    configure = [[
export NCURSESW_CFLAGS="-I$PREFIX_ncurses/include -I$PREFIX_ncurses/include/ncursesw"
export NCURSESW_LIBS="-L$PREFIX_ncurses/lib -lncursesw -ltinfo"
./configure --prefix="$PREFIX" --sysconfdir="$PREFIX/etc" --disable-nls --enable-utf8 --disable-libmagic
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/nano" },
}
