-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "xz",
  version = "5.8.1",
  summary = "xz and the library liblzma",
  description = "Packs and unpacks single files, tighter than gzip.",
  licence = "0BSD AND LGPL-2.1-or-later AND GPL-2.0-or-later",
  homepage = "https://tukaani.org/xz/",
  category = "Archives",
  prefix = "/opt/tukaani/xz",
  size = 580000,
  source = {
    {
      file = "xz-5.8.1.tar.xz",
      sha256 = "0b54f79df85912504de0b14aec7971e3f964491af1812d83447005807513cd9e",
      addresses = {
        "https://github.com/tukaani-project/xz/releases/download/v5.8.1/xz-5.8.1.tar.xz",
        "https://tukaani.org/xz/xz-5.8.1.tar.xz",
      },
      debian = { package = "xz-utils", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-nls --disable-doc --disable-static
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
  provides = { "/bin/xz", "/bin/xzcat", "/lib/liblzma.so.5" },
}
