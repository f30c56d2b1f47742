// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/folderscan.h"

#include "formats/filedescriptor.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/job.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/xattr.h>

namespace Refbox {

namespace {

struct Task
{
    std::uint32_t folder = 0;
    std::uint64_t device = 0;
    bool mountPoint = false;
    std::string path; // relative to the root
};

// A directory that is being read. names: in front of an entry's name for the calls that take a path only.
struct OpenFolder
{
    std::unique_ptr<DIR, int (*)(DIR *)> stream{nullptr, &::closedir};
    std::string names;
    int fd() const { return ::dirfd(stream.get()); }
};

// File systems without files of their own. Their magic numbers that are in no header stand in linux/magic.h's
// neighbours: mqueue in ipc/mqueue.c, fusectl in fs/fuse/control.c, configfs in fs/configfs/mount.c.
bool isKernelFileSystem(int fd)
{
    static constexpr std::array<unsigned long, 17> kMagics{
        PROC_SUPER_MAGIC, SYSFS_MAGIC,    DEVPTS_SUPER_MAGIC, CGROUP_SUPER_MAGIC, CGROUP2_SUPER_MAGIC,
        DEBUGFS_MAGIC,    TRACEFS_MAGIC,  SECURITYFS_MAGIC,   BPF_FS_MAGIC,       PSTOREFS_MAGIC,
        EFIVARFS_MAGIC,   BINFMTFS_MAGIC, SELINUX_MAGIC,      NSFS_MAGIC,         0x19800202,
        0x65735543,       0x62656570,
    };
    struct statfs info;
    return ::fstatfs(fd, &info) == 0 && std::find(kMagics.begin(), kMagics.end(),
                                                  static_cast<unsigned long>(info.f_type)) != kMagics.end();
}

FileType typeOf(unsigned mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return FileType::Directory;
    case S_IFLNK:
        return FileType::Symlink;
    case S_IFCHR:
        return FileType::CharDevice;
    case S_IFBLK:
        return FileType::BlockDevice;
    case S_IFIFO:
        return FileType::Fifo;
    case S_IFSOCK:
        return FileType::Socket;
    default:
        return FileType::Regular;
    }
}

ScannedEntry entryFrom(const struct statx &info)
{
    ScannedEntry entry;
    entry.type = typeOf(info.stx_mode);
    entry.permissions = info.stx_mode & 07777;
    entry.size = entry.type == FileType::Regular ? info.stx_size : 0;
    entry.inode = info.stx_ino;
    entry.device = makedev(info.stx_dev_major, info.stx_dev_minor);
    entry.mtimeSeconds = info.stx_mtime.tv_sec;
    entry.mtimeNanoseconds = info.stx_mtime.tv_nsec;
    entry.uid = info.stx_uid;
    entry.gid = info.stx_gid;
    entry.major = info.stx_rdev_major;
    entry.minor = info.stx_rdev_minor;
    entry.hasSeveralNames = entry.type != FileType::Directory && info.stx_nlink > 1;
    // statx says for nothing what the ioctl would need an open file for.
    if ((info.stx_attributes & STATX_ATTR_IMMUTABLE) != 0)
        entry.flags |= kImmutable;
    if ((info.stx_attributes & STATX_ATTR_APPEND) != 0)
        entry.flags |= kAppendOnly;
    if ((info.stx_attributes & STATX_ATTR_NODUMP) != 0)
        entry.flags |= kNoDump;
    return entry;
}

bool isKept(std::string_view xattr)
{
    return !xattr.starts_with("system.") || xattr == kAclAccess || xattr == kAclDefault;
}

// Calls xattrCall(buffer) until the buffer is large enough; false with errno set where it fails.
template <typename Call>
bool readGrowing(std::string &buffer, const Call &xattrCall)
{
    while (true) {
        const ssize_t size = xattrCall(buffer);
        if (size >= 0) {
            buffer.resize(static_cast<std::size_t>(size));
            return true;
        }
        if (errno != ERANGE || buffer.size() >= 16 * 1024 * 1024)
            return false;
        buffer.resize(buffer.size() * 4);
    }
}

class Walk final
{
public:
    Walk(const std::string &path, int root, const FolderReadOptions &options, Progress &progress)
        : m_path(path)
        , m_root(root)
        , m_options(options)
        , m_progress(progress)
        , m_checkAccess(::geteuid() != 0)
    {
    }

