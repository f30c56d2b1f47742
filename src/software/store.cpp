// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/store.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBufferSize = 256UL * 1024;
constexpr std::size_t kLargestNote = 64UL * 1024 * 1024;
constexpr std::time_t kStaleSeconds = 3600;
constexpr std::time_t kDay = 24 * 3600;
constexpr std::time_t kForgotten = 180 * kDay; // of a note that nobody asked for since
constexpr std::string_view kNoteHeader = "refbox note 1\n";

QString cannotStore()
{
    return translated("software", "Cannot write to the store");
}

std::optional<Sha256> hashOfFile(const std::string &path)
{
    const OpenFile file = OpenFile::forReading(path);
    if (!file.isOpen())
        return std::nullopt;
    Sha256Hash hash;
    std::string buffer(kBufferSize, '\0');
    for (;;) {
        const ssize_t count = ::read(file.fd(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::nullopt;
        if (count == 0)
            return hash.result();
        hash.add(std::span(buffer).first(static_cast<std::size_t>(count)));
    }
}

std::vector<std::string> filesOlderThan(std::time_t seconds, const std::string &folder)
{
    std::vector<std::string> paths;
    std::error_code error;
    const std::time_t now = std::time(nullptr);
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        struct stat status;
        std::string path = entry.path().string();
        if (::lstat(path.c_str(), &status) == 0 && now - status.st_mtime >= seconds)
            paths.push_back(std::move(path));
    }
    return paths;
}

std::string bootId()
{
    std::array<char, 64> bytes;
    const OpenFile file = OpenFile::forReading("/proc/sys/kernel/random/boot_id");
    const ssize_t count = file.isOpen() ? ::read(file.fd(), bytes.data(), bytes.size()) : 0;
    std::string id(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    std::erase_if(id, [](char c) { return c == '\n' || c == '/'; });
    return id.empty() ? "unknown" : id;
}

void makeFolder(const std::string &path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        throw Error::fromErrno(translated("software", "Cannot make the store's folder"), path, error.value(),
                               translated("software", "Set REFBOX_CACHE to a folder that can be written."));
}

OpenFile makeTemporary(const std::string &folder, std::string &path)
{
    path = folder + "/tmp/XXXXXX";
    OpenFile file(::mkostemp(path.data(), O_CLOEXEC));
    if (!file.isOpen())
        throw Error::fromErrno(cannotStore(), path, errno);
    ::flock(file.fd(), LOCK_EX | LOCK_NB); // tells cleaners that its writer lives
    return file;
}

} // namespace

std::string defaultStoreFolder()
{
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return std::string(value != nullptr ? value : "");
    };
    if (const std::string own = variable("REFBOX_CACHE"); !own.empty())
        return own;
    if (const std::string cache = variable("XDG_CACHE_HOME"); cache.starts_with('/'))
        return cache + "/refbox";
    if (const std::string home = variable("HOME"); home.starts_with('/'))
        return home + "/.cache/refbox";
    return fs::temp_directory_path().string() + "/refbox-" + std::to_string(::getuid());
}

Store::Store(std::string folder)
    : m_folder(fs::absolute(folder).lexically_normal().string())
{
    for (const char *part : {"/objects", "/notes", "/tmp", "/unsynced"})
        makeFolder(m_folder + part);
    cleanTemporaries();
    cleanNotes();
    recoverFromCrash();
}

std::string Store::objectPath(const Sha256 &sha256) const
{
    const std::string hex = hexOf(sha256);
    return m_folder + "/objects/" + hex.substr(0, 2) + '/' + hex.substr(2);
}

bool Store::contains(const Sha256 &sha256, std::uint64_t size) const
{
    struct stat status;
    return ::lstat(objectPath(sha256).c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           static_cast<std::uint64_t>(status.st_size) == size;
}

bool Store::verify(const Sha256 &sha256) const
{
    const std::string path = objectPath(sha256);
    const auto found = hashOfFile(path);
    if (found == sha256)
        return true;
    if (found)
        ::unlink(path.c_str());
    return false;
}

void Store::cleanTemporaries() const
{
    for (const std::string &path : filesOlderThan(kStaleSeconds, m_folder + "/tmp")) {
        const OpenFile file = OpenFile::forReading(path);
        if (file.isOpen() && ::flock(file.fd(), LOCK_EX | LOCK_NB) == 0)
            ::unlink(path.c_str());
    }
}

void Store::cleanNotes() const
{
    for (const std::string &path : filesOlderThan(kForgotten, m_folder + "/notes"))
        ::unlink(path.c_str());
}

void Store::recoverFromCrash() const
{
    // A marker of another boot: its writer's objects may be incomplete though they stand in their places.
    const std::string boot = bootId();
    std::vector<std::string> markers;
    std::error_code error;
    std::int64_t since = INT64_MAX;
    for (const auto &entry : fs::directory_iterator(m_folder + "/unsynced", error)) {
        struct stat status;
        const std::string path = entry.path().string();
        if (entry.path().filename().string().starts_with(boot) || ::lstat(path.c_str(), &status) != 0)
            continue;
        markers.push_back(path);
        since = std::min<std::int64_t>(since, status.st_mtime);
    }
    if (markers.empty())
        return;
    for (fs::recursive_directory_iterator it(m_folder + "/objects", error), end; it != end && !error;
         it.increment(error)) {
        struct stat status;
        const std::string path = it->path().string();
        // A second's grace, for file systems with coarse times.
        if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_ctime + 1 < since)
            continue;
        const auto hash = hashOfFile(path);
        if (!hash || objectPath(*hash) != path)
            ::unlink(path.c_str());
    }
    for (const std::string &marker : markers)
        ::unlink(marker.c_str());
}

