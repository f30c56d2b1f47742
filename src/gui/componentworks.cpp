// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/componentworks.h"

#include "assembly/recipes.h"
#include "software/recipeorder.h"

#include <algorithm>

namespace Refbox {

namespace {

using Stage = ComponentWork::Stage;

// Also where the recipe cannot be read any more.
bool hasChanged(const ComponentWork &work, const ProjectRecipes &recipes)
{
    try {
        return workKey(*recipes.order(work.component)) != work.key;
    } catch (const Error &) {
        return true;
    }
}

} // namespace

std::string workKey(const RecipeOrder &order)
{
    return orderKey(order, order.recipe.tarballs.front(), {});
}

void ComponentWorks::set(const ComponentWork &work)
{
    if (work.stage)
        m_works.insert_or_assign(work.component.name, work);
    else
        m_works.erase(work.component.name);
    Q_EMIT changed();
}

void ComponentWorks::planned(const Project &project, bool isAnyJobRunning)
{
    const auto isFailedRecipe = [](const auto &entry) {
        return entry.second.stage == Stage::Failed && !entry.second.key.empty();
    };
    std::optional<ProjectRecipes> recipes; // the catalogue is read only where something failed
    if (std::ranges::any_of(m_works, isFailedRecipe))
        recipes.emplace(project, Catalogue());
    const auto forgotten = std::erase_if(m_works, [&](const auto &entry) {
        return (entry.second.stage == Stage::Ready && !isAnyJobRunning) ||
               (isFailedRecipe(entry) && hasChanged(entry.second, *recipes));
    });
    if (forgotten > 0)
        Q_EMIT changed();
}

const ComponentWork *ComponentWorks::find(const Component &component) const
{
    const auto found = m_works.find(component.name);
    return found != m_works.end() && found->second.component == component ? &found->second : nullptr;
}

} // namespace Refbox
