// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/comparison.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/acl.h"
#include "tree/content.h"

#include <algorithm>
#include <cstdio>
#include <unordered_set>
#include <utility>

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

std::string inWords(const char *text)
{
    return translated("tree", text).toStdString();
}

std::string describeXattr(const XattrView &xattr)
{
    if (xattr.name == kAclAccess || xattr.name == kAclDefault) {
        const auto acl = aclFromXattr(xattr.value);
        return std::string(xattr.name) + "=" +
               (acl ? aclToText(*acl) : inWords(QT_TRANSLATE_NOOP("tree", "malformed")));
    }
    std::string value = displayBytes(xattr.value.substr(0, 64));
    return displayBytes(xattr.name) + "=" + value + (xattr.value.size() > 64 ? "…" : "");
}

std::string describeXattrs(const std::vector<XattrView> &xattrs)
{
    std::string text;
    for (const XattrView &xattr : xattrs)
        text += (text.empty() ? "" : ", ") + describeXattr(xattr);
    return text.empty() ? inWords(QT_TRANSLATE_NOOP("tree", "none")) : text;
}

// One of the two sides. Paths are relative to its root, names outside do not count.
class Side
{
public:
    explicit Side(Subtree subtree)
        : m_subtree(subtree)
        , m_end(subtree.tree.subtreeEnd(subtree.node))
    {
    }

    const FileTree &tree() const { return m_subtree.tree; }
    NodeId root() const { return m_subtree.node; }
    std::uint32_t size() const { return m_end - root(); }

    std::string path(NodeId node) const
    {
        if (node == root())
            return "/";
        return tree().path(node).substr(root() == FileTree::root() ? 0 : tree().path(root()).size());
    }

    std::span<const NodeId> names(InodeId inode) const
    {
        const auto all = tree().names(inode);
        const auto begin = std::lower_bound(all.begin(), all.end(), root());
        return {begin, std::lower_bound(begin, all.end(), m_end)};
    }

    std::string describeLinks(InodeId inode) const
    {
        static constexpr std::size_t kShown = 4;
        const auto inside = names(inode);
        std::string text = (inside.size() == 1 ? translated("tree", "1 name:")
                                               : translated("tree", "%1 names:").arg(inside.size()))
                               .toStdString();
        for (const NodeId node : inside.first(std::min(inside.size(), kShown)))
            (text += ' ') += displayBytes(path(node));
        return text + (inside.size() > kShown ? " …" : "");
    }

private:
    Subtree m_subtree;
    NodeId m_end;
};

class Comparer
{
public:
    Comparer(Subtree a, Subtree b, const CompareOptions &options, Progress &progress)
        : m_a(a)
        , m_b(b)
        , m_options(options)
        , m_progress(progress)
        , m_twins(m_a.size(), kNoId)
        , m_groups(a.tree.inodeCount(), Group::Unknown)
    {
    }

    std::vector<Difference> run()
    {
        m_progress.beginPhase(translated("tree", "Comparing"), m_a.size(), Progress::Unit::Entries);
        walk([this](NodeId a, NodeId b) {
            if (a != kNoId && b != kNoId)
                m_twins[a - m_a.root()] = b;
        });
        walk([this](NodeId a, NodeId b) {
            if (b == kNoId)
                reportOnlyInA(a);
            else if (a == kNoId)
                report(Difference::Kind::OnlyInB, m_b.path(b), {},
                       inWords(fileTypeName(m_b.tree().inodeAt(b).type)));
            else
                compareNodes(a, b);
        });
        return std::move(m_differences);
    }

private:
    enum class Group : std::uint8_t { Unknown, Equal, Different };

    void report(Difference::Kind kind, std::string path, std::string inA, std::string inB)
    {
        m_differences.push_back({kind, std::move(path), std::move(inA), std::move(inB)});
    }

    void report(Difference::Kind kind, NodeId a, std::string inA, std::string inB)
    {
        report(kind, m_a.path(a), std::move(inA), std::move(inB));
    }

    void reportContent(NodeId a)
    {
        const std::string text = translated("tree", "bytes differ").toStdString();
        report(Difference::Kind::Content, a, text, text);
    }

    void reportOnlyInA(NodeId a)
    {
        m_progress.advance(m_a.tree().subtreeEnd(a) - a);
        report(Difference::Kind::OnlyInA, a, inWords(fileTypeName(m_a.tree().inodeAt(a).type)), {});
    }

