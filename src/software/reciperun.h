// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One run of a recipe, from the tarball to the kept result; see recipebuild.h for the rules. One thread.
#pragma once

#include "software/recipebuild.h"
#include "software/recipelibraries.h"

#include <string>
#include <vector>

namespace Refbox {

struct StagedNeed : PlacedTree
{
    std::string recipe;
};

struct RecipeRun
{
    const RecipeOrder &order;
    std::string tarball;           ///< path of a verified file
    std::vector<StagedNeed> needs; ///< all of them, earlier ones win
    RecipeBuildOptions options;
    const Store &store;
    std::string result; ///< folder of its key: gets one more, see recipebuild.h
};

/// The last line of a whole machine.txt.
inline constexpr const char *kMachineEnd = "end";

/// own: of this recipe alone, may be null: gets its steps as phases and all that they print; cancelling it
/// stops this build. Throws Error and Cancelled; then there is no result.
void runRecipe(const RecipeRun &run, Progress &progress, Progress *own);

} // namespace Refbox
