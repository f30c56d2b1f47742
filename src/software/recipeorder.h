// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recipe to be built in one certain way, and the key of what comes out: equal keys, equal bytes.
#pragma once

#include "project/recipe.h"
#include "software/catalogue.h"
#include "software/store.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace Refbox {

struct RecipeOrder;
using RecipeOrderPtr = std::shared_ptr<const RecipeOrder>;

struct RecipeOrder
{
    Recipe recipe;
    std::string prefix;                ///< absolute; "/" only where nothing needs it
    RecipeOptions options;             ///< resolved
    std::vector<RecipeOrderPtr> needs; ///< direct ones

    /// "bash 5.2.37", for people.
    std::string title() const { return recipe.name + ' ' + recipe.version; }
};

/// The order and all that it needs, needed ones first, each once.
std::vector<RecipeOrderPtr> withNeeds(const RecipeOrderPtr &order);

struct RecipeWish
{
    std::string recipe;
    std::string prefix; ///< empty: the recipe's own
    RecipeOptions options;
};

/// An order for a wish. What it needs is ordered as others() wishes it for a recipe's name, else as the
/// recipe has it by itself. Throws Error for unknown recipes and options, and for recipes that need
/// themselves.
RecipeOrderPtr makeOrder(const Catalogue &catalogue, const RecipeWish &wish,
                         const std::function<const RecipeWish *(const std::string &)> &others);

/// What this machine builds with: compiler, assembler, linker and C library by content. Read anew only where
/// their files have changed. Throws Error where there is no compiler.
std::string toolchainIdentity(const Store &store);

/// What goes into a result, but for its prefix: 64 hex digits for each, by which one tells what has changed.
struct KeyParts
{
    std::string recipe; ///< its version, steps and promises
    std::string source;
    std::string options;
    std::string needs; ///< their keys
    std::string toolchain;

    std::string text() const;
    /// Of text(); empty ones where it is damaged.
    static KeyParts fromText(std::string_view text);
};

KeyParts keyParts(const RecipeOrder &order, const Tarball &tarball, const std::string &toolchain);

/// 64 hex digits, from everything that goes into the result.
std::string orderKey(const RecipeOrder &order, const Tarball &tarball, const std::string &toolchain);

} // namespace Refbox
