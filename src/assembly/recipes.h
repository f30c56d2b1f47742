// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The recipes that a project asks for: what is built and what is not, and building what is missing.
#pragma once

#include "jobs/progress.h"
#include "project/project.h"
#include "software/catalogue.h"
#include "software/recipebuild.h"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace Refbox {

/// Which order each component of a project stands for. A recipe that another one needs is taken as the
/// project's component of that recipe has it.
class ProjectRecipes final
{
public:
    /// Keeps a copy of what it reads.
    ProjectRecipes(const Project &project, Catalogue catalogue);

    /// Throws Error for unknown recipes, options …
    RecipeOrderPtr order(const Component &component) const;
    /// Whether the project has a component with this recipe at this prefix.
    bool has(const RecipeOrder &order) const;

private:
    Catalogue m_catalogue;
    std::vector<RecipeWish> m_wishes; // of the components that are recipes
};

/// Told of each recipe that is built, on the threads that build.
class RecipeWatcher
{
public:
    virtual ~RecipeWatcher() = default;
    /// Gives the recipe's own progress; stopping that stops this build, and then the whole.
    virtual std::shared_ptr<Progress> begun(const RecipeOrder &order) = 0;
    /// failure: null where it was built.
    virtual void ended(const RecipeOrder &order, const std::exception_ptr &failure) = 0;
};

struct BuildRecipesOptions
{
    unsigned jobs = 0;       ///< compilers at a time, see jobsOfEach(); 0: as many as there are cores
    bool keepFailed = false; ///< see RecipeBuildOptions
    SourceOptions sources = defaultSourceOptions();
    std::vector<CompileHost> hosts{}; ///< that help to compile, see software/compilehelpers.h
    RecipeWatcher *watcher = nullptr; ///< must outlive the build
};

/// Recipes that were built before as they are by themselves, with their standard options: how many bytes came
/// out, by name. Throws Error where this machine has no compiler, and Cancelled.
std::map<std::string, std::uint64_t> builtRecipes(const Catalogue &catalogue, Progress &progress);

/// Gets the sources of all recipes of the project, and of what they need, built or not; in the order in which
/// they would be built, each once. Throws Error where one cannot be had, and Cancelled.
std::vector<Tarballs::Obtained> fetchSources(const Project &project, const SourceOptions &options,
                                             Progress &progress);

/// How many recipes are built at a time, at least 1: no more than there are, than cores, than jobs, than 4.
unsigned buildsAtOnce(std::size_t recipes, unsigned cores, unsigned jobs);

/// Builds all recipes of the project, and what they need, that are not built yet: first gets their sources,
/// then builds independent ones side by side. Gives how many were built. Where one fails, those that run are
/// finished and kept, and its Error is thrown. Sources of those that are built, which the cache may have
/// lost, are got, too; one that cannot be had is warned of in the log.
std::size_t buildRecipes(const Project &project, const BuildRecipesOptions &options, Progress &progress);

} // namespace Refbox
