// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsleaf.h"

#include "formats/reiserfsstat.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

using Body = ReiserFsObject::Body;

constexpr std::uint32_t kRoom = kReiserFsBlock - kReiserFsBlockHead;
constexpr std::uint32_t kLongestItem = kReiserFsBlock - kReiserFsBlockHead - kReiserFsItemHead;
constexpr std::uint32_t kPointerSize = 4;
constexpr std::uint32_t kDots = 2; // "." and "..", before the other names of a directory
constexpr std::uint32_t kDotSize = kReiserFsEntryHead + 8;

// Items from the front, bodies from the end. Without a block nothing but counts.
class Leaf
{
public:
    explicit Leaf(char *block)
        : m_block(block)
    {
    }

    bool isWritten() const { return m_block != nullptr; }
    std::uint32_t used() const { return m_used; }
    /// Bytes that the next item's body can have.
    std::uint32_t room() const
    {
        return m_used + kReiserFsItemHead > kRoom ? 0 : kRoom - m_used - kReiserFsItemHead;
    }

    /// The body's place; nullptr where nothing is written.
    char *add(ReiserFsItem item)
    {
        m_used += kReiserFsItemHead + item.length;
        m_location -= item.length;
        item.location = static_cast<std::uint16_t>(m_location);
        ++m_items;
        if (!isWritten())
            return nullptr;
        encodeReiserFsItem(item, m_block + kReiserFsBlockHead + std::size_t{m_items - 1} * kReiserFsItemHead);
        encodeReiserFsBlockHead(1, m_items, kRoom - m_used, m_block);
        return m_block + m_location;
    }

private:
    char *m_block;
    std::uint32_t m_used = 0;
    std::uint32_t m_location = kReiserFsBlock;
    std::uint32_t m_items = 0;
};

class Filler
{
public:
    Filler(const ReiserFsPlan &plan, std::uint64_t dataSlot, SourceFiles *sources)
        : m_plan(plan)
        , m_dataSlot(dataSlot)
        , m_sources(sources)
    {
    }

    // Leaves the cursor where the next leaf begins.
    void fill(Leaf &leaf, ReiserFsCursor &cursor)
    {
        while (!m_plan.atEnd(cursor)) {
            const ReiserFsObject object = m_plan.object(cursor);
            if (cursor.part == 0) {
                if (leaf.room() < kReiserFsStatSize)
                    return;
                addStat(leaf, object, cursor);
                cursor.part = 1;
            }
            if (!addBody(leaf, object, cursor))
                return;
            m_plan.advance(cursor, object);
        }
    }

private:
    static ReiserFsKey keyOf(const ReiserFsObject &object, std::uint64_t offset, ReiserFsType type)
    {
        return {object.directory, object.object, offset, type};
    }

    void addStat(Leaf &leaf, const ReiserFsObject &object, const ReiserFsCursor &cursor) const
    {
        char *place = leaf.add({keyOf(object, 0, ReiserFsType::StatData), 0xFFFF, kReiserFsStatSize});
        if (place != nullptr)
            encodeReiserFsStat(reiserFsStatOf(m_plan, object, cursor), place);
    }

    // False where the leaf is full before the object is done.
    bool addBody(Leaf &leaf, const ReiserFsObject &object, ReiserFsCursor &cursor)
    {
        switch (object.body) {
        case Body::None:
            return true;
        case Body::Directory:
            return addNames(leaf, object, cursor);
        case Body::Target:
        case Body::Tail:
            return addBytes(leaf, object);
        case Body::Blocks:
            return addPointers(leaf, object, cursor);
        }
        return true;
    }

