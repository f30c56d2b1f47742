// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/comparison.h"

#include "jobs/display.h"
#include "tree/acl.h"
#include "tree/content.h"

#include <algorithm>
#include <cstdio>

namespace Refbox {

namespace {

std::string describeTime(Timestamp time)
{
    char text[48];
    std::snprintf(text, sizeof text, "%lld.%09u", static_cast<long long>(time.seconds), time.nanoseconds);
    return text;
}

std::string describeMode(std::uint16_t permissions)
{
    char text[8];
    std::snprintf(text, sizeof text, "%04o", permissions);
    return text;
}

std::string describeXattr(const XattrView &xattr)
{
    if (xattr.name == kAclAccess || xattr.name == kAclDefault) {
        const auto acl = aclFromXattr(xattr.value);
        return std::string(xattr.name) + "=" + (acl ? aclToText(*acl) : "malformed");
    }
    std::string value = displayBytes(xattr.value.substr(0, 64));
    return displayBytes(xattr.name) + "=" + value + (xattr.value.size() > 64 ? "…" : "");
}

std::string describeXattrs(const std::vector<XattrView> &xattrs)
{
    std::string text;
    for (const XattrView &xattr : xattrs)
        text += (text.empty() ? "" : ", ") + describeXattr(xattr);
    return text.empty() ? "none" : text;
}

class Comparer
{
public:
    Comparer(Subtree a, Subtree b, const CompareOptions &options, Progress &progress)
        : m_a(a)
        , m_b(b)
        , m_options(options)
        , m_progress(progress)
        , m_partnerOfA(a.tree.inodeCount(), kNoId)
        , m_partnerOfB(b.tree.inodeCount(), kNoId)
    {
    }

    std::vector<Difference> run()
    {
        m_progress.beginPhase(QStringLiteral("Comparing"), m_a.tree.subtreeEnd(m_a.node) - m_a.node,
                              Progress::Unit::Entries);
        std::vector<std::pair<NodeId, NodeId>> stack{{m_a.node, m_b.node}};
        std::vector<std::pair<NodeId, NodeId>> pairs;
        while (!stack.empty()) {
            const auto [a, b] = stack.back();
            stack.pop_back();
            if (a == kNoId || b == kNoId) {
                reportLonely(a, b);
                continue;
            }
            compareNodes(a, b);
            pairs.clear();
            pairChildren(a, b, pairs);
            stack.insert(stack.end(), pairs.rbegin(), pairs.rend());
        }
        return std::move(m_differences);
    }

private:
    void report(Difference::Kind kind, NodeId a, std::string inA, std::string inB)
    {
        m_differences.push_back({kind, relativePath(m_a, a), std::move(inA), std::move(inB)});
    }

    static std::string relativePath(Subtree subtree, NodeId node)
    {
        std::string path;
        for (; node != subtree.node; node = subtree.tree.parent(node))
            path.insert(0, "/" + std::string(subtree.tree.name(node)));
        return path.empty() ? "/" : path;
    }

    void reportLonely(NodeId a, NodeId b)
    {
        m_progress.throwIfCancelled();
        if (b == kNoId)
            m_differences.push_back({Difference::Kind::OnlyInA,
                                     relativePath(m_a, a),
                                     fileTypeName(m_a.tree.inodeAt(a).type),
                                     {}});
        else
            m_differences.push_back({Difference::Kind::OnlyInB,
                                     relativePath(m_b, b),
                                     {},
                                     fileTypeName(m_b.tree.inodeAt(b).type)});
    }

