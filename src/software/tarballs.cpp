// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/tarballs.h"

#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/apt.h"
#include "software/buildfolder.h"
#include "software/hostfile.h"
#include "software/signature.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kPieceBytes = 256UL * 1024;
constexpr std::uint64_t kLongestSignature = 64UL * 1024;

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

// Gives the SHA-256 of what was copied.
std::string copyAndHash(const std::string &path, OutputFile &copy, Progress &progress)
{
    Sha256Hash hash;
    readPieces(path, progress, [&](std::span<const char> bytes) {
        hash.add(bytes);
        copy.write(bytes);
    });
    return hash.hex();
}

Error wrongChecksum(const Tarball &tarball, const std::string &place, const std::string &sum)
{
    return Error(translated("software", "This is not the source that the recipe asks for"),
                 displayPath(place),
                 translated("software", "Its SHA-256 is %1; the recipe says %2.")
                     .arg(QString::fromStdString(sum), QString::fromStdString(tarball.sha256)),
                 translated("software", "It may be damaged, or not what its author published: get it anew "
                                        "from %1.")
                     .arg(tarball.addresses.empty() ? translated("software", "its homepage")
                                                    : displayPath(tarball.addresses.front())));
}

Error untried(const Tarball &tarball)
{
    return Error(translated("software", "Cannot use the source"), displayPath(tarball.file),
                 translated("software", "The recipe has not been tried yet: nobody has checked the source, "
                                        "so its SHA-256 is not known."),
                 translated("software", "Check it yourself, and put a recipe with its SHA-256 into your own "
                                        "catalogue folder; or take the component from elsewhere."));
}

// reasons: of each address that was asked.
Error notObtained(const std::vector<Tarball> &tarballs, const QStringList &reasons, bool offline)
{
    QStringList files;
    std::string address;
    for (const Tarball &tarball : tarballs) {
        files += displayPath(tarball.file);
        if (address.empty() && !tarball.addresses.empty())
            address = tarball.addresses.front();
    }
    const QString where = files.join(QStringLiteral(", "));
    if (!reasons.isEmpty())
        return Error(translated("software", "Cannot get the source"), where, reasons.join(QLatin1Char('\n')),
                     translated("software", "Check the network, or put the file into a folder that "
                                            "REFBOX_SOURCES names."));
    QString why = translated("software", "It is not on this machine, and nothing is fetched offline.");
    if (!offline)
        why = translated("software", "It is not on this machine, and the recipe has no address of it.");
    return Error(translated("software", "Cannot get the source"), where, why,
                 address.empty()
                     ? translated("software", "Put it into a folder that REFBOX_SOURCES names.")
                     : translated("software", "Fetch it from %1 into a folder that REFBOX_SOURCES names.")
                           .arg(displayPath(address)));
}

void makeFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error::fromErrno(translated("software", "Cannot make the folder of sources"), folder.string(),
                               error.value());
}

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::string defaultKeyring()
{
    if (std::string own = variable("REFBOX_KEYRING"); !own.empty())
        return own;
    if (const std::string data = variable("XDG_DATA_HOME"); !data.empty())
        return data + "/refbox/keys.gpg";
    const std::string home = variable("HOME");
    return home.empty() ? home : home + "/.local/share/refbox/keys.gpg";
}

} // namespace

SourceOptions defaultSourceOptions()
{
    SourceOptions options;
    options.keyring = defaultKeyring();
    options.aptSources = variable("REFBOX_APT_SOURCES");
    const std::string offline = variable("REFBOX_OFFLINE");
    options.offline = !offline.empty() && offline != "0";
    const std::string folders = variable("REFBOX_SOURCES");
    std::string_view rest = folders;
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        if (colon > 0)
            options.folders.emplace_back(rest.substr(0, colon));
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return options;
}

