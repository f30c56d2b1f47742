-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- lua plainbuild.lua PROJECT CATALOGUE SOURCES JOBS: the shell script that somebody would write who has no
-- Refbox: all recipes of a project, one after the other, each unpacked, built by the recipe's own steps and
-- stripped. It works in the folder /build and installs below the prefixes at once, so that what comes later
-- finds what it needs there.
local project, catalogue, sources, jobs = table.unpack(arg)

local function quoted(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local function exists(path)
  local file = io.open(path)
  if file then
    file:close()
  end
  return file ~= nil
end

local recipes = {}
local function recipeOf(name)
  recipes[name] = recipes[name] or dofile(catalogue .. "/" .. name .. ".lua")
  return recipes[name]
end

-- As Refbox has them: the standards, what the component says, and the two that every recipe has.
local function optionsOf(recipe, component)
  local options = { strip = "yes", manuals = "no" }
  for _, option in ipairs(recipe.options or {}) do
    options[option.name] = option.standard
  end
  for name, value in pairs(component.options or {}) do
    options[name] = value
  end
  return options
end

local components = {}
for _, component in ipairs(dofile(project).components) do
  if component.source.recipe then
    components[#components + 1] = component
  end
end

-- The project's own component of a recipe, else the recipe as it is by itself.
local function componentOf(name)
  for _, component in ipairs(components) do
    if component.source.recipe == name then
      return component
    end
  end
  return { name = name, prefix = recipeOf(name).prefix, source = { recipe = name } }
end

local function needsOf(recipe, options)
  local needs = {}
  for _, need in ipairs(recipe.needs or {}) do
    local name = type(need) == "table" and need.recipe or need
    local holds = true
    for option, value in pairs(type(need) == "table" and need.when or {}) do
      holds = holds and options[option] == value
    end
    if holds then
      needs[#needs + 1] = componentOf(name)
    end
  end
  return needs
end

-- All that a component needs, needed ones first.
local function allNeedsOf(component, all)
  local recipe = recipeOf(component.source.recipe)
  for _, need in ipairs(needsOf(recipe, optionsOf(recipe, component))) do
    allNeedsOf(need, all)
    if not all[need.name] then
      all[need.name] = true
      all[#all + 1] = need
    end
  end
  return all
end

local function variable(prefix, name)
  return prefix .. name:gsub("[^%w]", "_")
end

local function tarballOf(recipe)
  for _, source in ipairs(recipe.source) do
    if exists(sources .. "/" .. source.file) then
      return sources .. "/" .. source.file
    end
  end
  error("no tarball of " .. recipe.name .. " in " .. sources)
end

local function build(component)
  local recipe = recipeOf(component.source.recipe)
  local options = optionsOf(recipe, component)
  local folder = "/build/" .. component.name
  local set = {
    SRC = folder .. "/src",
    DEST = folder .. "/dest",
    PREFIX = component.prefix,
    JOBS = jobs,
    CFLAGS = "-O2",
    CXXFLAGS = "-O2",
    LC_ALL = "C",
    FORCE_UNSAFE_CONFIGURE = "1",
    HOME = folder .. "/tmp",
    TMPDIR = folder .. "/tmp",
  }
  local flags, links, path, config = {}, {}, {}, {}
  for _, need in ipairs(allNeedsOf(component, {})) do
    set[variable("PREFIX_", need.source.recipe)] = need.prefix
    flags[#flags + 1] = "-I" .. need.prefix .. "/include"
    links[#links + 1] = "-L" .. need.prefix .. "/lib -Wl,-rpath," .. need.prefix .. "/lib"
    path[#path + 1] = need.prefix .. "/bin:"
    config[#config + 1] = need.prefix .. "/lib/pkgconfig"
  end
  if #flags > 0 then
    set.CPPFLAGS = table.concat(flags, " ")
    set.LDFLAGS = table.concat(links, " ")
    set.PKG_CONFIG_PATH = table.concat(config, ":")
  end
  set.PATH = table.concat(path) .. "/usr/sbin:/usr/bin:/sbin:/bin"
  for name, value in pairs(options) do
    set[variable("OPT_", name)] = value
  end

  print("mkdir -p " .. quoted(set.SRC) .. " " .. quoted(set.DEST) .. " " .. quoted(set.TMPDIR))
  print("tar -xf " .. quoted(tarballOf(recipe)) .. " -C " .. quoted(set.SRC) .. " --strip-components=1 --no-same-owner")
  print("(")
  for name, value in pairs(set) do
    print("export " .. name .. "=" .. quoted(value))
  end
  for _, step in ipairs({ "prepare", "configure", "compile", "install" }) do
    if recipe.steps[step] then
      print('(cd "$SRC"\n' .. recipe.steps[step] .. ")")
    end
  end
  print(")")
  print("cd " .. quoted(set.DEST .. component.prefix))
  print("rm -rf man info doc share/man share/info share/doc share/gtk-doc")
  print("find . -type f -exec grep -lUP -m 1 '\\A\\x7fELF' {} + | xargs -r strip --strip-unneeded 2>/dev/null || true")
  if component.prefix ~= "/" then
    print("mkdir -p " .. quoted(component.prefix) .. " && cp -a . " .. quoted(component.prefix .. "/"))
  end
end

print("set -eu\numask 022")
local built = {}
local function once(component)
  if not built[component.name] then
    built[component.name] = true
    build(component)
  end
end
for _, component in ipairs(components) do
  for _, need in ipairs(allNeedsOf(component, {})) do
    once(need)
  end
  once(component)
end
