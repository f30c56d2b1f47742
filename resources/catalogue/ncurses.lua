-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "ncurses",
  version = "6.5-20250216",
  summary = "Terminal handling: libraries, tic, infocmp and the usual terminals",
  description = "What programs use to draw on terminals, with the descriptions of the usual ones below share/terminfo.",
  licence = "X11-distribute-modifications-variant",
  homepage = "https://invisible-island.net/ncurses/",
  category = "Libraries",
  prefix = "/opt/gnu/ncurses",
  size = 1730000,
  source = {
    {
      file = "ncurses-6.5-20250216.tar.gz",
      sha256 = "b37baafa436e7133bb12a185cb8f60e1599b1947e9f0181c76f3190acf28b6eb",
      addresses = { "https://invisible-island.net/archives/ncurses/current/ncurses-6.5-20250216.tgz" },
      debian = { package = "ncurses", suite = "trixie" },
    },
  },
  steps = {
    -- Its programs find their own libraries, and not the building machine's of the same name.
    configure = [[
export LDFLAGS="-Wl,-rpath,$PREFIX/lib"
./configure --prefix="$PREFIX" --with-shared --without-debug --without-ada --without-cxx-binding \
    --without-tests --without-manpages --enable-widec --with-termlib=tinfo --disable-stripping \
    --with-default-terminfo-dir="$PREFIX/share/terminfo" \
    --with-terminfo-dirs="$PREFIX/share/terminfo:/etc/terminfo:/lib/terminfo:/usr/share/terminfo" \
    --with-fallbacks=linux,xterm,xterm-256color,vt100,vt102,screen,tmux,dumb \
    --enable-pc-files --with-pkg-config-libdir="$PREFIX/lib/pkgconfig"
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
# Of nearly two thousand terminals those that are met.
cd "$DEST$PREFIX/share/terminfo"
mkdir ../kept
for name in a/ansi d/dumb l/linux s/screen s/screen-256color t/tmux t/tmux-256color v/vt100 v/vt102 \
    v/vt220 x/xterm x/xterm-256color r/rxvt r/rxvt-unicode-256color; do
    if [ -e "$name" ]; then mkdir -p "../kept/${name%/*}"; cp -L "$name" "../kept/$name"; fi
done
cd ..
rm -rf terminfo
mv kept terminfo
rm -rf tabset ../lib/terminfo
# Of the static libraries the one that a static Bash takes.
find ../lib -name '*.a' ! -name libtinfo.a -delete
# Programs ask for the plain names, too.
cd "$DEST$PREFIX/lib"
for name in ncurses form panel menu; do
    ln -sf "lib${name}w.so" "lib$name.so"
done
ln -sf libncursesw.so libcurses.so
]],
  },
  provides = { "/lib/libtinfo.so.6", "/lib/libncursesw.so.6", "/bin/tic", "/share/terminfo/x/xterm" },
}
