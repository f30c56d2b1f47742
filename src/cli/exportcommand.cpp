// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "assembly/exporter.h"
#include "assembly/ociexport.h"
#include "assembly/runtimeexport.h"
#include "cli/report.h"
#include "cli/source.h"
#include "formats/archiveparts.h"
#include "formats/filesystemidentity.h"
#include "formats/imageformat.h"
#include "jobs/display.h"
#include "project/projectfile.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

// What an export works on: a project's plan, or with --from any tree.
struct Input
{
    TreeSource source;
    std::vector<std::string> files; // that it is made from
    std::string target;
    NodeId subtree = FileTree::root();
};

Input openInput(const std::string &from, const std::vector<std::string> &paths, bool keepGoing,
                CommandContext &context)
{
    Input input;
    input.target = paths.back();
    const std::string path = from.empty() ? paths.front() : from;
    if (from.empty() && !isProjectName(path))
        throw Error(QStringLiteral("Cannot export"), displayPath(path),
                    QStringLiteral("It is no project file (NAME.refbox.lua)."),
                    QStringLiteral("Give --from to export any folder, archive or image."));
    input.files = filesOfSource(path);
    refuseTargetInSources(input.target, input.files);
    input.source = openSource(path, context.progress);
    if (input.source.plan) {
        const std::vector<std::string> &sources = input.source.plan->sources;
        refuseErrors(*input.source.plan, keepGoing, context.err);
        refuseTargetInSources(input.target, sources);
        input.files.insert(input.files.end(), sources.begin(), sources.end());
    }
    for (const std::string &remark : input.source.remarks)
        context.err << "remark: " << displayBytes(remark) << '\n';
    return input;
}

// Of a star-ball. A name that promises another packing than it would get is refused.
Compression compressionOf(const std::string &target)
{
    std::string name = target;
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    if (const auto compression = compressionFromName(name))
        return *compression;
    static constexpr std::array kPacked{".gz",  ".xz",   ".zst", ".bz2", ".lz",  ".lz4",
                                        ".lzo", ".lzma", ".z",   ".zip", ".tbz", ".tbz2"};
    if (std::ranges::any_of(kPacked, [&](const char *ending) { return name.ends_with(ending); }))
        throw Error(QStringLiteral("Cannot export"), displayPath(target),
                    QStringLiteral("This name does not say how a star-ball is to be packed."),
                    QStringLiteral("Use .tar, .tar.gz, .tar.xz or .tar.zst, or give --compression."));
    return Compression::None;
}

// What would be lost, while there is time to stop it: as news of the progress, for err is shown at the end.
void sayBeforehand(const TreeSource &source, Progress &progress)
{
    const OciPlan plan = planOciLayers(*source.tree, source.refbox, source.vservers, progress);
    for (const std::string &note : ociNotes(*source.tree, source.refbox, source.vservers, plan))
        progress.log(Progress::Severity::Warning, QStringLiteral("remark: ") + displayPath(note));
}

void finish(CommandContext &context, const ExportReport &report, bool json)
{
    if (json)
        printJson(context.out, exportToJson(report));
    else
        printExport(context.out, report);
}

} // namespace

