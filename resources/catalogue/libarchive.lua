-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "libarchive",
  version = "3.7.4",
  summary = "bsdtar, bsdcpio and their library",
  description = "Reads and writes archives of many kinds. Its bsdtar reads and writes the keywords of star for access control lists and extended attributes, and so stands in for it. gzip, xz and zstd are run as programs where they are there.",
  licence = "BSD-2-Clause",
  homepage = "https://www.libarchive.org/",
  category = "Archives",
  prefix = "/opt/libarchive",
  source = {
    {
      file = "libarchive-3.7.4.tar.xz",
      sha256 = "f887755c434a736a609cbd28d87ddbfbe9d6a3bb5b703c22c02f6af80a802735",
      addresses = {
        "https://www.libarchive.org/downloads/libarchive-3.7.4.tar.xz",
        "https://github.com/libarchive/libarchive/releases/download/v3.7.4/libarchive-3.7.4.tar.xz",
      },
      debian = { package = "libarchive", suite = "trixie" },
    },
  },
  needs = { "acl", "attr" },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --disable-static --without-xml2 --without-expat --without-openssl --without-nettle --without-zlib \
    --without-bz2lib --without-lzma --without-zstd --without-lz4 --without-lzo2 --without-libb2 --without-iconv
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
  provides = { "/bin/bsdtar", "/bin/bsdcpio", "/lib/libarchive.so.13" },
}
