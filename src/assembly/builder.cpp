// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/builder.h"

#include "assembly/plancheck.h"
#include "assembly/treeedit.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <filesystem>

namespace Refbox {

namespace {

std::string suffixOf(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return ".tar";
    case Compression::Gzip:
        return ".tar.gz";
    case Compression::Xz:
        return ".tar.xz";
    case Compression::Zstd:
        return ".tar.zst";
    }
    return ".tar";
}

void makeOutputFolder(const std::string &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Error::fromErrno(translated("assembly", "Cannot make the folder for the outputs"), folder,
                               error.value());
}

} // namespace

BuildReport buildPackage(const Plan &plan, const BuildOptions &options, Progress &progress)
{
    const std::string image = joinPath(options.folder, plan.project.name + ".img");
    std::vector<std::string> starBalls;
    for (const NodeId vserver : plan.vservers)
        starBalls.push_back(
            joinPath(options.folder, std::string(plan.tree->name(vserver)) + suffixOf(options.compression)));
    // All of them before the first is written: else half a package would stand there.
    refuseTargetInSources(image, plan.sources);
    for (const std::string &target : starBalls)
        refuseTargetInSources(target, plan.sources);
    BuildReport report;
    report.findings = checkPlan(plan, progress).findings;
    makeOutputFolder(options.folder);

    ImageExport imageOptions;
    imageOptions.settings = plan.project.image;
    imageOptions.defaultLabel = defaultLabel(plan.project);
    imageOptions.verify = options.verify;
    report.outputs.push_back(exportImage(*plan.tree, image, imageOptions, progress));
    StarOptions star;
    star.compression = options.compression;
    for (std::size_t i = 0; i < starBalls.size(); ++i)
        report.outputs.push_back(
            exportStar(*plan.tree, plan.vservers[i], starBalls[i], star, options.verify, progress));
    return report;
}

} // namespace Refbox
