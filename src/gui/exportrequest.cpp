// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exportrequest.h"

#include "formats/archiveparts.h"
#include "formats/imageformat.h"
#include "jobs/display.h"
#include "project/sizes.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::Export)
};

std::string freeWord(const FreeSpace &free)
{
    return free.percent > 0 || free.bytes == 0 ? percentText(free.percent) : sizeText(free.bytes);
}

std::string imageWords(const ExportRequest &request)
{
    const ImageSettings &own = request.plan->project.image;
    const ImageSettings &now = request.image.settings;
    std::string words;
    if (now.filesystem != own.filesystem)
        words += " --filesystem " + shellQuoted(now.filesystem);
    if (now.size != own.size)
        words += " --size " + (now.size ? sizeText(*now.size) : std::string("fit"));
    if (!now.size && now.free != own.free)
        words += " --free " + freeWord(now.free);
    if (now.compression != own.compression && !now.compression.empty())
        words += " --compression " + now.compression;
    const std::string label = effectiveLabel(request.image);
    if (label != effectiveLabel(defaultRequest(OutputKind::Image, request.plan, request.from).image))
        words += " --label " + shellQuoted(label);
    return words;
}

std::string starWords(const ExportRequest &request)
{
    const Compression byName = compressionFromName(request.target).value_or(Compression::None);
    std::string words;
    if (request.star.compression != byName)
        words += std::string(" --compression ") + compressionName(request.star.compression);
    if (request.star.partSize != 0)
        words += " --split " + sizeText(request.star.partSize);
    if (request.star.checksum)
        words += " --checksum";
    return words;
}

Error cannotWriteThere(const std::string &target, const QString &why, const QString &advice)
{
    return Error(Texts::tr("Cannot write there"), displayPath(target), why, advice);
}

} // namespace

std::shared_ptr<const Plan> planOfOpened(FileTreePtr tree, const Sides &sides, const std::string &path)
{
    auto plan = std::make_shared<Plan>();
    plan->tree = std::move(tree);
    plan->refbox = sides.refbox;
    plan->vservers = sides.vservers;
    plan->sources = filesOfSource(path);
    // The outputs are named after it, but never as it is.
    const fs::path opened(path);
    std::string name = opened.filename().string();
    name = name.substr(0, name.find('.', 1));
    if (name.empty() || name == "/")
        name = "tree";
    for (const char *ending : {"", ".img", ".tar.zst"}) {
        std::error_code ignored;
        if (fs::exists(opened.parent_path() / (name + ending), ignored)) {
            name += "-copy";
            break;
        }
    }
    plan->project.name = name;
    return plan;
}

ExportRequest defaultRequest(OutputKind kind, std::shared_ptr<const Plan> plan, std::string from)
{
    ExportRequest request;
    request.kind = kind;
    request.plan = std::move(plan);
    request.from = std::move(from);
    request.image.settings = request.plan->project.image;
    if (request.from.empty())
        request.image.defaultLabel = defaultLabel(request.plan->project);
    request.star.compression = Compression::Zstd;
    return request;
}

bool hasErrors(const Plan &plan)
{
    return std::ranges::any_of(
        plan.findings, [](const Finding &finding) { return finding.severity == Finding::Severity::Error; });
}

QString exportTitle(const ExportRequest &request)
{
    return Texts::tr("Export %1").arg(displayPath(fs::path(request.target).filename().string()));
}

ExportReport runExport(const ExportRequest &request, Progress &progress)
{
    const FileTree &tree = *request.plan->tree;
    refuseTargetInSources(request.target, request.plan->sources);
    switch (request.kind) {
    case OutputKind::Image: {
        ImageExport options = request.image;
        options.verify = request.verify;
        return exportImage(tree, request.target, options, progress);
    }
    case OutputKind::Star:
        refuseStarInSources(request.target, request.star, request.plan->sources);
        return exportStar(tree, request.subtree, request.target, request.star, request.verify, progress);
    case OutputKind::Folder:
        return exportFolder(tree, request.subtree, request.target, request.bestEffort, progress);
    case OutputKind::Oci: {
        OciExport options = request.oci;
        options.verify = request.verify;
        return exportOci(tree, request.plan->refbox, request.plan->vservers, request.target, options,
                         progress)
            .report;
    }
    }
    return {};
}

