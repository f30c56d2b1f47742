// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/foldertarget.h"

#include "formats/folderremoval.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/acl.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace Refbox {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz012345";
constexpr std::size_t kRandomLength = 6;
constexpr std::string_view kSuffix = ".part";

QString cannotWrite()
{
    return translated("formats", "Cannot write the folder");
}

std::string randomLetters()
{
    std::array<unsigned char, kRandomLength> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw Error::fromErrno(cannotWrite(), {}, errno);
    std::string letters;
    for (const unsigned char byte : bytes)
        letters += kLetters[byte % kLetters.size()];
    return letters;
}

bool isLeftOver(std::string_view name, std::string_view prefix)
{
    return name.size() == prefix.size() + kRandomLength + kSuffix.size() && name.starts_with(prefix) &&
           name.ends_with(kSuffix) &&
           name.substr(prefix.size(), kRandomLength).find_first_not_of(kLetters) == std::string_view::npos;
}

} // namespace

FolderTarget::FolderTarget(const std::string &path)
    : m_path(path)
{
    std::string trimmed = path;
    while (trimmed.size() > 1 && trimmed.ends_with('/'))
        trimmed.pop_back();
    const std::size_t slash = trimmed.rfind('/');
    m_name = slash == std::string::npos ? trimmed : trimmed.substr(slash + 1);
    const std::string parent = slash == std::string::npos ? "." : trimmed.substr(0, slash + 1);
    if (m_name.empty() || m_name == "." || m_name == "..")
        throw Error(cannotWrite(), displayPath(path),
                    translated("formats", "It is not the name of a new folder."),
                    translated("formats", "Choose a folder that does not exist yet."));
    m_parent = FileDescriptor(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!m_parent.isOpen())
        throw Error::fromErrno(cannotWrite(), parent, errno);
    checkTarget();
    removeStale();
    create();
}

FolderTarget::~FolderTarget()
{
    if (m_temporary.empty() || !m_folder.isOpen())
        return;
    // What was started in it may have been killed only just now, and be writing still.
    for (int attempt = 0; attempt < 50; ++attempt) {
        removeFolderContents(m_folder.get());
        if (::unlinkat(m_parent.get(), m_temporary.c_str(), AT_REMOVEDIR) == 0 || errno != ENOTEMPTY)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

std::string FolderTarget::temporaryPath() const
{
    const std::size_t slash = m_path.find_last_not_of('/');
    const std::size_t name = m_path.rfind('/', slash);
    return (name == std::string::npos ? std::string("./") : m_path.substr(0, name + 1)) + m_temporary;
}

void FolderTarget::checkTarget()
{
    struct stat info;
    if (::fstatat(m_parent.get(), m_name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT)
            throw Error::fromErrno(cannotWrite(), m_path, errno);
        m_exists = false;
        return;
    }
    m_exists = true;
    const QString advice = translated("formats", "Choose a folder that is empty or does not exist yet.");
    if (!S_ISDIR(info.st_mode))
        throw Error(cannotWrite(), displayPath(m_path),
                    translated("formats", "It exists and is not a folder."), advice);
    const FolderStream stream = openFolderStream(openBelow(m_parent.get(), m_name, O_RDONLY | O_DIRECTORY));
    if (!stream)
        throw Error::fromErrno(cannotWrite(), m_path, errno);
    if (nextFolderName(stream) != nullptr)
        throw Error(cannotWrite(), displayPath(m_path), translated("formats", "It exists and is not empty."),
                    advice);
}

std::string FolderTarget::namePrefix() const
{
    return '.' + m_name.substr(0, 200) + '.';
}

// A running writer holds a lock on its temporary folder; the kernel drops it however the writer ends.
void FolderTarget::removeStale() const
{
    const FolderStream listing = openFolderStream(openBelow(m_parent.get(), {}, O_RDONLY | O_DIRECTORY));
    const std::string prefix = namePrefix();
    while (const dirent *found = nextFolderName(listing)) {
        if (!isLeftOver(found->d_name, prefix))
            continue;
        const FileDescriptor folder = openBelow(m_parent.get(), found->d_name, O_RDONLY | O_DIRECTORY);
        struct stat info;
        if (!folder.isOpen() || ::fstat(folder.get(), &info) != 0 || info.st_uid != ::geteuid() ||
            ::flock(folder.get(), LOCK_EX | LOCK_NB) != 0)
            continue;
        removeFolderContents(folder.get());
        ::unlinkat(m_parent.get(), found->d_name, AT_REMOVEDIR);
    }
}

void FolderTarget::create()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string name = namePrefix() + randomLetters() + std::string(kSuffix);
        if (::mkdirat(m_parent.get(), name.c_str(), 0700) != 0) {
            if (errno == EEXIST)
                continue;
            throw Error::fromErrno(cannotWrite(), m_path, errno);
        }
        m_folder = openBelow(m_parent.get(), name, O_RDONLY | O_DIRECTORY);
        // Another run may have taken the folder for a left-over before it was locked; then it is gone. File
        // systems without locks are fine: nobody can lock there, so nobody removes.
        struct stat info;
        if (m_folder.isOpen() && (::flock(m_folder.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) &&
            ::fstat(m_folder.get(), &info) == 0 && info.st_nlink > 0) {
            m_temporary = name;
            break;
        }
        const int error = errno;
        if (!m_folder.isOpen() && error != ENOENT) {
            ::unlinkat(m_parent.get(), name.c_str(), AT_REMOVEDIR);
            throw Error::fromErrno(cannotWrite(), m_path, error);
        }
    }
    if (m_temporary.empty())
        throw Error::fromErrno(cannotWrite(), m_path, EEXIST);
    // What a default ACL or a set-group-id bit of the place gave it would go on to all below.
    ::fremovexattr(m_folder.get(), kAclDefault.data());
    ::fremovexattr(m_folder.get(), kAclAccess.data());
    ::fchmod(m_folder.get(), 0700);
}

void FolderTarget::commit()
{
    checkTarget(); // it may have become something else meanwhile
    int result = -1;
    if (!m_exists) {
        result = ::renameat2(m_parent.get(), m_temporary.c_str(), m_parent.get(), m_name.c_str(),
                             RENAME_NOREPLACE);
        if (result != 0 && (errno == EINVAL || errno == ENOSYS)) // not every file system can
            result = ::renameat(m_parent.get(), m_temporary.c_str(), m_parent.get(), m_name.c_str());
    } else {
        result = ::renameat(m_parent.get(), m_temporary.c_str(), m_parent.get(), m_name.c_str());
    }
    if (result != 0)
        throw Error::fromErrno(cannotWrite(), m_path, errno);
    m_temporary.clear();
}

} // namespace Refbox
