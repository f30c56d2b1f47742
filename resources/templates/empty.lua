-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- An empty package: settings of the image, and nothing in it yet. A project is data in Lua's syntax: one
-- "return { … }" of strings, numbers, true, false and tables. Refbox never executes it, but any Lua reads it
-- with dofile. The template "minimal" shows a small package, "nano-vserver" all that can be said.
return {
  -- The version of this format.
  refbox = 1,
  -- Outputs are named after it: empty.img, empty.refbox.lua …
  name = "empty",
  image = {
    filesystem = "ext4",
    -- "fit" is as small as the content allows; or a size like "64M".
    size = "fit",
  },
  -- The software that all vservers share, in the image below /refbox.
  components = {},
  -- The guest roots, /NAME in the image, made of links to that software.
  vservers = {},
}
