-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "curl",
  version = "8.14.1",
  summary = "Fetches and sends by HTTP, FTP and more",
  description = "The command curl and its library. By itself without encryption: of the TLS libraries none is in the catalogue; with tls = machine it takes the OpenSSL of the building machine, whose headers must be there.",
  licence = "curl",
  homepage = "https://curl.se/",
  category = "Network",
  prefix = "/opt/curl",
  size = 1140000,
  source = {
    {
      file = "curl-8.14.1.tar.gz",
      sha256 = "6766ada7101d292b42b8b15681120acd68effa4a9660935853cf6d61f0d984d4",
      addresses = {
        "https://curl.se/download/curl-8.14.1.tar.gz",
      },
      signature = "https://curl.se/download/curl-8.14.1.tar.gz.asc",
      debian = { package = "curl", suite = "trixie" },
    },
  },
  options = {
    { name = "tls", text = "Encryption, by this library", choices = { "none", "machine" }, standard = "none" },
  },
  steps = {
    configure = [[
if [ "$OPT_tls" = machine ]; then tls=--with-openssl; else tls=--without-ssl; fi
./configure --prefix="$PREFIX" $tls --disable-static --without-libpsl --without-zlib --without-brotli --without-zstd \
    --without-nghttp2 --without-libidn2 --without-librtmp --without-libssh2 --without-gssapi --disable-ldap \
    --disable-manual
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
  provides = { "/bin/curl", "/lib/libcurl.so.4" },
}
