// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/recipebuild.h"

#include "formats/archivereader.h"
#include "formats/spool.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/buildfolder.h"
#include "software/reciperun.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

std::chrono::milliseconds milliseconds(const std::optional<std::string> &text)
{
    return std::chrono::milliseconds(text ? std::max(0LL, std::atoll(text->c_str())) : 0LL);
}

} // namespace

Tarballs::Obtained obtainSource(const Tarballs &tarballs, const RecipeOrder &order, Progress &progress)
{
    try {
        return tarballs.obtain(order.recipe.tarballs, progress);
    } catch (Error &error) {
        error.addContext(translated("software", "the source of %1").arg(displayPath(order.title())));
        throw;
    }
}

RecipeBuilder::RecipeBuilder(const Store &store, const Tarballs &tarballs)
    : m_store(store)
    , m_tarballs(tarballs)
    , m_toolchain(toolchainIdentity(store))
{
}

std::string RecipeBuilder::resultFolder(const RecipeOrder &order, const Tarball &tarball) const
{
    return m_store.folder() + "/recipes/" + orderKey(order, tarball, m_toolchain);
}

std::optional<BuiltRecipe> RecipeBuilder::find(const RecipeOrder &order) const
{
    for (const Tarball &tarball : order.recipe.tarballs) {
        const std::string folder = resultFolder(order, tarball);
        std::error_code error;
        if (fs::is_regular_file(folder + "/tree.tar", error))
            return BuiltRecipe{folder + "/tree.tar", folder + "/log.txt", tarball};
    }
    return std::nullopt;
}

FileTreePtr RecipeBuilder::readTree(const BuiltRecipe &built, Progress &progress)
{
    Spool spool; // gets nothing: the archive is not compressed
    ArchiveOptions options;
    options.contentInPlace = true;
    return readArchive(built.archive, spool, options, progress).tree;
}

BuiltRecipe RecipeBuilder::build(const RecipeOrder &order, const RecipeBuildOptions &options,
                                 Progress &progress, Progress *own) const
{
    // By what comes out of the first tarball: they are one content.
    const OpenFile lock = lockFile(resultFolder(order, order.recipe.tarballs.front()) + ".lock", progress);
    if (auto built = find(order)) {
        progress.advance(stepCount(order));
        return *built;
    }
    Progress part(&progress, own); // phases of reading are not the job's
    const Tarballs::Obtained source = obtainSource(m_tarballs, order, part);
    std::vector<StagedNeed> needs;
    std::vector<RecipeOrderPtr> all;
    for (const RecipeOrderPtr &need : order.needs) {
        for (RecipeOrderPtr &each : withNeeds(need))
            all.push_back(std::move(each));
    }
    for (const RecipeOrderPtr &need : all) {
        const auto built = find(*need);
        if (!built)
            throw Error(
                translated("software", "Cannot build %1").arg(displayPath(order.title())),
                displayPath(order.prefix),
                translated("software", "It needs %1, which is not built.").arg(displayPath(need->title())));
        needs.push_back({need->recipe.name, need->prefix, readTree(*built, part)});
    }
    const std::string folder = resultFolder(order, source.tarball);
    const std::string durationNote = "milliseconds of building " + order.recipe.name;
    if (own != nullptr)
        own->forecast(milliseconds(m_store.note(durationNote)));
    const auto start = std::chrono::steady_clock::now();
    runRecipe({order, source.path, std::move(needs), options, m_store.folder(), folder}, progress, own);
    const auto taken =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    try {
        m_store.putNote(durationNote, std::to_string(taken.count()));
    } catch (const Error &) {
        // It is built; only the next forecast lacks.
    }
    return {folder + "/tree.tar", folder + "/log.txt", source.tarball};
}

} // namespace Refbox
