// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/sharedchecks.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <map>
#include <utility>

namespace Refbox {

namespace {

using Severity = Finding::Severity;

constexpr std::uint32_t kMostSingles = 20; // beyond, one finding tells how many more there are
constexpr std::uint16_t kWritableByMany = 0022;
constexpr std::uint16_t kWritableByOwner = 0200;

struct Tally
{
    std::uint32_t count = 0;
    NodeId example = kNoId;

    void add(NodeId node)
    {
        if (count++ == 0)
            example = node;
    }
};

class SharedFiles final
{
public:
    SharedFiles(const TreePlaces &places, CheckedKind kind, Findings &findings)
        : m_places(places)
        , m_tree(places.tree())
        , m_kind(kind)
        , m_findings(findings)
    {
    }

    // A file of the refbox, by its name there, that a vserver shares.
    void look(NodeId node)
    {
        const Inode &inode = m_tree.inodeAt(node);
        if ((inode.flags & kImmutable) != 0)
            return; // nobody writes it, whatever its mode says
        m_unsealed.add(node);
        if ((inode.permissions & kWritableByMany) != 0)
            reportWritable(node);
        else if (inode.uid != 0 && (inode.permissions & kWritableByOwner) != 0)
            m_owned.add(node);
    }

    void reportSums()
    {
        if (m_writable.count > kMostSingles)
            report(Severity::Warning, "shared-writable", m_places.refbox(),
                   translated("assembly", "%1 more shared files can be written by others than their owner.")
                       .arg(m_writable.count - kMostSingles));
        if (m_owned.count > 0)
            report(
                Severity::Warning, "shared-writable", m_owned.example,
                (m_owned.count == 1
                     ? translated("assembly", "One shared file, this one, can be written by its owner, who "
                                              "is not root (user %1), and changes for all vservers then.")
                     : translated("assembly",
                                  "%2 shared files, such as this one, can be written by their owners, who "
                                  "are not root (here user %1), and change for all vservers then."))
                    .arg(m_tree.inodeAt(m_owned.example).uid)
                    .arg(m_owned.count),
                sealAdvice());
        if (m_unsealed.count > 0)
            report(m_kind == CheckedKind::Plan ? Severity::Warning : Severity::Info, "unsealed",
                   m_unsealed.example,
                   (m_unsealed.count == 1
                        ? translated("assembly", "One shared file, this one, is not sealed: root inside one "
                                                 "vserver can change it for all.")
                        : translated("assembly", "%1 shared files, such as this one, are not sealed: root "
                                                 "inside one vserver can change them for all.")
                              .arg(m_unsealed.count)),
                   sealAdvice());
    }

private:
    void reportWritable(NodeId node)
    {
        m_writable.add(node);
        if (m_writable.count > kMostSingles)
            return;
        const bool others = (m_tree.inodeAt(node).permissions & 0002) != 0;
        report(Severity::Warning, "shared-writable", node,
               others ? translated("assembly", "Every user can write this shared file, in every vserver.")
                      : translated("assembly", "Group %1 can write this shared file, in every vserver.")
                            .arg(m_tree.inodeAt(node).gid),
               sealAdvice());
    }

    QString sealAdvice() const
    {
        return m_kind == CheckedKind::Plan
                   ? translated("assembly", "Turn the seal on, or correct its mode at its source.")
                   : translated("assembly", "On a mounted image, chattr +i seals a file.");
    }

    void report(Severity severity, const char *id, NodeId node, const QString &message,
                const QString &advice = {})
    {
        m_findings.push_back({severity, id, m_tree.path(node), message, advice});
    }

    const TreePlaces &m_places;
    const FileTree &m_tree;
    CheckedKind m_kind;
    Findings &m_findings;
    Tally m_unsealed;
    Tally m_writable;
    Tally m_owned;
};

// Files with names in a vserver and elsewhere, of which the refbox knows nothing.
class ForeignLinks final
{
public:
    explicit ForeignLinks(const TreePlaces &places)
        : m_places(places)
        , m_tree(places.tree())
    {
    }

    void look(InodeId inode)
    {
        const auto names = m_tree.names(inode);
        const NodeId first = m_places.vserverName(inode);
        if (first == kNoId)
            return;
        const NodeId home = placeOf(first);
        NodeId before = kNoId;
        for (const NodeId name : names) {
            const NodeId other = placeOf(name);
            if (other != home && other != before) // names are in preorder: those of one place stand together
                add(home, other, first, name);
            before = other;
        }
    }

    void report(Findings &findings) const
    {
        for (const auto &[ends, pair] : m_pairs) {
            const QString other = displayPath(m_tree.path(ends.second));
            const QString there = displayPath(m_tree.path(pair.there));
            findings.push_back(
                {Severity::Warning, "foreign-link", m_tree.path(pair.here),
                 pair.count == 1
                     ? translated("assembly",
                                  "This file is a hard link to %1, past the refbox: whoever changes the one "
                                  "changes the other.")
                           .arg(there)
                     : translated("assembly",
                                  "%1 files, such as this one, are hard links to files of %2 (here %3), past "
                                  "the refbox: whoever changes the one changes the other.")
                           .arg(pair.count)
                           .arg(other, there),
                 translated("assembly", "Give each its own copy, or put the file into the refbox.")});
        }
    }

private:
    struct Pair
    {
        std::uint32_t count = 0;
        NodeId here = kNoId;
        NodeId there = kNoId;
    };

    // The vserver, else the folder of the image that the name is in.
    NodeId placeOf(NodeId node) const
    {
        if (const NodeId vserver = m_places.vserverOf(node); vserver != kNoId)
            return vserver;
        while (m_tree.parent(node) != FileTree::root())
            node = m_tree.parent(node);
        return m_tree.inodeAt(node).isDirectory() ? node : FileTree::root();
    }

    void add(NodeId home, NodeId other, NodeId here, NodeId there)
    {
        Pair &pair = m_pairs[{home, other}];
        if (pair.count++ == 0)
            pair = {1, here, there};
    }

    const TreePlaces &m_places;
    const FileTree &m_tree;
    std::map<std::pair<NodeId, NodeId>, Pair> m_pairs;
};

} // namespace

void checkSharing(const TreePlaces &places, CheckedKind kind, Findings &findings, Progress &progress)
{
    if (places.vservers().empty())
        return;
    const FileTree &tree = places.tree();
    SharedFiles shared(places, kind, findings);
    ForeignLinks foreign(places);
    for (InodeId inode = 0; inode < tree.inodeCount(); ++inode) {
        if (inode % 1024 == 0)
            progress.throwIfCancelled();
        if (tree.names(inode).size() < 2 || tree.inode(inode).isDirectory())
            continue;
        const NodeId inRefbox = places.refboxName(inode);
        if (inRefbox == kNoId)
            foreign.look(inode);
        else if (tree.inode(inode).isRegular() && places.vserverName(inode) != kNoId)
            shared.look(inRefbox);
    }
    shared.reportSums();
    foreign.report(findings);
}

} // namespace Refbox