std::string Store::notePath(std::string_view key) const
{
    return m_folder + "/notes/" + hexOf(sha256Of(key));
}

std::optional<std::string> Store::note(std::string_view key) const
{
    // Header, hash of the rest, key length, key, value: whatever does not fit is no note.
    std::string bytes = hostFileHead(notePath(key), kLargestNote);
    const std::size_t prefix = kNoteHeader.size() + 64 + 1;
    if (!bytes.starts_with(kNoteHeader) || bytes.size() < prefix)
        return std::nullopt;
    const std::string_view body = std::string_view(bytes).substr(prefix);
    if (std::string_view(bytes).substr(kNoteHeader.size(), 64) != hexOf(sha256Of(body)))
        return std::nullopt;
    const std::string head = std::to_string(key.size()) + '\n' + std::string(key);
    if (!body.starts_with(head))
        return std::nullopt;
    touchNote(notePath(key));
    return std::string(body.substr(head.size()));
}

// Its time is that of the last question, to a day.
void Store::touchNote(const std::string &path)
{
    struct stat status;
    if (::stat(path.c_str(), &status) == 0 && std::time(nullptr) - status.st_mtime > kDay)
        ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
}

void Store::putNote(std::string_view key, std::string_view value) const
{
    const std::string body = std::to_string(key.size()) + '\n' + std::string(key) + std::string(value);
    const std::string bytes = std::string(kNoteHeader) + hexOf(sha256Of(body)) + '\n' + body;
    if (bytes.size() > kLargestNote)
        return;
    std::string path;
    try {
        const OpenFile file = makeTemporary(m_folder, path);
        // Not flushed: a note that a crash damages is recognized by its hash.
        const bool written =
            ::write(file.fd(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
        if (!written || ::rename(path.c_str(), notePath(key).c_str()) != 0)
            ::unlink(path.c_str());
    } catch (const Error &) {
        return; // a full or read-only cache only costs time
    }
}

std::string fileStamp(const std::string &path)
{
    struct stat s;
    if (::stat(path.c_str(), &s) != 0)
        return {};
    std::string stamp = path;
    for (const auto number :
         {std::int64_t(s.st_size), std::int64_t(s.st_mtim.tv_sec), std::int64_t(s.st_mtim.tv_nsec),
          std::int64_t(s.st_ctim.tv_sec), std::int64_t(s.st_ctim.tv_nsec),
          static_cast<std::int64_t>(s.st_dev), static_cast<std::int64_t>(s.st_ino)})
        stamp += '\n' + std::to_string(number);
    return stamp;
}

StoreSink::StoreSink(const Store &store)
    : m_store(store)
{
    m_buffer.reserve(kBufferSize);
}

StoreSink::~StoreSink()
{
    abandon();
    try {
        flush();
    } catch (const Error &) {
        // The marker stays: after a crash the objects are looked through.
        return;
    }
}

void StoreSink::fail(int errorNumber)
{
    const std::string path = m_temporary;
    abandon();
    throw Error::fromErrno(
        cannotStore(), path, errorNumber,
        errorNumber == ENOSPC || errorNumber == EDQUOT
            ? translated("software",
                         "Free some space there, or set REFBOX_CACHE to a folder on another disk.")
            : QString());
}

void StoreSink::begin()
{
    abandon();
    m_file = makeTemporary(m_store.folder(), m_temporary);
    m_hash.reset();
    m_size = 0;
}

void StoreSink::write(std::span<const char> bytes)
{
    m_hash.add(bytes);
    m_size += bytes.size();
    if (m_buffer.size() + bytes.size() <= kBufferSize) {
        m_buffer.append(bytes.data(), bytes.size());
        return;
    }
    writeOut(m_buffer);
    m_buffer.clear();
    if (bytes.size() >= kBufferSize)
        writeOut(bytes);
    else
        m_buffer.append(bytes.data(), bytes.size());
}

void StoreSink::writeOut(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_file.fd(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            fail(errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

BlobSink::Placed StoreSink::finish()
{
    Placed placed;
    placed.size = m_size;
    placed.sha256 = m_hash.result();
    placed.hostPath = m_store.objectPath(*placed.sha256);
    if (m_store.contains(*placed.sha256, m_size)) {
        abandon();
        return placed;
    }
    writeOut(m_buffer);
    m_buffer.clear();
    if (::fchmod(m_file.fd(), 0444) != 0)
        fail(errno);
    const std::string folder = placed.hostPath.substr(0, placed.hostPath.rfind('/'));
    if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST)
        fail(errno);
    mark();
    if (::rename(m_temporary.c_str(), placed.hostPath.c_str()) != 0)
        fail(errno);
    m_temporary.clear();
    m_file.close();
    return placed;
}

// The marker must be on the disk before the first object has its name.
void StoreSink::mark()
{
    if (!m_marker.empty())
        return;
    const std::string folder = m_store.folder() + "/unsynced";
    std::string path = folder + '/' + bootId() + ".XXXXXX";
    const OpenFile marker(::mkostemp(path.data(), O_CLOEXEC));
    const OpenFile directory = OpenFile::forReading(folder);
    if (!marker.isOpen() || ::fsync(marker.fd()) != 0 || ::fsync(directory.fd()) != 0)
        fail(errno);
    m_marker = path;
}

void StoreSink::abandon() noexcept
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
    m_file.close();
    m_buffer.clear();
}

void StoreSink::flush()
{
    if (m_marker.empty())
        return;
    const OpenFile folder(::open(m_store.folder().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::syncfs(folder.fd()) != 0)
        throw Error::fromErrno(cannotStore(), m_store.folder(), errno);
    ::unlink(m_marker.c_str());
    m_marker.clear();
}

} // namespace Refbox