    FolderScan run();

private:
    void work();
    OpenFolder open(const Task &task, bool ownWorkingFolder) const;
    bool takeTask(Task &task);
    void finishTask(const Task &task, ScannedFolder folder, std::vector<Task> found);
    void stop();
    void scan(const Task &task, bool ownWorkingFolder, ScannedFolder &folder, std::vector<Task> &found);
    bool readNames(const OpenFolder &open, const Task &task, ScannedFolder &folder);
    bool readEntry(const OpenFolder &open, const Task &task, ScannedFolder &folder, ScannedEntry &entry,
                   std::vector<Task> &found);
    bool readTarget(int fd, const std::string &name, const std::string &path, std::uint64_t size,
                    ScannedFolder &folder, ScannedEntry &entry);
    XattrList readXattrs(const std::string &place, const std::string &path);
    bool isReadable(int fd, const std::string &name, const ScannedEntry &entry) const;
    bool isExcluded(const ScannedEntry &entry) const;
    void remark(const std::string &path, const std::string &text);
    /// An Error, or with skipUnreadable a remark.
    void complain(const std::string &path, int errorNumber);
    std::string fullPath(const std::string &relative) const
    {
        return relative.empty() ? m_path : m_path + '/' + relative;
    }

    const std::string &m_path;
    const int m_root;
    const FolderReadOptions &m_options;
    Progress &m_progress;
    const bool m_checkAccess;

    std::mutex m_mutex; // guards all below
    std::condition_variable m_changed;
    std::vector<Task> m_tasks; // last in, first out: keeps the list short
    unsigned m_busy = 0;
    bool m_stopped = false;
    std::uint32_t m_folders = 0;
    FolderScan m_scan;
};

FolderScan Walk::run()
{
    struct statx info;
    if (::statx(m_root, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &info) != 0)
        throw Error::fromErrno(translated("formats", "Cannot read the folder"), m_path, errno);
    m_scan.root = entryFrom(info);
    m_scan.root.extra = m_folders++;
    m_scan.rootXattrs = readXattrs("/proc/self/fd/" + std::to_string(m_root) + "/.", std::string());
    m_scan.folders.resize(1);
    m_tasks.push_back({0, m_scan.root.device, false, std::string()});
    // The calling thread only waits: the workers change their working folder, which it must keep.
    const unsigned threads = m_options.threads == 0 ? usefulThreads() : m_options.threads;
    runParallel(threads + 1, [this](unsigned worker) {
        if (worker != 0)
            work();
    });
    std::sort(m_scan.remarks.begin(), m_scan.remarks.end());
    return std::move(m_scan);
}

void Walk::work()
{
    // A working folder of this thread's own takes half the time that paths through /proc/self/fd would.
    const bool ownWorkingFolder = ::unshare(CLONE_FS) == 0;
    try {
        Task task;
        while (takeTask(task)) {
            ScannedFolder folder;
            std::vector<Task> found;
            scan(task, ownWorkingFolder, folder, found);
            finishTask(task, std::move(folder), std::move(found));
        }
    } catch (...) {
        stop();
        throw;
    }
}

bool Walk::takeTask(Task &task)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopped || !m_tasks.empty() || m_busy == 0; });
    if (m_stopped || m_tasks.empty())
        return false;
    task = std::move(m_tasks.back());
    m_tasks.pop_back();
    ++m_busy;
    return true;
}

