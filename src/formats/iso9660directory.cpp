// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660directory.h"

#include "formats/iso9660attributes.h"
#include "formats/iso9660fields.h"
#include "formats/iso9660format.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace Refbox {

namespace {

constexpr std::size_t kLongestRecord = 254; // an even number in a byte
constexpr std::size_t kPiece = std::size_t{256} * 1024;
constexpr std::string_view kSelf("\0", 1);
constexpr std::string_view kParent("\1", 1);

// The fields that go together from the front of these into so many bytes.
std::size_t wholeFields(std::string_view fields, std::size_t room)
{
    std::size_t size = 0;
    while (size < fields.size()) {
        const auto length = static_cast<unsigned char>(fields[size + 2]);
        if (size + length > room)
            break;
        size += length;
    }
    return size;
}

// Sectors on their way to the sink.
class Sectors
{
public:
    Sectors(const IsoSink &sink, const Progress &progress)
        : m_sink(sink)
        , m_progress(progress)
    {
    }

    std::size_t roomInSector() const { return kIsoSector - m_bytes.size() % kIsoSector; }
    std::uint32_t sector() const { return static_cast<std::uint32_t>(position() / kIsoSector); }
    std::uint32_t offset() const { return static_cast<std::uint32_t>(position() % kIsoSector); }
    void skipSector() { m_bytes.append(roomInSector() % kIsoSector, '\0'); }
    void add(std::string_view bytes) { m_bytes += bytes; }

    // Only at the end of a sector, and for good.
    void flushAt(std::uint64_t base)
    {
        m_progress.throwIfCancelled();
        m_sink(base + m_flushed, m_bytes);
        m_flushed += m_bytes.size();
        m_bytes.clear();
    }
    std::size_t waiting() const { return m_bytes.size(); }

private:
    std::uint64_t position() const { return m_flushed + m_bytes.size(); }

    const IsoSink &m_sink;
    const Progress &m_progress;
    std::string m_bytes;
    std::uint64_t m_flushed = 0;
};

struct Section
{
    std::uint32_t sector = 0;
    std::uint32_t bytes = 0;
    std::uint8_t flags = 0;
};

void putHead(char *head, const Section &section, std::int64_t time, std::size_t nameLength)
{
    std::memset(head, 0, kIsoRecordHead);
    putIsoBoth32(head + 2, section.sector);
    putIsoBoth32(head + 10, section.bytes);
    putIsoShortTime(head + 18, time);
    head[25] = static_cast<char>(section.flags);
    putIsoBoth16(head + 28, 1); // volume of the set
    head[32] = static_cast<char>(nameLength);
}

class Encoder
{
public:
    Encoder(const IsoDirectoryJob &job, const IsoPlaces &places, const IsoSink &sink,
            const Progress &progress)
        : m_job(job)
        , m_tree(job.tree)
        , m_places(places)
        , m_records(sink, progress)
        , m_continuations(sink, progress)
    {
        const InodeId inode = m_tree.inodeOf(job.node);
        m_continuationBase = m_places.recordSectors(inode);
        m_continuationSector = m_places.sectorOf(inode) + m_continuationBase;
    }

    IsoDirectorySize run(std::span<const IsoEntry> entries)
    {
        inContext(m_job.node, [&] { addSelf(); });
        addParent();
        for (const IsoEntry &entry : entries)
            inContext(entry.node, [&] { addEntry(entry); });
        m_records.skipSector();
        m_continuations.skipSector();
        const IsoDirectorySize size{m_records.sector(), m_continuations.sector()};
        if (m_records.waiting() > 0)
            m_records.flushAt(0);
        if (m_continuations.waiting() > 0)
            m_continuations.flushAt(continuationOffset());
        return size;
    }

private:
    std::uint64_t continuationOffset() const { return std::uint64_t{m_continuationBase} * kIsoSector; }

    Section directorySection(InodeId id) const
    {
        return {m_places.sectorOf(id), m_places.recordSectors(id) * kIsoSector, kIsoDirectory};
    }

    template <typename Action>
    void inContext(NodeId node, Action action) const
    {
        try {
            action();
        } catch (const Error &error) {
            if (!error.where().isEmpty())
                throw;
            throw Error(error.failed(), displayPath(m_tree.path(node)), error.why(), error.advice());
        }
    }

    void addSelf()
    {
        const InodeId id = m_tree.inodeOf(m_job.node);
        m_fields.clear();
        if (m_job.node == FileTree::root())
            appendIsoSharing(m_fields);
        appendIsoInode(m_fields, m_tree, id, m_places.links(id));
        if (m_job.node == FileTree::root()) {
            appendIsoExtensions(m_fields, m_job.attributes);
            m_fields += encodeIsoAttributes(m_tree, id);
        }
        addRecords(id, kSelf);
    }

    void addParent()
    {
        const NodeId parent = m_job.node == FileTree::root() ? m_job.node : m_tree.parent(m_job.node);
        const InodeId id = m_tree.inodeOf(parent);
        m_fields.clear();
        appendIsoInode(m_fields, m_tree, id, m_places.links(id));
        addRecords(id, kParent);
    }

