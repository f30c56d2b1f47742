-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "attr",
  version = "2.5.2",
  summary = "Extended attributes: getfattr, setfattr and their library",
  description = "Commands to read and write the extended attributes of files, and the library that coreutils, tar and others use for them. First written at SGI for XFS.",
  licence = "GPL-2.0-or-later AND LGPL-2.1-or-later",
  homepage = "https://savannah.nongnu.org/projects/attr/",
  category = "Files",
  prefix = "/opt/sgi",
  source = {
    {
      file = "attr-2.5.2.tar.xz",
      sha256 = "f2e97b0ab7ce293681ab701915766190d607a1dba7fae8a718138150b700a70b",
      addresses = { "https://download.savannah.nongnu.org/releases/attr/attr-2.5.2.tar.xz" },
      signature = "https://download.savannah.nongnu.org/releases/attr/attr-2.5.2.tar.xz.sig",
      debian = { package = "attr", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --sysconfdir="$PREFIX/etc" --disable-nls --disable-static
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX"/lib/*.la
]],
  },
  provides = { "/bin/getfattr", "/bin/setfattr", "/bin/attr", "/lib/libattr.so.1" },
}
