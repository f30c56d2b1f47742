#!/usr/bin/env lua5.4
-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--[[ A sample.
     Two lines. ]]
return { -- of the file
  refbox = 1, name = 'sample', -- trailing
  image = { filesystem = "ext4", size = "64M", free = "2.5%", label = 'l\x41\66\u{43}', seal = false,
            capacity = 0x1p20 };
  private = { "/etc/**", [==[/var/[a-z]]==], },
  components = {
    { name = "base", prefix = "/", source = {
        host = { "busybox", { program = "bash-static", as = "/bin/bash", optional = true } },
        files = { "/usr/share/x" } } },
    -- a comment
    { name = "b", prefix = "/opt/v/n", source = { recipe = "bash" }, options = { ["read.line"] = "none" } },
    { name = "c", source = { folder = "../c" } }, { name = "d", source = { archive = 'd.tar' } },
  },
  vservers = {
    { name = "vsbox01", skeleton = "typical",
      links = { { from = "/bin/*", to = "/bin" },
        { from = "/opt/**", to = "/o/", manner = "copy", needs = false, except = { "/opt/x" } } },
      files = { ["/etc/hostname"] = "vsbox01\n",
        ["/etc/rc"] = { mode = "0755", uid = 1, gid = 2.0, content = [[
#!/bin/bash
exit 0
]] } } -- end of files
    },
    { name = "back", import = { path = "../carried/vsbox01.tar.zst", relink = "any-time" } },
  },
}