// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/starwriter.h"

#include "formats/ownernames.h"
#include "formats/starheader.h"
#include "formats/threadlocale.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/acl.h"
#include "tree/content.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>

#include <sys/stat.h>

#include <archive.h>
#include <archive_entry.h>

namespace Refbox {

namespace {

constexpr std::size_t kBufferSize = 1 << 20;
constexpr std::size_t kSlice = 256 * 1024;
constexpr std::uint64_t kRecord = 10240;

// What tells the two kinds of archives apart.
struct Manner
{
    bool isLayer = false;        // of an OCI image, else a star-ball
    bool neutralFolders = false; // see LayerOptions
    bool keepFlags = false;      // see StarOptions
};

// A file that is being written, in one piece or in parts.
struct Target
{
    ByteSink &sink;
    std::string path;
    std::function<bool(int)> replaces; // whether a descriptor is of a file that will be replaced
};

template <typename File>
Target targetOf(File &file)
{
    return {file, file.path(), [&file](int descriptor) { return file.replaces(descriptor); }};
}

class StarJob final
{
public:
    StarJob(const FileTree &tree, NodeId subtree, const Target &target, const StarOptions &options,
            const Manner &manner, Progress &progress);
    ~StarJob();

    StarReport run();
    LayerReport runLayer(std::span<const NodeId> nodes);

private:
    static la_ssize_t take(archive *, void *self, const void *bytes, std::size_t size);
    void append(std::string_view bytes);
    void flushBuffer();
    void check(int result, NodeId node);
    void finish();
    QString failed() const;
    void writeNode(NodeId node);
    void setMetadata(const Inode &inode, NodeId node);
    void setXattrs(const Inode &inode, NodeId node);
    void setFlags(const Inode &inode);
    void writeHeader(NodeId node, const Inode &inode);
    void writeContent(NodeId node);
    NodeId firstName(NodeId node) const;
    std::string pathOf(NodeId node) const;