std::string exportCommand(const ExportRequest &request, const std::string &projectPath)
{
    const FileTree &tree = *request.plan->tree;
    const char *const verb = request.kind == OutputKind::Image  ? "image"
                             : request.kind == OutputKind::Star ? "star"
                             : request.kind == OutputKind::Oci  ? "oci"
                                                                : "folder";
    std::string command = "refbox-cli export " + std::string(verb);
    if (request.kind == OutputKind::Image)
        command += imageWords(request);
    if (request.kind == OutputKind::Star)
        command += starWords(request);
    if (request.kind == OutputKind::Oci && request.oci.compression != OciExport().compression)
        command += std::string(" --compression ") + compressionName(request.oci.compression);
    if (request.kind == OutputKind::Folder && request.bestEffort)
        command += " --best-effort";
    if (request.kind != OutputKind::Folder && !request.verify)
        command += " --no-verify";
    if (hasErrors(*request.plan))
        command += " --keep-going";
    const bool isOpened = !request.from.empty();
    command += isOpened ? " --from " + shellQuoted(request.from) : ' ' + shellQuoted(projectPath);
    const bool isWhole = request.subtree == FileTree::root();
    if ((request.kind == OutputKind::Star || request.kind == OutputKind::Folder) &&
        (!isWhole || (request.kind == OutputKind::Star && !isOpened)))
        command += ' ' + shellQuoted(tree.path(request.subtree));
    return command + ' ' + shellQuoted(request.target);
}

std::string effectiveLabel(const ImageExport &options)
{
    return options.settings.label.empty() ? options.defaultLabel : options.settings.label;
}

ExportEstimate estimateExport(const ExportRequest &request, Progress &progress)
{
    const FileTree &tree = *request.plan->tree;
    ExportEstimate estimate;
    progress.throwIfCancelled();
    if (request.kind == OutputKind::Oci) {
        try {
            const Plan &plan = *request.plan;
            const OciPlan layers = planOciLayers(tree, plan.refbox, plan.vservers, progress);
            estimate.bytes = layers.bytes;
            estimate.losses = ociLosses(tree, plan.vservers);
            estimate.notes = ociNotes(tree, plan.refbox, plan.vservers, layers);
        } catch (const Error &error) {
            estimate.problem = error.where() + u": "_s + error.why();
        }
        return estimate;
    }
    if (request.kind != OutputKind::Image) {
        estimate.losses = request.kind == OutputKind::Star ? starLosses(tree, request.subtree)
                                                           : folderLosses(tree, request.subtree);
        estimate.bytes = distinctBytes(tree, request.subtree);
        return estimate;
    }
    estimate.capacity = capacityBytes(request.image.settings.capacity);
    try {
        const ImageOptions options = imageOptions(request.image);
        estimate.losses = imageLosses(tree, options);
        estimate.exact = imageFormatInfo(options.format).exactSize;
        estimate.bytes = imageSize(tree, options);
        if (estimate.exact && estimate.capacity && estimate.bytes > *estimate.capacity)
            estimate.problem = Texts::tr("It needs %1, but its medium holds only %2.")
                                   .arg(formatSize(estimate.bytes), formatSize(*estimate.capacity));
    } catch (const Error &error) {
        estimate.problem = error.why();
    }
    return estimate;
}

QString lossText(const FormatLoss &loss)
{
    const QString example = displayPath(loss.example);
    return loss.count == 1
               ? Texts::tr("%1: %2").arg(lossName(loss.kind), example)
               : Texts::tr("%1: %L2, such as %3").arg(lossName(loss.kind)).arg(loss.count).arg(example);
}

void checkExportTarget(const ExportRequest &request)
{
    std::error_code ignored;
    const fs::path path(request.target);
    if (request.target.empty() || path.filename().empty())
        throw cannotWriteThere(request.target, Texts::tr("It has no name."), Texts::tr("Give it a name."));
    if (!fs::is_directory(fs::absolute(path, ignored).parent_path(), ignored))
        throw cannotWriteThere(request.target, Texts::tr("Its folder does not exist."),
                               Texts::tr("Choose another folder."));
    const bool isFolder = request.kind == OutputKind::Folder || request.kind == OutputKind::Oci;
    if (!isFolder && fs::is_directory(path, ignored))
        throw cannotWriteThere(request.target, Texts::tr("It is a folder."),
                               Texts::tr("Choose another name."));
    const bool isCarriedOn = request.kind == OutputKind::Oci && fs::exists(path / "oci-layout", ignored);
    if (isFolder && !isCarriedOn && fs::exists(path, ignored) &&
        !(fs::is_directory(path, ignored) && fs::is_empty(path, ignored)))
        throw cannotWriteThere(request.target, Texts::tr("It exists, and is not an empty folder."),
                               Texts::tr("Choose another name."));
    refuseTargetInSources(request.target, request.plan->sources);
    if (request.kind == OutputKind::Star)
        refuseStarInSources(request.target, request.star, request.plan->sources);
}

} // namespace Refbox
