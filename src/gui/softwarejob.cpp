// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/softwarejob.h"

#include "assembly/packagewishes.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

struct Unbuilt
{
    RecipeOrderPtr order;
    std::vector<SoftwarePurpose> purposes;
};

// One after the other, so that each one's state is its own.
void getPackages(const Plan &plan, const PackageOptions &options, SoftwareWatcher &watcher,
                 Progress &progress)
{
    std::vector<Component> missing;
    for (std::size_t i = 0; i < plan.components.size(); ++i) {
        const Component &component = plan.project.components[i];
        if (std::holds_alternative<PackagesSource>(component.source) &&
            plan.components[i].state != ComponentState::Ready)
            missing.push_back(component);
    }
    if (!missing.empty())
        progress.beginPhase(SoftwareWatcher::tr("Fetching packages"), missing.size());
    for (const Component &component : missing) {
        Project alone;
        alone.components = {component};
        const std::shared_ptr<Progress> own = watcher.fetching(component, progress);
        try {
            fetchPackages(alone, options, *own);
            own->throwIfCancelled();
        } catch (...) {
            watcher.fetched(component, std::current_exception());
            throw;
        }
        watcher.fetched(component, nullptr);
        progress.advance();
    }
}

void addUnbuilt(const Component &component, const ProjectRecipes &recipes, const RecipeBuilder &builder,
                std::vector<Unbuilt> &all)
{
    const RecipeOrderPtr own = recipes.order(component);
    for (const RecipeOrderPtr &order : withNeeds(own)) {
        if (builder.find(*order))
            continue;
        const std::string key = workKey(*order);
        auto found =
            std::ranges::find_if(all, [&](const Unbuilt &one) { return workKey(*one.order) == key; });
        if (found == all.end())
            found = all.insert(all.end(), Unbuilt{order, {}});
        // What is a component itself shows by itself how it is.
        if (order == own || !recipes.has(*order))
            found->purposes.push_back({component, workKey(*own), order == own});
    }
}

// Needed ones first.
std::vector<Unbuilt> unbuiltRecipes(const Project &project, const RecipeBuilder &builder)
{
    const ProjectRecipes recipes(project, Catalogue());
    std::vector<Unbuilt> all;
    for (const Component &component : project.components) {
        if (!std::holds_alternative<RecipeSource>(component.source))
            continue;
        try {
            addUnbuilt(component, recipes, builder, all);
        } catch (Error &error) {
            error.addContext(translated("assembly", "component %1").arg(displayPath(component.name)));
            throw;
        }
    }
    return all;
}

// The build would fetch them, too, but without telling which one it is at.
void getSources(const Project &project, const SourceOptions &options, SoftwareWatcher &watcher,
                Progress &progress)
{
    const auto isRecipe = [](const Component &component) {
        return std::holds_alternative<RecipeSource>(component.source);
    };
    if (std::ranges::none_of(project.components, isRecipe))
        return; // no compiler is needed
    const Store store;
    const Tarballs tarballs(store, options);
    const std::vector<Unbuilt> all = unbuiltRecipes(project, RecipeBuilder(store, tarballs));
    progress.beginPhase(SoftwareWatcher::tr("Fetching sources"), all.size());
    for (const Unbuilt &one : all) {
        const std::shared_ptr<Progress> own = watcher.fetching(*one.order, one.purposes, progress);
        try {
            obtainSource(tarballs, *one.order, *own);
            own->throwIfCancelled();
        } catch (...) {
            watcher.fetched(*one.order, std::current_exception());
            throw;
        }
        watcher.fetched(*one.order, nullptr);
        progress.advance();
    }
}

} // namespace

std::size_t getSoftware(const Plan &plan, const Preferences &preferred, SoftwareWatcher &watcher,
                        Progress &progress)
{
    try {
        getPackages(plan, preferred.packageOptions(), watcher, progress);
        BuildRecipesOptions options = preferred.recipeOptions();
        options.watcher = &watcher;
        getSources(plan.project, options.sources, watcher, progress);
        const std::size_t built = buildRecipes(plan.project, options, progress);
        watcher.finish(true);
        return built;
    } catch (...) {
        watcher.finish(false);
        throw;
    }
}

} // namespace Refbox
