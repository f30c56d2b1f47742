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
#include <fstream>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

std::chrono::milliseconds milliseconds(const std::optional<std::string> &text)
{
    return std::chrono::milliseconds(text ? std::max(0LL, std::atoll(text->c_str())) : 0LL);
}

// Where is noted what the last result of this recipe at this prefix was made from.
std::string builtNote(const RecipeOrder &order)
{
    return "built " + order.recipe.name + " for " + order.prefix;
}

} // namespace

unsigned jobsOfEach(unsigned all, unsigned builds)
{
    return builds < 2 ? std::max(1U, all) : std::clamp(2 * all / builds, 1U, std::max(1U, all));
}

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
        for (const std::string &folder : variantsOf(order, tarball)) {
            if (machineIsAsInResult(folder))
                return BuiltRecipe{folder + "/tree.tar", folder + "/log.txt", tarball};
        }
    }
    return std::nullopt;
}

std::vector<std::string> RecipeBuilder::variantsOf(const RecipeOrder &order, const Tarball &tarball) const
{
    std::vector<std::string> folders;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(resultFolder(order, tarball), error)) {
        if (fs::is_regular_file(entry.path() / "tree.tar", error))
            folders.push_back(entry.path().string());
    }
    return folders;
}

bool RecipeBuilder::machineIsAsInResult(const std::string &folder) const
{
    std::ifstream list(folder + "/machine.txt");
    for (std::string line; std::getline(list, line);) {
        constexpr std::size_t kDigits = 64;
        if (line == kMachineEnd)
            return true;
        try {
            if (line.size() < kDigits + 3 ||
                sha256OfFile(line.substr(kDigits + 2), m_store) != line.substr(0, kDigits))
                return false;
        } catch (const Error &) {
            return false; // it is no longer there
        }
    }
    return false; // cut short
}

std::optional<QStringList> RecipeBuilder::changesSinceBuilt(const RecipeOrder &order) const
{
    const auto note = m_store.note(builtNote(order));
    if (!note)
        return std::nullopt;
    const KeyParts then = KeyParts::fromText(*note);
    QStringList changes;
    const Tarball &tarball = order.recipe.tarballs.front();
    const KeyParts now = keyParts(order, tarball, m_toolchain);
    const auto isSource = [&](const Tarball &one) { return one.sha256 == then.source; };
    if (now.options != then.options)
        changes += translated("software", "its options");
    if (now.recipe != then.recipe)
        changes += translated("software", "its recipe");
    if (std::ranges::none_of(order.recipe.tarballs, isSource))
        changes += translated("software", "its source");
    if (now.toolchain != then.toolchain)
        changes += translated("software", "this machine's compiler or C library");
    else if (now.needs != then.needs)
        changes += translated("software", "what it needs");
    const auto isKept = [&](const Tarball &one) { return !variantsOf(order, one).empty(); };
    if (changes.isEmpty() && std::ranges::any_of(order.recipe.tarballs, isKept))
        changes += translated("software", "this machine's libraries");
    return changes;
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
        needs.push_back({{need->prefix, readTree(*built, part)}, need->recipe.name});
    }
    const std::string durationNote = "milliseconds of building " + order.recipe.name;
    if (own != nullptr)
        own->forecast(milliseconds(m_store.note(durationNote)));
    const auto start = std::chrono::steady_clock::now();
    runRecipe({order, source.path, std::move(needs), options, m_store, resultFolder(order, source.tarball)},
              progress, own);
    const auto taken =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    try {
        m_store.putNote(durationNote, std::to_string(taken.count()));
        m_store.putNote(builtNote(order), keyParts(order, source.tarball, m_toolchain).text());
    } catch (const Error &) {
        // It is built; only the next forecast lacks, or what has changed then.
    }
    if (auto built = find(order))
        return *built;
    throw Error(translated("software", "Cannot build %1").arg(displayPath(order.title())),
                displayPath(order.prefix),
                translated("software", "Libraries of this machine have changed meanwhile."),
                translated("software", "Try again."));
}

} // namespace Refbox
