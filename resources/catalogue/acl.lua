-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "acl",
  version = "2.3.2",
  summary = "POSIX access control lists: getfacl, setfacl and their library",
  description = "Commands to read and write the access control lists of files, and the library that coreutils, tar and others use for them. First written at SGI for XFS.",
  licence = "GPL-2.0-or-later AND LGPL-2.1-or-later",
  homepage = "https://savannah.nongnu.org/projects/acl/",
  category = "Files",
  prefix = "/opt/sgi",
  source = {
    {
      file = "acl-2.3.2.tar.xz",
      sha256 = "97203a72cae99ab89a067fe2210c1cbf052bc492b479eca7d226d9830883b0bd",
      addresses = { "https://download.savannah.nongnu.org/releases/acl/acl-2.3.2.tar.xz" },
      signature = "https://download.savannah.nongnu.org/releases/acl/acl-2.3.2.tar.xz.sig",
      debian = { package = "acl", suite = "trixie" },
    },
  },
  needs = { "attr" },
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
  provides = { "/bin/getfacl", "/bin/setfacl", "/bin/chacl", "/lib/libacl.so.1" },
}