    const FileTree &m_tree;
    const NodeId m_subtree;
    const Target m_target;
    const Manner m_manner;
    const std::optional<OwnerNames> m_owners; // of a star-ball: layers know numbers only
    Progress &m_progress;
    PackedOutput m_output;
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
    std::unique_ptr<archive_entry, void (*)(archive_entry *)> m_entry;
    std::vector<char> m_buffer;
    std::size_t m_used = 0;
    std::uint64_t m_written = 0; // unpacked
    bool m_inHeader = false;
    bool m_isAbandoned = false;
    std::string m_header;
    std::vector<PaxRecord> m_records; // of the entry at hand, besides libarchive's
    std::string m_path;               // of the entry at hand
    std::optional<Sha256Hash> m_hash; // of a layer, before compression
    StarReport m_report;
};

StarJob::StarJob(const FileTree &tree, NodeId subtree, const Target &target, const StarOptions &options,
                 const Manner &manner, Progress &progress)
    : m_tree(tree)
    , m_subtree(subtree)
    , m_target(target)
    , m_manner(manner)
    , m_owners(manner.isLayer ? std::nullopt : std::optional<OwnerNames>(std::in_place, tree, subtree))
    , m_progress(progress)
    , m_output(target.sink, options.compression, options.level, options.threads, progress)
    , m_archive(archive_write_new(), &archive_write_free)
    , m_entry(archive_entry_new(), &archive_entry_free)
    , m_buffer(kBufferSize)
{
    if (!m_archive || !m_entry)
        throw std::bad_alloc();
    archive *a = m_archive.get();
    check(archive_write_set_format_pax(a), subtree);
    // The default writes each xattr twice, and star warns of each.
    check(archive_write_set_format_option(a, "pax", "xattrheader", "SCHILY"), subtree);
    check(archive_write_set_bytes_per_block(a, 0), subtree);
    check(archive_write_open(a, this, nullptr, &take, nullptr), subtree);
}

// libarchive, when freed before its end, pads the entry and ends the archive: that goes nowhere.
StarJob::~StarJob()
{
    m_isAbandoned = true;
    m_archive.reset();
}

StarReport StarJob::run()
{
    append(starGlobalHeader());
    const NodeId end = m_tree.subtreeEnd(m_subtree);
    for (NodeId node = m_subtree; node < end; ++node)
        writeNode(node);
    check(archive_write_close(m_archive.get()), m_subtree);
    append(std::string((kRecord - m_written % kRecord) % kRecord, '\0'));
    finish();
    return std::move(m_report);
}

LayerReport StarJob::runLayer(std::span<const NodeId> nodes)
{
    m_hash.emplace();
    for (const NodeId node : nodes)
        writeNode(node);
    check(archive_write_close(m_archive.get()), m_subtree);
    finish();
    LayerReport report;
    report.bytes = m_report.bytes;
    report.unpackedBytes = m_written;
    report.diffId = m_hash->result();
    return report;
}

void StarJob::finish()
{
    flushBuffer();
    m_output.finish();
    m_report.bytes = m_output.size();
}

// libarchive's output: headers are held back to be made exustar's; data that already stand at the buffer's
// end (see writeContent) are not copied again.
la_ssize_t StarJob::take(archive *, void *self, const void *bytes, std::size_t size)
{
    auto *job = static_cast<StarJob *>(self);
    const auto *begin = static_cast<const char *>(bytes);
    if (job->m_isAbandoned)
        return static_cast<la_ssize_t>(size);
    if (job->m_inHeader) {
        job->m_header.append(begin, size);
    } else if (begin == job->m_buffer.data() + job->m_used && job->m_used + size <= job->m_buffer.size()) {
        job->m_used += size;
        job->m_written += size;
    } else {
        try {
            job->append({begin, size});
        } catch (...) { // only padding comes here, after a buffer that was just flushed: see writeContent
            return -1;
        }
    }
    return static_cast<la_ssize_t>(size);
}

void StarJob::append(std::string_view bytes)
{
    m_written += bytes.size();
    while (!bytes.empty()) {
        if (m_used == m_buffer.size())
            flushBuffer();
        const std::size_t size = std::min(bytes.size(), m_buffer.size() - m_used);
        std::memcpy(m_buffer.data() + m_used, bytes.data(), size);
        m_used += size;
        bytes.remove_prefix(size);
    }
}

void StarJob::flushBuffer()
{
    m_progress.throwIfCancelled();
    if (m_hash)
        m_hash->add(std::span(m_buffer).first(m_used));
    m_output.write({m_buffer.data(), m_used});
    m_used = 0;
}

void StarJob::check(int result, NodeId node)
{
    // A warning is a name that is no UTF-8: libarchive then marks the entry's names as bytes, as it should.
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
        return;
    const char *text = archive_error_string(m_archive.get());
    throw Error(failed(), displayPath(m_tree.path(node)),
                text != nullptr ? QString::fromUtf8(text) : translated("formats", "libarchive failed"));
}

QString StarJob::failed() const
{
    return m_manner.isLayer ? translated("formats", "Cannot write the layer")
                            : translated("formats", "Cannot write the star-ball");
}

void StarJob::writeNode(NodeId node)
{
    const InodeId id = m_tree.inodeOf(node);
    const Inode &inode = m_tree.inode(id);
    if (inode.type == FileType::Socket) {
        m_report.remarks.push_back(translated("formats", "%1: left out, tar archives know no sockets")
                                       .arg(displayPath(m_tree.path(node)))
                                       .toStdString());
        return;
    }
    m_path = pathOf(node);
    m_records.clear();
    archive_entry *entry = m_entry.get();
    archive_entry_clear(entry);
    archive_entry_copy_pathname(entry, m_path.c_str());
    setMetadata(inode, node);
    const NodeId first = inode.isDirectory() ? node : firstName(node);
    const bool hasData = first == node && inode.isRegular();
    archive_entry_set_size(entry, hasData ? static_cast<la_int64_t>(inode.size) : 0);
    if (first != node)
        archive_entry_copy_hardlink(entry, pathOf(first).c_str());
    else if (inode.isSymlink())
        archive_entry_copy_symlink(entry, std::string(m_tree.symlinkTarget(id)).c_str());
    if (inode.isDevice()) {
        archive_entry_set_rdevmajor(entry, inode.deviceMajor());
        archive_entry_set_rdevminor(entry, inode.deviceMinor());
    }
    writeHeader(node, inode);
    if (hasData)
        writeContent(node);
    ++m_report.entries;
}

void StarJob::setMetadata(const Inode &inode, NodeId node)
{
    archive_entry *entry = m_entry.get();
    if (m_manner.neutralFolders && inode.isDirectory()) {
        archive_entry_set_mode(entry, S_IFDIR | 0755);
        archive_entry_set_mtime(entry, 0, 0);
        return;
    }
    archive_entry_set_mode(entry, static_cast<__LA_MODE_T>(inode.mode()));
    archive_entry_set_uid(entry, inode.uid);
    archive_entry_set_gid(entry, inode.gid);
    if (m_owners) {
        archive_entry_copy_uname(entry, m_owners->user(inode.uid).c_str());
        archive_entry_copy_gname(entry, m_owners->group(inode.gid).c_str());
    }
    archive_entry_set_mtime(entry, inode.mtimeSeconds, static_cast<long>(inode.mtimeNanoseconds));
    setXattrs(inode, node);
    setFlags(inode);
}

void StarJob::setXattrs(const Inode &inode, NodeId node)
{
    if (inode.xattrs == 0)
        return;
    for (const XattrView &xattr : m_tree.xattrs(inode.xattrs)) {
        // As text of our own: libarchive knows no ids from 2^31 on, and would put the owning group's
        // permissions into the header.
        const bool isAcl = xattr.name == kAclAccess || xattr.name == kAclDefault;
        if (isAcl && !m_manner.isLayer) {
            const char *key = xattr.name == kAclAccess ? "SCHILY.acl.access" : "SCHILY.acl.default";
            if (const std::optional<Acl> acl = aclFromXattr(xattr.value))
                m_records.push_back({key, aclToText(*acl)});
            continue;
        }
        // libarchive would write most other characters as %XX, which nobody reads.
        const bool isPlain = std::all_of(xattr.name.begin(), xattr.name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                   c == '_' || c == '-';
        });
        if (isPlain)
            archive_entry_xattr_add_entry(m_entry.get(), std::string(xattr.name).c_str(), xattr.value.data(),
                                          xattr.value.size());
        else
            m_records.push_back({xattrKeyword(xattr.name), std::string(xattr.value)});
        if (xattr.name.find_first_of("%=") != std::string_view::npos)
            m_report.remarks.push_back(
                translated("formats",
                           "%1: the name of the extended attribute %2 is restored by GNU tar and Refbox only")
                    .arg(displayPath(m_tree.path(node)), displayPath(xattr.name))
                    .toStdString());
    }
}

void StarJob::setFlags(const Inode &inode)
{
    if (!m_manner.keepFlags || inode.flags == 0)
        return;
    std::string text;
    const auto add = [&](InodeFlag flag, const char *name) {
        if ((inode.flags & flag) != 0)
            text += (text.empty() ? "" : ",") + std::string(name);
    };
    add(kImmutable, "schg");
    add(kAppendOnly, "sappnd");
    add(kNoDump, "nodump");
    archive_entry_copy_fflags_text(m_entry.get(), text.c_str());
}

void StarJob::writeHeader(NodeId node, const Inode &inode)
{
    const bool isNeutral = m_manner.neutralFolders && inode.isDirectory();
    if (!isNeutral && inode.mtimeSeconds == -1 && inode.mtimeNanoseconds > 0) {
        m_records.push_back({"mtime", "-1"}); // what reads "-0.25" takes it for 0.25
    } else if (!isNeutral && inode.mtimeSeconds < 0 && inode.mtimeNanoseconds > 0) {
        // libarchive writes -1 s + 0.75 s as -1.75.
        char text[40];
        std::snprintf(text, sizeof text, "-%lld.%09u", static_cast<long long>(-(inode.mtimeSeconds + 1)),
                      1'000'000'000U - inode.mtimeNanoseconds);
        m_records.push_back({"mtime", text});
    }
    m_header.clear();
    m_inHeader = true;
    const int result = archive_write_header(m_archive.get(), m_entry.get());
    m_inHeader = false;
    check(result, node);
    append(m_manner.isLayer
               ? toPax(std::move(m_header), std::move(m_records))
               : toExustar(std::move(m_header), m_path, inode.mtimeSeconds, std::move(m_records)));
}

void StarJob::writeContent(NodeId node)
{
    const ContentReader reader(m_tree, m_tree.inodeOf(node));
    if (reader.descriptor() >= 0 && m_target.replaces(reader.descriptor()))
        throw Error(failed(), displayPath(m_target.path),
                    translated("formats", "It is one of the files that go into it."),
                    translated("formats", "Choose another file."));
    for (std::uint64_t offset = 0; offset < reader.size();) {
        if (m_buffer.size() - m_used < std::min<std::uint64_t>(kSlice, reader.size() - offset))
            flushBuffer();
        const std::span<char> room = std::span(m_buffer).subspan(m_used).first(std::min<std::uint64_t>(
            m_buffer.size() - m_used, std::min<std::uint64_t>(kSlice, reader.size() - offset)));
        const std::size_t size = reader.read(offset, room);
        if (archive_write_data(m_archive.get(), room.data(), size) != static_cast<la_ssize_t>(size))
            check(ARCHIVE_FATAL, node);
        offset += size;
        m_progress.advance(size);
    }
    if (m_buffer.size() - m_used < 512) // room for the padding: take() must not have to write
        flushBuffer();
    check(archive_write_finish_entry(m_archive.get()), node);
}

NodeId StarJob::firstName(NodeId node) const
{
    const auto names = m_tree.names(m_tree.inodeOf(node));
    return names.size() == 1 ? node : *std::lower_bound(names.begin(), names.end(), m_subtree);
}

std::string StarJob::pathOf(NodeId node) const
{
    std::vector<std::string_view> names;
    for (NodeId n = node; n != m_subtree; n = m_tree.parent(n))
        names.push_back(m_tree.name(n));
    std::string path = ".";
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        path += '/';
        path += *name;
    }
    if (m_tree.inodeAt(node).isDirectory())
        path += '/';
    return path;
}

std::uint64_t contentOf(const FileTree &tree, NodeId subtree)
{
    std::uint64_t bytes = 0;
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node) {
        const auto names = tree.names(tree.inodeOf(node));
        const Inode &inode = tree.inodeAt(node);
        if (inode.isRegular() && *std::lower_bound(names.begin(), names.end(), subtree) == node)
            bytes += inode.size;
    }
    return bytes;
}

} // namespace

