-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
return {
  recipe = 1,
  name = "lua",
  version = "5.4.7",
  summary = "The Lua language: interpreter and compiler",
  description = "A small, quick language for scripts and configuration, made at PUC-Rio's Tecgraf. Refbox's projects are written in its syntax. With a rule for binfmt_misc, by which the kernel starts compiled Lua programs by themselves; lib/binfmt.d/README.md tells how.",
  licence = "MIT",
  homepage = "https://www.lua.org/",
  category = "Languages",
  prefix = "/opt/tecgraf",
  source = {
    {
      file = "lua-5.4.7.tar.gz",
      sha256 = "9fbf5e28ef86c69858f6d3d34eccc32e911c1a28b4120ff3e84aaa70cfbf1e30",
      addresses = { "https://www.lua.org/ftp/lua-5.4.7.tar.gz" },
      debian = { package = "lua5.4", suite = "trixie" },
    },
  },
  options = {
    {
      name = "readline",
      text = "Line editing in the interpreter",
      choices = { "none", "external" },
      standard = "none",
    },
  },
  needs = { { recipe = "readline", when = { readline = "external" } } },
  steps = {
    -- Modules are looked for below the prefix.
    prepare = [[
sed -i "s|^#define LUA_ROOT.*|#define LUA_ROOT \"$PREFIX/\"|" src/luaconf.h
grep -q "\"$PREFIX/\"" src/luaconf.h
]],
    compile = [[
if [ "$OPT_readline" = external ]; then target=linux-readline; else target=linux; fi
make -j"$JOBS" "$target" MYCFLAGS="$CFLAGS ${CPPFLAGS-}" MYLDFLAGS="${LDFLAGS-}"
]],
    install = [[
make install INSTALL_TOP="$DEST$PREFIX"
mkdir -p "$DEST$PREFIX/lib/binfmt.d" "$DEST$PREFIX/share/doc/lua"
cp doc/* "$DEST$PREFIX/share/doc/lua/"
printf ':luac:M::\\x1bLua::%s/bin/lua:\n' "$PREFIX" > "$DEST$PREFIX/lib/binfmt.d/luac.conf"
cat > "$DEST$PREFIX/lib/binfmt.d/README.md" <<END
# Starting compiled Lua programs by their names

Compile a program with luac and make it executable:

    luac -o hello hello.lua && chmod +x hello

Tell the kernel once after each start, outside of the vserver and with root's rights, what such files are:

    mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
    cat $PREFIX/lib/binfmt.d/luac.conf > /proc/sys/fs/binfmt_misc/register

The interpreter is looked for inside the vserver, as $PREFIX/bin/lua. Then ./hello runs by itself. To forget it:

    echo -1 > /proc/sys/fs/binfmt_misc/luac

Scripts need none of this: a first line "#!$PREFIX/bin/lua" is enough.
END
]],
  },
  provides = { "/bin/lua", "/bin/luac", "/lib/binfmt.d/luac.conf" },
}
