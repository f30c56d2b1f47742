// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsxattrs.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <functional>

namespace Refbox {

namespace {

constexpr std::uint16_t kNamespaces = 3;
constexpr std::size_t kLongestValue = 65536; // of Linux, as is that of a list
constexpr std::size_t kLongestList = 65536;

Error cannotHold(const QString &why)
{
    return Error(translated("formats", "SquashFS cannot hold the extended attributes"), {}, why,
                 translated("formats", "Remove the attribute from the source, or leave the file out."));
}

std::uint16_t namespaceOf(std::string_view name)
{
    for (std::uint16_t type = 0; type < kNamespaces; ++type) {
        const std::string_view prefix = squashFsXattrPrefix(type);
        if (name.starts_with(prefix) && name.size() > prefix.size())
            return type;
    }
    throw cannotHold(translated("formats", "It has no place for the name %1.").arg(displayPath(name)));
}

void appendXattr(std::string &bytes, const XattrView &xattr)
{
    if (xattr.value.size() > kLongestValue)
        throw cannotHold(translated("formats", "The value of %1 has %2 bytes, more than the %3 of Linux.")
                             .arg(displayPath(xattr.name))
                             .arg(xattr.value.size())
                             .arg(kLongestValue));
    const std::uint16_t type = namespaceOf(xattr.name);
    const std::string_view name = xattr.name.substr(squashFsXattrPrefix(type).size());
    appendLittle(bytes, type);
    appendLittle(bytes, static_cast<std::uint16_t>(name.size()));
    bytes += name;
    appendLittle(bytes, static_cast<std::uint32_t>(xattr.value.size()));
    bytes += xattr.value;
}

// Appends what can be held and counts it.
std::uint32_t encodeSet(const std::vector<XattrView> &xattrs, std::string &bytes)
{
    std::uint32_t count = 0;
    std::size_t names = 0;
    for (const XattrView &xattr : xattrs) {
        if (xattr.name == kAclAccess || xattr.name == kAclDefault)
            continue;
        appendXattr(bytes, xattr);
        names += xattr.name.size() + 1;
        ++count;
    }
    if (names > kLongestList)
        throw cannotHold(translated("formats", "Their names are longer together than Linux can list."));
    return count;
}

} // namespace

SquashFsXattrs::SquashFsXattrs(const FileTree &tree)
    : m_tree(tree)
    , m_indexes(std::size_t{tree.xattrSetCount()} + 1, kSquashFsNone)
{
    std::vector<bool> seen(m_indexes.size());
    seen[0] = true;
    std::unordered_multimap<std::size_t, std::uint32_t> known; // indexes by hash
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        const XattrSetId set = tree.inode(id).xattrs;
        if (seen[set])
            continue;
        seen[set] = true;
        try {
            addSet(set, known);
        } catch (Error &error) {
            throw error.addContext(
                translated("formats", "at %1").arg(displayPath(tree.path(tree.names(id)[0]))));
        }
    }
}

// Sets that differ only in what is left out become one.
void SquashFsXattrs::addSet(XattrSetId set, std::unordered_multimap<std::size_t, std::uint32_t> &known)
{
    std::string bytes;
    const std::uint32_t count = encodeSet(m_tree.xattrs(set), bytes);
    if (count == 0)
        return;
    const std::size_t hash = std::hash<std::string>()(bytes);
    const auto [begin, end] = known.equal_range(hash);
    for (auto other = begin; other != end; ++other) {
        std::string others;
        encodeSet(m_tree.xattrs(m_sets[other->second].set), others);
        if (others == bytes) {
            m_indexes[set] = other->second;
            return;
        }
    }
    const auto index = static_cast<std::uint32_t>(m_sets.size());
    known.emplace(hash, index);
    m_indexes[set] = index;
    m_sets.push_back({set, count, static_cast<std::uint32_t>(bytes.size())});
    m_size += bytes.size();
}

std::uint64_t SquashFsXattrs::write(const SquashFsPackers &packers, const OutputFile &file,
                                    std::uint64_t &place, const Progress &progress) const
{
    SquashFsMetadataWriter lists(packers, file, place, progress);
    std::string bytes;
    for (const Set &set : m_sets) {
        bytes.clear();
        encodeSet(m_tree.xattrs(set.set), bytes);
        lists.append(bytes);
    }
    lists.finish();
    std::string entries;
    std::uint64_t position = 0;
    for (const Set &set : m_sets) {
        appendLittle(entries, lists.reference(position));
        appendLittle(entries, set.count);
        appendLittle(entries, set.size);
        position += set.size;
    }
    std::string head;
    appendLittle(head, place);
    appendLittle(head, static_cast<std::uint32_t>(m_sets.size()));
    appendLittle(head, std::uint32_t{0});
    place += lists.size();
    return writeSquashFsLookupTable(entries, head, packers, file, place, progress);
}

} // namespace Refbox
