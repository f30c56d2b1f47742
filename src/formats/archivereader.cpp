// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/archivereader.h"

#include "formats/archivechecksums.h"
#include "formats/archiveentry.h"
#include "formats/archivehandle.h"
#include "formats/archiveparts.h"
#include "formats/archivetree.h"
#include "formats/rpmheader.h"
#include "formats/threadlocale.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <functional>

#include <archive.h>
#include <archive_entry.h>

namespace Refbox {

namespace {

constexpr unsigned kMostControlFiles = 1000;

// Passes another source on, and all that it gives to a sink.
class CopiedSource final : public ByteSource
{
public:
    using Count = std::function<void(std::uint64_t)>;
    CopiedSource(ByteSource &source, BlobSink &sink, Count count)
        : m_source(source)
        , m_sink(sink)
        , m_count(std::move(count))
    {
    }
    std::span<const char> next() override
    {
        const auto bytes = m_source.next();
        m_count(bytes.size());
        m_sink.write(bytes);
        return bytes;
    }

private:
    ByteSource &m_source;
    BlobSink &m_sink;
    Count m_count;
};

struct InPlaceFailed
{
};

class ArchiveJob final
{
public:
    ArchiveJob(const std::vector<std::string> &parts, BlobSink &sink, const ArchiveOptions &options,
               Progress &progress)
        : m_parts(parts)
        , m_path(parts.front())
        , m_sink(sink)
        , m_options(options)
        , m_progress(progress)
        , m_metadata(m_tree.builder())
    {
    }

    ArchiveContents run();

private:
    void readFile(FileSource &file);
    void readPacked(ByteSource &packed, bool isGzip);
    void readIntoOneBlob(ByteSource &unpacked);
    void readArchive(ByteSource &source);
    void readEntries(ArchiveHandle &handle, archive_entry *entry, const TailSource &source);
    void readDebian(ArchiveHandle &handle);
    void readControl(ByteSource &packed, bool isGzip);
    void readEntry(ArchiveHandle &handle, archive_entry *entry, const TailSource &source);
    std::optional<ArchiveContent> contentInPlace(ArchiveHandle &handle, archive_entry *entry);
    ArchiveContent content(ArchiveHandle &handle, archive_entry *entry);
    void copyContent(ArchiveHandle &handle, archive_entry *entry, ArchiveContent &content);
    bool isPackageControl(const std::string &path);
    void drain(ByteSource &source);
    void countBytes(std::uint64_t bytes);
    QString where(const std::string &entry) const;

