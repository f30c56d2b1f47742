// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/folderwriter.h"

#include "formats/foldertarget.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/acl.h"
#include "tree/content.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

namespace Refbox {

namespace {

constexpr std::size_t kChunk = 256 * 1024;
constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kOpenFolders = 64; // deeper ones are opened again on the way back

QString cannotWrite()
{
    return translated("formats", "Cannot write the folder");
}

// Attributes that a file's owner may set, whoever that is.
bool isForEverybody(std::string_view xattr)
{
    return xattr.starts_with("user.") || xattr == kAclAccess || xattr == kAclDefault;
}

class FolderJob final
{
public:
    FolderJob(const FileTree &tree, NodeId subtree, const std::string &path,
              const FolderWriteOptions &options, Progress &progress)
        : m_tree(tree)
        , m_subtree(subtree)
        , m_path(path)
        , m_options(options)
        , m_progress(progress)
        , m_target(path)
        , m_buffer(kChunk)
    {
    }

    FolderReport run();

private:
    struct Level
    {
        NodeId node = 0;
        std::size_t next = 0;
        FileDescriptor fd; // may be closed for a while
    };

    void enter(int parent, NodeId node);
    void leave(const Level &level);
    int descriptorOf(Level &level);
    void writeNode(int folder, NodeId node);
    void writeLink(int folder, NodeId node, NodeId first);
    void writeFile(int folder, NodeId node);
    void writeSpecial(int folder, NodeId node);
    void copyContent(const ContentReader &reader, int fd, NodeId node);
    void copyRange(const ContentReader &reader, int fd, NodeId node, std::uint64_t begin, std::uint64_t end);
    bool copyInKernel(const ContentReader &reader, int fd, NodeId node, std::uint64_t &at, std::uint64_t end);
    void setMetadata(int fd, NodeId node);
    void setXattrs(const std::string &place, int fd, NodeId node);
    void setFlags(NodeId node, int fd);
    bool keepsFlags() const { return m_options.keepFlags && !m_options.plain; }
    void setAllFlags();
    void finish();
    void problem(NodeId node, const QString &what, int errorNumber);
    NodeId firstName(NodeId node) const;
    std::string pathOf(NodeId node) const;
    std::string nameOf(NodeId node) const { return std::string(m_tree.name(node)); }
    [[noreturn]] void fail(NodeId node, int errorNumber) const;

