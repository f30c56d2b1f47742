// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/exporter.h"

#include "assembly/checksumlist.h"
#include "assembly/formatlosses.h"
#include "assembly/imagenotes.h"
#include "assembly/readback.h"
#include "assembly/treeedit.h"
#include "formats/archiveparts.h"
#include "formats/archivereader.h"
#include "formats/filesystemidentity.h"
#include "formats/folderreader.h"
#include "formats/folderwriter.h"
#include "formats/imageformat.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/linkmap.h"
#include "tree/sides.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <sys/stat.h>

namespace Refbox {

namespace {

void requireCapacity(const std::string &capacity, std::uint64_t bytes, const std::string &target)
{
    const auto limit = capacityBytes(capacity);
    if (limit && bytes > *limit)
        throw Error(translated("assembly", "The image is too big"), displayPath(target),
                    translated("assembly", "It needs %1; %2 holds %3.")
                        .arg(formatSize(bytes), QString::fromStdString(capacity), formatSize(*limit)),
                    translated("assembly", "Link less, leave out a component, or choose a larger capacity."));
}

ImageCompression compressionOf(std::string_view word)
{
    return word == "gzip"   ? ImageCompression::Gzip
           : word == "xz"   ? ImageCompression::Xz
           : word == "zstd" ? ImageCompression::Zstd
           : word == "lz4"  ? ImageCompression::Lz4
                            : ImageCompression::Usual;
}

// Without a cache, images are written as if there were none before.
std::optional<Store> openCache()
{
    try {
        return std::optional<Store>(std::in_place);
    } catch (const Error &) {
        return std::nullopt;
    }
}

} // namespace

std::string defaultLabel(const Project &project)
{
    return project.name.substr(0, 16);
}

ImageOptions imageOptions(const ImageExport &options)
{
    const ImageSettings &settings = options.settings;
    const auto format = imageFormatFromName(settings.filesystem);
    if (!format) {
        QStringList names;
        for (const ImageFormatInfo &info : imageFormats())
            names += QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
        throw Error(translated("assembly", "Cannot write an image"), displayPath(settings.filesystem),
                    translated("assembly", "This program does not write that file system."),
                    translated("assembly", "Choose one of: %1.").arg(names.join(QStringLiteral(", "))));
    }
    ImageOptions result;
    result.format = *format;
    result.size = settings.size;
    result.freeBytes = settings.free.bytes;
    result.freePercent = settings.free.percent;
    result.label = settings.label.empty() ? options.defaultLabel : settings.label;
    result.uuid = uuidFromText(settings.uuid);
    result.compression = compressionOf(settings.compression);
    result.level = settings.level;
    result.blockSize = settings.blockSize;
    result.inodes = settings.inodes;
    result.features = settings.features;
    result.reservedPercent = settings.reservedPercent;
    result.flush = options.flush;
    return result;
}

std::uint64_t imageSize(const FileTree &tree, const ImageExport &options)
{
    return imageSize(tree, imageOptions(options));
}

ExportReport imageReport(const FileTree &tree, const std::string &target, ImageFormat format)
{
    ExportReport report;
    report.path = target;
    // Old drivers show some things only when they are asked to.
    const std::string more = format == ImageFormat::ReiserFs ? ",acl,user_xattr,attrs" : "";
    report.commands = {"mount -o loop,ro" + more + ' ' + shellQuoted(target) + " /mnt"};
    for (const NodeId node : guessSides(tree).vservers)
        report.commands.push_back("chroot " + shellQuoted("/mnt/" + std::string(tree.name(node))) +
                                  " /bin/bash");
    report.commands.emplace_back("umount /mnt");
    return report;
}

ExportReport starReport(const FileTree &tree, NodeId subtree, const std::string &target,
                        const StarOptions &options)
{
    ExportReport report;
    report.path = target;
    const bool isSplit = options.partSize != 0;
    // From a pipe, GNU tar must be told what it gets.
    const std::string packed = !isSplit || options.compression == Compression::None
                                   ? std::string()
                                   : std::string(" --") + compressionName(options.compression);
    const std::string joined = isSplit ? "cat " + shellQuoted(target) + ".[0-9][0-9][0-9] | " : std::string();
    const std::string file = isSplit ? "-" : shellQuoted(target);
    if (options.checksum) {
        const std::filesystem::path path(target);
        const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
        report.commands.push_back("(cd " + shellQuoted(folder) + " && sha256sum -c " +
                                  shellQuoted(path.filename().string() + ".sha256") + ')');
    }
    // A vserver's accounts are its own: its names must not become those ids that this machine gives them.
    report.commands.push_back("mkdir vserver && " + joined + "bsdtar --numeric-owner -xpf " + file +
                              " -C vserver");
    report.commands.push_back(joined + "tar --acls --xattrs --xattrs-include='*' --numeric-owner" + packed +
                              " -xpf " + file + " -C vserver");
    report.commands.push_back(joined + "star -xp -acl -xattr-linux -numeric f=" + file);
    for (const FormatLoss &loss : starLosses(tree, subtree)) {
        if (loss.kind != FormatLoss::Kind::Flag) // the seal belongs to the image
            report.remarks.push_back(lossRemark(loss));
    }
    return report;
}

std::vector<std::string> imageRemarks(const FileTree &tree, const ImageOptions &options)
{
    std::vector<std::string> remarks;
    for (const FormatLoss &loss : imageLosses(tree, options))
        remarks.push_back(lossRemark(loss));
    return remarks;
}

ExportReport exportImage(const FileTree &tree, const std::string &target, const ImageExport &options,
                         Progress &progress)
{
    ImageOptions image = imageOptions(options);
    ExportReport report = imageReport(tree, target, image.format);
    const bool isExact = imageFormatInfo(image.format).exactSize;
    if (isExact && !options.settings.capacity.empty())
        requireCapacity(options.settings.capacity, imageSize(tree, image), target);
    const std::optional<Store> store = openCache();
    ImageNotes notes(tree, target, image);
    const bool isNoted = store && options.takeOver && notes.find(*store);
    if (store && (options.verify || isNoted))
        notes.takeStamps(progress);
    computeChecksums(tree, FileTree::root(), progress);
    const auto write = [&](const EarlierImage *earlier) {
        image.earlier = earlier;
        image.check = [&, earlier](const std::string &written) {
            if (!isExact)
                requireCapacity(options.settings.capacity, std::filesystem::file_size(written), target);
            if (!options.verify)
                return;
            progress.beginPhase(translated("assembly", "Reading the image back"));
            CompareOptions compare = storedComparison(image);
            // What stands on the same blocks was compared when the earlier image was written.
            if (earlier != nullptr)
                compare.hasKnownContent = [earlier](InodeId id) { return earlier->isShared(id); };
            requireEqual({tree}, {*readImage(image.format, written, progress)}, compare, target, progress);
            notes.setVerified(written);
            report.verified = true;
        };
        report.bytes = writeImage(tree, target, image, progress).bytes;
        if (earlier != nullptr) {
            report.shared = earlier->sharedBytes();
            report.takenOver = report.shared + earlier->copiedBytes();
        }
    };
    const std::unique_ptr<EarlierImage> earlier = isNoted ? notes.earlier(progress) : nullptr;
    try {
        write(earlier.get());
    } catch (const Error &error) {
        if (!earlier)
            throw;
        progress.log(Progress::Severity::Info, error.toString());
        write(nullptr); // the earlier image may be to blame
    }
    report.remarks = imageRemarks(tree, image);
    if (store && options.flush) // else nobody knows what reaches the disk
        notes.add(*store);
    progress.finish();
    return report;
}

// A list of an earlier star-ball would make readers refuse this one: it is brought up to date.
static bool listsChecksum(const std::string &target, const StarOptions &options)
{
    std::error_code ignored;
    return options.checksum || std::filesystem::is_regular_file(target + ".sha256", ignored);
}

ExportReport exportStar(const FileTree &tree, NodeId subtree, const std::string &target,
                        const StarOptions &options, bool verify, Progress &progress)
{
    StarOptions star = options;
    star.checksum = listsChecksum(target, options);
    ExportReport report = starReport(tree, subtree, target, star);
    CompareOptions compare;
    compare.flags = options.keepFlags;
    if (verify) {
        star.check = [&](const std::vector<std::string> &written, const std::vector<std::string> &) {
            progress.beginPhase(translated("assembly", "Reading the star-ball back"));
            HashSink sink;
            const FileTreePtr back = readJoinedArchive(written, sink, ArchiveOptions(), progress).tree;
            report.verified =
                requireEqual({tree, subtree}, {*back}, compare, target, progress, Foreseen::LossesOfTar);
        };
    }
    computeChecksums(tree, subtree, progress);
    StarReport written = writeStar(tree, subtree, target, star, progress);
    report.bytes = written.bytes;
    report.files = std::move(written.files);
    report.path = report.files.front();
    progress.finish();
    return report;
}

ExportReport exportFolder(const FileTree &tree, NodeId subtree, const std::string &target, bool bestEffort,
                          Progress &progress)
{
    FolderWriteOptions options;
    options.bestEffort = bestEffort;
    options.keepFlags = subtree == FileTree::root(); // a part shares nothing that a seal would protect
    computeChecksums(tree, subtree, progress);
    const FolderReport written = writeFolder(tree, subtree, target, options, progress);
    ExportReport report;
    report.path = target;
    report.bytes = written.bytes;
    report.remarks = written.remarks;
    progress.finish();
    return report;
}

// The target may be a link to what is not there yet.
static std::filesystem::path whereLinkLeads(std::filesystem::path path)
{
    constexpr int most = 40; // as the kernel follows
    std::error_code ignored;
    for (int links = 0; links < most && std::filesystem::is_symlink(path, ignored); ++links)
        path = path.parent_path() / std::filesystem::read_symlink(path, ignored);
    return path;
}

void refuseTargetInSources(const std::string &target, const std::vector<std::string> &sources)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::path folder = fs::weakly_canonical(fs::absolute(whereLinkLeads(target), ignored), ignored);
    for (const std::string &source : sources) {
        const fs::path inside = fs::weakly_canonical(fs::absolute(fs::path(source), ignored), ignored);
        // As components: /a/bc does not lie in /a/b.
        const auto [end, rest] = std::mismatch(inside.begin(), inside.end(), folder.begin(), folder.end());
        if (end == inside.end() && !inside.empty())
            throw Error(
                translated("assembly", "Cannot write there"), displayPath(target),
                translated("assembly", "It is, or lies inside, the source %1 that it would be made from.")
                    .arg(displayPath(source)),
                translated("assembly", "Choose a target elsewhere."));
    }
}

void refuseStarInSources(const std::string &target, const StarOptions &options,
                         const std::vector<std::string> &sources)
{
    refuseTargetInSources(target, sources);
    if (listsChecksum(target, options))
        refuseTargetInSources(target + ".sha256", sources);
    for (const std::string &source : sources) {
        if (options.partSize != 0 && isPart(source))
            refuseTargetInSources(target, {withoutPart(source)});
    }
}

std::string shellQuoted(const std::string &word)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("_-./+,:@%=").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), plain))
        return word;
    // Bytes that a terminal would act on, or that are no text, in the form that bash and POSIX 2024 read.
    if (std::any_of(word.begin(), word.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }) ||
        QString::fromStdString(word).toStdString() != word) {
        std::string escaped = "$'";
        for (const char c : word) {
            char text[8];
            std::snprintf(text, sizeof text, plain(c) || c == ' ' ? "%c" : "\\x%02x",
                          static_cast<unsigned char>(c));
            escaped += text;
        }
        return escaped + "'";
    }
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace Refbox