    const std::vector<std::string> &m_parts;
    const std::string &m_path; // for messages, and of an archive that stands in one file
    BlobSink &m_sink;
    const ArchiveOptions &m_options;
    Progress &m_progress;
    ArchiveTree m_tree;
    EntryMetadata m_metadata;
    ArchiveContents m_result;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_entries = 0;
    bool m_isInOneBlob = false; // all that is unpacked, files in their places
    bool m_isPackage = false;   // apk, Arch: control files come first
    bool m_inControl = true;
};

Error archiveError(const QString &where, const QString &why, const QString &advice = {})
{
    return Error(translated("formats", "Cannot read the archive"), where, why, advice);
}

ArchiveContents ArchiveJob::run()
{
    FileSource file(m_parts, m_progress);
    const std::optional<ArchiveChecksums> checksums = checksumsBeside(m_parts);
    if (checksums)
        file.keepChecksums();
    m_progress.beginPhase(translated("formats", "Reading the archive"), file.size(), Progress::Unit::Bytes);
    if (file.size() == 0)
        throw archiveError(displayPath(m_path), translated("formats", "It is empty."));
    const std::string head = file.head(8);
    if (isRpm(head))
        m_result.scripts = rpmScripts(m_path);
    // Names in zip and 7z archives have a character set, in the others they are bytes: see threadlocale.h.
    const bool hasCharset = head.starts_with("PK") || head.starts_with("7z\xBC\xAF\x27\x1C");
    const ThreadLocale locale(hasCharset ? "C.UTF-8" : "C");
    readFile(file);
    if (checksums)
        requireChecksums(*checksums, m_parts, file.checksums());
    m_result.tree = nullptr;
    m_tree.builder().keepAlive(m_sink.resource());
    m_result.tree = m_tree.build();
    m_result.remarks = m_tree.takeRemarks();
    return std::move(m_result);
}

void ArchiveJob::readFile(FileSource &file)
{
    const bool isGzip = GzipSource::isGzip(file.head(3));
    if (!isGzip && UnpackedSource(file, displayPath(m_path)).filterNames().isEmpty()) {
        file.seek(0, SEEK_SET);
        readArchive(file);
        return;
    }
    file.seek(0, SEEK_SET);
    readPacked(file, isGzip);
}

void ArchiveJob::readPacked(ByteSource &packed, bool isGzip)
{
    std::optional<GzipSource> gzip;
    if (isGzip)
        gzip.emplace(packed, m_path);
    UnpackedSource unpacked(isGzip ? *gzip : packed, displayPath(m_path));
    if (m_options.contentInPlace)
        readIntoOneBlob(unpacked);
    else
        readArchive(unpacked);
    const QString filters = isGzip ? QStringLiteral("gzip") : unpacked.filterNames();
    if (!filters.isEmpty())
        m_result.format += ", " + filters.toStdString();
    drain(unpacked);
}

void ArchiveJob::readIntoOneBlob(ByteSource &unpacked)
{
    CopiedSource copied(unpacked, m_sink, [this](std::uint64_t bytes) { countBytes(bytes); });
    m_isInOneBlob = true;
    m_sink.begin();
    try {
        readArchive(copied);
    } catch (...) {
        m_sink.abandon();
        throw;
    }
    const BlobSink::Placed placed = m_sink.finish();
    if (placed.offset != 0) // other blobs stand before it
        throw InPlaceFailed();
    m_tree.setLateHostPath(placed.hostPath);
    m_result.blob = placed.sha256;
    m_isInOneBlob = false;
}

void ArchiveJob::readArchive(ByteSource &source)
{
    TailSource tail(source);
    ArchiveHandle handle(tail, ArchiveHandle::Use::Entries, displayPath(m_path));
    archive_entry *entry = handle.nextEntry();
    m_result.format = handle.formatName().toStdString();
    const char *name = entry != nullptr ? archive_entry_pathname(entry) : nullptr;
    if (handle.format() == ARCHIVE_FORMAT_AR && name != nullptr && std::string_view(name) == "debian-binary")
        readDebian(handle);
    else
        readEntries(handle, entry, tail);
}

void ArchiveJob::readEntries(ArchiveHandle &handle, archive_entry *entry, const TailSource &source)
{
    std::uint64_t before = 0;
    while (entry != nullptr) {
        m_progress.throwIfCancelled();
        if (++m_entries > m_options.maxEntries)
            throw archiveError(
                displayPath(m_path),
                translated("formats", "It has more than %1 entries.").arg(m_options.maxEntries));
        readEntry(handle, entry, source);
        handle.skipData();
        before = handle.position();
        entry = handle.nextEntry();
    }
    // libarchive takes the end of the file for the end of a tar archive, also when the rest is missing.
    const std::uint64_t end = handle.position();
    if (handle.format() == ARCHIVE_FORMAT_TAR && (end < before + 512 || !source.hasZerosBefore(end)))
        throw archiveError(displayPath(m_path),
                           translated("formats", "It is truncated: its end mark is missing."),
                           translated("formats", "Get the file again."));
}

void ArchiveJob::readDebian(ArchiveHandle &handle)
{
    while (archive_entry *entry = handle.nextEntry()) {
        const char *name = archive_entry_pathname(entry);
        if (name != nullptr && std::string_view(name).starts_with("control.tar")) {
            MemberSource control(handle);
            readControl(control, std::string_view(name) == "control.tar.gz");
        }
        if (name == nullptr || !std::string_view(name).starts_with("data.tar"))
            continue;
        MemberSource member(handle);
        readPacked(member, std::string_view(name) == "data.tar.gz");
        m_result.format = translated("formats", "Debian package, %1")
                              .arg(QString::fromStdString(m_result.format))
                              .toStdString();
        return;
    }
    throw archiveError(displayPath(m_path),
                       translated("formats", "It is a Debian package without files (no data.tar)."));
}

// deb(5): beside the scripts it holds the package's description and checksums.
void ArchiveJob::readControl(ByteSource &packed, bool isGzip)
{
    static constexpr std::array<std::string_view, 5> kScripts{"preinst", "postinst", "prerm", "postrm",
                                                              "config"};
    std::optional<GzipSource> gzip;
    if (isGzip)
        gzip.emplace(packed, m_path);
    UnpackedSource unpacked(isGzip ? *gzip : packed, displayPath(m_path));
    ArchiveHandle handle(unpacked, ArchiveHandle::Use::Entries, displayPath(m_path));
    for (unsigned count = 0; archive_entry *entry = handle.nextEntry(); ++count) {
        m_progress.throwIfCancelled();
        if (count > kMostControlFiles)
            throw archiveError(displayPath(m_path),
                               translated("formats", "It has more than %1 entries.").arg(kMostControlFiles));
        const char *path = archive_entry_pathname(entry);
        std::string_view name = path != nullptr ? path : "";
        if (name.starts_with("./"))
            name.remove_prefix(2);
        if (std::ranges::find(kScripts, name) != kScripts.end())
            m_result.scripts.emplace_back(name);
        handle.skipData();
    }
}

FileType typeOf(archive_entry *entry, const std::string &path, const QString &where)
{
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG: // the oldest tar archives know folders by the slash only
        return path.ends_with('/') ? FileType::Directory : FileType::Regular;
    case AE_IFDIR:
        return FileType::Directory;
    case AE_IFLNK:
        return FileType::Symlink;
    case AE_IFCHR:
        return FileType::CharDevice;
    case AE_IFBLK:
        return FileType::BlockDevice;
    case AE_IFIFO:
        return FileType::Fifo;
    case AE_IFSOCK:
        return FileType::Socket;
    default:
        throw archiveError(where, translated("formats", "It is of an unknown type."));
    }
}

void setDevice(archive_entry *entry, ArchiveEntry &made, const QString &where)
{
    const auto major = static_cast<std::uint64_t>(archive_entry_rdevmajor(entry));
    const auto minor = static_cast<std::uint64_t>(archive_entry_rdevminor(entry));
    if (major >= 4096 || minor >= (1U << 20))
        throw archiveError(where, translated("formats", "Linux has no device %1, %2.").arg(major).arg(minor));
    made.major = static_cast<std::uint32_t>(major);
    made.minor = static_cast<std::uint32_t>(minor);
}

// libarchive reads pax's -1.75 as -1 s and +0.75 s.
void fixEarlyTime(Timestamp &time)
{
    if (time.seconds < 0 && time.nanoseconds > 0) {
        --time.seconds;
        time.nanoseconds = 1'000'000'000 - time.nanoseconds;
    }
}

Error sparseError()
{
    return archiveError({},
                        translated("formats", "It is a sparse file in star's own form, whose holes cannot be "
                                              "told from its data."),
                        translated("formats", "Pack it again without star's option -sparse."));
}

void ArchiveJob::readEntry(ArchiveHandle &handle, archive_entry *entry, const TailSource &source)
{
    const char *name = archive_entry_pathname(entry);
    if (name == nullptr)
        throw archiveError(displayPath(m_path),
                           translated("formats", "Entry %1 has no name that can be read.").arg(m_entries));
    ArchiveEntry made;
    made.path = name;
    if (isPackageControl(made.path))
        return;
    if (!handle.warning().isEmpty())
        m_tree.remark(made.path, handle.warning().toStdString());
    const char *hardLink = archive_entry_hardlink(entry);
    // libarchive takes a cpio's second entry of a folder for a hard link: folders have several names by
    // nature.
    made.isHardLink = hardLink != nullptr && archive_entry_filetype(entry) != AE_IFDIR;
    made.type = made.isHardLink ? FileType::Regular : typeOf(entry, made.path, where(made.path));
    const char *target = made.isHardLink ? hardLink : archive_entry_symlink(entry);
    if (made.type == FileType::Symlink && (target == nullptr || *target == '\0'))
        throw archiveError(where(made.path),
                           translated("formats", "It is a symbolic link without a target."));
    made.target = target != nullptr ? target : "";
    if (made.type == FileType::CharDevice || made.type == FileType::BlockDevice)
        setDevice(entry, made, where(made.path));
    try {
        std::vector<std::string> remarks;
        made.metadata = m_metadata.read(entry, remarks);
        if (handle.format() == ARCHIVE_FORMAT_TAR)
            fixEarlyTime(made.metadata.mtime);
        for (const std::string &remark : remarks)
            m_tree.remark(made.path, remark);
        const bool hasData = archive_entry_size_is_set(entry) == 0 || archive_entry_size(entry) > 0;
        // A hard link to a symbolic link has the target's length in a cpio archive.
        const bool isFile = made.type == FileType::Regular && archive_entry_filetype(entry) == AE_IFREG;
        if (handle.format() == ARCHIVE_FORMAT_TAR && isSparseByStar(source.blockBefore(handle.position())))
            throw sparseError();
        if (isFile && hasData) {
            if (source.canSeek() || m_isInOneBlob)
                made.content = contentInPlace(handle, entry);
            if (!made.content)
                made.content = content(handle, entry);
            if (made.isHardLink && made.content->size == 0)
                made.content.reset();
        }
        m_tree.add(made);
    } catch (Error &error) {
        throw error.addContext(translated("formats", "while reading %1").arg(where(made.path)));
    }
}

std::optional<ArchiveContent> ArchiveJob::contentInPlace(ArchiveHandle &handle, archive_entry *entry)
{
    const bool isPossible = handle.format() == ARCHIVE_FORMAT_TAR && archive_entry_sparse_count(entry) == 0;
    if (m_isInOneBlob && !isPossible)
        throw InPlaceFailed();
    if (!m_options.contentInPlace || (m_parts.size() > 1 && !m_isInOneBlob) || !isPossible)
        return std::nullopt;
    ArchiveContent content;
    content.size = static_cast<std::uint64_t>(archive_entry_size(entry));
    content.placed = {m_isInOneBlob ? std::string() : m_path, handle.position(), content.size, std::nullopt};
    handle.skipData();
    // The bytes stand there as they are only if they and their padding are all that was skipped.
    if (handle.position() != content.placed.offset + (content.size + 511) / 512 * 512)
        throw InPlaceFailed();
    return content;
}

ArchiveContent ArchiveJob::content(ArchiveHandle &handle, archive_entry *entry)
{
    ArchiveContent content;
    m_sink.begin();
    try {
        copyContent(handle, entry, content);
    } catch (...) {
        m_sink.abandon();
        throw;
    }
    content.placed = m_sink.finish();
    return content;
}

void ArchiveJob::copyContent(ArchiveHandle &handle, archive_entry *entry, ArchiveContent &content)
{
    const std::uint64_t declared =
        archive_entry_size_is_set(entry) != 0 ? static_cast<std::uint64_t>(archive_entry_size(entry)) : 0;
    const bool mayHaveHoles = handle.format() == ARCHIVE_FORMAT_TAR;
    std::uint64_t stored = 0;
    while (const auto block = handle.nextBlock()) {
        m_progress.throwIfCancelled();
        if (block->offset < content.size || (block->offset > content.size && !mayHaveHoles))
            throw archiveError({}, translated("formats", "Its data overlap or have gaps."));
        if (block->bytes.empty())
            continue;
        countBytes(block->bytes.size());
        if (content.extents.empty() || block->offset > content.size)
            content.extents.push_back({block->offset, stored, 0});
        content.extents.back().length += block->bytes.size();
        m_sink.write(block->bytes);
        stored += block->bytes.size();
        content.size = block->offset + block->bytes.size();
    }
    if (content.size < declared && mayHaveHoles && archive_entry_sparse_count(entry) == 0)
        throw sparseError(); // its map would say where the holes are
    if (content.size < declared && !mayHaveHoles)
        throw archiveError(
            {}, translated("formats", "It ends after %1 of %2 bytes.").arg(content.size).arg(declared));
    if (content.size > declared && archive_entry_size_is_set(entry) != 0)
        throw archiveError({}, translated("formats", "It is longer than it says, %1 bytes.").arg(declared));
    content.size = std::max(content.size, declared);
    const bool isWhole = stored == content.size;
    if (isWhole)
        content.extents.clear();
}

// apk and Arch packages begin with a signature and control files, which are not installed.
bool ArchiveJob::isPackageControl(const std::string &path)
{
    static constexpr std::array kControl{".PKGINFO",      ".BUILDINFO",     ".MTREE",          ".INSTALL",
                                         ".CHANGELOG",    ".pre-install",   ".post-install",   ".pre-upgrade",
                                         ".post-upgrade", ".pre-deinstall", ".post-deinstall", ".trigger"};
    if (m_entries == 1)
        m_isPackage =
            path.starts_with(".SIGN.") || path == ".PKGINFO" || path == ".BUILDINFO" || path == ".MTREE";
    if (!m_isPackage || !m_inControl)
        return false;
    m_inControl =
        path.starts_with(".SIGN.") || std::find(kControl.begin(), kControl.end(), path) != kControl.end();
    if (path == ".INSTALL" || path == ".trigger" || path.starts_with(".pre-") || path.starts_with(".post-"))
        m_result.scripts.push_back(path.substr(1));
    return m_inControl;
}

// To the end of the compressed stream, where its checksums are.
void ArchiveJob::drain(ByteSource &source)
{
    while (true) {
        const auto bytes = source.next();
        if (bytes.empty())
            return;
        countBytes(bytes.size());
    }
}

void ArchiveJob::countBytes(std::uint64_t bytes)
{
    m_bytes += bytes;
    if (m_bytes > m_options.maxBytes)
        throw archiveError(
            displayPath(m_path),
            translated("formats", "It unpacks to more than %1.").arg(formatSize(m_options.maxBytes)));
}

QString ArchiveJob::where(const std::string &entry) const
{
    return translated("formats", "%1, entry %2").arg(displayPath(m_path), displayPath(entry));
}

} // namespace

ArchiveContents readJoinedArchive(const std::vector<std::string> &parts, BlobSink &sink,
                                  const ArchiveOptions &options, Progress &progress)
{
    try {
        return ArchiveJob(parts, sink, options, progress).run();
    } catch (const InPlaceFailed &) {
        ArchiveOptions copying = options;
        copying.contentInPlace = false;
        return ArchiveJob(parts, sink, copying, progress).run();
    }
}

ArchiveContents readArchive(const std::string &path, BlobSink &sink, const ArchiveOptions &options,
                            Progress &progress)
{
    return readJoinedArchive(archiveParts(path), sink, options, progress);
}

ArchiveContents readArchive(const std::string &path, BlobSink &sink, Progress &progress)
{
    return readArchive(path, sink, ArchiveOptions(), progress);
}

} // namespace Refbox
