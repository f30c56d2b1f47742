// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/partreplacement.h"

#include "formats/archiveparts.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <locale>
#include <sstream>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::string_view kAsideEnding = ".old";
constexpr std::string_view kNoteEnding = ".writing";
constexpr std::string_view kNoteBegins = "refbox parts 1\n";
constexpr std::size_t kLongestNote = 1 << 20;
constexpr std::string_view kNoteName = "NAME"; // in place of the path

QString cannotWrite()
{
    return translated("formats", "Cannot write the file");
}

std::string hiddenPath(const std::string &path, std::string_view ending)
{
    const std::size_t name = path.rfind('/') + 1; // 0 where there is none
    return (path.substr(0, name) + '.' + path.substr(name)).append(ending);
}

bool exists(const std::string &path)
{
    struct stat status
    {
    };
    return lstat(path.c_str(), &status) == 0;
}

// Never over another file. 0, else errno's number.
int moveTo(const std::string &from, const std::string &to)
{
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS) // file systems that do not know it
        return errno;
    if (exists(to))
        return EEXIST;
    return rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

// As far as the file system can.
void syncFolderOf(const std::string &path)
{
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const FileDescriptor fd(open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.isOpen())
        fsync(fd.get());
}

// One of the names that PartedFile gives, after that of the whole.
bool isEnding(std::string_view ending)
{
    return ending.empty() || ending == kChecksumEnding ||
           (ending.size() == 4 && isPart(std::string("x").append(ending)));
}

} // namespace

std::string asidePath(const std::string &path)
{
    return hiddenPath(path, kAsideEnding);
}

Error nameIsTaken(const std::string &path, const QString &why)
{
    return Error(cannotWrite(), displayPath(path), why,
                 translated("formats", "Move it away, or choose another name."));
}

PartReplacement::PartReplacement(const std::string &path)
    : m_path(path)
    , m_note(hiddenPath(path, kNoteEnding))
{
    if (asidePath(path).append(kChecksumEnding).size() - (path.rfind('/') + 1) > NAME_MAX)
        throw Error::fromErrno(cannotWrite(), path, ENAMETOOLONG);
    lock();
    read();
    if (!m_new.empty())
        settle(isInPlace(m_new.front()));
}

PartReplacement::~PartReplacement()
{
    if (m_isEmpty)
        unlink(m_note.c_str());
}

