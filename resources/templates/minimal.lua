-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The smallest package that runs: one component, a static Bash and BusyBox, and one vserver that is made of
-- hard links to it. Try it with root's rights:
--   mount -o loop minimal.img /mnt && chroot /mnt/vsbox01 /bin/bash
return {
  -- The version of this format.
  refbox = 1,
  name = "minimal",
  image = {
    filesystem = "ext4",
    size = "fit",
    -- Room for the vserver's own files. Links to the refbox need next to none.
    free = "10%",
  },
  -- The refbox: shared software, /refbox in the image.
  components = {
    {
      name = "base",
      -- Below which folder of the refbox it lives: "/" is the refbox itself.
      prefix = "/",
      -- Programs of this machine. The loader and the libraries that they need come along.
      source = {
        host = {
          { program = "bash-static", as = "/bin/bash" },
          -- One program that is over 200 commands; each becomes a link to it.
          { program = "busybox", as = "/bin/busybox" },
        },
      },
    },
  },
  vservers = {
    {
      name = "vsbox01",
      -- The folders, devices and few files of /etc that it begins with: "typical", "minimal" or "empty".
      skeleton = "minimal",
      -- What it takes from the refbox, and where that appears. Later rules override earlier ones.
      links = {
        { from = "/bin/*", to = "/bin" },
        { from = "/sbin/*", to = "/sbin" },
        { from = "/usr/bin/*", to = "/usr/bin" },
        { from = "/usr/sbin/*", to = "/usr/sbin" },
      },
    },
  },
}
