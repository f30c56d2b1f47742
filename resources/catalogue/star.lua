-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "star",
  version = "2024-03-21",
  summary = "The archiver star and its friends",
  description = "The fast tar that keeps access control lists, extended attributes and file flags, and the smaller tools beside it. Until the recipe was tried, take star from a package, a folder or this machine, or bsdtar (recipe libarchive) in its place.",
  licence = "CDDL-1.0 AND GPL-2.0-only AND LGPL-2.1-only AND BSD-2-Clause",
  homepage = "https://codeberg.org/schilytools/schilytools",
  category = "Archives",
  prefix = "/opt/schily",
  untried = "Written from the makers' directions; nobody has checked the source's SHA-256 or built it by this recipe yet.",
  source = {
    {
      file = "schily-2024-03-21.tar.bz2",
      addresses = {
        "https://codeberg.org/schilytools/schilytools/releases/download/2024-03-21/schily-2024-03-21.tar.bz2",
      },
    },
  },
  steps = {
    -- Its makefiles know GNU make, and complain about it at length unless told not to.
    compile = [[
make -j1 GMAKE_NOWARN=true INS_BASE="$PREFIX" INS_RBASE="$PREFIX" CCOM=gcc
]],
    install = [[
make -j1 install GMAKE_NOWARN=true INS_BASE="$PREFIX" INS_RBASE="$PREFIX" CCOM=gcc DESTDIR="$DEST"
]],
  },
  provides = { "/bin/star" },
}
