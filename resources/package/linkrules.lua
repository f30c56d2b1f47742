-- SPDX-FileCopyrightText: 2026 The Refbox developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a vserver is made of, worked out from the link rules of the project file. It changes nothing: mkvserver, beside
-- it, does what it says.
--
--   lua linkrules.lua ROOT NAME PROFILE plan           the steps, from the list of the refbox's files on its input
--   lua linkrules.lua ROOT NAME PROFILE content PATH   the content of a private file
--
-- Everything in and out ends in a NUL, because a file name may hold any other byte.

local root, name, profile, command, wantedPath = table.unpack(arg)

local function fail(...)
  io.stderr:write("mkvserver: ", ...)
  io.stderr:write("\n")
  os.exit(1)
end

-- A name for a terminal, which a control character in it could mislead.
local function shown(text) return (text:gsub("%c", "?")) end

-- Data in Lua's syntax, run with nothing within its reach.
local function read(path)
  local chunk, why = loadfile(path, "t", {})
  if not chunk then fail(why) end
  return chunk()
end

-- layout.lua knows the project file's name, and what the skeletons hold; needs.lua what the refbox's files need.
local doc = root .. "/baby/doc/"
local layout = read(doc .. "layout.lua")
local project = read(doc .. layout.project)

local vserver
for _, each in ipairs(project.vservers or {}) do
  if each.name == profile or (profile == "" and not each.import) then
    vserver = each
    break
  end
end
if not vserver then fail("the project has no vserver ", profile == "" and "that rules alone make" or shown(profile)) end
-- Its files are in no list of the package: they stand in that vserver only.
if vserver.import then fail(shown(vserver.name), " was carried in: another one is made of rules alone, or copied") end

-- Paths -----------------------------------------------------------------------------------------------------------