    // Visits all names in preorder, those of equal paths together; kNoId where a side lacks one.
    template <typename Visit>
    void walk(Visit visit)
    {
        std::vector<std::pair<NodeId, NodeId>> stack{{m_a.root(), m_b.root()}};
        std::vector<std::pair<NodeId, NodeId>> pairs;
        while (!stack.empty()) {
            m_progress.throwIfCancelled();
            const auto [a, b] = stack.back();
            stack.pop_back();
            visit(a, b);
            if (a == kNoId || b == kNoId)
                continue;
            pairs.clear();
            pairChildren(a, b, pairs);
            stack.insert(stack.end(), pairs.rbegin(), pairs.rend());
        }
    }

    // Both child lists are sorted by name: merge them.
    void pairChildren(NodeId a, NodeId b, std::vector<std::pair<NodeId, NodeId>> &pairs) const
    {
        const auto inA = m_a.tree().children(a);
        const auto inB = m_b.tree().children(b);
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < inA.size() || j < inB.size()) {
            const int order = i == inA.size()   ? 1
                              : j == inB.size() ? -1
                                                : m_a.tree().name(inA[i]).compare(m_b.tree().name(inB[j]));
            pairs.emplace_back(order <= 0 ? inA[i] : kNoId, order >= 0 ? inB[j] : kNoId);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    void compareNodes(NodeId a, NodeId b)
    {
        m_progress.advance();
        const InodeId inodeA = m_a.tree().inodeOf(a);
        const InodeId inodeB = m_b.tree().inodeOf(b);
        const bool files = !m_a.tree().inode(inodeA).isDirectory() && !m_b.tree().inode(inodeB).isDirectory();
        if (files && m_options.links && m_a.names(inodeA).size() + m_b.names(inodeB).size() > 2) {
            if (haveEqualNames(inodeA, inodeB)) {
                if (m_a.names(inodeA).front() != a)
                    return; // compared under their first name
            } else {
                if (!m_comparedPairs.insert(std::uint64_t(inodeA) << 32 | inodeB).second)
                    return;
                report(Difference::Kind::Links, a, m_a.describeLinks(inodeA), m_b.describeLinks(inodeB));
            }
        }
        compareInodes(a, m_a.tree().inode(inodeA), m_b.tree().inode(inodeB), inodeA, inodeB);
    }

    // Whether two inodes that share a path have the same paths. If not, no other inode of B can have A's
    // paths: so each inode of A is looked at once only, however many partners it meets.
    bool haveEqualNames(InodeId inodeA, InodeId inodeB)
    {
        Group &group = m_groups[inodeA];
        if (group == Group::Unknown) {
            const auto namesA = m_a.names(inodeA);
            const bool equal = namesA.size() == m_b.names(inodeB).size() &&
                               std::all_of(namesA.begin(), namesA.end(), [&](NodeId name) {
                                   const NodeId twin = m_twins[name - m_a.root()];
                                   return twin != kNoId && m_b.tree().inodeOf(twin) == inodeB;
                               });
            group = equal ? Group::Equal : Group::Different;
        }
        return group == Group::Equal;
    }

    void compareInodes(NodeId node, const Inode &a, const Inode &b, InodeId inodeA, InodeId inodeB)
    {
        if (a.type != b.type) {
            report(Difference::Kind::Type, node, inWords(fileTypeName(a.type)),
                   inWords(fileTypeName(b.type)));
            return;
        }
        if (a.permissions != b.permissions && !a.isSymlink()) // a link's own mode means nothing to Linux
            report(Difference::Kind::Permissions, node, describeMode(a.permissions),
                   describeMode(b.permissions));
        if (m_options.owners && (a.uid != b.uid || a.gid != b.gid))
            report(Difference::Kind::Owner, node, std::to_string(a.uid) + ":" + std::to_string(a.gid),
                   std::to_string(b.uid) + ":" + std::to_string(b.gid));
        if (m_options.times && !areEqual(a.mtime(), b.mtime()))
            report(Difference::Kind::Time, node, describeTime(a.mtime()), describeTime(b.mtime()));
        if (m_options.flags && a.flags != b.flags)
            report(Difference::Kind::Flags, node, describeFlags(a.flags), describeFlags(b.flags));
        if (a.isDevice() && a.contentRef != b.contentRef)
            report(Difference::Kind::Device, node, describeDevice(a), describeDevice(b));
        if (a.isSymlink() && m_a.tree().symlinkTarget(inodeA) != m_b.tree().symlinkTarget(inodeB))
            report(Difference::Kind::Target, node, displayBytes(m_a.tree().symlinkTarget(inodeA)),
                   displayBytes(m_b.tree().symlinkTarget(inodeB)));
        if (a.isRegular() && a.size != b.size)
            report(Difference::Kind::Size, node, std::to_string(a.size), std::to_string(b.size));
        else if (a.isRegular() && m_options.content &&
                 !(m_options.hasKnownContent && m_options.hasKnownContent(inodeA)) &&
                 !sameContent(m_a.tree(), inodeA, m_b.tree(), inodeB, &m_progress))
            reportContent(node);
        compareXattrs(node, inodeA, inodeB);
    }

    bool areEqual(const Timestamp &a, const Timestamp &b) const
    {
        const auto clamped = [this](std::int64_t seconds) {
            return std::clamp(seconds, m_options.earliest, m_options.latest);
        };
        // Of a time that was clamped, nobody knows what became of its fraction.
        const bool isClamped = clamped(a.seconds) != a.seconds || clamped(b.seconds) != b.seconds;
        return clamped(a.seconds) == clamped(b.seconds) &&
               (!m_options.nanoseconds || isClamped || a.nanoseconds == b.nanoseconds);
    }

    void compareXattrs(NodeId node, InodeId inodeA, InodeId inodeB)
    {
        const Inode &inode = m_a.tree().inode(inodeA);
        if (inode.xattrs == 0 && m_b.tree().inode(inodeB).xattrs == 0)
            return;
        if (!m_options.xattrsOfAll && !inode.isRegular() && !inode.isDirectory())
            return;
        auto inA = m_a.tree().xattrsOf(inodeA);
        auto inB = m_b.tree().xattrsOf(inodeB);
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
        if (m_options.acls && inA != inB)
            report(Difference::Kind::Acls, node, describeXattrs(inA), describeXattrs(inB));
        if (m_options.xattrs && othersA != othersB)
            report(Difference::Kind::Xattrs, node, describeXattrs(othersA), describeXattrs(othersB));
    }

    static std::string describeFlags(std::uint8_t flags)
    {
        static constexpr std::pair<std::uint8_t, const char *> kNames[] = {
            {kImmutable, QT_TRANSLATE_NOOP("tree", "immutable")},
            {kAppendOnly, QT_TRANSLATE_NOOP("tree", "append-only")},
            {kNoDump, QT_TRANSLATE_NOOP("tree", "no-dump")}};
        std::string text;
        for (const auto &[flag, name] : kNames) {
            if ((flags & flag) != 0)
                text += (text.empty() ? "" : " ") + inWords(name);
        }
        return text.empty() ? inWords(QT_TRANSLATE_NOOP("tree", "none")) : text;
    }

    static std::string describeDevice(const Inode &inode)
    {
        return std::to_string(inode.deviceMajor()) + ":" + std::to_string(inode.deviceMinor());
    }

    Side m_a;
    Side m_b;
    const CompareOptions &m_options;
    Progress &m_progress;
    std::vector<NodeId> m_twins;                       // by place in A: the node of B with the same path
    std::vector<Group> m_groups;                       // by inode of A
    std::unordered_set<std::uint64_t> m_comparedPairs; // of inodes whose names differ
    std::vector<Difference> m_differences;
};

} // namespace

