// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/partedfile.h"

#include "formats/archiveparts.h"
#include "formats/filedescriptor.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <locale>
#include <sstream>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

QString cannotWrite()
{
    return translated("formats", "Cannot write the file");
}

constexpr std::string_view kChecksumEnding = ".sha256";
constexpr std::string_view kAsideEnding = ".old";
constexpr std::string_view kNoteEnding = ".writing";

std::string_view baseNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

// Hidden, so that nobody takes it for a part.
std::string hiddenPath(const std::string &path, std::string_view ending)
{
    const std::size_t name = path.rfind('/') + 1; // 0 where there is none
    return (path.substr(0, name) + '.' + path.substr(name)).append(ending);
}

std::string asidePath(const std::string &path)
{
    return hiddenPath(path, kAsideEnding);
}

Error somethingElse(const std::string &path, const QString &why)
{
    return Error(cannotWrite(), displayPath(path), why,
                 translated("formats", "Move it away, or choose another name."));
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

void addTo(QCryptographicHash &hash, std::span<const char> bytes)
{
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

// Each part is open until all of them are whole.
void allowManyFiles()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, rlim_t{2} * kMostParts + 1024);
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = wanted;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// One of the names that PartedFile gives, after that of the whole.
bool isEnding(std::string_view ending)
{
    return ending.empty() || ending == kChecksumEnding ||
           (ending.size() == 4 && isPart(std::string("x").append(ending)));
}

} // namespace

// A hidden file beside the target. Its lock keeps others away, and while files take their places it says
// which, so that whoever finds it after a kill can end that. The moments of a kill:
// - before the note is whole: nothing has been moved, and there is nothing to do;
// - from then until the new first part (or the one file) has its place, which it takes as the last: what is
//   new goes, what is aside comes back, its first part last. Without NAME.001 nobody joins anything;
// - after that: the new files are whole, and what is aside goes.
// New files are known by their inodes, since any other file may have come to such a name. All of this can be
// killed and done again: only then is the note emptied, and the file removed.
class PartedFile::Replacement
{
public:
    explicit Replacement(const std::string &path);
    ~Replacement();
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;

    void begin(std::span<const std::unique_ptr<OutputFile>> files, std::span<const Earlier> earlier,
               bool isFlushed);
    void settle(bool isDone);

private:
    struct New
    {
        std::string ending;
        std::uint64_t inode = 0;
        std::uint64_t size = 0;
    };

    void lock();
    void read();
    bool isInPlace(const New &file) const;

    std::string m_path;
    std::string m_note;
    FileDescriptor m_fd;
    std::vector<New> m_new;         // the first part first
    std::vector<std::string> m_old; // endings, the first part first
    bool m_isEmpty = true;
};

namespace {

constexpr std::string_view kNoteBegins = "refbox parts 1\n";
constexpr std::size_t kLongestNote = 1 << 20;
constexpr std::string_view kNoteName = "NAME"; // in place of the path

} // namespace

PartedFile::Replacement::Replacement(const std::string &path)
    : m_path(path)
    , m_note(hiddenPath(path, kNoteEnding))
{
    if (baseNameOf(asidePath(path).append(kChecksumEnding)).size() > NAME_MAX)
        throw Error::fromErrno(cannotWrite(), path, ENAMETOOLONG);
    lock();
    read();
    if (!m_new.empty())
        settle(isInPlace(m_new.front()));
}

PartedFile::Replacement::~Replacement()
{
    if (m_isEmpty)
        unlink(m_note.c_str());
}

void PartedFile::Replacement::lock()
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
            throw somethingElse(m_note, translated("formats", "Something else has this name."));
        // Its last owner may have removed it before it was locked.
        if (lstat(m_note.c_str(), &named) == 0 && named.st_ino == locked.st_ino &&
            named.st_dev == locked.st_dev)
            return;
    }
    throw Error::fromErrno(cannotWrite(), m_note, EEXIST);
}