local function parts(path)
  local found = {}
  for part in path:gmatch("[^/]+") do found[#found + 1] = part end
  return found
end

local function join(list, first, last)
  local path = ""
  for i = first or 1, last or #list do path = path .. "/" .. list[i] end
  return path == "" and "/" or path
end

-- Globs: * and ? match within a name, [a-z] and [!a-z] a set, ** any depth, a backslash takes the next byte as it is. ---

-- The place after a set's closing bracket; nil where the bracket is an ordinary byte.
local function setEnd(pattern, open)
  local i = open + 1
  if pattern:find("^[!^]", i) then i = i + 1 end
  if pattern:sub(i, i) == "]" then i = i + 1 end -- a bracket that stands first is a member
  local close = pattern:find("]", i, true)
  return close and close + 1
end

local function inSet(set, c)
  local negated = set:find("^[!^]") ~= nil
  if negated then set = set:sub(2) end
  local found, i = false, 1
  while i <= #set do
    if i + 2 <= #set and set:sub(i + 1, i + 1) == "-" then
      local byte = c:byte()
      found = found or (set:byte(i) <= byte and byte <= set:byte(i + 2))
      i = i + 3
    else
      found = found or set:sub(i, i) == c
      i = i + 1
    end
  end
  return found ~= negated
end

-- Matches one element of the pattern at p (not "*") with a byte: the length of the element, 0 for no match.
local function matchOne(pattern, p, c)
  local first = pattern:sub(p, p)
  if first == "?" then return 1 end
  if first == "\\" and p < #pattern then return pattern:sub(p + 1, p + 1) == c and 2 or 0 end
  local close = first == "[" and setEnd(pattern, p)
  if close then return inSet(pattern:sub(p + 1, close - 2), c) and close - p or 0 end
  return first == c and 1 or 0
end

-- A failed match goes back to the last star only, so that no pattern takes long.
local function matchesName(pattern, text)
  local p, n, starPattern, starText = 1, 1, nil, nil
  while n <= #text do
    if pattern:sub(p, p) == "*" then
      p = p + 1
      starPattern, starText = p, n
    else
      local length = p <= #pattern and matchOne(pattern, p, text:sub(n, n)) or 0
      if length > 0 then
        p, n = p + length, n + 1
      elseif starPattern then
        starText = starText + 1
        p, n = starPattern, starText
      else
        return false
      end
    end
  end
  return pattern:find("^%**$", p) ~= nil
end

local function hasWildcard(pattern)
  local p = 1
  while p <= #pattern do
    local c = pattern:sub(p, p)
    if c == "\\" then
      p = p + 1
    elseif c == "*" or c == "?" or (c == "[" and setEnd(pattern, p)) then
      return true
    end
    p = p + 1
  end
  return false
end

-- A pattern taken to pieces, with the number of pieces before the first wildcard.
local function glob(pattern)
  local pieces = parts(pattern)
  local literal = 0
  while literal < #pieces and not hasWildcard(pieces[literal + 1]) do literal = literal + 1 end
  return { pieces = pieces, literal = literal, wild = literal < #pieces }
end

-- reached[p]: the names so far can be matched by the first p pieces.
local function matches(pattern, names)
  local pieces = pattern.pieces
  local function passAnyDepth(reached)
    for p = 1, #pieces do
      if reached[p - 1] and pieces[p] == "**" then reached[p] = true end
    end
    return reached
  end
  local reached = passAnyDepth({ [0] = true })
  for _, text in ipairs(names) do
    local nextReached = {}
    for p = 1, #pieces do
      if reached[p - 1] then
        if pieces[p] == "**" then
          nextReached[p - 1] = true
        elseif matchesName(pieces[p], text) then
          nextReached[p] = true
        end
      end
    end
    reached = passAnyDepth(nextReached)
    if next(reached) == nil then return false end
  end
  return reached[#pieces] == true
end

local function matchesAny(patterns, names)
  for _, pattern in ipairs(patterns) do
    if matches(pattern, names) then return true end
  end
  return false
end

local function globs(list)
  local made = {}
  for i, pattern in ipairs(list or {}) do made[i] = glob(pattern) end
  return made
end

-- Trees: a folder's children by name, and in the order of their bytes -------------------------------------------------

local function newFolder(fields)
  fields.children = {}
  return fields
end

local function sortedNames(folder)
  local names = {}
  for text in pairs(folder.children) do names[#names + 1] = text end
  table.sort(names)
  return names
end

-- The refbox, from the list: folders, empty files, all files, everything, with an empty name between these.
local function readRefbox()
  local top = newFolder({ path = "/", names = {} })
  local kind, kinds = 1, { "folder", "empty", "file", "other" }
  for path in io.read("a"):gmatch("([^\0]*)\0") do
    if path == "" then
      kind = kind + 1
    else
      local names = parts(path:sub(2)) -- it begins with "."
      local folder = top
      for i = 1, #names - 1 do folder = folder.children[names[i]] end
      local text = names[#names]
      if text and kinds[kind] == "folder" then
        folder.children[text] = newFolder({ path = join(names), names = names })
      elseif text and not folder.children[text] then
        folder.children[text] = { path = join(names), names = names, kind = kinds[kind] }
      end
    end
  end
  return top
end

-- Calls visit for a node and all below it, a folder before its children; where it gives "stop", not for what is below.
local function walk(node, visit)
  if visit(node) == "stop" or not node.children then return end
  for _, text in ipairs(sortedNames(node)) do walk(node.children[text], visit) end
end

local function find(node, path)
  for _, text in ipairs(parts(path)) do
    node = node.children and node.children[text]
    if not node then return nil end
  end
  return node
end

-- The new vserver ---------------------------------------------------------------------------------------------------

local made = newFolder({})
local privatePaths = globs(project.private or { "/etc/**" })

-- The folder at a path, made where it is missing; nil where something else is in the way.
local function makeFolders(names, last)
  local folder = made
  for i = 1, last do
    local child = folder.children[names[i]]
    if not child then
      child = newFolder({ step = "folder", "755" })
      folder.children[names[i]] = child
    end
    if not child.children then return nil end
    folder = child
  end
  return folder
end

local function conflict(path, why)
  io.stderr:write("mkvserver: ", shown(path), " is left out: ", why, "\n")
end

-- Puts one file or folder of the refbox at a place. Later rules override earlier ones, but a folder is only ever merged
-- with a folder.
local function place(source, names, rule)
  local path = join(names)
  if #names == 0 then
    if not source.children then conflict(source.path, "it would be the vserver's root") end
    return
  end
  local folder = makeFolders(names, #names - 1)
  if not folder then return conflict(path, "something on the way to it is no folder") end
  local text = names[#names]
  local there = folder.children[text]
  if there and (there.children == nil) ~= (source.children == nil) then
    return conflict(path, "a folder cannot take the place of a file, nor a file that of a folder")
  end
  if source.children then
    if not there then folder.children[text] = newFolder({ step = "like", source.path }) end
    return
  end
  local node = { source = source, rule = rule }
  if rule.manner == "symbolic" then
    -- Out of the vserver and into /refbox: right as seen from the package's root.
    node.step, node[1] = "symlink", ("../"):rep(#names) .. "refbox" .. source.path
  elseif rule.manner == "copy" or source.kind == "empty" or matchesAny(privatePaths, names) then
    -- Empty files and configuration differ from vserver to vserver sooner or later: never shared.
    node.step, node[1] = "copy", source.path
  else
    node.step, node[1] = "link", source.path
  end
  folder.children[text] = node
end

local function applyRule(refbox, rule)
  local from, except = glob(rule.from), globs(rule.except)
  walk(refbox, function(found)
    if not matches(from, found.names) then return end
    local target = parts(rule.to)
    if from.wild then
      -- The part of the path from the first wildcard on is kept.
      for i = from.literal + 1, #found.names do target[#target + 1] = found.names[i] end
    elseif rule.to:sub(-1) == "/" and #found.names > 0 then
      target[#target + 1] = found.names[#found.names]
    end
    walk(found, function(source)
      if matchesAny(except, source.names) then return "stop" end
      local names = table.move(target, 1, #target, 1, {})
      for i = #found.names + 1, #source.names do names[#names + 1] = source.names[i] end
      place(source, names, rule)
    end)
    return "stop" -- all below it came along
  end)
end

-- A program needs its loader and its libraries, at the places where it looks for them: their places in the refbox.
local function linkNeeds(refbox)
  local needsOf = {}
  for _, group in ipairs(read(doc .. "needs.lua")) do
    for _, path in ipairs(group.files) do needsOf[path] = group.needs end
  end
  local wanted = {}
  walk(made, function(node)
    if node.rule and node.rule.needs ~= false then
      for _, path in ipairs(needsOf[node.source.path] or {}) do wanted[path] = true end
    end
  end)
  local paths = {}
  for path in pairs(wanted) do paths[#paths + 1] = path end
  table.sort(paths)
  for _, path in ipairs(paths) do
    local source = find(refbox, path)
    if source and not find(made, path) then place(source, parts(path), { manner = "hard", needs = false }) end
  end
end

-- In the two files that hold it, a vserver's name becomes the new one's; in the skeletons it is @NAME@.
local function renamed(path, content)
  if path ~= "/etc/hostname" and path ~= "/etc/hosts" then return content end
  return (content:gsub("[%w._+-]+", function(word) return word == vserver.name and name or word end))
end

-- Private files: path → { mode, owner, content }.
local function privateFiles()
  local files = {}
  for path, file in pairs(vserver.files or {}) do
    if type(file) == "string" then file = { content = file } end
    files[path] = {
      mode = file.mode or "0644",
      owner = (file.uid or 0) .. ":" .. (file.gid or 0),
      content = renamed(path, file.content or ""),
    }
  end
  return files
end

local skeleton = layout.skeletons[vserver.skeleton or "typical"]
if not skeleton then fail("the package has no skeleton ", vserver.skeleton) end

-- Folders come before the rules, so that these find their places; everything else after them, where nothing stands yet.
local function addSkeleton(folders)
  for _, entry in ipairs(skeleton) do
    local names = parts(entry.path)
    if (entry.type == "folder") == folders then
      local folder = makeFolders(names, #names - 1)
      local text = names[#names]
      if folder and not folder.children[text] then
        local node = { step = entry.type, entry.mode, entry.major, entry.minor }
        if folders then node = newFolder(node) end
        if entry.type == "file" then node[2] = "0:0" end
        if entry.type == "symlink" then node[1] = entry.target end
        folder.children[text] = node
      end
    end
  end
end

local function addPrivateFiles()
  for path, file in pairs(privateFiles()) do
    local names = parts(path)
    local folder = makeFolders(names, #names - 1)
    local text = names[#names]
    if not folder then
      conflict(path, "something on the way to it is no folder")
    elseif folder.children[text] and folder.children[text].children then
      conflict(path, "a folder stands there")
    else
      folder.children[text] = { step = "file", file.mode, file.owner }
    end
  end
end

-- The two commands ----------------------------------------------------------------------------------------------------

local function plan()
  local refbox = readRefbox()
  addSkeleton(true)
  for _, rule in ipairs(vserver.links or {}) do applyRule(refbox, rule) end
  linkNeeds(refbox)
  addPrivateFiles()
  addSkeleton(false)

  local function say(...)
    for _, text in ipairs({ ... }) do io.write(text, "\0") end
  end
  local function each(folder, above, visit)
    for _, text in ipairs(sortedNames(folder)) do
      local node = folder.children[text]
      visit(node, above .. "/" .. text)
      if node.children then each(node, above .. "/" .. text, visit) end
    end
  end
  if not project.image or project.image.seal ~= false then
    each(made, "", function(node)
      if node.step == "link" and node.source.kind == "file" then say("sealed", node[1]) end
    end)
  end
  each(made, "", function(node, path) say(node.step, path, table.unpack(node)) end)
end

local function content(path)
  local file = privateFiles()[path]
  if file then return io.write(file.content) end
  for _, entry in ipairs(skeleton) do
    if entry.path == path then return io.write((entry.content:gsub("@NAME@", name))) end
  end
  fail("there is no private file ", shown(path))
end

if command == "plan" then plan() else content(wantedPath) end
