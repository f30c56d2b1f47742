// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsdirectory.h"

#include "formats/erofsformat.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr std::array<std::string_view, 2> kDots{".", ".."};

// Calls visit with each name and its child, or with the number of the dots in its place.
template <typename Visit>
void eachEntry(const FileTree &tree, NodeId directory, Visit visit)
{
    std::size_t dots = 0;
    for (const NodeId child : tree.children(directory)) {
        const std::string_view name = tree.name(child);
        for (; dots < kDots.size() && kDots[dots] < name; ++dots)
            visit(kDots[dots], kNoId);
        visit(name, child);
    }
    for (; dots < kDots.size(); ++dots)
        visit(kDots[dots], kNoId);
}

std::uint8_t entryType(FileType type)
{
    switch (type) {
    case FileType::Regular:
        return 1;
    case FileType::Directory:
        return 2;
    case FileType::CharDevice:
        return 3;
    case FileType::BlockDevice:
        return 4;
    case FileType::Fifo:
        return 5;
    case FileType::Socket:
        return 6;
    case FileType::Symlink:
        return 7;
    }
    return 0;
}

} // namespace

std::uint64_t erofsDirectorySize(const FileTree &tree, NodeId directory)
{
    std::uint64_t blocks = 0; // whole ones
    std::size_t used = 0;
    eachEntry(tree, directory, [&](std::string_view name, NodeId) {
        const std::size_t size = kErofsEntrySize + name.size();
        if (used + size > kErofsBlockSize) {
            ++blocks;
            used = 0;
        }
        used += size;
    });
    return blocks * kErofsBlockSize + used;
}

ErofsDirectoryEncoder::ErofsDirectoryEncoder(const FileTree &tree, NodeId directory, const SlotOf &slotOf)
{
    m_entries.reserve(tree.children(directory).size() + kDots.size());
    eachEntry(tree, directory, [&](std::string_view name, NodeId child) {
        FileType type = FileType::Directory;
        NodeId node = directory;
        if (child != kNoId) {
            node = child;
            type = tree.inodeAt(child).type;
        } else if (name == ".." && tree.parent(directory) != kNoId) {
            node = tree.parent(directory);
        }
        m_entries.push_back({name, slotOf(tree.inodeOf(node)), type});
    });
}

std::span<const char> ErofsDirectoryEncoder::next()
{
    std::size_t end = m_next;
    std::size_t used = 0;
    for (; end < m_entries.size(); ++end) {
        const std::size_t size = kErofsEntrySize + m_entries[end].name.size();
        if (used + size > kErofsBlockSize)
            break;
        used += size;
    }
    const bool isLast = end == m_entries.size();
    m_block.assign(isLast ? used : kErofsBlockSize, '\0');
    char *entry = m_block.data();
    std::size_t nameAt = (end - m_next) * kErofsEntrySize;
    for (; m_next < end; ++m_next) {
        const ErofsEntry &e = m_entries[m_next];
        putLe64(entry, e.slot);
        putLe16(entry + 8, static_cast<std::uint16_t>(nameAt));
        entry[10] = static_cast<char>(entryType(e.type));
        entry += kErofsEntrySize;
        e.name.copy(m_block.data() + nameAt, e.name.size());
        nameAt += e.name.size();
    }
    return m_block;
}

} // namespace Refbox
