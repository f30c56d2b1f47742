// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodedetails.h"

#include "assembly/privilegechecks.h"
#include "gui/archivemembers.h"
#include "gui/nodecells.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/libraries.h"
#include "software/scripts.h"
#include "tree/acl.h"
#include "tree/content.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringDecoder>
#include <QTimeZone>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t kPreviewBytes = 64UL * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::NodeDetails)
};

class DetailsReader
{
public:
    DetailsReader(const Snapshot &snapshot, NodeId node, Progress &progress)
        : m_snapshot(snapshot)
        , m_tree(*snapshot.tree)
        , m_node(node)
        , m_inodeId(m_tree.inodeOf(node))
        , m_inode(m_tree.inode(m_inodeId))
        , m_progress(progress)
    {
        m_details.node = node;
    }

    NodeDetails read()
    {
        m_details.title = displayPath(m_tree.path(m_node));
        addType();
        addMetadata();
        addXattrs();
        addSharing();
        m_progress.throwIfCancelled();
        if (m_inode.isRegular() && m_inode.size > 0) {
            try {
                addCode();
                m_progress.throwIfCancelled();
                addPreview();
            } catch (const Error &error) {
                add(Texts::tr("Content"), error.why(), true);
            }
        }
        return std::move(m_details);
    }

private:
    void add(const QString &label, const QString &value, bool isProblem = false)
    {
        m_details.rows.push_back({label, value, isProblem});
    }

    void addType()
    {
        QString type = translated("tree", fileTypeName(m_inode.type));
        if (m_inode.isRegular())
            type += u", "_s + formatSize(m_inode.size);
        else if (m_inode.isDevice())
            type += u" %1, %2"_s.arg(m_inode.deviceMajor()).arg(m_inode.deviceMinor());
        add(Texts::tr("Type"), type);
        if (m_inode.isSymlink())
            addTarget();
        if (m_inode.isDirectory()) {
            add(Texts::tr("Entries"), u"%L1"_s.arg(m_tree.subtreeEnd(m_node) - m_node - 1));
            add(Texts::tr("Holds"),
                Texts::tr("%1, hard links counted once").arg(formatSize(m_snapshot.bytes[m_node])));
        }
    }

    // Links are followed as a process inside the vserver would.
    void addTarget()
    {
        add(Texts::tr("Leads to"), displayPath(m_tree.symlinkTarget(m_inodeId)));
        const NodeId root = rootOf(m_node);
        TreeView view(m_tree, root);
        const NodeId target = view.node(view.pathOf(m_node));
        add(Texts::tr("In the end"),
            target == kNoId ? Texts::tr("nowhere inside its root") : displayPath(m_tree.path(target)),
            target == kNoId);
    }

    void addMetadata()
    {
        add(Texts::tr("Mode"),
            u"%1 (%2)"_s.arg(modeText(m_inode)).arg(m_inode.permissions, 4, 8, QLatin1Char('0')));
        add(Texts::tr("Owner"), ownerText(m_inode));
        const auto time = QDateTime::fromSecsSinceEpoch(m_inode.mtimeSeconds, QTimeZone::utc());
        add(Texts::tr("Changed"), time.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s);
        if (m_inode.origin != 0)
            add(Texts::tr("From"), displayPath(m_tree.origin(m_inodeId)));
        QStringList flags;
        if ((m_inode.flags & kImmutable) != 0)
            flags += Texts::tr("sealed (immutable)");
        if ((m_inode.flags & kAppendOnly) != 0)
            flags += Texts::tr("append only");
        if ((m_inode.flags & kNoDump) != 0)
            flags += Texts::tr("left out of dumps");
        if (!flags.isEmpty())
            add(Texts::tr("Flags"), flags.join(u", "_s));
    }

    void addXattrs()
    {
        for (const XattrView &xattr : m_tree.xattrsOf(m_inodeId)) {
            if (xattr.name == kAclAccess || xattr.name == kAclDefault) {
                const auto acl = aclFromXattr(xattr.value);
                add(xattr.name == kAclAccess ? Texts::tr("Access ACL") : Texts::tr("Default ACL"),
                    acl ? QString::fromStdString(aclToText(*acl)).replace(u',', u'\n') : Texts::tr("damaged"),
                    !acl);
            } else if (xattr.name == kCapability) {
                const std::string names = capabilityNames(xattr.value);
                add(Texts::tr("Capabilities"),
                    names.empty() ? Texts::tr("none, or damaged") : QString::fromStdString(names),
                    names.empty());
            } else {
                add(displayPath(xattr.name), displayPath(xattr.value.substr(0, 200)));
            }
        }
    }