    const FileTree &m_tree;
    const NodeId m_subtree;
    const std::string &m_path;
    const FolderWriteOptions &m_options;
    Progress &m_progress;
    FolderTarget m_target;
    std::vector<char> m_buffer;
    std::vector<Level> m_levels; // from the root to the folder at hand
    std::vector<NodeId> m_flagged;
    std::size_t m_problems = 0;
    FolderReport m_report;
};

FolderReport FolderJob::run()
{
    m_levels.push_back({m_subtree, 0, FileDescriptor(::dup(m_target.fd()))});
    while (!m_levels.empty()) {
        m_progress.throwIfCancelled();
        Level &level = m_levels.back();
        const auto children = m_tree.children(level.node);
        const int fd = descriptorOf(level);
        if (level.next == children.size()) {
            leave(level);
            m_levels.pop_back();
            continue;
        }
        const NodeId child = children[level.next++];
        ++m_report.entries;
        if (m_tree.inodeAt(child).flags != 0 && keepsFlags() && firstName(child) == child)
            m_flagged.push_back(child);
        if (m_tree.inodeAt(child).isDirectory())
            enter(fd, child);
        else
            writeNode(fd, child);
    }
    finish();
    return std::move(m_report);
}

void FolderJob::finish()
{
    setAllFlags();
    if (m_problems > 0 && !m_options.bestEffort) {
        QStringList first;
        for (std::size_t i = 0; i < std::min<std::size_t>(5, m_report.remarks.size()); ++i)
            first.append(QString::fromStdString(m_report.remarks[i]));
        throw Error(cannotWrite(), displayPath(m_path),
                    translated("formats", "%1 things could not be done, such as: %2")
                        .arg(m_problems)
                        .arg(first.join(QLatin1String("; "))),
                    translated("formats", "Run it as root, or let it leave out what cannot be done."));
    }
    if (m_problems > m_report.remarks.size())
        m_report.remarks.push_back(
            translated("formats", "and %1 more").arg(m_problems - m_report.remarks.size()).toStdString());
    if (m_options.flush && ::syncfs(m_target.fd()) != 0)
        fail(m_subtree, errno);
    m_target.commit();
    if (m_tree.inodeAt(m_subtree).flags != 0 &&
        keepsFlags()) // an immutable folder could not have been renamed
        setFlags(m_subtree, m_target.fd());
}

void FolderJob::enter(int parent, NodeId node)
{
    if (::mkdirat(parent, nameOf(node).c_str(), 0700) != 0)
        fail(node, errno);
    FileDescriptor fd = openBelow(parent, m_tree.name(node), O_RDONLY | O_DIRECTORY);
    if (!fd.isOpen())
        fail(node, errno);
    if (m_levels.size() > kOpenFolders)
        m_levels[m_levels.size() - kOpenFolders].fd.reset();
    m_levels.push_back({node, 0, std::move(fd)});
}

// Only now: what is made in a folder would change its time, a default ACL would go on to it.
void FolderJob::leave(const Level &level)
{
    setMetadata(level.fd.get(), level.node);
}

int FolderJob::descriptorOf(Level &level)
{
    if (!level.fd.isOpen()) {
        level.fd = openBelow(m_target.fd(), pathOf(level.node), O_RDONLY | O_DIRECTORY);
        if (!level.fd.isOpen())
            fail(level.node, errno);
    }
    return level.fd.get();
}

void FolderJob::writeNode(int folder, NodeId node)
{
    const NodeId first = firstName(node);
    const Inode &inode = m_tree.inodeAt(node);
    if (m_options.plain && inode.isDevice())
        return;
    if (first != node)
        writeLink(folder, node, first);
    else if (inode.isRegular())
        writeFile(folder, node);
    else
        writeSpecial(folder, node);
}

void FolderJob::writeLink(int folder, NodeId node, NodeId first)
{
    // The parent of the first name may have a path longer than the kernel takes at once.
    const FileDescriptor place = openBelow(m_target.fd(), pathOf(m_tree.parent(first)), O_PATH | O_DIRECTORY);
    if (!place.isOpen())
        fail(node, errno);
    if (::linkat(place.get(), nameOf(first).c_str(), folder, nameOf(node).c_str(), 0) == 0)
        return;
    if (errno == EPERM || errno == ENOENT ||
        errno == EMLINK) // no links there, or the device could not be made
        problem(node, translated("formats", "the hard link could not be made"), errno);
    else
        fail(node, errno);
}

void FolderJob::writeFile(int folder, NodeId node)
{
    const FileDescriptor fd(
        ::openat(folder, nameOf(node).c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!fd.isOpen())
        fail(node, errno);
    const ContentReader reader(m_tree, m_tree.inodeOf(node));
    copyContent(reader, fd.get(), node);
    m_report.bytes += reader.size();
    setMetadata(fd.get(), node);
}

void FolderJob::copyContent(const ContentReader &reader, int fd, NodeId node)
{
    const InodeId inode = m_tree.inodeOf(node);
    if (m_tree.inode(inode).contentKind != ContentKind::Extents) {
        copyRange(reader, fd, node, 0, reader.size());
        return;
    }
    for (const Extent &extent : m_tree.extents(inode))
        copyRange(reader, fd, node, extent.logical, std::min(reader.size(), extent.logical + extent.length));
    if (::ftruncate(fd, static_cast<off_t>(reader.size())) != 0) // the hole at the end
        fail(node, errno);
}

void FolderJob::copyRange(const ContentReader &reader, int fd, NodeId node, std::uint64_t begin,
                          std::uint64_t end)
{
    if (reader.descriptor() >= 0 && end - begin >= kChunk && copyInKernel(reader, fd, node, begin, end))
        return;
    while (begin < end) {
        m_progress.throwIfCancelled();
        const std::size_t wanted = std::min<std::uint64_t>(m_buffer.size(), end - begin);
        const std::size_t size = reader.read(begin, std::span(m_buffer).first(wanted));
        for (std::size_t done = 0; done < size;) {
            const ssize_t count =
                ::pwrite(fd, m_buffer.data() + done, size - done, static_cast<off_t>(begin + done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                fail(node, errno);
            done += static_cast<std::size_t>(count);
        }
        begin += size;
        m_progress.advance(size);
    }
}

// False where the kernel cannot copy between the two; then at tells how far it came.
bool FolderJob::copyInKernel(const ContentReader &reader, int fd, NodeId node, std::uint64_t &at,
                             std::uint64_t end)
{
    while (at < end) {
        m_progress.throwIfCancelled();
        off_t from = static_cast<off_t>(reader.descriptorOffset() + at);
        off_t to = static_cast<off_t>(at);
        const ssize_t count = ::copy_file_range(reader.descriptor(), &from, fd, &to,
                                                std::min<std::uint64_t>(end - at, 16 * kChunk), 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            fail(node, errno);
        if (count <= 0) // also at the source's end: reading it will tell
            return false;
        at += static_cast<std::uint64_t>(count);
        m_progress.advance(static_cast<std::uint64_t>(count));
    }
    return true;
}

void FolderJob::writeSpecial(int folder, NodeId node)
{
    const InodeId id = m_tree.inodeOf(node);
    const Inode &inode = m_tree.inode(id);
    const std::string name = nameOf(node);
    if (inode.isSymlink()) {
        if (::symlinkat(std::string(m_tree.symlinkTarget(id)).c_str(), folder, name.c_str()) != 0)
            fail(node, errno);
    } else if (::mknodat(folder, name.c_str(), (inode.mode() & S_IFMT) | 0600,
                         inode.isDevice() ? makedev(inode.deviceMajor(), inode.deviceMinor()) : 0) != 0) {
        if (errno != EPERM && errno != EOPNOTSUPP)
            fail(node, errno);
        problem(node, translated("formats", "the device could not be made"), errno);
        return;
    }
    if (!m_options.plain && ::fchownat(folder, name.c_str(), inode.uid, inode.gid, AT_SYMLINK_NOFOLLOW) != 0)
        problem(node, translated("formats", "its owner could not be set"), errno);
    // It was made here, in a folder that nobody else may enter: it is no symbolic link.
    if (!inode.isSymlink() && ::fchmodat(folder, name.c_str(), inode.permissions, 0) != 0)
        problem(node, translated("formats", "its permissions could not be set"), errno);
    setXattrs("/proc/self/fd/" + std::to_string(folder) + '/' + name, -1, node);
    const timespec time{inode.mtimeSeconds, static_cast<long>(inode.mtimeNanoseconds)};
    const timespec times[2]{time, time};
    if (::utimensat(folder, name.c_str(), times, AT_SYMLINK_NOFOLLOW) != 0)
        problem(node, translated("formats", "its time could not be set"), errno);
}

// In this order: a new owner takes away set-id bits and capabilities, an ACL changes the permissions.
void FolderJob::setMetadata(int fd, NodeId node)
{
    const Inode &inode = m_tree.inodeAt(node);
    if (!m_options.plain && ::fchown(fd, inode.uid, inode.gid) != 0)
        problem(node, translated("formats", "its owner could not be set"), errno);
    if (::fchmod(fd, inode.permissions) != 0)
        problem(node, translated("formats", "its permissions could not be set"), errno);
    setXattrs({}, fd, node);
    const timespec time{inode.mtimeSeconds, static_cast<long>(inode.mtimeNanoseconds)};
    const timespec times[2]{time, time};
    if (::futimens(fd, times) != 0)
        problem(node, translated("formats", "its time could not be set"), errno);
}

void FolderJob::setXattrs(const std::string &place, int fd, NodeId node)
{
    const Inode &inode = m_tree.inodeAt(node);
    if (inode.xattrs == 0)
        return;
    for (const XattrView &xattr : m_tree.xattrs(inode.xattrs)) {
        const std::string name(xattr.name);
        if (m_options.plain && !isForEverybody(name))
            continue;
        const int result =
            fd >= 0 ? ::fsetxattr(fd, name.c_str(), xattr.value.data(), xattr.value.size(), 0)
                    : ::lsetxattr(place.c_str(), name.c_str(), xattr.value.data(), xattr.value.size(), 0);
        if (result != 0 && errno == ENOSPC)
            fail(node, errno);
        if (result != 0)
            problem(
                node,
                translated("formats", "the extended attribute %1 could not be set").arg(displayPath(name)),
                errno);
    }
}

void FolderJob::setAllFlags()
{
    for (const NodeId node : m_flagged) {
        m_progress.throwIfCancelled();
        const Inode &inode = m_tree.inodeAt(node);
        if (!inode.isRegular() && !inode.isDirectory())
            continue; // Linux keeps no flags for others
        const FileDescriptor fd = openBelow(m_target.fd(), pathOf(node), O_RDONLY | O_NONBLOCK);
        setFlags(node, fd.get());
    }
}

void FolderJob::setFlags(NodeId node, int fd)
{
    const std::uint8_t wanted = m_tree.inodeAt(node).flags;
    int flags = 0;
    bool done = ::ioctl(fd, FS_IOC_GETFLAGS, &flags) == 0;
    flags |= (wanted & kImmutable) != 0 ? FS_IMMUTABLE_FL : 0;
    flags |= (wanted & kAppendOnly) != 0 ? FS_APPEND_FL : 0;
    flags |= (wanted & kNoDump) != 0 ? FS_NODUMP_FL : 0;
    done = done && ::ioctl(fd, FS_IOC_SETFLAGS, &flags) == 0;
    if (!done && m_report.remarks.size() < kMostProblems)
        m_report.remarks.push_back(translated("formats", "%1: its flags could not be set")
                                       .arg(displayPath(m_tree.path(node)))
                                       .toStdString());
}

void FolderJob::problem(NodeId node, const QString &what, int errorNumber)
{
    ++m_problems;
    if (m_report.remarks.size() < kMostProblems)
        m_report.remarks.push_back(displayBytes(m_tree.path(node)) + ": " + what.toStdString() + ": " +
                                   Error::fromErrno({}, {}, errorNumber).why().toStdString());
}

NodeId FolderJob::firstName(NodeId node) const
{
    const auto names = m_tree.names(m_tree.inodeOf(node));
    return names.size() == 1 ? node : *std::lower_bound(names.begin(), names.end(), m_subtree);
}

// Relative to the target.
std::string FolderJob::pathOf(NodeId node) const
{
    std::vector<std::string_view> names;
    for (NodeId n = node; n != m_subtree; n = m_tree.parent(n))
        names.push_back(m_tree.name(n));
    std::string path;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        path += path.empty() ? "" : "/";
        path += *name;
    }
    return path;
}

void FolderJob::fail(NodeId node, int errorNumber) const
{
    throw Error::fromErrno(cannotWrite(), m_path + '/' + pathOf(node), errorNumber);
}

std::uint64_t contentOf(const FileTree &tree, NodeId subtree)
{
    std::uint64_t bytes = 0;
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node) {
        const auto names = tree.names(tree.inodeOf(node));
        if (tree.inodeAt(node).isRegular() && *std::lower_bound(names.begin(), names.end(), subtree) == node)
            bytes += tree.inodeAt(node).size;
    }
    return bytes;
}

} // namespace

FolderReport writeFolder(const FileTree &tree, NodeId subtree, const std::string &path,
                         const FolderWriteOptions &options, Progress &progress)
{
    if (!tree.inodeAt(subtree).isDirectory())
        throw Error(cannotWrite(), displayPath(tree.path(subtree)),
                    translated("formats", "It is not a folder."));
    progress.beginPhase(translated("formats", "Writing the folder"), contentOf(tree, subtree),
                        Progress::Unit::Bytes);
    return FolderJob(tree, subtree, path, options, progress).run();
}

FolderReport writeFolder(const FileTree &tree, NodeId subtree, const std::string &path, Progress &progress)
{
    return writeFolder(tree, subtree, path, FolderWriteOptions(), progress);
}

} // namespace Refbox
