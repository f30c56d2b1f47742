// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/recipe.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

QString wordList(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list += displayPath(word);
    return list.join(QStringLiteral(", "));
}

Error wrongOption(const Recipe &recipe, const QString &why, const QString &advice)
{
    return Error(translated("project", "The recipe cannot be built so"), displayPath(recipe.name), why,
                 advice);
}

} // namespace

RecipeOptions resolveOptions(const Recipe &recipe, const RecipeOptions &chosen)
{
    RecipeOptions resolved;
    for (const RecipeOption &option : recipe.options)
        resolved[option.name] = option.standard;
    for (const auto &[name, value] : chosen) {
        const auto option = std::ranges::find(recipe.options, name, &RecipeOption::name);
        if (option == recipe.options.end()) {
            std::vector<std::string> names;
            for (const RecipeOption &known : recipe.options)
                names.push_back(known.name);
            throw wrongOption(recipe,
                              translated("project", "It has no option \"%1\".").arg(displayPath(name)),
                              names.empty() ? translated("project", "It has no options.")
                                            : translated("project", "Its options: %1.").arg(wordList(names)));
        }
        if (std::ranges::find(option->choices, value) == option->choices.end())
            throw wrongOption(recipe,
                              translated("project", "Its option %1 cannot be \"%2\".")
                                  .arg(displayPath(name), displayPath(value)),
                              translated("project", "Choose one of: %1.").arg(wordList(option->choices)));
        resolved[name] = value;
    }
    return resolved;
}

std::vector<std::string> neededRecipes(const Recipe &recipe, const RecipeOptions &resolved)
{
    std::vector<std::string> names;
    for (const RecipeNeed &need : recipe.needs) {
        const bool applies = std::ranges::all_of(need.when, [&](const auto &condition) {
            const auto option = resolved.find(condition.first);
            return option != resolved.end() && option->second == condition.second;
        });
        if (applies)
            names.push_back(need.recipe);
    }
    return names;
}

} // namespace Refbox