void Walk::finishTask(const Task &task, ScannedFolder folder, std::vector<Task> found)
{
    const std::scoped_lock lock(m_mutex);
    for (Task &next : found) {
        // The scan named its subfolders 0, 1, …: now they get their places among all.
        const std::uint32_t place = m_folders++;
        folder.entries[next.folder].extra = place;
        next.folder = place;
        m_tasks.push_back(std::move(next));
    }
    m_scan.folders.resize(m_folders);
    m_scan.folders[task.folder] = std::move(folder);
    --m_busy;
    m_changed.notify_all();
}

void Walk::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
}

OpenFolder Walk::open(const Task &task, bool ownWorkingFolder) const
{
    OpenFolder open;
    FileDescriptor fd = openBelow(m_root, task.path, O_RDONLY | O_DIRECTORY);
    if (!fd.isOpen())
        return open;
    if (!ownWorkingFolder || ::fchdir(fd.get()) != 0)
        open.names = "/proc/self/fd/" + std::to_string(fd.get()) + '/';
    open.stream.reset(::fdopendir(fd.get()));
    if (open.stream)
        fd.release();
    return open;
}

void Walk::scan(const Task &task, bool ownWorkingFolder, ScannedFolder &folder, std::vector<Task> &found)
{
    m_progress.throwIfCancelled();
    const OpenFolder opened = open(task, ownWorkingFolder);
    if (!opened.stream) {
        // Gone, or no folder any more: somebody else is at work here.
        if (!task.path.empty() && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP))
            folder.vanished = true;
        else
            complain(task.path, errno);
        return;
    }
    if (task.mountPoint && isKernelFileSystem(opened.fd())) {
        remark(task.path,
               translated("formats", "belongs to the kernel and was not read: it appears as an empty folder")
                   .toStdString());
        return;
    }
    if (!readNames(opened, task, folder))
        return;
    std::vector<ScannedEntry> kept;
    kept.reserve(folder.entries.size());
    std::size_t sinceCheck = 0;
    for (ScannedEntry &entry : folder.entries) {
        if (++sinceCheck % 256 == 0)
            m_progress.throwIfCancelled();
        std::vector<Task> subfolder;
        if (!readEntry(opened, task, folder, entry, subfolder))
            continue;
        for (Task &next : subfolder) {
            next.folder = static_cast<std::uint32_t>(kept.size());
            found.push_back(std::move(next));
        }
        kept.push_back(entry);
    }
    m_progress.advance(kept.size());
    folder.entries = std::move(kept);
}

bool Walk::readNames(const OpenFolder &open, const Task &task, ScannedFolder &folder)
{
    errno = 0;
    while (const dirent *found = ::readdir(open.stream.get())) {
        const std::string_view name = found->d_name;
        if (name == "." || name == "..")
            continue;
        ScannedEntry entry;
        entry.nameOffset = static_cast<std::uint32_t>(folder.bytes.size());
        entry.nameLength = static_cast<std::uint8_t>(name.size());
        folder.bytes += name;
        folder.entries.push_back(entry);
        errno = 0;
    }
    if (errno != 0) {
        complain(task.path, errno);
        return false;
    }
    std::sort(folder.entries.begin(), folder.entries.end(),
              [&](const ScannedEntry &a, const ScannedEntry &b) { return folder.name(a) < folder.name(b); });
    return true;
}

