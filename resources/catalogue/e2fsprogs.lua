-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "e2fsprogs",
  version = "1.47.2",
  summary = "Makes, checks and mends ext2, ext3 and ext4",
  description = "mke2fs, e2fsck, resize2fs, tune2fs, debugfs, and lsattr and chattr for the flags of files: with these a sealed file is unsealed.",
  licence = "GPL-2.0-only AND LGPL-2.0-only AND BSD-3-Clause AND MIT",
  homepage = "https://e2fsprogs.sourceforge.net/",
  category = "Files",
  prefix = "/opt/e2fsprogs",
  size = 6380000,
  source = {
    {
      file = "e2fsprogs-1.47.2.tar.gz",
      sha256 = "6dcd67ff9d8b13274ba3f088e4318be4f5b71412cd863524423fc49d39a6371f",
      addresses = {
        "https://mirrors.edge.kernel.org/pub/linux/kernel/people/tytso/e2fsprogs/v1.47.2/e2fsprogs-1.47.2.tar.gz",
      },
      debian = { package = "e2fsprogs", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --sysconfdir="$PREFIX/etc" --disable-nls --enable-libuuid --enable-libblkid \
    --disable-uuidd --disable-fuse2fs --without-libarchive --with-udev-rules-dir=no --with-crond-dir=no \
    --with-systemd-unit-dir=no --disable-e2scrub
]],
    compile = [[
make -j"$JOBS"
]],
    install = [[
make install DESTDIR="$DEST"
rm -f "$DEST$PREFIX/share/info/dir"
]],
  },
  provides = { "/sbin/mke2fs", "/sbin/e2fsck", "/bin/chattr", "/bin/lsattr" },
}
