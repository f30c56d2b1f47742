// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/catalogue.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "project/names.h"

#include <QDir>
#include <QFile>

#include <cstdlib>

namespace Refbox {

namespace {

Recipe readRecipeFile(const QString &path, const QString &fileName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(translated("software", "Cannot read the recipe"), path, file.errorString());
    Recipe recipe = readRecipe(file.readAll().toStdString(), path);
    if (QString::fromStdString(recipe.name) + QStringLiteral(".lua") != fileName)
        throw Error(translated("software", "Cannot read the recipe"), path,
                    translated("software", "It is named %1, unlike its file.").arg(displayPath(recipe.name)),
                    translated("software", "Name the file %1.lua.").arg(displayPath(recipe.name)));
    return recipe;
}

QStringList recipeFiles(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.lua")}, QDir::Files, QDir::Name);
}

} // namespace

std::string defaultCatalogueFolder()
{
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return std::string(value != nullptr ? value : "");
    };
    if (std::string own = variable("REFBOX_CATALOGUE"); !own.empty())
        return own;
    if (const std::string data = variable("XDG_DATA_HOME"); data.starts_with('/'))
        return data + "/refbox/catalogue";
    if (const std::string home = variable("HOME"); home.starts_with('/'))
        return home + "/.local/share/refbox/catalogue";
    return {};
}

Catalogue::Catalogue(const std::string &userFolder)
{
    addShipped();
    if (!userFolder.empty())
        addFolder(userFolder);
}

void Catalogue::addShipped()
{
    const QString folder = QStringLiteral(":/catalogue");
    for (const QString &file : recipeFiles(folder)) {
        Recipe recipe = readRecipeFile(folder + QLatin1Char('/') + file, file);
        m_recipes.insert_or_assign(recipe.name, std::move(recipe));
    }
}

void Catalogue::addFolder(const std::string &folder)
{
    const QString name = QFile::decodeName(folder.c_str());
    for (const QString &file : recipeFiles(name)) {
        try {
            Recipe recipe = readRecipeFile(name + QLatin1Char('/') + file, file);
            m_recipes.insert_or_assign(recipe.name, std::move(recipe));
        } catch (const Error &error) {
            m_remarks.push_back({Remark::Severity::Warning, "bad-recipe", folder,
                                 QStringLiteral("%1: %2: %3").arg(error.failed(), error.where(), error.why()),
                                 error.advice()});
        }
    }
}

const Recipe *Catalogue::find(const std::string &name) const
{
    const auto found = m_recipes.find(name);
    return found == m_recipes.end() ? nullptr : &found->second;
}

const Recipe &Catalogue::require(const std::string &name) const
{
    if (const Recipe *recipe = find(name))
        return *recipe;
    std::vector<std::string_view> names;
    for (const auto &[known, recipe] : m_recipes)
        names.push_back(known);
    const auto near = nearestWord(name, names);
    throw Error(translated("software", "Cannot find the recipe"), displayPath(name),
                translated("software", "The catalogue has no recipe of this name."),
                near ? translated("software", "Did you mean %1?").arg(displayPath(*near))
                     : translated("software", "See all with: refbox-cli catalogue"));
}

} // namespace Refbox