    bool addBytes(Leaf &leaf, const ReiserFsObject &object);
    void readBytes(const ReiserFsObject &object, std::span<char> place);
    bool addNames(Leaf &leaf, const ReiserFsObject &object, ReiserFsCursor &cursor);
    std::uint32_t nameSize(const ReiserFsObject &directory, std::uint32_t number);
    void writeNames(const ReiserFsObject &directory, std::uint32_t from, std::uint32_t to,
                    std::span<char> place);
    bool addPointers(Leaf &leaf, const ReiserFsObject &object, ReiserFsCursor &cursor);
    void writePointers(std::uint32_t data, std::uint64_t from, std::uint32_t count, char *place) const;

    const ReiserFsPlan &m_plan;
    std::uint64_t m_dataSlot;
    SourceFiles *m_sources;
    std::string m_name;
};

bool Filler::addBytes(Leaf &leaf, const ReiserFsObject &object)
{
    const std::uint32_t length = reiserFsPadded(object.size);
    if (leaf.room() < length)
        return false;
    const std::uint16_t version = object.body == Body::Target ? kReiserFsOldItem : kReiserFsNewItem;
    char *place = leaf.add(
        {keyOf(object, 1, ReiserFsType::Direct), 0xFFFF, static_cast<std::uint16_t>(length), 0, version});
    if (place == nullptr)
        return true;
    std::memset(place, 0, length);
    readBytes(object, {place, object.size});
    return true;
}

void Filler::readBytes(const ReiserFsObject &object, std::span<char> place)
{
    const FileTree &tree = m_plan.tree();
    if (object.inode == kNoId) {
        m_plan.attributeBytes(object.entry).copy(place.data(), place.size());
        return;
    }
    const bool isHole =
        tree.inode(object.inode).contentKind == ContentKind::Extents && tree.extents(object.inode).empty();
    if (!isHole)
        m_sources->read(object.inode, 0, place);
}

std::uint32_t Filler::nameSize(const ReiserFsObject &directory, std::uint32_t number)
{
    if (number < kDots)
        return kDotSize;
    return kReiserFsEntryHead +
           reiserFsPadded(m_plan.nameOf(directory.first + number - kDots, m_name).size());
}

// Two items of one directory in one leaf would be wrong: what does not fit goes into the next.
bool Filler::addNames(Leaf &leaf, const ReiserFsObject &object, ReiserFsCursor &cursor)
{
    const std::uint32_t room = std::min(leaf.room(), kLongestItem);
    const std::uint32_t from = cursor.part - 1;
    const std::uint32_t end = object.count + kDots;
    std::uint32_t length = 0;
    std::uint32_t to = from;
    for (; to < end; ++to) {
        const std::uint32_t size = nameSize(object, to);
        if (length + size > room)
            break;
        length += size;
    }
    if (to == from || to < kDots) // the dots stay together
        return false;
    const std::uint32_t offset =
        from < kDots ? from + kReiserFsDotOffset : m_plan.offsetOf(object.first + from - kDots);
    char *place =
        leaf.add({keyOf(object, offset, ReiserFsType::Directory), static_cast<std::uint16_t>(to - from),
                  static_cast<std::uint16_t>(length), 0, kReiserFsOldItem});
    if (place != nullptr)
        writeNames(object, from, to, {place, length});
    cursor.part = to + 1;
    return to == end;
}

// Heads from the front, names from the end.
void Filler::writeNames(const ReiserFsObject &directory, std::uint32_t from, std::uint32_t to,
                        std::span<char> place)
{
    std::size_t location = place.size();
    for (std::uint32_t number = from; number < to; ++number) {
        ReiserFsEntry entry;
        std::string_view name = number == 0 ? "." : "..";
        ReiserFsKey key{directory.directory, directory.object};
        if (number == 1) {
            key = m_plan.parentKey(directory);
        } else if (number >= kDots) {
            name = m_plan.nameOf(directory.first + number - kDots, m_name);
            key = m_plan.keyOf(directory.first + number - kDots);
        }
        entry.offset =
            number < kDots ? number + kReiserFsDotOffset : m_plan.offsetOf(directory.first + number - kDots);
        entry.directory = key.directory;
        entry.object = key.object;
        location -= reiserFsPadded(name.size());
        entry.location = static_cast<std::uint16_t>(location);
        std::memset(place.data() + location, 0, reiserFsPadded(name.size()));
        name.copy(place.data() + location, name.size());
        encodeReiserFsEntry(entry, place.data() + std::size_t{number - from} * kReiserFsEntryHead);
    }
}

