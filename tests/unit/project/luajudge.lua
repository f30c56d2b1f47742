-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The real Lua's view of files with data: for 0.lua, 1.lua … up to the given number in the given folder, one
-- line each: the value as dump() of luafixtures.cpp writes it, or "refused". Nothing is within the files' reach.
local function hex(text)
  return (text:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end

local function dump(value)
  local kind = math.type(value) or type(value)
  if kind == "integer" then
    return ("i%d"):format(value)
  elseif kind == "float" then
    return ("f%a"):format(value)
  elseif kind == "string" then
    return "s" .. hex(value)
  elseif kind == "table" then
    local entries = {}
    for k, v in pairs(value) do
      entries[#entries + 1] = dump(k) .. "=" .. dump(v)
    end
    table.sort(entries)
    for i, entry in ipairs(entries) do
      entries[i] = entry .. ";"
    end
    return "{" .. table.concat(entries) .. "}"
  end
  return tostring(value)
end

local folder, count = arg[1], tonumber(arg[2])
-- Strings would bring their methods with them.
local methods = getmetatable("")
for i = 0, count - 1 do
  local chunk = loadfile(folder .. "/" .. i .. ".lua", "t", {})
  local saved = methods.__index
  methods.__index = nil
  local fine, value = pcall(chunk or error)
  methods.__index = saved
  print(fine and type(value) == "table" and dump(value) or "refused")
end