    void addSharing()
    {
        const auto names = m_tree.names(m_inodeId);
        if (!m_inode.isDirectory()) {
            m_details.nameCount = names.size();
            if (names.size() > 1)
                m_details.names.assign(names.begin(),
                                       names.begin() + static_cast<std::ptrdiff_t>(
                                                           std::min(names.size(), NodeDetails::kMostNames)));
        } else if (m_snapshot.linkMap && m_node != FileTree::root()) {
            const SharingTotals totals = m_snapshot.linkMap->totals(m_node);
            add(Texts::tr("Shared"), formatSize(totals.sharedBytes));
            add(Texts::tr("Private"), formatSize(totals.privateBytes));
        }
    }

    NodeId rootOf(NodeId node) const
    {
        for (const NodeId vserver : m_snapshot.vservers) {
            if (m_tree.isInside(node, vserver))
                return vserver;
        }
        return m_snapshot.refbox != kNoId && m_tree.isInside(node, m_snapshot.refbox) ? m_snapshot.refbox
                                                                                      : FileTree::root();
    }

    void need(const std::string &name, const std::string &path)
    {
        m_details.needs.push_back(
            {displayPath(name), path.empty() ? Texts::tr("missing here") : displayPath(path), path.empty()});
    }

    void addCode()
    {
        TreeView view(m_tree, rootOf(m_node));
        LibraryResolver resolver(view);
        const std::string path = view.pathOf(m_node);
        const Closure closure = resolver.closure(path);
        if (!closure.problem.empty())
            add(Texts::tr("ELF"), translated("software", closure.problem.c_str()), true);
        if (!closure.isElf) {
            if (const auto script = scriptNeeds(view, path))
                need(script->head.interpreter, script->interpreterPath);
            return;
        }
        addElf(view, path);
        if (!closure.interpreter.empty())
            need(closure.interpreter, closure.interpreterReal);
        for (const ResolvedLibrary &library : closure.libraries)
            need(library.name, library.path);
        for (const MissingLibrary &missing : closure.missing)
            need(missing.name, {});
    }

    void addElf(TreeView &view, const std::string &path)
    {
        const ViewFile *file = view.lookup(path);
        if (file == nullptr || !view.elf(*file).info)
            return;
        const ElfInfo &info = *view.elf(*file).info;
        QString text = QString::fromStdString(info.machine.name());
        if (info.isStatic())
            text += u", "_s + Texts::tr("static");
        add(Texts::tr("Processor"), text);
        if (info.isProgram())
            add(Texts::tr("Kernel"), info.minimumKernel
                                         ? Texts::tr("Linux %1 or later")
                                               .arg(QString::fromStdString(info.minimumKernel->toString()))
                                         : Texts::tr("minimum unknown"));
    }

    void addPreview()
    {
        const ContentReader reader(m_tree, m_inodeId);
        std::string head(std::min(kPreviewBytes, reader.size()), '\0');
        head.resize(reader.read(0, head));
        if (isArchiveName(m_tree.name(m_node))) {
            const ArchiveMembers members = archiveMembers(m_tree, m_inodeId, m_tree.name(m_node), m_progress);
            if (!members.text.isEmpty()) {
                m_details.previewTitle = Texts::tr("Members (%1)").arg(members.count);
                m_details.preview = members.text;
                return;
            }
        }
        if (head.find('\0') != std::string::npos)
            return;
        QStringDecoder decode(QStringDecoder::Utf8);
        const QString text = decode(QByteArrayView(head.data(), static_cast<qsizetype>(head.size())));
        if (decode.hasError())
            return;
        m_details.previewTitle = reader.size() > head.size()
                                     ? Texts::tr("Text (the first %1)").arg(formatSize(head.size()))
                                     : Texts::tr("Text");
        m_details.preview = text;
    }

    const Snapshot &m_snapshot;
    const FileTree &m_tree;
    NodeId m_node;
    InodeId m_inodeId;
    const Inode &m_inode;
    Progress &m_progress;
    NodeDetails m_details;
};

} // namespace

NodeDetails nodeDetails(const Snapshot &snapshot, NodeId node, Progress &progress)
{
    return DetailsReader(snapshot, node, progress).read();
}

} // namespace Refbox
