-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "bash",
  version = "5.2.37",
  summary = "The Bourne Again Shell",
  description = "GNU's shell, the start program of every vserver. It opens connections by itself through /dev/tcp and /dev/udp. Linked statically it runs where nothing else is; it cannot look up host names then.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/bash/",
  category = "Shells",
  prefix = "/opt/gnu/bash",
  source = {
    {
      file = "bash-5.2.37.tar.gz",
      sha256 = "9599b22ecd1d5787ad7d3b7bf0c59f312b3396d1e281175dd1f8a4014da621ff",
      addresses = {
        "https://ftp.gnu.org/gnu/bash/bash-5.2.37.tar.gz",
        "https://ftpmirror.gnu.org/bash/bash-5.2.37.tar.gz",
      },
      signature = "https://ftp.gnu.org/gnu/bash/bash-5.2.37.tar.gz.sig",
    },
    -- The same without its documentation, as Debian has it.
    {
      file = "bash_5.2.37.orig.tar.xz",
      sha256 = "370704c9c859f4060b7df19055e43bb9b5fa09d887699cf6ba87885c5485d36a",
      debian = { package = "bash", suite = "trixie" },
    },
  },
  options = {
    { name = "linking", text = "How its libraries are linked", choices = { "dynamic", "static" }, standard = "dynamic" },
    {
      name = "readline",
      text = "Editing of command lines",
      choices = { "none", "bundled", "external" },
      standard = "bundled",
    },
    { name = "extras", text = "Manual, headers and loadable commands", choices = { "yes", "no" }, standard = "yes" },
    {
      name = "gettext",
      text = "Messages in other languages; external: by the C library's own gettext",
      choices = { "none", "bundled", "external" },
      standard = "none",
    },
  },
  needs = {
    { recipe = "ncurses", when = { readline = "bundled" } },
    { recipe = "readline", when = { readline = "external" } },
    { recipe = "gettext", when = { gettext = "external" } },
  },
  steps = {
    -- The recipe of readline makes shared libraries only; configure would take a static one of the machine instead.
    configure = [[
if [ "$OPT_linking-$OPT_readline" = static-external ]; then
    echo "error: a static Bash cannot take the external readline: choose the bundled one, or dynamic linking" >&2
    exit 1
fi
set -- --prefix="$PREFIX" --enable-net-redirections
if [ "$OPT_linking" = static ]; then set -- "$@" --enable-static-link --without-bash-malloc; fi
case $OPT_readline in
none) set -- "$@" --disable-readline --disable-history ;;
external) set -- "$@" --with-installed-readline="$PREFIX_readline" ;;
esac
# A static C library brings gettext itself, and clashes with another.
case $OPT_gettext-$OPT_linking in
none-*) set -- "$@" --disable-nls ;;
bundled-dynamic) set -- "$@" --with-included-gettext ;;
external-*) set -- "$@" --with-libintl-prefix="$PREFIX_gettext" ;;
esac
# Of the terminal libraries the smallest.
if [ "$OPT_readline" != none ]; then export bash_cv_termcap_lib=libtinfo; fi
./configure "$@"
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
if [ "$OPT_extras" = no ]; then
    cd "$DEST$PREFIX"
    rm -rf share lib include bin/bashbug
fi
]],
  },
  provides = { "/bin/bash" },
}
