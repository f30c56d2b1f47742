// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/outputfile.h"

#include "formats/writebehind.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <fstream>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::size_t kRandomLength = 6;
constexpr std::string_view kSuffix = ".part";

QString cannotWrite()
{
    return translated("formats", "Cannot write the file");
}

std::string randomLetters()
{
    static constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::array<unsigned char, kRandomLength> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) < 0)
        throw Error::fromErrno(translated("formats", "Cannot make a temporary name"), {}, errno);
    std::string text;
    for (const unsigned char byte : bytes)
        text += letters[byte % letters.size()];
    return text;
}

// umask(2) can only be read by changing it, which another thread could see.
mode_t currentUmask()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("Umask:", 0) == 0)
            return static_cast<mode_t>(std::stoul(line.substr(6), nullptr, 8)) & 0777;
    return 077;
}

std::string linkTarget(const std::string &path)
{
    std::array<char, PATH_MAX> buffer{};
    const ssize_t length = readlink(path.c_str(), buffer.data(), buffer.size());
    return length < 0 ? std::string() : std::string(buffer.data(), static_cast<std::size_t>(length));
}

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

QString kindInWords(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return translated("formats", "It is a folder.");
    case S_IFCHR:
    case S_IFBLK:
        return translated("formats", "It is a device.");
    case S_IFIFO:
        return translated("formats", "It is a fifo.");
    case S_IFSOCK:
        return translated("formats", "It is a socket.");
    default:
        return translated("formats", "It is not a regular file.");
    }
}

bool isLeftOver(std::string_view name, std::string_view prefix)
{
    return name.size() == prefix.size() + kRandomLength + kSuffix.size() && name.starts_with(prefix) &&
           name.ends_with(kSuffix) &&
           std::ranges::all_of(name.substr(prefix.size(), kRandomLength),
                               [](unsigned char c) { return std::isalnum(c) != 0; });
}

} // namespace

OutputFile::OutputFile(std::string path, Flush flush)
    : m_path(std::move(path))
    , m_flush(flush)
{
    resolve();
    m_folderFd = open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_folderFd < 0 && errno == EACCES) // a folder may be written although it cannot be listed
        m_folderFd = open(m_folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (m_folderFd < 0)
        throw Error::fromErrno(cannotWrite(), m_path, errno,
                               errno == ENOENT ? translated("formats", "Make its folder first.") : QString());
    try {
        checkTarget();
        struct stat status
        {
        };
        if (fstatat(m_folderFd, m_name.c_str(), &status, 0) == 0) {
            m_targetDevice = status.st_dev;
            m_targetInode = status.st_ino;
        }
        removeStale();
        createTemporary();
    } catch (...) {
        close(m_folderFd);
        throw;
    }
}

OutputFile::~OutputFile()
{
    m_writeBehind.reset(); // before its descriptor is closed
    if (!m_temporary.empty())
        unlinkat(m_folderFd, m_temporary.c_str(), 0);
    if (m_fd >= 0)
        close(m_fd);
    close(m_folderFd);
}

// Follows the last component by hand, because the file at a link's end need not exist yet.
void OutputFile::resolve()
{
    if (m_path.empty() || m_path.back() == '/' || m_path.find('\0') != std::string::npos)
        throw Error(cannotWrite(), displayPath(m_path), translated("formats", "This is no name of a file."),
                    translated("formats", "Give the path of the file to write."));
    std::string real = m_path;
    for (int links = 0;; ++links) {
        const std::string target = linkTarget(real);
        if (target.empty())
            break;
        if (links == 40)
            throw Error::fromErrno(cannotWrite(), m_path, ELOOP);
        real = target.front() == '/' ? target : folderOf(real) + '/' + target;
    }
    m_folder = folderOf(real);
    m_name = real.substr(real.rfind('/') + 1);
    if (m_name.empty() || m_name == "." || m_name == "..")
        throw Error::fromErrno(cannotWrite(), m_path, EISDIR,
                               translated("formats", "Give the name of a file in it."));
}

void OutputFile::checkTarget() const
{
    struct stat status
    {
    };
    if (fstatat(m_folderFd, m_name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return;
        throw error(errno);
    }
    if (!S_ISREG(status.st_mode))
        throw Error(
            cannotWrite(), displayPath(m_path), kindInWords(status.st_mode),
            translated("formats", "Choose the path of a regular file, or one that does not exist yet."));
    if (faccessat(m_folderFd, m_name.c_str(), W_OK, AT_EACCESS) != 0)
        throw error(errno);
}

std::string OutputFile::namePrefix() const
{
    constexpr std::size_t room = NAME_MAX - 2 - kRandomLength - kSuffix.size();
    return '.' + m_name.substr(0, room) + '.';
}

// A running writer holds a lock on its temporary file; the kernel drops it however the writer ends.
void OutputFile::removeStale() const
{
    const int listing = openat(m_folderFd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (listing < 0)
        return;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(fdopendir(listing), closedir);
    if (!folder) {
        close(listing);
        return;
    }
    const std::string prefix = namePrefix();
    while (const dirent *entry = readdir(folder.get())) {
        if (!isLeftOver(entry->d_name, prefix))
            continue;
        const int fd = openat(m_folderFd, entry->d_name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (fd < 0)
            continue;
        struct stat status
        {
        };
        if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
            flock(fd, LOCK_EX | LOCK_NB) == 0)
            unlinkat(m_folderFd, entry->d_name, 0);
        close(fd);
    }
}

void OutputFile::createTemporary()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string name = namePrefix() + randomLetters() + std::string(kSuffix);
        const int fd =
            openat(m_folderFd, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd < 0 && errno == EEXIST)
            continue;
        if (fd < 0)
            throw error(errno);
        // Another run may have taken the file for a left-over before it was locked. File systems without
        // locks are fine: nobody can lock there, so nobody removes.
        const bool locked = flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
        struct stat status
        {
        };
        if (locked && fstat(fd, &status) == 0 && status.st_nlink == 1) {
            m_fd = fd;
            m_temporary = name;
            if (m_flush == Flush::Yes)
                m_writeBehind = std::make_unique<WriteBehind>(m_fd);
            return;
        }
        close(fd);
    }
    throw error(EEXIST);
}