bool Filler::addPointers(Leaf &leaf, const ReiserFsObject &object, ReiserFsCursor &cursor)
{
    const std::uint64_t all = (object.size + kReiserFsBlock - 1) / kReiserFsBlock;
    const std::uint64_t done = cursor.part - 1;
    const auto count = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(all - done, std::min(leaf.room(), kLongestItem) / kPointerSize));
    if (count == 0)
        return false;
    char *place = leaf.add({keyOf(object, 1 + done * kReiserFsBlock, ReiserFsType::Indirect), 0,
                            static_cast<std::uint16_t>(count * kPointerSize)});
    if (place != nullptr)
        writePointers(cursor.data, done, count, place);
    cursor.part += count;
    return done + count == all;
}

void Filler::writePointers(std::uint32_t data, std::uint64_t from, std::uint32_t count, char *place) const
{
    std::memset(place, 0, std::size_t{count} * kPointerSize);
    const auto runs = m_plan.runsOf(m_plan.data()[data]);
    auto run = std::ranges::partition_point(
        runs, [from](const ReiserFsPlan::Run &r) { return std::uint64_t{r.logical} + r.count <= from; });
    for (; run != runs.end() && run->logical < from + count; ++run) {
        const std::uint64_t begin = std::max<std::uint64_t>(run->logical, from);
        const std::uint64_t end =
            std::min<std::uint64_t>(std::uint64_t{run->logical} + run->count, from + count);
        for (std::uint64_t block = begin; block < end; ++block)
            qToLittleEndian<quint32>(
                static_cast<quint32>(reiserFsBlockOf(m_dataSlot + run->slot + (block - run->logical))),
                place + (block - from) * kPointerSize);
    }
}

} // namespace

std::vector<ReiserFsLeaf> countReiserFsLeaves(const ReiserFsPlan &plan, const Progress &progress)
{
    std::vector<ReiserFsLeaf> leaves;
    Filler filler(plan, 0, nullptr);
    for (ReiserFsCursor cursor; !plan.atEnd(cursor);) {
        if (leaves.size() % 64 == 0)
            progress.throwIfCancelled();
        const ReiserFsCursor begin = cursor;
        Leaf leaf(nullptr);
        filler.fill(leaf, cursor);
        leaves.push_back({begin, leaf.used()});
    }
    return leaves;
}

ReiserFsFirstKey firstKeyOf(const ReiserFsPlan &plan, const ReiserFsCursor &begin)
{
    const ReiserFsObject object = plan.object(begin);
    ReiserFsKey key{object.directory, object.object, 0, ReiserFsType::StatData};
    if (begin.part == 0)
        return {key, kReiserFsOldItem};
    const std::uint32_t done = begin.part - 1;
    if (object.body == Body::Directory) {
        key.type = ReiserFsType::Directory;
        key.offset = done < kDots ? done + kReiserFsDotOffset : plan.offsetOf(object.first + done - kDots);
        return {key, kReiserFsOldItem};
    }
    key.offset = 1 + std::uint64_t{done} * kReiserFsBlock;
    key.type = object.body == Body::Blocks ? ReiserFsType::Indirect : ReiserFsType::Direct;
    return {key, object.body == Body::Target ? kReiserFsOldItem : kReiserFsNewItem};
}

void ReiserFsLeafWriter::write(const ReiserFsCursor &begin, std::span<char> block)
{
    std::ranges::fill(block, '\0');
    Leaf leaf(block.data());
    ReiserFsCursor cursor = begin;
    Filler(m_plan, m_dataSlot, &m_sources).fill(leaf, cursor);
}

} // namespace Refbox