ExportImageCommand::ExportImageCommand(Arguments &parent)
    : Command(parent, "image",
              "Write a disk image: export image PROJECT FILE, or export image --from TREE FILE")
{
    m_arguments.add("PATHS", m_paths, "PROJECT and FILE, or with --from only FILE").required().count(1, 2);
    m_arguments.add("--from", m_from, "A folder, archive or image to write instead of a project");
    std::vector<std::string> names;
    for (const ImageFormatInfo &info : imageFormats())
        names.emplace_back(info.name);
    m_arguments.add("--filesystem", m_filesystem, "The image's file system (instead of the project's)")
        .oneOf(names);
    m_arguments.add("--size", m_size, "fit, or a size such as 64M (instead of the project's)");
    m_arguments.add("--free", m_free, "Free space with fit, such as 10% or 5M (instead of the project's)");
    m_arguments.add("--label", m_label, "The volume's label (instead of the project's)");
    m_arguments.add("--uuid", m_given.uuid, "Instead of one that is derived from the content")
        .checked([](const std::string &text) {
            return uuidFromText(text) ? std::string() : "not like 12345678-1234-1234-1234-123456789abc";
        });
    m_arguments.add("--compression", m_given.compression, "Of squashfs: gzip, xz, zstd or lz4")
        .oneOf({"gzip", "xz", "zstd", "lz4"});
    m_arguments.add("--level", m_given.level, "Of the compression; 0 is its own default").within(0, 22);
    m_arguments.add("--blocksize", m_blockSize, "Of the file system, such as 1K");
    m_arguments.add("--inodes", m_given.inodes, "Of ext2, ext3 and ext4: at least so many");
    m_arguments.add("--reserved", m_reserved, "Of ext2, ext3 and ext4: the share for root, such as 5%");
    m_arguments
        .add("--features", m_given.features,
             "Of ext2, ext3 and ext4, as mke2fs names them; ^NAME leaves one out")
        .separatedBy(',');
    m_arguments.addFlag("--no-verify", m_noVerify, "Do not read the image back and compare it");
    m_arguments.addFlag("--fresh", m_fresh, "Take nothing over from the image that stands there");
    m_arguments.addFlag("--no-flush", m_noFlush, "Leave flushing to the kernel");
    m_arguments.addFlag("--keep-going", m_keepGoing, "Write the image although the plan has errors");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int ExportImageCommand::run(CommandContext &context)
{
    if (m_paths.size() != (m_from.empty() ? 2U : 1U))
        throw wrongUsage({}, m_from.empty() ? QStringLiteral("Give a project and a file.")
                                            : QStringLiteral("With --from, give one file."));
    const Input input = openInput(m_from, m_paths, m_keepGoing, context);
    ImageExport options;
    if (input.source.plan) {
        options.settings = input.source.plan->project.image;
        options.defaultLabel = defaultLabel(input.source.plan->project);
    }
    readSettings(options.settings);
    options.verify = !m_noVerify;
    options.takeOver = !m_fresh;
    options.flush = !m_noFlush;
    finish(context, exportImage(*input.source.tree, input.target, options, context.progress), m_json);
    return kDone;
}

void ExportImageCommand::readSettings(ImageSettings &settings) const
{
    if (!m_filesystem.empty())
        settings.filesystem = m_filesystem;
    if (!m_size.empty())
        settings.size = imageSizeFromWord(m_size);
    if (!m_free.empty())
        settings.free = freeSpaceFromWord(m_free);
    if (!m_label.empty())
        settings.label = m_label;
    if (!m_given.uuid.empty())
        settings.uuid = m_given.uuid;
    if (!m_given.compression.empty())
        settings.compression = m_given.compression;
    if (m_given.level != 0)
        settings.level = m_given.level;
    if (!m_blockSize.empty())
        settings.blockSize = blockSizeFromWord(m_blockSize);
    if (m_given.inodes != 0)
        settings.inodes = m_given.inodes;
    if (!m_reserved.empty())
        settings.reservedPercent = percentFromWord(m_reserved);
    if (!m_given.features.empty())
        settings.features = m_given.features;
}

ExportStarCommand::ExportStarCommand(Arguments &parent)
    : Command(parent, "star",
              "Write a star-ball: export star PROJECT PATH FILE, or export star --from TREE [PATH] FILE")
{
    m_arguments
        .add("PATHS", m_paths,
             "PROJECT, a vserver or any other folder in it, and FILE; with --from a path in the tree "
             "(or none) and FILE")
        .required()
        .count(1, 3);
    m_arguments.add("--from", m_from, "A folder, archive or image to pack instead of a project");
    m_arguments.add("--compression", m_compression, "none, gzip, xz or zstd; else by the file's name");
    m_arguments.add("--level", m_level, "Of the compression; 0 is its own default").within(0, 22);
    m_arguments.addFlag("--checksum", m_checksum, "Also write FILE.sha256, for sha256sum -c");
    m_arguments.add("--split", m_split,
                    "Write parts FILE.001, FILE.002 … of at most this size, such as 650M; cat joins them");
    m_arguments.addFlag("--no-verify", m_noVerify, "Do not read the star-ball back and compare it");
    m_arguments.addFlag("--keep-going", m_keepGoing, "Write the star-ball although the plan has errors");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int ExportStarCommand::run(CommandContext &context)
{
    if (m_from.empty() ? m_paths.size() != 3 : m_paths.size() > 2)
        throw wrongUsage(
            {}, m_from.empty()
                    ? QStringLiteral("Give a project, a vserver or other folder, and a file.")
                    : QStringLiteral("With --from, give a path in the tree (or none) and one file."));
    const Input input = openInput(m_from, m_paths, m_keepGoing, context);
    const NodeId subtree =
        m_paths.size() > 1 ? requireNode(*input.source.tree, m_paths[m_paths.size() - 2]) : FileTree::root();
    StarOptions options;
    options.compression =
        m_compression.empty() ? compressionOf(input.target) : compressionFromWord(m_compression);
    options.level = m_level;
    options.checksum = m_checksum;
    if (!m_split.empty())
        options.partSize = partSizeFromWord(m_split);
    refuseStarInSources(input.target, options, input.files);
    finish(context,
           exportStar(*input.source.tree, subtree, input.target, options, !m_noVerify, context.progress),
           m_json);
    return kDone;
}

ExportFolderCommand::ExportFolderCommand(Arguments &parent)
    : Command(parent, "folder",
              "Write a folder: export folder PROJECT [VSERVER] FOLDER, or export folder --from TREE FOLDER")
{
    m_arguments.add("PATHS", m_paths, "PROJECT, a vserver or other path in it (else all), and FOLDER")
        .required()
        .count(1, 3);
    m_arguments.add("--from", m_from, "An archive, image or folder to unpack instead of a project");
    m_arguments.addFlag("--best-effort", m_bestEffort,
                        "Go on where owners, devices or attributes need root; list them");
    m_arguments.addFlag("--keep-going", m_keepGoing, "Write the folder although the plan has errors");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int ExportFolderCommand::run(CommandContext &context)
{
    const std::size_t fixed = m_from.empty() ? 2 : 1;
    if (m_paths.size() < fixed || m_paths.size() > fixed + 1)
        throw wrongUsage({}, QStringLiteral("Give what to write, and the folder."));
    const Input input = openInput(m_from, m_paths, m_keepGoing, context);
    const NodeId subtree = m_paths.size() > fixed
                               ? requireNode(*input.source.tree, m_paths[m_paths.size() - 2])
                               : FileTree::root();
    finish(context, exportFolder(*input.source.tree, subtree, input.target, m_bestEffort, context.progress),
           m_json);
    return kDone;
}

ExportOciCommand::ExportOciCommand(Arguments &parent)
    : Command(
          parent, "oci",
          "Write the vservers as OCI images in one layout: export oci PROJECT FOLDER, or export oci --from "
          "TREE FOLDER")
{
    m_arguments.add("PATHS", m_paths, "PROJECT and FOLDER, or with --from only FOLDER")
        .required()
        .count(1, 2);
    m_arguments.add("--from", m_from, "A folder, archive or image with vservers instead of a project");
    m_arguments.add("--compression", m_compression, "Of the layers: none, gzip (the default) or zstd")
        .oneOf({"none", "gzip", "zstd"});
    m_arguments.add("--level", m_level, "Of the compression; 0 is its own default").within(0, 22);
    m_arguments.addFlag("--no-verify", m_noVerify, "Do not read the layers back and compare them");
    m_arguments.addFlag("--no-flush", m_noFlush, "Leave flushing to the kernel");
    m_arguments.addFlag("--keep-going", m_keepGoing, "Write the layout although the plan has errors");
    const Argument json = m_arguments.addFlag("--json", m_json, "Print JSON");
    m_arguments
        .addFlag("--plan", m_onlyPlan,
                 "Write nothing: say which layers there would be, and what sharing would be lost")
        .excludes(json);
}

int ExportOciCommand::run(CommandContext &context)
{
    if (m_paths.size() != (m_from.empty() ? 2U : 1U))
        throw wrongUsage({}, m_from.empty() ? QStringLiteral("Give a project and a folder.")
                                            : QStringLiteral("With --from, give one folder."));
    const Input input = openInput(m_from, m_paths, m_keepGoing, context);
    if (m_onlyPlan) {
        const OciPlan plan =
            planOciLayers(*input.source.tree, input.source.refbox, input.source.vservers, context.progress);
        printOciPlan(context.out, *input.source.tree, plan,
                     ociRemarks(*input.source.tree, input.source.refbox, input.source.vservers, plan));
        return kDone;
    }
    sayBeforehand(input.source, context.progress);
    OciExport options;
    options.compression = compressionFromWord(m_compression);
    options.level = m_level;
    options.verify = !m_noVerify;
    options.flush = !m_noFlush;
    const OciReport report = exportOci(*input.source.tree, input.source.refbox, input.source.vservers,
                                       input.target, options, context.progress);
    if (m_json)
        printJson(context.out, ociToJson(report));
    else
        printOci(context.out, report);
    return kDone;
}

ExportRuntimeCommand::ExportRuntimeCommand(Arguments &parent)
    : Command(parent, "runtime",
              "Write configurations of runtimes for a vserver on the mounted image: export runtime PROJECT "
              "VSERVER FOLDER, or export runtime --from TREE VSERVER FOLDER")
{
    m_arguments
        .add("PATHS", m_paths, "PROJECT, VSERVER and FOLDER, or with --from a vserver of the tree and FOLDER")
        .required()
        .count(2, 3);
    m_arguments.add("--from", m_from, "A folder, archive or image with the vserver instead of a project");
    m_arguments.add("--kind", m_kinds, "nspawn, lxc or vserver (util-vserver); all of them by default")
        .separatedBy(',')
        .oneOf({"nspawn", "lxc", "vserver"});
    m_arguments.add("--mount", m_mount, "Where the image is mounted on the host; /mnt by default");
    m_arguments.add("--hostname", m_given.hostname, "Instead of the vserver's name");
    m_arguments.add("--address", m_given.address, "Such as 10.0.0.5/24; needs --interface");
    m_arguments.add("--interface", m_given.interface, "Of the host, such as eth0; without it: no network");
    m_arguments.add("--context", m_given.context, "Of util-vserver; else a number made from the name")
        .within(2, 49151);
    m_arguments.addFlag("--read-only", m_given.readOnly, "The image is mounted read-only");
    m_arguments.addFlag("--force", m_force, "Replace existing files");
    m_arguments.addFlag("--keep-going", m_keepGoing, "Write them although the plan has errors");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int ExportRuntimeCommand::run(CommandContext &context)
{
    if (m_paths.size() != (m_from.empty() ? 3U : 2U))
        throw wrongUsage({}, m_from.empty() ? QStringLiteral("Give a project, a vserver and a folder.")
                                            : QStringLiteral("With --from, give a vserver and a folder."));
    const Input input = openInput(m_from, m_paths, m_keepGoing, context);
    const FileTree &tree = *input.source.tree;
    const std::string &path = m_paths[m_paths.size() - 2];
    const NodeId vserver = requireNode(tree, path);
    if (vserver == FileTree::root() || !tree.inodeAt(vserver).isDirectory())
        throw wrongUsage(path, QStringLiteral("Give the folder of a vserver."));
    RuntimeConfig config =
        runtimeConfigOf(tree, input.source.refbox, vserver, m_mount,
                        input.source.plan ? input.source.plan->project.image : ImageSettings());
    config.hostname = m_given.hostname;
    config.address = m_given.address;
    config.interface = m_given.interface;
    config.context = m_given.context;
    config.readOnly = m_given.readOnly;
    std::vector<RuntimeKind> kinds;
    for (const char *name : {"nspawn", "lxc", "vserver"}) {
        if (m_kinds.empty() || std::ranges::find(m_kinds, name) != m_kinds.end())
            kinds.push_back(*runtimeFromName(name));
    }
    finish(context, exportRuntime(kinds, config, input.target, m_force), m_json);
    return kDone;
}

} // namespace Refbox
