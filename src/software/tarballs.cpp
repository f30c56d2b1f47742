// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/tarballs.h"

#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/hostfile.h"

#include <QCryptographicHash>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPieceBytes = 256UL * 1024;

// All bytes of a file in pieces.
void readPieces(const std::string &path, Progress &progress,
                const std::function<void(std::span<const char>)> &take)
{
    const OpenFile file = OpenFile::forReading(path);
    if (!file.isOpen())
        throw Error::fromErrno(translated("software", "Cannot read the source"), path, errno);
    std::vector<char> buffer(kPieceBytes);
    for (;;) {
        progress.throwIfCancelled();
        const ssize_t count = ::read(file.fd(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw Error::fromErrno(translated("software", "Cannot read the source"), path, errno);
        if (count == 0)
            return;
        take({buffer.data(), static_cast<std::size_t>(count)});
    }
}

std::string hexOf(const QCryptographicHash &hash)
{
    return hash.result().toHex().toStdString();
}

void addTo(QCryptographicHash &hash, std::span<const char> bytes)
{
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

} // namespace

std::vector<std::string> defaultSourceFolders()
{
    std::vector<std::string> folders;
    const char *variable = std::getenv("REFBOX_SOURCES");
    std::string_view rest = variable != nullptr ? variable : "";
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        if (colon > 0)
            folders.emplace_back(rest.substr(0, colon));
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return folders;
}

std::string sha256OfFile(const std::string &path, Progress &progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    readPieces(path, progress, [&](std::span<const char> bytes) { addTo(hash, bytes); });
    return hexOf(hash);
}

std::string sha256OfFile(const std::string &path, const Store &store)
{
    const std::string key = "sha256 of a file\n" + fileStamp(path);
    if (auto known = store.note(key))
        return *known;
    Progress unwatched;
    std::string hash = sha256OfFile(path, unwatched);
    store.putNote(key, hash);
    return hash;
}

Tarballs::Tarballs(const Store &store, std::vector<std::string> folders)
    : m_store(store)
    , m_folders(std::move(folders))
{
}

std::string Tarballs::cachePath(const Tarball &tarball) const
{
    return m_store.folder() + "/sources/" + tarball.sha256 + '/' + tarball.file;
}

std::optional<std::string> Tarballs::cached(const Tarball &tarball) const
{
    std::error_code error;
    std::string path = cachePath(tarball);
    const bool isThere = fs::is_regular_file(path, error) && sha256OfFile(path, m_store) == tarball.sha256;
    return isThere ? std::optional(std::move(path)) : std::nullopt;
}

std::optional<std::string> Tarballs::obtain(const Tarball &tarball, Progress &progress) const
{
    if (tarball.sha256.empty())
        throw Error(
            translated("software", "Cannot use the source"), displayPath(tarball.file),
            translated("software", "The recipe has not been tried yet: nobody has checked the source, "
                                   "so its SHA-256 is not known."),
            translated("software", "Check it yourself, and put a recipe with its SHA-256 into your own "
                                   "catalogue folder; or take the component from elsewhere."));
    const std::string target = cachePath(tarball);
    std::error_code error;
    if (fs::is_regular_file(target, error)) {
        if (sha256OfFile(target, progress) == tarball.sha256)
            return target;
        fs::remove(target, error); // damaged since: made anew below
    }
    for (const std::string &folder : m_folders) {
        const std::string path = folder + '/' + tarball.file;
        if (!fs::is_regular_file(path, error))
            continue;
        fs::create_directories(fs::path(target).parent_path(), error);
        if (error)
            throw Error::fromErrno(translated("software", "Cannot make the folder of sources"),
                                   fs::path(target).parent_path().string(), error.value());
        OutputFile copy(target);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        readPieces(path, progress, [&](std::span<const char> bytes) {
            addTo(hash, bytes);
            copy.write(bytes);
        });
        if (hexOf(hash) != tarball.sha256)
            throw Error(translated("software", "This is not the source that the recipe asks for"),
                        displayPath(path),
                        translated("software", "Its SHA-256 is %1; the recipe says %2.")
                            .arg(QString::fromStdString(hexOf(hash)), QString::fromStdString(tarball.sha256)),
                        translated("software", "It may be damaged, or not what its author published: "
                                               "get it anew from %1.")
                            .arg(tarball.addresses.empty() ? translated("software", "its homepage")
                                                           : displayPath(tarball.addresses.front())));
        copy.commit();
        return target;
    }
    return std::nullopt;
}

} // namespace Refbox