std::string sha256OfFile(const std::string &path, Progress &progress)
{
    Sha256Hash hash;
    readPieces(path, progress, [&](std::span<const char> bytes) { hash.add(bytes); });
    return hash.hex();
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

Tarballs::Tarballs(const Store &store, SourceOptions options)
    : m_store(store)
    , m_options(std::move(options))
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

// A wrong file in one folder keeps no other place from giving the right one: it is only told, and kept for
// when there is none.
bool Tarballs::takeFromFolders(const Tarball &tarball, const std::string &target, std::optional<Error> &wrong,
                               Progress &progress) const
{
    std::error_code error;
    for (const std::string &folder : m_options.folders) {
        const std::string path = folder + '/' + tarball.file;
        if (!fs::is_regular_file(path, error))
            continue;
        OutputFile copy(target);
        const std::string sum = copyAndHash(path, copy, progress);
        if (sum != tarball.sha256) {
            const Error told = wrongChecksum(tarball, path, sum);
            progress.log(Progress::Severity::Warning, told.where() + u": "_s + told.why());
            if (!wrong)
                wrong = told;
            continue;
        }
        checkAuthor(tarball, copy.temporaryPath(), progress);
        copy.commit();
        return true;
    }
    return false;
}

// In the folders beside the source, or from the network into the cache.
std::optional<std::string> Tarballs::obtainSignature(const Tarball &tarball, Progress &progress) const
{
    const std::string name = fs::path(tarball.signature).filename();
    std::error_code error;
    for (const std::string &folder : m_options.folders) {
        if (std::string path = folder + '/' + name; fs::is_regular_file(path, error))
            return path;
    }
    if (m_options.offline) {
        progress.log(Progress::Severity::Warning,
                     translated("software", "%1 is not checked by its signature, which is not at hand.")
                         .arg(displayPath(tarball.file)));
        return std::nullopt;
    }
    std::string path = cachePath(tarball) + ".signature";
    fs::remove(path, error); // it is short: never go on with an old one
    try {
        DownloadLimits limits = m_options.limits;
        limits.largest = kLongestSignature;
        download(tarball.signature, path, limits, progress);
    } catch (const Error &failure) {
        progress.log(Progress::Severity::Warning,
                     translated("software", "%1 is not checked by its signature: %2")
                         .arg(displayPath(tarball.file), failure.why()));
        return std::nullopt;
    }
    return path;
}

// path: a copy that is not in its place yet.
void Tarballs::checkAuthor(const Tarball &tarball, const std::string &path, Progress &progress) const
{
    std::error_code error;
    if (tarball.signature.empty() || !fs::is_regular_file(m_options.keyring, error))
        return;
    const auto signature = obtainSignature(tarball, progress);
    if (!signature)
        return;
    const SignatureCheck check = checkSignature(path, *signature, m_options.keyring, progress);
    const QString file = displayPath(tarball.file);
    if (check.verdict == SignatureCheck::Verdict::Bad)
        throw Error(translated("software", "The signature of the source is bad"), file,
                    check.signer.isEmpty()
                        ? translated("software", "It is no signature that gpgv can read.")
                        : translated("software", "It is not what %1 signed.").arg(check.signer),
                    translated("software", "Do not use it before its author has told you what it is."));
    if (check.verdict == SignatureCheck::Verdict::Good)
        progress.log(Progress::Severity::Info,
                     translated("software", "%1 is signed by %2.").arg(file, check.signer));
    else
        progress.log(Progress::Severity::Warning,
                     translated("software", "%1 is signed by the key %2, which is not in the keyring.")
                         .arg(file, check.signer));
}

void Tarballs::fetch(const Tarball &tarball, const std::string &address, const std::string &part,
                     Progress &progress) const
{
    // Twice at most: what was fetched in pieces may be two versions stuck together.
    for (bool isSecond = false;; isSecond = true) {
        progress.log(Progress::Severity::Info,
                     translated("software", "Fetching %1").arg(displayPath(address)));
        const bool cameInOneGo = download(address, part, m_options.limits, progress);
        const std::string sum = sha256OfFile(part, progress);
        if (sum == tarball.sha256)
            return;
        std::error_code error;
        fs::remove(part, error);
        if (cameInOneGo || isSecond)
            throw wrongChecksum(tarball, address, sum);
    }
}

// Some of the package may be missing at a mirror, and only this file matters: whether apt-get was content
// does not.
void Tarballs::fetchFromDebian(const Tarball &tarball, const std::string &part, Progress &progress) const
{
    const std::string folder = m_store.folder() + "/packages/source-" + tarball.debianSuite;
    const OpenFile lock = lockFile(folder + "/lock.refbox", progress);
    const std::string list = folder + "/sources.list";
    const std::string entries = sourceEntries(tarball.debianSuite, m_options.aptSources);
    if (entries.empty())
        throw packagesError(tarball.debianPackage,
                            translated("software", "This machine's apt has no sources."));
    OutputFile written(list, OutputFile::Flush::No);
    written.write(entries);
    written.commit();
    Apt apt({folder, machineArchitecture(), list}, progress);
    const auto take = [&] {
        for (const auto &entry : fs::directory_iterator(apt.archives())) {
            const std::string name = entry.path().filename();
            if (name.starts_with(tarball.debianPackage + '_') && entry.is_regular_file() &&
                sha256OfFile(entry.path(), progress) == tarball.sha256)
                return ::rename(entry.path().c_str(), part.c_str()) == 0;
        }
        return false;
    };
    QString failure;
    const auto attempt = [&failure](const std::function<void()> &step) {
        try {
            step();
        } catch (const Error &error) {
            failure = error.why();
        }
    };
    const auto download = [&] { apt.downloadSource(tarball.debianPackage); };
    attempt(download); // by the lists of an earlier time
    if (take())
        return;
    failure.clear();
    attempt([&apt] { apt.update(); }); // may fail for sources that are none of Debian's
    attempt(download);
    if (take())
        return;
    throw packagesError(tarball.debianPackage,
                        !failure.isEmpty() ? failure
                                           : translated("software", "The suite %1 has no such file any more.")
                                                 .arg(displayPath(tarball.debianSuite)));
}

// part: the right bytes, not in their place yet.
Tarballs::Obtained Tarballs::keep(const Tarball &tarball, const std::string &part, Progress &progress) const
{
    checkAuthor(tarball, part, progress);
    std::string target = cachePath(tarball);
    if (::rename(part.c_str(), target.c_str()) != 0)
        throw Error::fromErrno(translated("software", "Cannot keep the source"), target, errno);
    return {tarball, std::move(target)};
}

Tarballs::Obtained Tarballs::obtain(const std::vector<Tarball> &tarballs, Progress &progress) const
{
    for (const Tarball &tarball : tarballs) {
        if (tarball.sha256.empty())
            throw untried(tarball);
    }
    // Who fetches the same waits for this one, and finds it.
    const std::string lockPath = cachePath(tarballs.front());
    makeFolder(fs::path(lockPath).parent_path());
    const OpenFile lock = lockFile(lockPath + ".lock", progress);
    std::optional<Error> wrong;
    for (const Tarball &tarball : tarballs) {
        const std::string target = cachePath(tarball);
        std::error_code error;
        if (fs::is_regular_file(target, error)) {
            if (sha256OfFile(target, progress) == tarball.sha256)
                return {tarball, target};
            fs::remove(target, error); // damaged since: made anew below
        }
        makeFolder(fs::path(target).parent_path());
        if (takeFromFolders(tarball, target, wrong, progress))
            return {tarball, target};
    }
    if (m_options.offline)
        throw wrong ? *wrong : notObtained(tarballs, {}, true);
    QStringList reasons;
    const auto failed = [&](const QString &place, const QString &why) {
        reasons += place + u": "_s + why;
        progress.log(Progress::Severity::Warning, reasons.last());
    };
    for (const Tarball &tarball : tarballs) {
        const std::string part = cachePath(tarball) + ".part";
        for (const std::string &address : tarball.addresses) {
            try {
                fetch(tarball, address, part, progress);
            } catch (const Error &error) {
                if (error.where() != displayPath(address))
                    throw; // of this machine, a full disk for example: no other address would help
                failed(error.where(), error.why());
                continue;
            }
            return keep(tarball, part, progress);
        }
    }
    for (const Tarball &tarball : tarballs) {
        if (tarball.debianPackage.empty() || !Apt::isHere())
            continue;
        const std::string part = cachePath(tarball) + ".part";
        try {
            fetchFromDebian(tarball, part, progress);
        } catch (const Error &error) {
            failed(u"Debian"_s, error.why());
            continue;
        }
        return keep(tarball, part, progress);
    }
    throw wrong ? *wrong : notObtained(tarballs, reasons, false);
}

void copySource(const Tarballs::Obtained &source, const std::string &folder, Progress &progress)
{
    makeFolder(folder);
    OutputFile copy(folder + '/' + source.tarball.file);
    if (const std::string sum = copyAndHash(source.path, copy, progress); sum != source.tarball.sha256)
        throw wrongChecksum(source.tarball, source.path, sum);
    copy.commit();
}

} // namespace Refbox