void PartReplacement::lock()
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        m_fd = FileDescriptor(
            open(m_note.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
        if (!m_fd.isOpen())
            throw Error::fromErrno(cannotWrite(), m_path, errno,
                                   errno == ENOENT ? translated("formats", "Make its folder first.")
                                                   : QString());
        // Where a file system knows no locks, what has changed is still seen before it is replaced.
        if (flock(m_fd.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw Error(cannotWrite(), displayPath(m_path),
                        translated("formats", "Another run is writing it."),
                        translated("formats", "Wait until that is done, or choose another name."));
        struct stat locked
        {
        };
        struct stat named
        {
        };
        if (fstat(m_fd.get(), &locked) != 0)
            throw Error::fromErrno(cannotWrite(), m_note, errno);
        if (!S_ISREG(locked.st_mode) || locked.st_uid != geteuid())
            throw nameIsTaken(m_note, translated("formats", "Something else has this name."));
        // Its last owner may have removed it before it was locked.
        if (lstat(m_note.c_str(), &named) == 0 && named.st_ino == locked.st_ino &&
            named.st_dev == locked.st_dev)
            return;
    }
    throw Error::fromErrno(cannotWrite(), m_note, EEXIST);
}

void PartReplacement::read()
{
    std::string text(kLongestNote, '\0');
    const ssize_t size = pread(m_fd.get(), text.data(), text.size(), 0);
    if (size < 0)
        throw Error::fromErrno(cannotWrite(), m_note, errno);
    text.resize(static_cast<std::size_t>(size));
    if (!text.starts_with(kNoteBegins.substr(0, text.size())))
        throw nameIsTaken(m_note, translated("formats", "Something else has this name."));
    if (!text.ends_with("\nend\n"))
        return;
    std::istringstream lines(text.substr(kNoteBegins.size()));
    lines.imbue(std::locale::classic());
    std::string kind;
    std::string name;
    while (lines >> kind >> name) {
        New file;
        if (!name.starts_with(kNoteName) || !isEnding(std::string_view(name).substr(kNoteName.size())))
            throw nameIsTaken(m_note, translated("formats", "Something else has this name."));
        file.ending = name.substr(kNoteName.size());
        if (kind == "old")
            m_old.push_back(file.ending);
        else if (lines >> file.inode >> file.size)
            m_new.push_back(file);
    }
}

// Of a link, the file at its end: that is what OutputFile replaces.
bool PartReplacement::isInPlace(const New &file) const
{
    struct stat status
    {
    };
    return stat((m_path + file.ending).c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_ino == file.inode && static_cast<std::uint64_t>(status.st_size) == file.size;
}

void PartReplacement::begin(std::span<const std::unique_ptr<OutputFile>> files,
                            std::span<const EarlierPart> earlier, bool isFlushed)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << kNoteBegins;
    for (const auto &file : files) {
        struct stat status
        {
        };
        if (fstat(file->fd(), &status) != 0)
            throw file->error(errno);
        m_new.push_back(
            {file->path().substr(m_path.size()), status.st_ino, static_cast<std::uint64_t>(status.st_size)});
        text << "new " << kNoteName << m_new.back().ending << ' ' << m_new.back().inode << ' '
             << m_new.back().size << '\n';
    }
    for (const EarlierPart &file : earlier) {
        m_old.push_back(file.ending);
        text << "old " << kNoteName << file.ending << '\n';
    }
    text << "end\n";
    m_isEmpty = false;
    const std::string note = text.str();
    if (ftruncate(m_fd.get(), 0) != 0) // what was not whole
        throw Error::fromErrno(cannotWrite(), m_note, errno);
    errno = ENOSPC; // for a short write
    if (pwrite(m_fd.get(), note.data(), note.size(), 0) != static_cast<ssize_t>(note.size()) ||
        (isFlushed && fsync(m_fd.get()) != 0))
        throw Error::fromErrno(cannotWrite(), m_note, errno);
    if (isFlushed)
        syncFolderOf(m_note);
    for (std::size_t i = 0; i < m_old.size(); ++i) {
        const std::string path = m_path + m_old[i];
        if (const int failed = moveTo(path, asidePath(path)); failed != 0) {
            m_old.resize(i); // the rest is not to come back from there
            throw Error::fromErrno(cannotWrite(), path, failed);
        }
    }
}

void PartReplacement::settle(bool isDone)
{
    m_isEmpty = false;
    // The one file takes the earlier one's place in one step, from which there is no way back.
    isDone = isDone || (!m_new.empty() && m_new.front().ending.empty() && isInPlace(m_new.front()));
    int failed = 0;
    std::string where;
    const auto note = [&](const std::string &path, int error) {
        if (error != 0 && error != ENOENT && failed == 0) {
            failed = error;
            where = path;
        }
    };
    const auto remove = [&](const std::string &path) { note(path, unlink(path.c_str()) == 0 ? 0 : errno); };
    if (isDone) {
        for (const std::string &ending : m_old)
            remove(asidePath(m_path + ending));
    } else {
        for (const New &file : m_new)
            if (isInPlace(file))
                remove(m_path + file.ending);
        for (auto ending = m_old.rbegin(); ending != m_old.rend(); ++ending)
            note(asidePath(m_path + *ending), moveTo(asidePath(m_path + *ending), m_path + *ending));
    }
    if (failed == 0 && ftruncate(m_fd.get(), 0) != 0)
        note(m_note, errno);
    if (failed != 0)
        throw Error::fromErrno(
            translated("formats", "Cannot end what a killed run left there"), where, failed,
            failed == EEXIST ? translated("formats", "Move away what stands in its place.") : QString());
    m_new.clear();
    m_old.clear();
    m_isEmpty = true;
}

} // namespace Refbox
