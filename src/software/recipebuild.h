// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds recipes in the sandbox, and finds what was built before. Inside, every build sees the same:
//
//   /build/src    the unpacked tarball, /build/dest where it installs to, /build/tmp; all writable
//   PREFIX…       the results of the recipes that it needs, where they will stand; read-only
//   /usr /lib …   this machine's, read-only; no home, nothing else of this machine; no network but the hosts
//                 that were named as compile helpers
//
// Steps run as "sh -eux" scripts in the source's folder with SRC, DEST, PREFIX, JOBS, OPT_NAME for each
// option, PREFIX_RECIPE for each need, and CPPFLAGS, LDFLAGS and PATH that lead to the needs. Results belong
// to root whoever builds, have one time (the newest in the tarball, SOURCE_DATE_EPOCH inside), and are kept:
//
//   CACHE/recipes/KEY/VARIANT/   tree.tar, the tree below the prefix; log.txt; and in machine.txt, by whose
//                                content a variant is named, the libraries of this machine that it was linked
//                                with: where one has changed, it is built again, as another variant
//   CACHE/builds/…               while it is built; nothing is left there, whatever happens
//   CACHE/failed/NAME-PREFIX/    of the last failure, until it is built: log.txt, and on request the whole
//                                folder; slashes of the prefix as '-'
//
// Any number of processes may build at once: of two that want the same, the second waits and finds it.
#pragma once

#include "jobs/progress.h"
#include "software/compilehelpers.h"
#include "software/recipeorder.h"
#include "software/tarballs.h"
#include "tree/filetree.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct BuiltRecipe
{
    std::string archive; ///< tree.tar
    std::string log;     ///< log.txt
    Tarball tarball;     ///< that it was built from
};

struct RecipeBuildOptions
{
    unsigned jobs = 1;                       ///< compilers of this machine at a time
    bool keepFailed = false;                 ///< the folder of a failed build, for a look
    const CompileHelpers *helpers = nullptr; ///< must outlive the build; their slots come beside the jobs
    unsigned builds = 1;                     ///< that run at a time and share all this, see jobsOfEach()
};

/// The processes of each of several builds at a time, at least 1: of all that there may be twice its part,
/// for configure, which takes much of a build, keeps only one busy. What comes out does not depend on it.
unsigned jobsOfEach(unsigned all, unsigned builds);

/// The order's source, from wherever it can be had (Tarballs::obtain). Throws Error and Cancelled.
Tarballs::Obtained obtainSource(const Tarballs &tarballs, const RecipeOrder &order, Progress &progress);

class RecipeBuilder final
{
public:
    /// Both must outlive it. Throws Error where this machine has no compiler.
    RecipeBuilder(const Store &store, const Tarballs &tarballs);

    /// Without building anything; fast.
    std::optional<BuiltRecipe> find(const RecipeOrder &order) const;

    /// Of one that is not found: what has changed since this recipe was built for this prefix, in words;
    /// nullopt where it never was.
    std::optional<QStringList> changesSinceBuilt(const RecipeOrder &order) const;

    /// Finds or builds it; what it needs must be built. Steps are told as log lines and advance the progress
    /// by stepCount() in all. Throws Error (no tarball, wrong checksum, a step failed: which, and its last
    /// lines; something it promises is missing …) and Cancelled.
    /// own: a progress of this recipe alone: its steps are phases, all that they print is its log, and its
    /// time left is forecast from the last build. Cancelling it stops this build.
    BuiltRecipe build(const RecipeOrder &order, const RecipeBuildOptions &options, Progress &progress,
                      Progress *own = nullptr) const;

    /// Its root is the prefix. The files' bytes stay in the archive.
    static FileTreePtr readTree(const BuiltRecipe &built, Progress &progress);

    /// Unpacking, the recipe's own steps, and keeping the result.
    static std::uint64_t stepCount(const RecipeOrder &order) { return order.recipe.steps.size() + 2; }

private:
    std::string resultFolder(const RecipeOrder &order, const Tarball &tarball) const;
    std::vector<std::string> variantsOf(const RecipeOrder &order, const Tarball &tarball) const;
    bool machineIsAsInResult(const std::string &folder) const;

    const Store &m_store;
    const Tarballs &m_tarballs;
    std::string m_toolchain;
};

} // namespace Refbox