StarReport writeStar(const FileTree &tree, NodeId subtree, const std::string &path,
                     const StarOptions &options, Progress &progress)
{
    if (!tree.inodeAt(subtree).isDirectory())
        throw Error(translated("formats", "Cannot write the star-ball"), displayPath(tree.path(subtree)),
                    translated("formats", "It is not a folder."));
    const ThreadLocale locale("C.UTF-8"); // pax names are UTF-8 where they can be
    PartedFile file(path, {options.partSize, options.checksum,
                           options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No});
    progress.beginPhase(translated("formats", "Writing the star-ball"), contentOf(tree, subtree),
                        Progress::Unit::Bytes);
    StarReport report =
        StarJob(tree, subtree, targetOf(file), options, {false, false, options.keepFlags}, progress).run();
    if (options.check)
        options.check(file.temporaryPaths(), report.remarks);
    file.flush(progress);
    report.files = file.commit();
    return report;
}

LayerReport writeLayer(const FileTree &tree, NodeId subtree, std::span<const NodeId> nodes, OutputFile &file,
                       const LayerOptions &options, Progress &progress)
{
    const ThreadLocale locale("C.UTF-8");
    StarOptions packing;
    packing.compression = options.compression;
    packing.level = options.level;
    packing.threads = options.threads;
    return StarJob(tree, subtree, targetOf(file), packing, {true, options.neutralFolders, false}, progress)
        .runLayer(nodes);
}

} // namespace Refbox