const char *differenceName(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::OnlyInA:
        return QT_TRANSLATE_NOOP("tree", "only in A");
    case Difference::Kind::OnlyInB:
        return QT_TRANSLATE_NOOP("tree", "only in B");
    case Difference::Kind::Type:
        return QT_TRANSLATE_NOOP("tree", "type");
    case Difference::Kind::Permissions:
        return QT_TRANSLATE_NOOP("tree", "mode");
    case Difference::Kind::Owner:
        return QT_TRANSLATE_NOOP("tree", "owner");
    case Difference::Kind::Time:
        return QT_TRANSLATE_NOOP("tree", "time");
    case Difference::Kind::Size:
        return QT_TRANSLATE_NOOP("tree", "size");
    case Difference::Kind::Content:
        return QT_TRANSLATE_NOOP("tree", "content");
    case Difference::Kind::Target:
        return QT_TRANSLATE_NOOP("tree", "target");
    case Difference::Kind::Device:
        return QT_TRANSLATE_NOOP("tree", "device");
    case Difference::Kind::Links:
        return QT_TRANSLATE_NOOP("tree", "links");
    case Difference::Kind::Xattrs:
        return QT_TRANSLATE_NOOP("tree", "xattrs");
    case Difference::Kind::Acls:
        return QT_TRANSLATE_NOOP("tree", "acl");
    case Difference::Kind::Flags:
        return QT_TRANSLATE_NOOP("tree", "flags");
    }
    return QT_TRANSLATE_NOOP("tree", "unknown");
}

std::vector<Difference> compareTrees(Subtree a, Subtree b, const CompareOptions &options, Progress &progress)
{
    return Comparer(a, b, options, progress).run();
}

} // namespace Refbox
