// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/builder.h"

#include "assembly/outputnotes.h"
#include "assembly/plancheck.h"
#include "assembly/treeedit.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/keyhash.h"

#include <cerrno>
#include <filesystem>
#include <functional>

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
        throw Error::fromErrno(
            translated("assembly", "Cannot make the folder for the outputs"), folder, error.value(),
            error.value() == ENOTDIR ? translated("assembly", "Choose another folder for them.") : QString());
}

// All that an image depends on beside its tree.
std::string describe(const ImageExport &options)
{
    const ImageSettings &settings = options.settings;
    KeyHash hash;
    hash.add(settings.filesystem);
    hash.add(settings.size.value_or(0));
    hash.add(settings.free.bytes);
    hash.add(std::to_string(settings.free.percent));
    hash.add(settings.label.empty() ? options.defaultLabel : settings.label);
    hash.add(settings.capacity);
    hash.add(settings.uuid);
    hash.add(settings.compression);
    hash.add(static_cast<std::uint64_t>(settings.level));
    hash.add(settings.blockSize);
    hash.add(settings.inodes);
    hash.add(std::to_string(settings.reservedPercent));
    for (const std::string &feature : settings.features)
        hash.add(feature);
    return hash.hex();
}

ExportReport writeUnlessItStands(const OutputNotes &notes, ExportReport report, const std::string &identity,
                                 const std::function<ExportReport()> &write)
{
    if (notes.stands(report.path, identity)) {
        report.unchanged = true;
        report.verified = true;
        report.bytes = std::filesystem::file_size(report.path);
        return report;
    }
    const std::vector<std::string> foreseen = std::move(report.remarks);
    report = write();
    // Remarks are told at every build: what was not foreseen could not be told by the next one.
    if (report.verified.value_or(false) && report.remarks == foreseen)
        notes.add(report.path, identity);
    return report;
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

    const Store store;
    const OutputNotes notes(store);
    ImageExport imageExport;
    imageExport.settings = plan.project.image;
    imageExport.defaultLabel = defaultLabel(plan.project);
    imageExport.verify = options.verify;
    const ImageOptions written = imageOptions(imageExport);
    ExportReport foreseen = imageReport(*plan.tree, image, written.format);
    foreseen.remarks = imageRemarks(*plan.tree, written);
    report.outputs.push_back(
        writeUnlessItStands(notes, std::move(foreseen),
                            outputIdentity(*plan.tree, FileTree::root(), describe(imageExport), progress),
                            [&] { return exportImage(*plan.tree, image, imageExport, progress); }));
    StarOptions star;
    star.compression = options.compression;
    for (std::size_t i = 0; i < starBalls.size(); ++i)
        report.outputs.push_back(writeUnlessItStands(
            notes, starReport(*plan.tree, plan.vservers[i], starBalls[i], star),
            outputIdentity(*plan.tree, plan.vservers[i], suffixOf(options.compression), progress), [&] {
                return exportStar(*plan.tree, plan.vservers[i], starBalls[i], star, options.verify, progress);
            }));
    return report;
}

} // namespace Refbox
