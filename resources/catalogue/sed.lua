-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "sed",
  version = "4.9",
  summary = "GNU's stream editor",
  description = "Changes texts on their way, line by line, by rules.",
  licence = "GPL-3.0-or-later",
  homepage = "https://www.gnu.org/software/sed/",
  category = "Basic commands",
  prefix = "/opt/gnu/sed",
  size = 120000,
  source = {
    {
      file = "sed-4.9.tar.xz",
      sha256 = "6e226b732e1cd739464ad6862bd1a1aba42d7982922da7a53519631d24975181",
      addresses = {
        "https://ftp.gnu.org/gnu/sed/sed-4.9.tar.xz",
        "https://ftpmirror.gnu.org/sed/sed-4.9.tar.xz",
      },
      signature = "https://ftp.gnu.org/gnu/sed/sed-4.9.tar.xz.sig",
      debian = { package = "sed", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-nls --without-selinux --disable-acl
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/bin/sed" },
}
