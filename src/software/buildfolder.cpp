// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/buildfolder.h"

#include "jobs/progress.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds kLockPoll{50};

void makeFolders(const std::string &path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Error::fromErrno(translated("software", "Cannot make a folder to build in"), path,
                               error.value(),
                               translated("software", "Set REFBOX_CACHE to a folder that can be written."));
}

OpenFile lockedFolder(const std::string &path)
{
    OpenFile folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen() && ::flock(folder.fd(), LOCK_EX | LOCK_NB) != 0)
        folder.close();
    return folder;
}

void removeStale(const std::string &parent)
{
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(parent, error)) {
        // A builder that lives holds the lock.
        if (const OpenFile lock = lockedFolder(entry.path().string()); lock.isOpen())
            removeTree(entry.path().string());
    }
}

// What is made in it would take over its default ACL, and its set-group-ID bit and group: both would end in
// what is built.
void keepFromInheriting(const std::string &path)
{
    for (const std::string_view acl : {kAclDefault, kAclAccess}) {
        if (::removexattr(path.c_str(), std::string(acl).c_str()) != 0 && errno != ENODATA &&
            errno != ENOTSUP)
            throw Error::fromErrno(translated("software", "Cannot make a folder to build in"), path, errno);
    }
    if (::chmod(path.c_str(), 0700) != 0)
        throw Error::fromErrno(translated("software", "Cannot make a folder to build in"), path, errno);
}

} // namespace

void removeTree(const std::string &path) noexcept
{
    std::error_code error;
    if (fs::remove_all(path, error) != static_cast<std::uintmax_t>(-1) && !error)
        return;
    // A build may have taken the right to write from its own folders.
    for (auto at =
             fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
         at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (!at->is_symlink(error) && at->is_directory(error))
            fs::permissions(at->path(), fs::perms::owner_all, fs::perm_options::add, error);
    }
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, error);
    fs::remove_all(path, error);
}

BuildFolder::BuildFolder(const std::string &parent)
{
    makeFolders(parent);
    // One at a time: a folder that is made but not locked yet would look like a stale one.
    Progress unwatched;
    const OpenFile lock = lockFile(parent + ".lock", unwatched);
    removeStale(parent);
    m_path = parent + "/XXXXXX";
    if (::mkdtemp(m_path.data()) == nullptr) {
        const int why = errno;
        throw Error::fromErrno(translated("software", "Cannot make a folder to build in"), parent, why);
    }
    m_lock = lockedFolder(m_path);
    keepFromInheriting(m_path);
}

BuildFolder::~BuildFolder()
{
    if (!m_path.empty())
        removeTree(m_path);
}

std::string BuildFolder::make(const std::string &name) const
{
    std::string path = m_path + '/' + name;
    makeFolders(path);
    return path;
}

void BuildFolder::keepAs(const std::string &path)
{
    removeTree(path);
    makeFolders(fs::path(path).parent_path().string());
    std::error_code error;
    fs::rename(m_path, path, error);
    if (error)
        throw Error::fromErrno(translated("software", "Cannot keep the folder of the build"), path,
                               error.value());
    m_path.clear();
}

OpenFile lockFile(const std::string &path, Progress &progress)
{
    makeFolders(fs::path(path).parent_path().string());
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (!file.isOpen())
        throw Error::fromErrno(translated("software", "Cannot make a lock"), path, errno);
    while (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            throw Error::fromErrno(translated("software", "Cannot take a lock"), path, errno);
        progress.throwIfCancelled();
        std::this_thread::sleep_for(kLockPoll);
    }
    return file;
}

} // namespace Refbox
