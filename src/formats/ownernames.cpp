// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ownernames.h"

#include "tree/content.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>

namespace Refbox {

namespace {

constexpr std::uint64_t kLongestList = 1 << 20; // far above any list of accounts
constexpr std::size_t kLongestName = 31;        // of a ustar header's field, with its end

std::string_view cut(std::string_view &rest, char separator)
{
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view piece = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return piece;
}

bool isCarriedEverywhere(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestName &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

// Both kinds of lists begin "name:password:id:".
std::map<std::uint32_t, std::string> namesIn(std::string_view list)
{
    std::map<std::uint32_t, std::string> names;
    while (!list.empty()) {
        std::string_view line = cut(list, '\n');
        const std::string_view name = cut(line, ':');
        cut(line, ':');
        const std::string_view id = cut(line, ':');
        std::uint32_t number = 0;
        const char *end = id.data() + id.size();
        const auto parsed = std::from_chars(id.data(), end, number);
        if (parsed.ec == std::errc() && parsed.ptr == end && isCarriedEverywhere(name))
            names.try_emplace(number, name);
    }
    return names;
}

std::string nearestList(const FileTree &tree, NodeId folder, std::string_view name)
{
    for (NodeId above = folder;; above = tree.parent(above)) {
        const NodeId etc = tree.child(above, "etc");
        const NodeId found = etc == kNoId ? kNoId : tree.child(etc, name);
        if (found != kNoId && tree.inodeAt(found).isRegular() && tree.inodeAt(found).size <= kLongestList) {
            const ContentReader reader(tree, tree.inodeOf(found));
            std::string list(reader.size(), '\0');
            reader.read(0, std::span(list));
            return list;
        }
        if (above == FileTree::root())
            return {};
    }
}

} // namespace

OwnerNames::OwnerNames(const FileTree &tree, NodeId folder)
    : m_users(namesIn(nearestList(tree, folder, "passwd")))
    , m_groups(namesIn(nearestList(tree, folder, "group")))
{
}

const std::string &OwnerNames::nameIn(const Names &names, std::uint32_t id)
{
    static const std::string kNone;
    const auto found = names.find(id);
    return found == names.end() ? kNone : found->second;
}

} // namespace Refbox
