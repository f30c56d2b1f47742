// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660names.h"

#include "formats/iso9660format.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

namespace Refbox {

namespace {

constexpr std::size_t kLongestFileName = 30; // name and extension, without the dot
constexpr std::size_t kLongestExtension = 8;
constexpr std::string_view kVersion = ";1";

// A name's parts in the bytes of the tree.
struct Parts
{
    std::string_view stem;
    std::string_view extension; // empty: none
    std::size_t room = 0;       // for the stem
};

Parts partsOf(std::string_view name, bool isDirectory)
{
    if (isDirectory)
        return {name, {}, IsoEntry::kLongestKey};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size() ||
        name.size() - dot - 1 > kLongestExtension)
        return {name, {}, kLongestFileName};
    const std::string_view extension = name.substr(dot + 1);
    return {name.substr(0, dot), extension, kLongestFileName - extension.size()};
}

void append(IsoEntry &entry, std::string_view text)
{
    for (const char c : text)
        entry.bytes[entry.length++] = isoLetter(c);
}

// A number of digits that all directories' entries have for themselves goes behind the stem.
IsoEntry entryOf(NodeId node, const Parts &parts, std::string_view number)
{
    IsoEntry entry;
    entry.node = node;
    append(entry, parts.stem.substr(0, parts.room - number.size()));
    append(entry, number);
    if (!parts.extension.empty()) {
        entry.bytes[entry.length++] = '.';
        append(entry, parts.extension);
    }
    return entry;
}

bool keyBefore(const IsoEntry &a, const IsoEntry &b)
{
    return a.key() < b.key();
}

// Names that are equal in capitals, or cut, get numbers, all but the first one.
class Numbering
{
public:
    Numbering(const FileTree &tree, std::vector<IsoEntry> &sorted)
        : m_tree(tree)
        , m_sorted(sorted)
        , m_digits(std::to_string(2 * sorted.size()).size())
    {
    }

    void run()
    {
        std::vector<IsoEntry> changed;
        for (std::size_t i = 1; i < m_sorted.size(); ++i)
            if (m_sorted[i].key() == m_sorted[i - 1].key())
                changed.push_back(numbered(m_sorted[i].node));
        std::size_t next = 0;
        std::size_t before = 0; // the last one that keeps its name
        for (std::size_t i = 1; i < m_sorted.size(); ++i) {
            if (m_sorted[i].key() == m_sorted[before].key())
                m_sorted[i] = changed[next++];
            else
                before = i;
        }
        std::ranges::sort(m_sorted, keyBefore);
    }

private:
    // Numbers are as many digits each, so that no two stems can give one name.
    IsoEntry numbered(NodeId node)
    {
        const Parts parts = partsOf(m_tree.name(node), m_tree.inodeAt(node).isDirectory());
        const std::string base(entryOf(node, parts, std::string(m_digits, '0')).key());
        std::uint32_t &next = m_next[base];
        for (;;) {
            std::string number = std::to_string(++next);
            number.insert(0, m_digits - number.size(), '0');
            const IsoEntry entry = entryOf(node, parts, number);
            if (!std::ranges::binary_search(m_sorted, entry, keyBefore))
                return entry;
        }
    }

    const FileTree &m_tree;
    std::vector<IsoEntry> &m_sorted;
    std::size_t m_digits;
    std::unordered_map<std::string, std::uint32_t> m_next;
};

} // namespace

std::vector<IsoEntry> isoEntries(const FileTree &tree, NodeId directory)
{
    const auto children = tree.children(directory);
    std::vector<IsoEntry> entries;
    entries.reserve(children.size());
    for (const NodeId node : children)
        entries.push_back(entryOf(node, partsOf(tree.name(node), tree.inodeAt(node).isDirectory()), {}));
    const auto notAfter = [](const IsoEntry &a, const IsoEntry &b) { return a.key() >= b.key(); };
    if (std::ranges::adjacent_find(entries, notAfter) == entries.end())
        return entries;
    std::ranges::sort(entries, [](const IsoEntry &a, const IsoEntry &b) {
        const int order = a.key().compare(b.key());
        return order != 0 ? order < 0 : a.node < b.node;
    });
    const auto equal = [](const IsoEntry &a, const IsoEntry &b) { return a.key() == b.key(); };
    if (std::ranges::adjacent_find(entries, equal) != entries.end())
        Numbering(tree, entries).run();
    return entries;
}

std::size_t putIsoIdentifier(char *place, const IsoEntry &entry, bool isDirectory)
{
    std::memcpy(place, entry.bytes, entry.length);
    std::size_t length = entry.length;
    if (isDirectory)
        return length;
    if (entry.key().find('.') == std::string_view::npos)
        place[length++] = '.';
    std::memcpy(place + length, kVersion.data(), kVersion.size());
    return length + kVersion.size();
}

} // namespace Refbox
