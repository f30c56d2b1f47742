// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/builder.h"

#include "assembly/treeedit.h"
#include "jobs/error.h"

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
        throw Error::fromErrno(QStringLiteral("Cannot make the folder for the outputs"), folder,
                               error.value());
}

} // namespace

BuildReport buildPackage(const Plan &plan, const BuildOptions &options, Progress &progress)
{
    const std::string image = joinPath(options.folder, plan.project.name + ".img");
    refuseTargetInSources(image, plan.sources);
    BuildReport report;
    report.findings = checkPlan(plan, progress);
    makeOutputFolder(options.folder);

    ImageExport imageOptions;
    imageOptions.settings = plan.project.image;
    imageOptions.defaultLabel = defaultLabel(plan.project);
    imageOptions.verify = options.verify;
    report.outputs.push_back(exportImage(*plan.tree, image, imageOptions, progress));
    for (const NodeId vserver : plan.vservers) {
        const std::string target =
            joinPath(options.folder, std::string(plan.tree->name(vserver)) + suffixOf(options.compression));
        StarOptions star;
        star.compression = options.compression;
        report.outputs.push_back(exportStar(*plan.tree, vserver, target, star, options.verify, progress));
    }
    return report;
}

} // namespace Refbox
