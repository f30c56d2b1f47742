// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/exporter.h"

#include "assembly/treeedit.h"
#include "formats/archivereader.h"
#include "formats/ext4reader.h"
#include "formats/ext4writer.h"
#include "formats/folderreader.h"
#include "formats/folderwriter.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/blobsink.h"
#include "tree/linkmap.h"
#include "tree/sides.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <sys/stat.h>

namespace Refbox {

namespace {

// Keeps a file's hash and forgets its bytes: enough to compare an archive's content with the tree's.
class HashSink final : public BlobSink
{
public:
    void begin() override
    {
        m_hash.reset();
        m_size = 0;
    }
    void write(std::span<const char> bytes) override
    {
        m_hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        m_size += bytes.size();
    }
    Placed finish() override
    {
        Sha256 sha256{};
        const QByteArray digest = m_hash.result();
        std::copy(digest.begin(), digest.end(), sha256.begin());
        return {{}, 0, m_size, sha256};
    }
    void abandon() noexcept override {}

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::uint64_t m_size = 0;
};

ImageOptions ext4Options(const ImageExport &options)
{
    ImageOptions result;
    result.size = options.settings.size;
    result.freeBytes = options.settings.free.bytes;
    result.freePercent = options.settings.free.percent;
    result.label = options.settings.label.empty() ? options.defaultLabel : options.settings.label;
    result.flush = options.flush;
    return result;
}

void requireKnown(const std::string &filesystem)
{
    const auto &known = imageFilesystems();
    if (std::find(known.begin(), known.end(), filesystem) != known.end())
        return;
    QStringList names;
    for (const std::string &name : known)
        names += QString::fromStdString(name);
    throw Error(translated("assembly", "Cannot write an image"), displayPath(filesystem),
                translated("assembly", "This program does not write that file system."),
                translated("assembly", "Choose one of: %1.").arg(names.join(QStringLiteral(", "))));
}

// The tree as written must be the tree as planned.
void requireEqual(Subtree planned, Subtree written, const CompareOptions &options, const std::string &target,
                  Progress &progress)
{
    progress.beginPhase(translated("assembly", "Verifying"));
    const std::vector<Difference> differences = compareTrees(planned, written, options, progress);
    if (differences.empty())
        return;
    const Difference &first = differences.front();
    throw Error(translated("assembly", "The written file differs from the plan and was not kept"),
                displayPath(target),
                translated("assembly", "%1 differences, the first at %2 (%3): planned %4, written %5")
                    .arg(differences.size())
                    .arg(displayPath(first.path), translated("tree", differenceName(first.kind)),
                         QString::fromStdString(first.a), QString::fromStdString(first.b)),
                translated("assembly",
                           "Make sure that nothing changes the source files meanwhile, and try again. "
                           "If it stays, this is a defect of Refbox: please report it."));
}

void requireCapacity(const std::string &capacity, std::uint64_t bytes, const std::string &target)
{
    const auto limit = capacityBytes(capacity);
    if (limit && bytes > *limit)
        throw Error(translated("assembly", "The image is too big"), displayPath(target),
                    translated("assembly", "It needs %1; %2 holds %3.")
                        .arg(formatSize(bytes), QString::fromStdString(capacity), formatSize(*limit)),
                    translated("assembly", "Link less, leave out a component, or choose a larger capacity."));
}

} // namespace

std::string defaultLabel(const Project &project)
{
    return project.name.substr(0, 16);
}

const std::vector<std::string> &imageFilesystems()
{
    static const std::vector<std::string> kNames{"ext4"};
    return kNames;
}

std::uint64_t imageSize(const FileTree &tree, const ImageExport &options)
{
    requireKnown(options.settings.filesystem);
    return ext4Size(tree, ext4Options(options));
}

ExportReport imageReport(const FileTree &tree, const std::string &target)
{
    ExportReport report;
    report.path = target;
    report.commands = {"mount -o loop,ro " + shellQuoted(target) + " /mnt"};
    for (const NodeId node : guessSides(tree).vservers)
        report.commands.push_back("chroot " + shellQuoted("/mnt/" + std::string(tree.name(node))) +
                                  " /bin/bash");
    report.commands.emplace_back("umount /mnt");
    return report;
}

ExportReport starReport(const std::string &target)
{
    ExportReport report;
    report.path = target;
    const std::string file = shellQuoted(target);
    report.commands = {"mkdir vserver && bsdtar -xpf " + file + " -C vserver",
                       "tar --acls --xattrs --xattrs-include='*' --numeric-owner -xpf " + file +
                           " -C vserver",
                       "star -xp -acl -xattr-linux -numeric f=" + file};
    return report;
}

ExportReport exportImage(const FileTree &tree, const std::string &target, const ImageExport &options,
                         Progress &progress)
{
    requireKnown(options.settings.filesystem);
    ExportReport report = imageReport(tree, target);
    ImageOptions ext4 = ext4Options(options);
    requireCapacity(options.settings.capacity, ext4Size(tree, ext4), target);
    if (options.verify) {
        ext4.check = [&](const std::string &written) {
            progress.beginPhase(translated("assembly", "Reading the image back"));
            requireEqual({tree}, {*readExt4(written, progress)}, {}, target, progress);
            report.verified = true;
        };
    }
    report.bytes = writeExt4(tree, target, ext4, progress).bytes;
    progress.finish();
    return report;
}

ExportReport exportStar(const FileTree &tree, NodeId subtree, const std::string &target,
                        const StarOptions &options, bool verify, Progress &progress)
{
    ExportReport report = starReport(target);
    StarOptions star = options;
    CompareOptions compare;
    compare.flags = options.keepFlags;
    std::vector<Difference> differences;
    if (verify) {
        star.check = [&](const std::string &written, const std::vector<std::string> &remarks) {
            progress.beginPhase(translated("assembly", "Reading the star-ball back"));
            HashSink sink;
            const FileTreePtr back = readArchive(written, sink, progress).tree;
            // What was remarked cannot come back: then the rest is compared, and the report says so.
            if (remarks.empty())
                requireEqual({tree, subtree}, {*back}, compare, target, progress);
            else
                differences = compareTrees({tree, subtree}, {*back}, compare, progress);
            report.verified = differences.empty();
        };
    }
    const StarReport written = writeStar(tree, subtree, target, star, progress);
    report.bytes = written.bytes;
    report.remarks = written.remarks;
    progress.finish();
    return report;
}

ExportReport exportFolder(const FileTree &tree, NodeId subtree, const std::string &target, bool bestEffort,
                          Progress &progress)
{
    FolderWriteOptions options;
    options.bestEffort = bestEffort;
    const FolderReport written = writeFolder(tree, subtree, target, options, progress);
    ExportReport report;
    report.path = target;
    report.bytes = written.bytes;
    report.remarks = written.remarks;
    progress.finish();
    return report;
}

void refuseTargetInSources(const std::string &target, const std::vector<std::string> &sources)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::path folder = fs::weakly_canonical(fs::absolute(fs::path(target), ignored), ignored);
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
