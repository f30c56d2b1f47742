-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "gettext",
  version = "0.23.1",
  summary = "Messages in other languages: gettext, msgfmt and their libraries",
  description = "By these, programs and scripts speak the language of their user. The functions for programs are the C library's own; here are the tools, and what scripts need. A vserver that shall speak needs a locale, too: /usr/lib/locale of a Linux that has it.",
  licence = "GPL-3.0-or-later AND LGPL-2.1-or-later",
  homepage = "https://www.gnu.org/software/gettext/",
  category = "Libraries",
  prefix = "/opt/gnu/gettext",
  size = 11900000,
  source = {
    {
      file = "gettext-0.23.1.tar.xz",
      sha256 = "c1f97a72a7385b7e71dd07b5fea6cdaf12c9b88b564976b23bd8c11857af2970",
      addresses = {
        "https://ftp.gnu.org/gnu/gettext/gettext-0.23.1.tar.xz",
        "https://ftpmirror.gnu.org/gettext/gettext-0.23.1.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/gettext/gettext-0.23.1.tar.xz.sig",
      debian = { package = "gettext", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-static --disable-java --disable-csharp --disable-openmp \
    --without-emacs --without-git --without-selinux --disable-acl --disable-xattr --disable-curses \
    --with-included-libxml --with-included-libunistring
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
rm -f "$DEST$PREFIX"/lib/*.la
]],
  },
  provides = { "/bin/gettext", "/bin/msgfmt", "/bin/ngettext" },
}
