-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "coreutils",
  version = "9.7",
  summary = "GNU's basic commands: ls, cp, mv, sort, date and a hundred more",
  description = "The full versions of the basic commands, with access control lists and extended attributes: ls marks files that have them, cp and mv keep them.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/coreutils/",
  category = "Basic commands",
  prefix = "/opt/gnu/coreutils",
  size = 6500000,
  source = {
    {
      file = "coreutils-9.7.tar.xz",
      sha256 = "e8bb26ad0293f9b5a1fc43fb42ba970e312c66ce92c1b0b16713d7500db251bf",
      addresses = {
        "https://ftp.gnu.org/gnu/coreutils/coreutils-9.7.tar.xz",
        "https://ftpmirror.gnu.org/coreutils/coreutils-9.7.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/coreutils/coreutils-9.7.tar.xz.sig",
      debian = { package = "coreutils", suite = "trixie" },
    },
  },
  options = {
    {
      name = "acl",
      text = "Access control lists and extended attributes",
      choices = { "yes", "no" },
      standard = "yes",
    },
    {
      name = "gettext",
      text = "Messages in other languages; external: by the C library's own gettext",
      choices = { "none", "external" },
      standard = "none",
    },
  },
  needs = {
    { recipe = "acl", when = { acl = "yes" } },
    { recipe = "attr", when = { acl = "yes" } },
    { recipe = "gettext", when = { gettext = "external" } },
  },
  steps = {
    configure = [[
if [ "$OPT_acl" = yes ]; then acl="--enable-acl --enable-xattr"; else acl="--disable-acl --disable-xattr"; fi
nls=--disable-nls
if [ "$OPT_gettext" = external ]; then nls="--enable-nls --with-libintl-prefix=$PREFIX_gettext"; fi
./configure --prefix="$PREFIX" $acl $nls --without-selinux --without-libgmp --without-openssl --disable-libcap
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/ls", "/bin/cp", "/bin/mv", "/bin/sort", "/bin/stat", "/bin/timeout" },
}