    // Both child lists are sorted by name: merge them.
    void pairChildren(NodeId a, NodeId b, std::vector<std::pair<NodeId, NodeId>> &pairs) const
    {
        const auto inA = m_a.tree.children(a);
        const auto inB = m_b.tree.children(b);
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < inA.size() || j < inB.size()) {
            const int order = i == inA.size()   ? 1
                              : j == inB.size() ? -1
                                                : m_a.tree.name(inA[i]).compare(m_b.tree.name(inB[j]));
            pairs.emplace_back(order <= 0 ? inA[i] : kNoId, order >= 0 ? inB[j] : kNoId);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    void compareNodes(NodeId a, NodeId b)
    {
        m_progress.advance();
        m_progress.throwIfCancelled();
        const InodeId inodeA = m_a.tree.inodeOf(a);
        const InodeId inodeB = m_b.tree.inodeOf(b);
        const bool known = m_partnerOfA[inodeA] == inodeB && m_partnerOfB[inodeB] == inodeA;
        if (known)
            return; // compared under another name already
        if (m_partnerOfA[inodeA] != kNoId || m_partnerOfB[inodeB] != kNoId)
            report(Difference::Kind::Links, a, describeLinks(m_a, inodeA), describeLinks(m_b, inodeB));
        m_partnerOfA[inodeA] = inodeB;
        m_partnerOfB[inodeB] = inodeA;
        compareInodes(a, m_a.tree.inode(inodeA), m_b.tree.inode(inodeB), inodeA, inodeB);
        if (!m_a.tree.inode(inodeA).isDirectory() &&
            namesInside(m_a, inodeA).size() != namesInside(m_b, inodeB).size())
            report(Difference::Kind::Links, a, describeLinks(m_a, inodeA), describeLinks(m_b, inodeB));
    }

    void compareInodes(NodeId node, const Inode &a, const Inode &b, InodeId inodeA, InodeId inodeB)
    {
        if (a.type != b.type) {
            report(Difference::Kind::Type, node, fileTypeName(a.type), fileTypeName(b.type));
            return;
        }
        if (a.permissions != b.permissions && !a.isSymlink()) // a link's own mode means nothing to Linux
            report(Difference::Kind::Permissions, node, describeMode(a.permissions),
                   describeMode(b.permissions));
        if (m_options.owners && (a.uid != b.uid || a.gid != b.gid))
            report(Difference::Kind::Owner, node, std::to_string(a.uid) + ":" + std::to_string(a.gid),
                   std::to_string(b.uid) + ":" + std::to_string(b.gid));
        if (m_options.times && (a.mtimeSeconds != b.mtimeSeconds ||
                                (m_options.nanoseconds && a.mtimeNanoseconds != b.mtimeNanoseconds)))
            report(Difference::Kind::Time, node, describeTime(a.mtime()), describeTime(b.mtime()));
        if (m_options.flags && a.flags != b.flags)
            report(Difference::Kind::Flags, node, describeFlags(a.flags), describeFlags(b.flags));
        if (a.isDevice() && a.contentRef != b.contentRef)
            report(Difference::Kind::Device, node, describeDevice(a), describeDevice(b));
        if (a.isSymlink() && m_a.tree.symlinkTarget(inodeA) != m_b.tree.symlinkTarget(inodeB))
            report(Difference::Kind::Target, node, displayBytes(m_a.tree.symlinkTarget(inodeA)),
                   displayBytes(m_b.tree.symlinkTarget(inodeB)));
        if (a.isRegular() && a.size != b.size)
            report(Difference::Kind::Size, node, std::to_string(a.size), std::to_string(b.size));
        else if (a.isRegular() && m_options.content && !sameContent(m_a.tree, inodeA, m_b.tree, inodeB))
            report(Difference::Kind::Content, node, "bytes differ", "bytes differ");
        compareXattrs(node, inodeA, inodeB);
    }

    void compareXattrs(NodeId node, InodeId inodeA, InodeId inodeB)
    {
        if (m_a.tree.inode(inodeA).xattrs == 0 && m_b.tree.inode(inodeB).xattrs == 0)
            return;
        auto inA = m_a.tree.xattrsOf(inodeA);
        auto inB = m_b.tree.xattrsOf(inodeB);
        if (inA == inB)
            return;
        // ACLs are a kind of their own, so that a reader can tell them from other attributes.
        const auto isAcl = [](const XattrView &xattr) {
            return xattr.name == kAclAccess || xattr.name == kAclDefault;
        };
        const auto split = [&](std::vector<XattrView> &all) {
            const auto middle = std::stable_partition(all.begin(), all.end(), isAcl);
            std::vector<XattrView> others(middle, all.end());
            all.erase(middle, all.end());
            return others;
        };
        const auto othersA = split(inA);
        const auto othersB = split(inB);
        if (inA != inB)
            report(Difference::Kind::Acl, node, describeXattrs(inA), describeXattrs(inB));
        if (othersA != othersB)
            report(Difference::Kind::Xattrs, node, describeXattrs(othersA), describeXattrs(othersB));
    }

    static std::vector<NodeId> namesInside(Subtree subtree, InodeId inode)
    {
        std::vector<NodeId> inside;
        const NodeId end = subtree.node == FileTree::root() ? subtree.tree.nodeCount()
                                                            : subtree.tree.subtreeEnd(subtree.node);
        for (const NodeId name : subtree.tree.names(inode)) {
            if (name >= subtree.node && name < end)
                inside.push_back(name);
        }
        return inside;
    }

    static std::string describeLinks(Subtree subtree, InodeId inode)
    {
        static constexpr std::size_t kShown = 4;
        const auto inside = namesInside(subtree, inode);
        std::string text = std::to_string(inside.size()) + (inside.size() == 1 ? " name:" : " names:");
        for (std::size_t i = 0; i < std::min(inside.size(), kShown); ++i)
            text += " " + displayBytes(relativePath(subtree, inside[i]));
        return text + (inside.size() > kShown ? " …" : "");
    }

    static std::string describeFlags(std::uint8_t flags)
    {
        std::string text;
        text += (flags & kImmutable) != 0 ? "immutable " : "";
        text += (flags & kAppendOnly) != 0 ? "append-only " : "";
        text += (flags & kNoDump) != 0 ? "no-dump " : "";
        if (text.empty())
            return "none";
        text.pop_back();
        return text;
    }

    static std::string describeDevice(const Inode &inode)
    {
        return std::to_string(inode.deviceMajor()) + ":" + std::to_string(inode.deviceMinor());
    }

    Subtree m_a;
    Subtree m_b;
    const CompareOptions &m_options;
    Progress &m_progress;
    std::vector<InodeId> m_partnerOfA;
    std::vector<InodeId> m_partnerOfB;
    std::vector<Difference> m_differences;
};

} // namespace

const char *differenceName(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::OnlyInA:
        return "only in A";
    case Difference::Kind::OnlyInB:
        return "only in B";
    case Difference::Kind::Type:
        return "type";
    case Difference::Kind::Permissions:
        return "mode";
    case Difference::Kind::Owner:
        return "owner";
    case Difference::Kind::Time:
        return "time";
    case Difference::Kind::Size:
        return "size";
    case Difference::Kind::Content:
        return "content";
    case Difference::Kind::Target:
        return "target";
    case Difference::Kind::Device:
        return "device";
    case Difference::Kind::Links:
        return "links";
    case Difference::Kind::Xattrs:
        return "xattrs";
    case Difference::Kind::Acl:
        return "acl";
    case Difference::Kind::Flags:
        return "flags";
    }
    return "unknown";
}

std::vector<Difference> compareTrees(Subtree a, Subtree b, const CompareOptions &options, Progress &progress)
{
    return Comparer(a, b, options, progress).run();
}

} // namespace Refbox
