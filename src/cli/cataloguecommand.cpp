// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cataloguecommand.h"

#include "jobs/display.h"
#include "software/catalogue.h"

#include <QJsonArray>

#include <iomanip>

namespace Refbox {

namespace {

QJsonArray toArray(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(jsonText(text));
    return array;
}

QJsonObject recipeToJson(const Recipe &recipe)
{
    QJsonArray sources;
    for (const Tarball &tarball : recipe.tarballs)
        sources.append(QJsonObject{{QStringLiteral("file"), jsonText(tarball.file)},
                                   {QStringLiteral("sha256"), jsonText(tarball.sha256)},
                                   {QStringLiteral("addresses"), toArray(tarball.addresses)}});
    QJsonArray options;
    for (const RecipeOption &option : recipe.options)
        options.append(QJsonObject{{QStringLiteral("name"), jsonText(option.name)},
                                   {QStringLiteral("text"), jsonText(option.text)},
                                   {QStringLiteral("choices"), toArray(option.choices)},
                                   {QStringLiteral("standard"), jsonText(option.standard)}});
    std::vector<std::string> needs;
    for (const RecipeNeed &need : recipe.needs)
        needs.push_back(need.recipe);
    return {{QStringLiteral("name"), jsonText(recipe.name)},
            {QStringLiteral("version"), jsonText(recipe.version)},
            {QStringLiteral("summary"), jsonText(recipe.summary)},
            {QStringLiteral("description"), jsonText(recipe.description)},
            {QStringLiteral("licence"), jsonText(recipe.licence)},
            {QStringLiteral("homepage"), jsonText(recipe.homepage)},
            {QStringLiteral("category"), jsonText(recipe.category)},
            {QStringLiteral("prefix"), jsonText(recipe.prefix)},
            {QStringLiteral("bytes"), static_cast<qint64>(recipe.size)},
            {QStringLiteral("untried"), jsonText(recipe.untried)},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("options"), options},
            {QStringLiteral("needs"), toArray(needs)},
            {QStringLiteral("provides"), toArray(recipe.provides)}};
}

void printOptions(std::ostream &out, const Recipe &recipe)
{
    out << "\nOptions (the first of each is the standard):\n";
    for (const RecipeOption &option : recipe.options) {
        out << "  " << option.name << " = " << option.standard;
        for (const std::string &choice : option.choices) {
            if (choice != option.standard)
                out << " | " << choice;
        }
        out << "    " << displayBytes(option.text) << '\n';
    }
}

void printRecipe(std::ostream &out, const Recipe &recipe)
{
    out << recipe.name << ' ' << recipe.version << ": " << displayBytes(recipe.summary) << "\n\n";
    if (!recipe.description.empty())
        out << displayBytes(recipe.description) << "\n\n";
    if (!recipe.untried.empty())
        out << "Not tried yet: " << displayBytes(recipe.untried) << "\n\n";
    out << "Licence:   " << displayBytes(recipe.licence) << '\n'
        << "Homepage:  " << displayBytes(recipe.homepage) << '\n'
        << "Category:  " << displayBytes(recipe.category) << '\n'
        << "Prefix:    " << displayBytes(recipe.prefix) << '\n';
    if (recipe.size != 0)
        out << "Size:      about " << formatSize(recipe.size).toStdString() << '\n';
    for (const Tarball &tarball : recipe.tarballs) {
        out << "Source:    " << tarball.file << "  SHA-256 "
            << (tarball.sha256.empty() ? "unknown" : tarball.sha256) << '\n';
        for (const std::string &address : tarball.addresses)
            out << "           " << displayBytes(address) << '\n';
    }
    printOptions(out, recipe);
    if (!recipe.needs.empty()) {
        out << "\nNeeds:\n";
        for (const RecipeNeed &need : recipe.needs) {
            out << "  " << need.recipe;
            for (const auto &[option, value] : need.when)
                out << (option == need.when.begin()->first ? "    with " : ", ") << option << " = " << value;
            out << '\n';
        }
    }
    out << "\nProvides, among others:\n";
    for (const std::string &path : recipe.provides)
        out << "  " << displayBytes(path) << '\n';
}

} // namespace

CatalogueCommand::CatalogueCommand(Arguments &parent)
    : Command(parent, "catalogue", "Show the recipes that components can be built from")
{
    m_arguments.add("RECIPE", m_recipe, "All about this one");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int CatalogueCommand::run(CommandContext &context)
{
    const Catalogue catalogue;
    for (const Remark &remark : catalogue.remarks())
        context.err << "warning: " << remark.message.toStdString() << '\n';
    if (!m_recipe.empty()) {
        const Recipe &recipe = catalogue.require(m_recipe);
        if (m_json)
            printJson(context.out, recipeToJson(recipe));
        else
            printRecipe(context.out, recipe);
        return kDone;
    }
    QJsonArray all;
    for (const auto &[name, recipe] : catalogue.recipes()) {
        if (m_json)
            all.append(recipeToJson(recipe));
        else
            context.out << std::left << std::setw(12) << name << ' ' << std::setw(14) << recipe.version << ' '
                        << displayBytes(recipe.summary) << '\n';
    }
    if (m_json)
        printJson(context.out, {{QStringLiteral("recipes"), all}});
    return kDone;
}

} // namespace Refbox
