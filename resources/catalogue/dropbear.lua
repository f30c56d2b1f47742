-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "dropbear",
  version = "2025.89",
  summary = "A small SSH server and client",
  description = "SSH for small systems: server, client, keys and scp in one program.",
  licence = "MIT",
  homepage = "https://matt.ucc.asn.au/dropbear/dropbear.html",
  category = "Network",
  prefix = "/opt/dropbear",
  size = 610000,
  source = {
    {
      file = "dropbear-2025.89.tar.bz2",
      sha256 = "0d1f7ca711cfc336dc8a85e672cab9cfd8223a02fe2da0a4a7aeb58c9e113634",
      addresses = {
        "https://matt.ucc.asn.au/dropbear/releases/dropbear-2025.89.tar.bz2",
      },
      debian = { package = "dropbear", suite = "trixie" },
    },
  },
  steps = {
    configure = [[
./configure --prefix="$PREFIX" --enable-bundled-libtom --disable-zlib --disable-lastlog --disable-wtmp \
    --disable-utmp
]],
    compile = [[
make -j"$JOBS" PROGRAMS="dropbear dbclient dropbearkey dropbearconvert scp" MULTI=1 SCPPROGRESS=1
]],
    install = [[
make install DESTDIR="$DEST" PROGRAMS="dropbear dbclient dropbearkey dropbearconvert scp" MULTI=1
]],
  },
  provides = { "/sbin/dropbear", "/bin/dbclient", "/bin/dropbearkey", "/bin/scp" },
}
