// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsxattrs.h"

#include "formats/erofsformat.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <algorithm>
#include <tuple>

namespace Refbox {

namespace {

constexpr std::uint32_t kUnit = 4;
constexpr std::uint32_t kHeaderSize = 12;
constexpr std::uint32_t kSharedCountAt = 4;
constexpr std::uint32_t kMostShared = 255;
constexpr std::uint32_t kMostUnits = 65535 - 1; // behind the header

std::uint32_t entryBytes(const XattrView &xattr)
{
    const std::size_t size = kUnit + splitErofsXattrName(xattr.name).rest.size() + xattr.value.size();
    return static_cast<std::uint32_t>((size + kUnit - 1) / kUnit * kUnit);
}

// Into zeros.
void encodeEntry(const XattrView &xattr, char *bytes)
{
    const ErofsXattrName name = splitErofsXattrName(xattr.name);
    bytes[0] = static_cast<char>(name.rest.size());
    bytes[1] = static_cast<char>(name.index);
    putLe16(bytes + 2, static_cast<std::uint16_t>(xattr.value.size()));
    name.rest.copy(bytes + kUnit, name.rest.size());
    xattr.value.copy(bytes + kUnit + name.rest.size(), xattr.value.size());
}

// A Linux without its ACL would not let anybody use the file.
bool isBrokenAcl(const XattrView &xattr)
{
    constexpr std::size_t emptyAcl = 4;
    return (xattr.name == kAclAccess || xattr.name == kAclDefault) && xattr.value.size() != emptyAcl &&
           !aclFromXattr(xattr.value);
}

} // namespace

ErofsXattrs::ErofsXattrs(const FileTree &tree, const Progress &progress)
    : m_tree(tree)
    , m_bodyBytes(tree.xattrSetCount())
    , m_firstPlace(tree.xattrSetCount())
{
    const std::vector<Users> users = countUsers();
    std::uint32_t places = 0;
    for (XattrSetId set = 1; set < users.size(); ++set) {
        if (set % 1024 == 0)
            progress.throwIfCancelled();
        m_firstPlace[set] = places;
        if (users[set].count == 0)
            continue;
        checkSet(set, users[set].first);
        places += static_cast<std::uint32_t>(tree.xattrs(set).size());
    }
    m_places.assign(places, kNoId);
    planShared(users);
    for (XattrSetId set = 1; set < users.size(); ++set) {
        if (users[set].count > 0)
            planBody(set, users[set].first);
    }
}

std::vector<ErofsXattrs::Users> ErofsXattrs::countUsers() const
{
    std::vector<Users> users(m_tree.xattrSetCount());
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        Users &u = users[m_tree.inode(id).xattrs];
        if (u.count++ == 0)
            u.first = id;
    }
    return users;
}

void ErofsXattrs::refuse(InodeId user, const QString &why) const
{
    throw Error(translated("formats", "EROFS cannot hold the extended attributes"),
                displayPath(m_tree.path(m_tree.names(user)[0])), why,
                translated("formats", "Remove the attribute from the source, or leave the file out."));
}

void ErofsXattrs::checkSet(XattrSetId set, InodeId user) const
{
    for (const XattrView &xattr : m_tree.xattrs(set)) {
        if (splitErofsXattrName(xattr.name).index == 0)
            refuse(user, translated("formats", "The namespace of %1 is not among those that it knows.")
                             .arg(displayPath(xattr.name)));
        if (xattr.value.size() > kErofsLongestValue)
            refuse(user, translated("formats", "The value of %1 has %2 bytes, and %3 are the most.")
                             .arg(displayPath(xattr.name))
                             .arg(xattr.value.size())
                             .arg(kErofsLongestValue));
        if (isBrokenAcl(xattr))
            refuse(user, translated("formats", "%1 is no valid ACL.").arg(displayPath(xattr.name)));
    }
}

// Equal attributes lie side by side once all are sorted.
void ErofsXattrs::planShared(const std::vector<Users> &users)
{
    struct Item
    {
        XattrView xattr;
        XattrSetId set;
        std::uint32_t number;
    };
    std::vector<Item> items;
    items.reserve(m_places.size());
    for (XattrSetId set = 1; set < users.size(); ++set) {
        if (users[set].count == 0)
            continue;
        const std::vector<XattrView> xattrs = m_tree.xattrs(set);
        for (std::uint32_t i = 0; i < xattrs.size(); ++i)
            items.push_back({xattrs[i], set, i});
    }
    std::ranges::sort(
        items, {}, [](const Item &item) { return std::tuple(item.xattr.name, item.xattr.value, item.set); });
    std::vector<std::uint32_t> sharedOf(users.size());
    for (std::size_t begin = 0; begin < items.size();) {
        std::size_t end = begin;
        std::uint64_t uses = 0;
        for (; end < items.size() && items[end].xattr == items[begin].xattr; ++end)
            uses += users[items[end].set].count;
        const std::uint64_t bytes = entryBytes(items[begin].xattr);
        if (bytes * uses > bytes + kUnit * uses && m_sharedBytes / kUnit + bytes < kNoId) {
            const auto place = static_cast<std::uint32_t>(m_sharedBytes / kUnit);
            m_shared.push_back({items[begin].set, items[begin].number, place});
            m_sharedBytes += bytes;
            for (std::size_t i = begin; i < end; ++i) {
                if (sharedOf[items[i].set]++ < kMostShared)
                    m_places[m_firstPlace[items[i].set] + items[i].number] = place;
            }
        }
        begin = end;
    }
}

void ErofsXattrs::planBody(XattrSetId set, InodeId user)
{
    std::uint64_t bytes = kHeaderSize;
    std::uint32_t number = m_firstPlace[set];
    for (const XattrView &xattr : m_tree.xattrs(set))
        bytes += m_places[number++] != kNoId ? kUnit : entryBytes(xattr);
    if ((bytes - kHeaderSize) / kUnit > kMostUnits)
        refuse(user, translated("formats", "They need %1 bytes, and %2 are the most.")
                         .arg(bytes)
                         .arg(kHeaderSize + kMostUnits * kUnit));
    m_bodyBytes[set] = static_cast<std::uint32_t>(bytes);
}

void ErofsXattrs::encodeBody(XattrSetId set, std::span<char> bytes) const
{
    std::ranges::fill(bytes, '\0');
    const std::vector<XattrView> xattrs = m_tree.xattrs(set);
    char *at = bytes.data() + kHeaderSize;
    std::uint32_t shared = 0;
    for (std::size_t i = 0; i < xattrs.size(); ++i) {
        if (const std::uint32_t place = m_places[m_firstPlace[set] + i]; place != kNoId) {
            putLe32(at, place);
            at += kUnit;
            ++shared;
        }
    }
    bytes[kSharedCountAt] = static_cast<char>(shared);
    for (std::size_t i = 0; i < xattrs.size(); ++i) {
        if (m_places[m_firstPlace[set] + i] == kNoId) {
            encodeEntry(xattrs[i], at);
            at += entryBytes(xattrs[i]);
        }
    }
}

std::string ErofsXattrs::encodeShared(const Shared &shared) const
{
    const XattrView xattr = m_tree.xattrs(shared.set)[shared.number];
    std::string bytes(entryBytes(xattr), '\0');
    encodeEntry(xattr, bytes.data());
    return bytes;
}

} // namespace Refbox
