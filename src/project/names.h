// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What names and paths of a project may look like. Each function returns nothing if all is well, else what is
// wrong, as the rest of a sentence ("is empty"). Pure functions; windows use them while their user types.
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace Refbox {

using Objection = std::optional<QString>;

/// Of components, recipes, file systems, skeletons and options: [A-Za-z0-9][A-Za-z0-9._+-]{0,63}.
Objection objectionToName(std::string_view name);
/// The same, and none of the image's own folders.
Objection objectionToVServerName(std::string_view name);
/// Outputs are named after the project: printable, no '/', at most 128 bytes.
Objection objectionToProjectName(std::string_view name);
/// Absolute and plain: no "." or "..", no empty name, no '/' at the end. "/" itself only if it may stand.
Objection objectionToPath(std::string_view path, bool rootAllowed);
/// A program's name, or an absolute path.
Objection objectionToProgram(std::string_view program);
/// A path of this machine, absolute or relative.
Objection objectionToHostPath(std::string_view path);

/// A package's name, "bash", also with a version, "bash=5.2.15-2"; or a path with a '/'. Debian Policy 5.6.7,
/// 5.6.12.
Objection objectionToPackage(std::string_view package);
/// The name of a processor architecture, "amd64".
Objection objectionToArchitecture(std::string_view architecture);

/// The word that was most likely meant, for advice; nothing if none is near.
std::optional<std::string_view> nearestWord(std::string_view word, std::span<const std::string_view> known);

} // namespace Refbox
