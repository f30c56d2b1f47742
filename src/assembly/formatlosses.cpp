// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/formatlosses.h"

#include "formats/ext4writer.h"

#include <algorithm>
#include <array>
#include <functional>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(FormatLoss::Kind::Size) + 1;

class Losses final
{
public:
    Losses(const FileTree &tree, const Writer &writer)
        : m_tree(tree)
        , m_writer(writer)
    {
    }

    void addStar(NodeId node)
    {
        const Inode &inode = m_tree.inodeAt(node);
        count(FormatLoss::Kind::Socket, node, inode.type == FileType::Socket);
        count(FormatLoss::Kind::Flag, node, (inode.flags & (kImmutable | kAppendOnly)) != 0);
        count(FormatLoss::Kind::XattrName, node, hasXattr(inode, [](std::string_view name) {
                  return name.find_first_of("%=") != std::string_view::npos;
              }));
    }

    void addFolder(NodeId node)
    {
        const Inode &inode = m_tree.inodeAt(node);
        const bool isGroup = std::ranges::find(m_writer.groups, inode.gid) != m_writer.groups.end();
        count(FormatLoss::Kind::Flag, node, (inode.flags & (kImmutable | kAppendOnly)) != 0);
        count(FormatLoss::Kind::Owner, node, inode.uid != m_writer.uid || !isGroup);
        count(FormatLoss::Kind::Device, node, inode.isDevice());
        count(FormatLoss::Kind::PrivilegedXattr, node, hasXattr(inode, [](std::string_view name) {
                  return name.starts_with("trusted.") || name.starts_with("security.");
              }));
    }

    void addImage(NodeId node)
    {
        const Inode &inode = m_tree.inodeAt(node);
        const std::size_t names = m_tree.names(m_tree.inodeOf(node)).size();
        count(FormatLoss::Kind::Time, node, !ext4HoldsTime(inode.mtimeSeconds));
        count(FormatLoss::Kind::Names, node, !inode.isDirectory() && names > kExt4MostLinks);
        count(FormatLoss::Kind::Size, node, inode.isRegular() && inode.size > kExt4LargestFile);
    }

    std::vector<FormatLoss> take() const
    {
        std::vector<FormatLoss> result;
        std::ranges::copy_if(m_losses, std::back_inserter(result),
                             [](const FormatLoss &loss) { return loss.count > 0; });
        return result;
    }

private:
    void count(FormatLoss::Kind kind, NodeId node, bool isLost)
    {
        if (!isLost)
            return;
        FormatLoss &loss = m_losses[static_cast<std::size_t>(kind)];
        loss.kind = kind;
        if (loss.count++ == 0)
            loss.example = m_tree.path(node);
    }

    bool hasXattr(const Inode &inode, const std::function<bool(std::string_view)> &matches) const
    {
        if (inode.xattrs == 0)
            return false;
        return std::ranges::any_of(m_tree.xattrs(inode.xattrs),
                                   [&](const XattrView &xattr) { return matches(xattr.name); });
    }

    const FileTree &m_tree;
    const Writer &m_writer;
    std::array<FormatLoss, kKinds> m_losses;
};

// Calls visit with the first name in the subtree of each of its inodes.
template <typename Visit>
void eachFirstName(const FileTree &tree, NodeId subtree, Visit visit)
{
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node) {
        const auto names = tree.names(tree.inodeOf(node));
        if (names.size() == 1 || *std::ranges::lower_bound(names, subtree) == node)
            visit(node);
    }
}

} // namespace

Writer currentWriter()
{
    Writer writer;
    writer.uid = ::geteuid();
    const int count = ::getgroups(0, nullptr);
    writer.groups.resize(static_cast<std::size_t>(std::max(0, count)));
    if (count > 0)
        writer.groups.resize(static_cast<std::size_t>(std::max(0, ::getgroups(count, writer.groups.data()))));
    writer.groups.push_back(::getegid());
    return writer;
}

bool isRefusal(FormatLoss::Kind kind)
{
    return kind == FormatLoss::Kind::Names || kind == FormatLoss::Kind::Size;
}

std::vector<FormatLoss> formatLosses(const FileTree &tree, NodeId subtree, OutputKind kind,
                                     const Writer &writer)
{
    if (kind == OutputKind::Folder && writer.isRoot())
        return {};
    Losses losses(tree, writer);
    eachFirstName(tree, subtree, [&](NodeId node) {
        if (kind == OutputKind::Image)
            losses.addImage(node);
        else if (kind == OutputKind::Star)
            losses.addStar(node);
        else
            losses.addFolder(node);
    });
    return losses.take();
}

std::uint64_t distinctBytes(const FileTree &tree, NodeId subtree)
{
    std::uint64_t bytes = 0;
    eachFirstName(tree, subtree, [&](NodeId node) {
        const Inode &inode = tree.inodeAt(node);
        bytes += inode.isRegular() ? inode.size : 0;
    });
    return bytes;
}

} // namespace Refbox
