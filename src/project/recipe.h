// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recipe: how a component is built from its untouched source. Plain values, read from the catalogue's Lua
// data (readRecipe). Steps are shell scripts; they run in a sandbox only, see software/recipebuild.h.
#pragma once

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// One file that an author publishes.
struct Tarball
{
    std::string file;                     ///< "attr-2.5.2.tar.xz"
    std::string sha256;                   ///< 64 lower-case hex digits; empty: not known, in untried recipes
    std::vector<std::string> addresses{}; ///< http(s) URLs, best first
    std::string signature{};              ///< URL of a detached OpenPGP signature; empty: none
    /// Debian's source package that has this very file, and the suite of it: a further way to get it.
    std::string debianPackage{};
    std::string debianSuite{};
    bool operator==(const Tarball &) const = default;
};

/// Every recipe has these, with the choices "yes" and "no".
inline constexpr std::string_view kStripOption = "strip";
inline constexpr std::string_view kManualsOption = "manuals";

struct RecipeOption
{
    std::string name;
    std::string text; ///< what it decides, for people
    std::vector<std::string> choices;
    std::string standard; ///< one of them
    bool operator==(const RecipeOption &) const = default;
};

/// Another recipe whose result stands at its prefix while this one is built, and in the refbox afterwards.
struct RecipeNeed
{
    std::string recipe;
    std::map<std::string, std::string> when{}; ///< only where these options have these values
    bool operator==(const RecipeNeed &) const = default;
};

struct RecipeStep
{
    std::string name; ///< "prepare", "configure", "compile" or "install"
    std::string script;
    bool operator==(const RecipeStep &) const = default;
};

struct Recipe
{
    static constexpr int kFormatVersion = 1;

    std::string name;
    std::string version;
    std::string summary;     ///< one line
    std::string description; ///< plain text, any length
    std::string licence;     ///< SPDX expression
    std::string homepage;
    std::string category;
    std::string prefix = "/";      ///< proposed
    std::uint64_t size = 0;        ///< bytes installed with the standard options, about; 0: not stated
    std::vector<Tarball> tarballs; ///< the same source in several packings: the first that can be had is used
    std::vector<RecipeOption> options;
    std::vector<RecipeNeed> needs;
    std::vector<RecipeStep> steps;     ///< in the order in which they run; the last is "install"
    std::vector<std::string> provides; ///< paths below the prefix that must be there when it is built
    std::string untried;               ///< why nobody has built it yet; empty: it was built and run
    std::string text;                  ///< what it was read from
    bool operator==(const Recipe &) const = default;
};

using RecipeOptions = std::map<std::string, std::string>;

/// Throws Error with displayName:line:column for everything that is no recipe.
Recipe readRecipe(std::string_view text, const QString &displayName);

/// A value for each option of the recipe: as chosen, else its standard. Throws Error for an option that it
/// does not have, or a value that is no choice of it.
RecipeOptions resolveOptions(const Recipe &recipe, const RecipeOptions &chosen);

/// Names of the recipes that it needs with these options.
std::vector<std::string> neededRecipes(const Recipe &recipe, const RecipeOptions &resolved);

} // namespace Refbox
