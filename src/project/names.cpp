// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/names.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Refbox {

namespace {

constexpr std::size_t kMaxName = 64;
constexpr std::size_t kMaxProjectName = 128;
// Linux's own bounds (limits.h: NAME_MAX, PATH_MAX less the NUL).
constexpr std::size_t kMaxFileName = 255;
constexpr std::size_t kMaxPath = 4095;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

Objection objectionToBytes(std::string_view path)
{
    if (path.empty())
        return translated("project", "is empty");
    if (path.find('\0') != std::string_view::npos)
        return translated("project", "holds a NUL byte, which no file name can");
    if (path.size() > kMaxPath)
        return translated("project", "is longer than %1 bytes, the most that Linux takes").arg(kMaxPath);
    return std::nullopt;
}

// Letters to insert, drop or replace, or neighbours to swap, to make one word the other.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cells((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t & { return cells[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                at(i, j) = i + j;
                continue;
            }
            const std::size_t replaced = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            at(i, j) = std::min({replaced, at(i - 1, j) + 1, at(i, j - 1) + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    }
    return cells.back();
}

} // namespace

Objection objectionToName(std::string_view name)
{
    if (name.empty())
        return translated("project", "is empty");
    if (name.size() > kMaxName)
        return translated("project", "is longer than %1 characters").arg(kMaxName);
    if (!isLetterOrDigit(name.front()))
        return translated("project", "does not begin with a letter or digit");
    const bool fine = std::ranges::all_of(
        name, [](char c) { return isLetterOrDigit(c) || c == '.' || c == '_' || c == '+' || c == '-'; });
    if (!fine)
        return translated("project", "holds something else than letters, digits and the signs . _ + -");
    return std::nullopt;
}

Objection objectionToVServerName(std::string_view name)
{
    static constexpr std::array<std::string_view, 3> kTaken = {"baby", "refbox", "lost+found"};
    if (std::ranges::find(kTaken, name) != kTaken.end())
        return translated("project", "is taken: the image has a folder /%1 of its own")
            .arg(displayPath(name));
    return objectionToName(name);
}

Objection objectionToProjectName(std::string_view name)
{
    if (name.empty())
        return translated("project", "is empty");
    if (name.size() > kMaxProjectName)
        return translated("project", "is longer than %1 bytes").arg(kMaxProjectName);
    if (name.find('/') != std::string_view::npos)
        return translated("project", "holds a '/', but files are named after it");
    if (name.front() == '.' || name.front() == '-')
        return translated("project", "begins with '%1', but files are named after it")
            .arg(QLatin1Char(name.front()));
    if (name.find('\\') != std::string_view::npos || displayBytes(name) != name)
        return translated("project", "holds a backslash or something that cannot be shown");
    return std::nullopt;
}

Objection objectionToPath(std::string_view path, bool rootAllowed)
{
    if (Objection objection = objectionToBytes(path))
        return objection;
    if (path == "/")
        return rootAllowed ? Objection() : translated("project", "is the root folder itself");
    if (path.front() != '/')
        return translated("project", "does not begin with '/'");
    std::string_view rest = path;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::string_view name = rest.substr(0, rest.find('/'));
        if (name.empty()) {
            return rest.empty() ? translated("project", "ends with '/'")
                                : translated("project", "holds two '/' beside each other");
        }
        if (name == "." || name == "..")
            return translated("project", "holds \"%1\"").arg(displayPath(name));
        if (name.size() > kMaxFileName)
            return translated("project", "holds a name of more than %1 bytes").arg(kMaxFileName);
        rest.remove_prefix(name.size());
    }
    return std::nullopt;
}

Objection objectionToProgram(std::string_view program)
{
    if (program.find('/') != std::string_view::npos)
        return objectionToPath(program, false);
    if (program == "." || program == "..")
        return translated("project", "is a folder");
    if (program.size() > kMaxFileName)
        return translated("project", "is longer than %1 bytes").arg(kMaxFileName);
    return objectionToBytes(program);
}

Objection objectionToHostPath(std::string_view path)
{
    return objectionToBytes(path);
}

Objection objectionToPackage(std::string_view package)
{
    if (package.find('/') != std::string_view::npos)
        return objectionToHostPath(package);
    const std::size_t equals = std::min(package.find('='), package.size());
    const std::string_view name = package.substr(0, equals);
    const auto isOf = [](std::string_view text, std::string_view more) {
        return std::ranges::all_of(text, [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.find(c) != std::string_view::npos;
        });
    };
    // apt takes a '-' at the end for "remove it".
    if (name.size() < 2 || !isOf(name.substr(0, 1), {}) || !isOf(name, "+-.") || name.ends_with('-'))
        return translated("project", "is no package's name: small letters, digits, '+', '-' and '.'");
    if (equals == package.size())
        return std::nullopt;
    const std::string_view version = package.substr(equals + 1);
    const bool isVersion = !version.empty() && version.front() >= '0' && version.front() <= '9' &&
                           isOf(version, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.+-~:");
    return isVersion
               ? Objection()
               : translated("project", "has a version that is none: letters, digits, '.', '+', '-', '~'");
}

Objection objectionToArchitecture(std::string_view architecture)
{
    const bool isWord = !architecture.empty() && architecture.size() <= kMaxName &&
                        std::ranges::all_of(architecture, [](char c) {
                            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                        });
    return isWord ? Objection() : translated("project", "is none: small letters and digits, as in \"arm64\"");
}

std::optional<std::string_view> nearestWord(std::string_view word, std::span<const std::string_view> known)
{
    if (word.empty() || word.size() > kMaxName)
        return std::nullopt;
    std::optional<std::string_view> nearest;
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace Refbox