bool Walk::readEntry(const OpenFolder &open, const Task &task, ScannedFolder &folder, ScannedEntry &entry,
                     std::vector<Task> &found)
{
    const int fd = open.fd();
    const std::string name(folder.name(entry));
    const std::string path = task.path.empty() ? name : task.path + '/' + name;
    struct statx info;
    if (::statx(fd, name.c_str(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS, &info) != 0) {
        if (errno != ENOENT)
            complain(path, errno);
        return false;
    }
    ScannedEntry read = entryFrom(info);
    read.nameOffset = entry.nameOffset;
    read.nameLength = entry.nameLength;
    entry = read;
    if (isExcluded(entry))
        return false;
    if (entry.type == FileType::Symlink && !readTarget(fd, name, path, info.stx_size, folder, entry))
        return false;
    if (entry.type == FileType::Regular && m_checkAccess && !isReadable(fd, name, entry)) {
        complain(path, EACCES);
        return false;
    }
    if (entry.type == FileType::Directory)
        found.push_back({0, entry.device, entry.device != task.device, path});
    XattrList xattrs = readXattrs(open.names + name, path);
    if (!xattrs.empty()) {
        entry.xattrs = static_cast<std::uint32_t>(folder.xattrs.size());
        folder.xattrs.push_back(std::move(xattrs));
    }
    return true;
}

bool Walk::readTarget(int fd, const std::string &name, const std::string &path, std::uint64_t size,
                      ScannedFolder &folder, ScannedEntry &entry)
{
    std::string target(size + 1, '\0');
    while (true) {
        const ssize_t length = ::readlinkat(fd, name.c_str(), target.data(), target.size());
        if (length < 0) {
            if (errno != ENOENT && errno != EINVAL)
                complain(path, errno);
            return false;
        }
        if (static_cast<std::size_t>(length) < target.size()) {
            target.resize(static_cast<std::size_t>(length));
            break;
        }
        target.resize(target.size() * 2);
    }
    entry.extra = static_cast<std::uint32_t>(folder.targets.size());
    folder.targets.push_back(std::move(target));
    return true;
}

// place: the name in the working folder, or by way of /proc/self/fd. There is no *at form of these calls in
// the C library, and a full path could be led astray by a symbolic link that somebody puts into it meanwhile.
XattrList Walk::readXattrs(const std::string &place, const std::string &path)
{
    std::array<char, 1024> small;
    const ssize_t smallSize = ::llistxattr(place.c_str(), small.data(), small.size());
    if (smallSize == 0)
        return {};
    std::string names = smallSize > 0 ? std::string(small.data(), static_cast<std::size_t>(smallSize))
                                      : std::string(4096, '\0');
    if (smallSize < 0) {
        if (errno == ENOTSUP || errno == ENOENT)
            return {};
        if (errno != ERANGE || !readGrowing(names, [&](std::string &buffer) {
                return ::llistxattr(place.c_str(), buffer.data(), buffer.size());
            })) {
            complain(path, errno);
            return {};
        }
    }
    XattrList xattrs;
    for (std::size_t at = 0; at < names.size();) {
        const std::string name = names.c_str() + at;
        at += name.size() + 1;
        if (!isKept(name))
            continue;
        std::string value(256, '\0');
        if (readGrowing(value, [&](std::string &buffer) {
                return ::lgetxattr(place.c_str(), name.c_str(), buffer.data(), buffer.size());
            }))
            xattrs.emplace_back(name, std::move(value));
        else if (errno != ENODATA && errno != ENOENT)
            complain(path, errno);
    }
    return xattrs;
}

bool Walk::isReadable(int fd, const std::string &name, const ScannedEntry &entry) const
{
    if ((entry.permissions & 0444) == 0444)
        return true;
    return ::faccessat(fd, name.c_str(), R_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW) == 0;
}

bool Walk::isExcluded(const ScannedEntry &entry) const
{
    const FolderReadOptions::File file{entry.device, entry.inode};
    return std::find(m_options.exclude.begin(), m_options.exclude.end(), file) != m_options.exclude.end();
}

void Walk::remark(const std::string &path, const std::string &text)
{
    const std::scoped_lock lock(m_mutex);
    m_scan.remarks.push_back(displayBytes(fullPath(path)) + ": " + text);
}

void Walk::complain(const std::string &path, int errorNumber)
{
    const Error error = Error::fromErrno(translated("formats", "Cannot read"), fullPath(path), errorNumber);
    if (!m_options.skipUnreadable)
        throw error;
    remark(path, translated("formats", "left out: %1").arg(error.why()).toStdString());
}

} // namespace

FolderScan scanFolder(const std::string &path, int descriptor, const FolderReadOptions &options,
                      Progress &progress)
{
    return Walk(path, descriptor, options, progress).run();
}

} // namespace Refbox