void OutputFile::setName(const std::string &name)
{
    m_name = name;
    m_path = m_folder + '/' + name;
    checkTarget();
}

std::string OutputFile::temporaryPath() const
{
    return m_temporary.empty() ? std::string() : m_folder + '/' + m_temporary;
}

void OutputFile::write(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(m_fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw error(n < 0 ? errno : EIO);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
}

void OutputFile::writeAt(std::uint64_t offset, std::span<const char> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t n = pwrite(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw error(n < 0 ? errno : EIO);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
}

bool OutputFile::replaces(int descriptor) const
{
    struct stat status
    {
    };
    return m_targetInode != 0 && fstat(descriptor, &status) == 0 && status.st_ino == m_targetInode &&
           status.st_dev == m_targetDevice;
}

void OutputFile::settle()
{
    if (m_writeBehind)
        m_writeBehind->finish();
    m_writeBehind.reset();
}

void OutputFile::flush(Progress &progress)
{
    if (m_flush == Flush::No)
        return;
    m_writeBehind.reset();
    struct stat status
    {
    };
    if (fstat(m_fd, &status) != 0)
        throw error(errno);
    // Pieces small enough that a slow disk still answers a cancel quickly; the next one is under way while
    // the last one is waited for.
    constexpr off_t piece = 4 << 20;
    progress.beginPhase(translated("formats", "Bringing the file to the disk"),
                        static_cast<std::uint64_t>(status.st_size), Progress::Unit::Bytes);
    for (off_t at = 0; at < status.st_size + piece; at += piece) {
        progress.throwIfCancelled();
        if (at < status.st_size)
            sync_file_range(m_fd, at, piece, SYNC_FILE_RANGE_WRITE);
        if (at > 0) {
            // The kernel tells of an error once: what is told here, fsync() in commit() does not tell again.
            if (sync_file_range(m_fd, at - piece, piece, SYNC_FILE_RANGE_WAIT_BEFORE) != 0 &&
                (errno == EIO || errno == ENOSPC || errno == EDQUOT))
                throw error(errno);
            progress.advance(static_cast<std::uint64_t>(std::min(piece, status.st_size - (at - piece))));
        }
    }
}

void OutputFile::sync()
{
    if (m_isSynced)
        return;
    m_writeBehind.reset();
    if (fchmod(m_fd, 0666 & ~currentUmask()) != 0)
        throw error(errno);
    if (m_flush == Flush::Yes && fsync(m_fd) != 0)
        throw error(errno);
    m_isSynced = true;
}

void OutputFile::commit()
{
    if (m_temporary.empty())
        throw error(ENOENT);
    sync();
    checkTarget(); // it may have become something else meanwhile
    struct stat written
    {
    };
    struct stat named
    {
    };
    if (fstat(m_fd, &written) != 0 ||
        fstatat(m_folderFd, m_temporary.c_str(), &named, AT_SYMLINK_NOFOLLOW) != 0)
        throw error(errno);
    if (written.st_ino != named.st_ino || written.st_dev != named.st_dev)
        throw Error(cannotWrite(), displayPath(m_path),
                    translated("formats", "Another program has replaced the temporary file."),
                    translated("formats", "Choose a folder that nobody else writes to."));
    if (renameat(m_folderFd, m_temporary.c_str(), m_folderFd, m_name.c_str()) != 0)
        throw error(errno);
    m_temporary.clear();
    if (m_flush == Flush::Yes && fsync(m_folderFd) != 0 && errno != EBADF && errno != EINVAL)
        throw error(errno);
    const int fd = m_fd;
    m_fd = -1;
    if (close(fd) != 0)
        throw error(errno);
}

Error OutputFile::error(int errorNumber) const
{
    if (errorNumber == EFBIG)
        return Error::fromErrno(cannotWrite(), m_path, errorNumber,
                                translated("formats",
                                           "That file system, or a limit of this shell (ulimit -f), does not "
                                           "allow files of this size: choose another place."));
    return Error::fromErrno(cannotWrite(), m_path, errorNumber);
}

} // namespace Refbox
