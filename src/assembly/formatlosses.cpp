// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/formatlosses.h"

#include "formats/imageformat.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <algorithm>
#include <array>
#include <functional>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(FormatLoss::Kind::DeviceNumbers) + 1;

bool isAcl(std::string_view name)
{
    return name == kAclAccess || name == kAclDefault;
}

bool isDecomposed(std::string_view name)
{
    if (std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return false;
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return text.toStdString() == name && text.normalized(QString::NormalizationForm_C) != text;
}

class Losses final
{
public:
    explicit Losses(const FileTree &tree)
        : m_tree(tree)
    {
    }

    void addStar(NodeId node, NodeId subtree)
    {
        const Inode &inode = m_tree.inodeAt(node);
        addTar(node, subtree);
        count(FormatLoss::Kind::AclId, node, inode.xattrs != 0 && hasLargeAclId(inode));
    }

    void addTar(NodeId node, NodeId subtree)
    {
        const Inode &inode = m_tree.inodeAt(node);
        count(FormatLoss::Kind::Socket, node, inode.type == FileType::Socket);
        count(FormatLoss::Kind::Flag, node, (inode.flags & (kImmutable | kAppendOnly)) != 0);
        count(FormatLoss::Kind::XattrName, node, hasXattr(inode, [](std::string_view name) {
                  return name.find_first_of("%=") != std::string_view::npos;
              }));
        count(FormatLoss::Kind::ComposedName, node, hasDecomposedName(node, subtree));
        count(FormatLoss::Kind::EarlyFraction, node, inode.mtimeSeconds < 0 && inode.mtimeNanoseconds != 0);
    }

    void addFolder(NodeId node, const Writer &writer)
    {
        const Inode &inode = m_tree.inodeAt(node);
        const bool isGroup = std::ranges::find(writer.groups, inode.gid) != writer.groups.end();
        count(FormatLoss::Kind::Flag, node, (inode.flags & (kImmutable | kAppendOnly)) != 0);
        count(FormatLoss::Kind::Owner, node, inode.uid != writer.uid || !isGroup);
        count(FormatLoss::Kind::Device, node, inode.isDevice());
        count(FormatLoss::Kind::PrivilegedXattr, node, hasXattr(inode, [](std::string_view name) {
                  return name.starts_with("trusted.") || name.starts_with("security.");
              }));
    }

    // Nobody can change what is in an image that is only read: its files need no seal.
    void addImage(NodeId node, const ImageAbilities &can, bool readOnly)
    {
        const InodeId id = m_tree.inodeOf(node);
        const Inode &inode = m_tree.inode(id);
        const std::size_t names = m_tree.names(id).size();
        const std::int64_t seconds = inode.mtimeSeconds;
        const bool attributes = can.xattrsOfAll || inode.isRegular() || inode.isDirectory();
        count(FormatLoss::Kind::HardLinks, node, !can.hardLinks && names > 1);
        count(FormatLoss::Kind::Flag, node,
              !can.flags && !readOnly && (inode.flags & (kImmutable | kAppendOnly)) != 0);
        count(FormatLoss::Kind::Acl, node, !can.acls && hasXattr(inode, isAcl));
        count(FormatLoss::Kind::Xattr, node,
              !(can.xattrs && attributes) && hasXattr(inode, std::not_fn(isAcl)));
        count(FormatLoss::Kind::Time, node, std::clamp(seconds, can.earliest, can.latest) != seconds);
        count(FormatLoss::Kind::Fraction, node, !can.nanoseconds && inode.mtimeNanoseconds != 0);
        count(FormatLoss::Kind::LongName, node, hasLongName(id, can.longestName));
        count(FormatLoss::Kind::Names, node, !inode.isDirectory() && names > can.mostLinks);
        count(FormatLoss::Kind::Subfolders, node,
              inode.isDirectory() && m_tree.linkCount(id) - std::uint64_t{2} > can.mostSubfolders);
        count(FormatLoss::Kind::Size, node, inode.isRegular() && inode.size > can.largestFile);
        count(FormatLoss::Kind::Target, node, inode.isSymlink() && inode.size > can.longestTarget);
        count(FormatLoss::Kind::DeviceNumbers, node,
              !can.largeMinorsAlone && inode.isDevice() && inode.deviceMajor() == 0 &&
                  inode.deviceMinor() > 255);
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
        else if (loss.others.size() < kMostLossPaths)
            loss.others.push_back(m_tree.path(node));
    }

    bool hasXattr(const Inode &inode, const std::function<bool(std::string_view)> &matches) const
    {
        if (inode.xattrs == 0)
            return false;
        return std::ranges::any_of(m_tree.xattrs(inode.xattrs),
                                   [&](const XattrView &xattr) { return matches(xattr.name); });
    }

    // What is no UTF-8 at all is exact everywhere: such names are marked as bytes.
    bool hasDecomposedName(NodeId node, NodeId subtree) const
    {
        return std::ranges::any_of(m_tree.names(m_tree.inodeOf(node)), [&](NodeId name) {
            return name != subtree && m_tree.isInside(name, subtree) && isDecomposed(m_tree.name(name));
        });
    }

    bool hasLargeAclId(const Inode &inode) const
    {
        return std::ranges::any_of(m_tree.xattrs(inode.xattrs), [](const XattrView &xattr) {
            const auto acl = isAcl(xattr.name) ? aclFromXattr(xattr.value) : std::nullopt;
            return acl && std::ranges::any_of(*acl, [](const AclEntry &entry) {
                       const bool hasId =
                           entry.tag == AclEntry::Tag::User || entry.tag == AclEntry::Tag::Group;
                       return hasId && entry.id > 0x7FFFFFFF;
                   });
        });
    }

    bool hasLongName(InodeId id, std::size_t longest) const
    {
        return std::ranges::any_of(m_tree.names(id),
                                   [&](NodeId name) { return m_tree.name(name).size() > longest; });
    }

    const FileTree &m_tree;
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
    return kind >= FormatLoss::Kind::Names;
}

std::vector<FormatLoss> starLosses(const FileTree &tree, NodeId subtree)
{
    Losses losses(tree);
    eachFirstName(tree, subtree, [&](NodeId node) { losses.addStar(node, subtree); });
    return losses.take();
}

std::vector<FormatLoss> ociLosses(const FileTree &tree, std::span<const NodeId> vservers)
{
    Losses losses(tree);
    std::vector<bool> seen(tree.inodeCount(), false);
    for (const NodeId vserver : vservers) {
        eachFirstName(tree, vserver, [&](NodeId node) {
            if (seen[tree.inodeOf(node)])
                return;
            seen[tree.inodeOf(node)] = true;
            losses.addTar(node, vserver); // ACLs are xattrs in layers
        });
    }
    return losses.take();
}

std::vector<FormatLoss> folderLosses(const FileTree &tree, NodeId subtree, const Writer &writer)
{
    if (writer.isRoot())
        return {};
    Losses losses(tree);
    eachFirstName(tree, subtree, [&](NodeId node) { losses.addFolder(node, writer); });
    return losses.take();
}

std::vector<FormatLoss> imageLosses(const FileTree &tree, const ImageOptions &options)
{
    const ImageAbilities can = imageAbilities(options);
    const bool readOnly = imageFormatInfo(options.format).readOnly;
    Losses losses(tree);
    eachFirstName(tree, FileTree::root(), [&](NodeId node) { losses.addImage(node, can, readOnly); });
    return losses.take();
}

std::string lossRemark(const FormatLoss &loss)
{
    return translated("assembly", "%1: %2, such as %3")
        .arg(lossName(loss.kind))
        .arg(loss.count)
        .arg(displayPath(loss.example))
        .toStdString();
}

QString lossName(FormatLoss::Kind kind)
{
    switch (kind) {
    case FormatLoss::Kind::Socket:
        return translated("assembly", "sockets, which are left out");
    case FormatLoss::Kind::Flag:
        return translated("assembly", "seals (immutable, append-only)");
    case FormatLoss::Kind::XattrName:
        return translated("assembly", "attributes that only GNU tar and Refbox restore");
    case FormatLoss::Kind::ComposedName:
        return translated("assembly", "names with letters in parts, which bsdtar changes");
    case FormatLoss::Kind::EarlyFraction:
        return translated("assembly", "times before 1970 with fractions, which bsdtar changes");
    case FormatLoss::Kind::AclId:
        return translated("assembly", "access control lists with ids that bsdtar does not restore");
    case FormatLoss::Kind::Owner:
        return translated("assembly", "owners, which only root can set");
    case FormatLoss::Kind::Device:
        return translated("assembly", "devices, which only root can make");
    case FormatLoss::Kind::PrivilegedXattr:
        return translated("assembly", "attributes that only root can set");
    case FormatLoss::Kind::HardLinks:
        return translated("assembly", "hard links, which become files of their own");
    case FormatLoss::Kind::Acl:
        return translated("assembly", "access control lists");
    case FormatLoss::Kind::Xattr:
        return translated("assembly", "extended attributes and capabilities");
    case FormatLoss::Kind::Time:
        return translated("assembly", "times beyond what it can say, which become the nearest one");
    case FormatLoss::Kind::Fraction:
        return translated("assembly", "fractions of seconds in times");
    case FormatLoss::Kind::LongName:
        return translated("assembly", "names that are shown cut");
    case FormatLoss::Kind::Names:
        return translated("assembly", "files with too many names");
    case FormatLoss::Kind::Subfolders:
        return translated("assembly", "folders with too many subfolders");
    case FormatLoss::Kind::Size:
        return translated("assembly", "files that are too big");
    case FormatLoss::Kind::Target:
        return translated("assembly", "symbolic links that are too long");
    case FormatLoss::Kind::DeviceNumbers:
        return translated("assembly", "devices whose numbers would be read as others");
    }
    return {};
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
