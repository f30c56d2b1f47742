-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "readline",
  version = "8.2",
  summary = "GNU Readline: editing of command lines, with history",
  description = "The library by which Bash, Lua and others let their users edit what they type.",
  licence = "GPL-3.0-or-later",
  homepage = "https://tiswww.case.edu/php/chet/readline/rltop.html",
  category = "Libraries",
  prefix = "/opt/gnu/readline",
  source = {
    {
      file = "readline-8.2.tar.gz",
      sha256 = "3feb7171f16a84ee82ca18a36d7b9be109a52c04f492a053331d7d1095007c35",
      addresses = {
        "https://ftp.gnu.org/gnu/readline/readline-8.2.tar.gz",
        "https://ftpmirror.gnu.org/readline/readline-8.2.tar.gz",
      },
      signature = "https://ftp.gnu.org/gnu/readline/readline-8.2.tar.gz.sig",
      debian = { package = "readline", suite = "trixie" },
    },
  },
  needs = { "ncurses" },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --with-curses --disable-static
]],
    -- By itself it would not tell that it needs the terminal library.
    compile = [[
make -j"$JOBS" SHLIB_LIBS="$LDFLAGS -ltinfo"
]],
    install = [[
make install DESTDIR="$DEST" SHLIB_LIBS="$LDFLAGS -ltinfo"
rm -f "$DEST$PREFIX/share/info/dir"
find "$DEST$PREFIX" -name '*.old' -delete
]],
  },
  provides = { "/lib/libreadline.so.8", "/lib/libhistory.so.8", "/include/readline/readline.h" },
}