void PartedFile::Replacement::read()
{
    std::string text(kLongestNote, '\0');
    const ssize_t size = pread(m_fd.get(), text.data(), text.size(), 0);
    if (size < 0)
        throw Error::fromErrno(cannotWrite(), m_note, errno);
    text.resize(static_cast<std::size_t>(size));
    if (!text.starts_with(kNoteBegins.substr(0, text.size())))
        throw somethingElse(m_note, translated("formats", "Something else has this name."));
    if (!text.ends_with("\nend\n"))
        return;
    std::istringstream lines(text.substr(kNoteBegins.size()));
    lines.imbue(std::locale::classic());
    std::string kind;
    std::string name;
    while (lines >> kind >> name) {
        New file;
        if (!name.starts_with(kNoteName) || !isEnding(std::string_view(name).substr(kNoteName.size())))
            throw somethingElse(m_note, translated("formats", "Something else has this name."));
        file.ending = name.substr(kNoteName.size());
        if (kind == "old")
            m_old.push_back(file.ending);
        else if (lines >> file.inode >> file.size)
            m_new.push_back(file);
    }
}

// Of a link, the file at its end: that is what OutputFile replaces.
bool PartedFile::Replacement::isInPlace(const New &file) const
{
    struct stat status
    {
    };
    return stat((m_path + file.ending).c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_ino == file.inode && static_cast<std::uint64_t>(status.st_size) == file.size;
}

void PartedFile::Replacement::begin(std::span<const std::unique_ptr<OutputFile>> files,
                                    std::span<const Earlier> earlier, bool isFlushed)
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
    for (const Earlier &file : earlier) {
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

void PartedFile::Replacement::settle(bool isDone)
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

std::string checksumLine(std::string_view hexDigits, std::string_view name)
{
    std::string line;
    std::string quoted;
    for (const char c : name)
        quoted += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\\' ? "\\\\" : std::string(1, c);
    if (quoted != name)
        line = '\\';
    return line.append(hexDigits).append("  ").append(quoted).append("\n");
}

PartedFile::PartedFile(std::string path, const PartedOptions &options)
    : m_path(std::move(path))
    , m_options(options)
{
    if (m_options.partSize != 0) {
        if (m_options.partSize < kSmallestPart)
            throw Error(
                cannotWrite(), displayPath(m_path),
                translated("formats", "Parts of %1 are too small.").arg(formatSize(m_options.partSize)),
                translated("formats", "Choose at least %1.").arg(formatSize(kSmallestPart)));
        allowManyFiles();
    }
    if (m_options.partSize != 0 || m_options.checksum)
        m_replacement = std::make_unique<Replacement>(m_path);
    m_earlier = earlierFiles();
    beginPart();
}

PartedFile::~PartedFile() = default;

// Only what follows on NAME.001 without a gap can be a star-ball that was written here.
std::vector<PartedFile::Earlier> PartedFile::earlierFiles() const
{
    std::vector<std::string> endings;
    for (const unsigned number : m_options.partSize != 0 ? existingParts(m_path) : std::vector<unsigned>()) {
        if (number != endings.size() + 1)
            throw somethingElse(partPath(m_path, number),
                                translated("formats", "Something else has the name of a part."));
        endings.push_back(partPath({}, number));
    }
    if (m_options.checksum)
        endings.emplace_back(kChecksumEnding);
    std::vector<Earlier> files;
    for (const std::string &ending : endings) {
        const std::string path = m_path + ending;
        struct stat status
        {
        };
        if (lstat(path.c_str(), &status) != 0)
            continue;
        if (!S_ISREG(status.st_mode))
            throw somethingElse(path,
                                translated("formats", "Something that is no regular file has this name."));
        if (exists(asidePath(path)))
            throw somethingElse(asidePath(path), translated("formats", "Something else has this name."));
        files.push_back({ending, status.st_dev, status.st_ino});
    }
    return files;
}

void PartedFile::beginPart()
{
    if (m_files.size() == kMostParts)
        throw Error(cannotWrite(), displayPath(m_path),
                    translated("formats", "It would have more than %1 parts.").arg(kMostParts),
                    translated("formats", "Choose larger parts."));
    m_files.push_back(std::make_unique<OutputFile>(
        m_options.partSize == 0 ? m_path : partPath(m_path, static_cast<unsigned>(m_files.size()) + 1),
        m_options.flush));
    m_inPart = 0;
    m_partHash.reset();
}

void PartedFile::endPart()
{
    if (m_options.checksum)
        m_sums.push_back(m_partHash.result().toHex().toStdString());
}

void PartedFile::write(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        if (m_options.partSize != 0 && m_inPart == m_options.partSize) {
            endPart();
            beginPart();
        }
        const std::uint64_t room = m_options.partSize == 0 ? bytes.size() : m_options.partSize - m_inPart;
        const std::span<const char> piece = bytes.first(std::min<std::uint64_t>(bytes.size(), room));
        m_files.back()->write(piece);
        if (m_options.checksum) {
            addTo(m_partHash, piece);
            if (m_options.partSize != 0)
                addTo(m_wholeHash, piece);
        }
        m_inPart += piece.size();
        bytes = bytes.subspan(piece.size());
    }
}

bool PartedFile::replaces(int descriptor) const
{
    struct stat status
    {
    };
    if (m_options.partSize == 0 && m_files.front()->replaces(descriptor))
        return true;
    return !m_earlier.empty() && fstat(descriptor, &status) == 0 &&
           std::ranges::any_of(m_earlier, [&](const Earlier &file) {
               return file.device == status.st_dev && file.inode == status.st_ino;
           });
}

std::vector<std::string> PartedFile::temporaryPaths() const
{
    std::vector<std::string> paths;
    for (const auto &file : m_files)
        paths.push_back(file->temporaryPath());
    return paths;
}

void PartedFile::flush(Progress &progress)
{
    for (const auto &file : m_files)
        file->flush(progress);
}

// The whole has a line of its own only where it is a file: sha256sum -c would miss it. As a comment, which
// sha256sum skips, it is there for whoever joins the parts.
void PartedFile::writeChecksums()
{
    endPart();
    std::string text;
    for (std::size_t i = 0; i < m_sums.size(); ++i)
        text += checksumLine(m_sums[i], baseNameOf(m_files[i]->path()));
    if (m_options.partSize != 0)
        text += "# joined: " + checksumLine(m_wholeHash.result().toHex().toStdString(), baseNameOf(m_path));
    m_files.push_back(std::make_unique<OutputFile>(m_path + std::string(kChecksumEnding), m_options.flush));
    m_files.back()->write(text);
}

// All bytes are on the disk before anything is moved: the disk is full before, not within. The first part
// goes first and comes last; a single file is simply renamed over, as the last step.
void PartedFile::replaceEarlier()
{
    for (const auto &file : m_files)
        file->sync();
    if (m_replacement && earlierFiles() != m_earlier)
        throw Error(cannotWrite(), displayPath(m_path),
                    translated("formats", "Another program has changed what it would replace."),
                    translated("formats", "Look at what is there now, then write it again."));
    try {
        if (m_replacement)
            m_replacement->begin(m_files, m_earlier, m_options.flush == OutputFile::Flush::Yes);
        for (auto file = m_files.rbegin(); file != m_files.rend(); ++file)
            (*file)->commit();
    } catch (...) {
        try {
            if (m_replacement)
                m_replacement->settle(false);
        } catch (const Error &) {
            // Its note stays, for the next run.
        }
        throw;
    }
    try {
        if (m_replacement)
            m_replacement->settle(true);
    } catch (const Error &) {
        // The new files are whole; the note stays.
    }
}

std::vector<std::string> PartedFile::commit()
{
    if (m_options.checksum)
        writeChecksums();
    std::vector<std::string> paths;
    for (const auto &file : m_files)
        paths.push_back(file->path());
    replaceEarlier();
    return paths;
}

} // namespace Refbox