    void addEntry(const IsoEntry &entry)
    {
        const InodeId id = m_tree.inodeOf(entry.node);
        const Inode &inode = m_tree.inode(id);
        m_fields.clear();
        appendIsoInode(m_fields, m_tree, id, inode.isDirectory() ? m_places.links(id) : m_tree.linkCount(id));
        appendIsoName(m_fields, m_tree.name(entry.node));
        if (inode.isSymlink())
            appendIsoTarget(m_fields, m_tree.symlinkTarget(id));
        if (hasIsoAttributes(inode))
            m_fields += encodeIsoAttributes(m_tree, id);
        char name[IsoEntry::kLongestIdentifier];
        addRecords(id, {name, putIsoIdentifier(name, entry, inode.isDirectory())});
    }

    // One record, or as many as the file's size takes; all have the same fields.
    void addRecords(InodeId id, std::string_view name)
    {
        const Inode &inode = m_tree.inode(id);
        const std::string_view fields = fieldsInRecord(kIsoRecordHead + name.size() + (name.size() + 1) % 2);
        if (inode.isDirectory())
            return addRecord(directorySection(id), inode.mtimeSeconds, name, fields);
        std::uint64_t left = inode.isRegular() ? inode.size : 0;
        std::uint32_t sector = left > 0 ? m_places.sectorOf(id) : 0;
        for (; left > kIsoSection; left -= kIsoSection, sector += kIsoSection / kIsoSector)
            addRecord({sector, kIsoSection, kIsoMultiExtent}, inode.mtimeSeconds, name, fields);
        addRecord({sector, static_cast<std::uint32_t>(left), 0}, inode.mtimeSeconds, name, fields);
    }

    void addRecord(const Section &section, std::int64_t time, std::string_view name, std::string_view fields)
    {
        char record[kLongestRecord + 2]{};
        putHead(record, section, time, name.size());
        std::memcpy(record + kIsoRecordHead, name.data(), name.size());
        const std::size_t start = kIsoRecordHead + name.size() + (name.size() + 1) % 2;
        std::memcpy(record + start, fields.data(), fields.size());
        const std::size_t length = (start + fields.size() + 1) / 2 * 2;
        record[0] = static_cast<char>(length);
        if (length > m_records.roomInSector())
            m_records.skipSector();
        if (m_records.waiting() >= kPiece && m_records.offset() == 0)
            m_records.flushAt(0);
        m_records.add({record, length});
    }

    // What of m_fields goes into the record; the rest is written behind the directory.
    std::string_view fieldsInRecord(std::size_t start)
    {
        const std::size_t room = kLongestRecord - start;
        if (m_fields.size() <= room)
            return m_fields;
        const std::size_t size = wholeFields(m_fields, room - kIsoContinuationField);
        m_inRecord.assign(m_fields, 0, size);
        addContinuations(m_inRecord, std::string_view(m_fields).substr(size));
        return m_inRecord;
    }

    // An area lies in one sector, for Linux.
    void addContinuations(std::string &before, std::string_view fields)
    {
        startArea(fields.size());
        appendIsoContinuation(before, areaFor(fields));
        for (unsigned areas = 1; fields.size() > kIsoSector; ++areas) {
            if (areas == kIsoMostContinuations)
                throw Error(translated("formats", "ISO 9660 cannot hold the extended attributes"), {},
                            translated("formats",
                                       "They need more than %1 areas of %2 bytes, which Linux cannot read.")
                                .arg(kIsoMostContinuations)
                                .arg(kIsoSector),
                            translated("formats",
                                       "Shorten or remove attributes of the source, or leave the file out."));
            const std::size_t size = wholeFields(fields, kIsoSector - kIsoContinuationField);
            std::string area(fields.substr(0, size));
            fields.remove_prefix(size);
            IsoContinuation next = areaFor(fields);
            next.sector += 1;
            appendIsoContinuation(area, next);
            m_continuations.add(area);
            m_continuations.skipSector();
        }
        m_continuations.add(fields);
    }

    void startArea(std::size_t size)
    {
        if (size > m_continuations.roomInSector())
            m_continuations.skipSector();
        if (m_continuations.waiting() >= kPiece && m_continuations.offset() == 0)
            m_continuations.flushAt(continuationOffset());
    }

    // For fields from the place on where the stream is.
    IsoContinuation areaFor(std::string_view fields) const
    {
        std::size_t size = fields.size();
        if (size > kIsoSector)
            size = wholeFields(fields, kIsoSector - kIsoContinuationField) + kIsoContinuationField;
        return {m_continuationSector + m_continuations.sector(), m_continuations.offset(),
                static_cast<std::uint32_t>(size)};
    }

    const IsoDirectoryJob &m_job;
    const FileTree &m_tree;
    const IsoPlaces &m_places;
    Sectors m_records;
    Sectors m_continuations;
    std::uint32_t m_continuationBase = 0; // sectors from the directory's start
    std::uint32_t m_continuationSector = 0;
    std::string m_fields;
    std::string m_inRecord;
};

} // namespace

IsoDirectorySize encodeIsoDirectory(const IsoDirectoryJob &job, std::span<const IsoEntry> entries,
                                    const IsoPlaces &places, const IsoSink &sink, const Progress &progress)
{
    return Encoder(job, places, sink, progress).run(entries);
}

void putIsoRootRecord(char *place, const FileTree &tree, const IsoPlaces &places)
{
    const InodeId root = tree.inodeOf(FileTree::root());
    const std::uint32_t bytes = places.recordSectors(root) * kIsoSector;
    putHead(place, {places.sectorOf(root), bytes, kIsoDirectory}, tree.inode(root).mtimeSeconds,
            kSelf.size());
    place[kIsoRecordHead] = 0;
    place[0] = kIsoRecordHead + 1;
}

} // namespace Refbox
