// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/ocilayout.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/tarballs.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <filesystem>
#include <set>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace Refbox {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr qint64 kLargestDocument = 8 << 20;
constexpr const char *kVersionFile = "oci-layout";
constexpr const char *kJournalFile = ".refbox-added"; // the blobs of a run that has not ended, one a line
constexpr const char *kUnnamedBlob = "new-layer"; // what is being written; also names what killed runs left

QString cannotWrite()
{
    return translated("assembly", "Cannot write the OCI image layout");
}

QString otherFolder()
{
    return translated("assembly", "Choose another folder.");
}

// Null where it is no JSON object, or not there.
QJsonObject readObject(const std::string &path)
{
    std::error_code ignored;
    QFile file(QFile::decodeName(path.c_str()));
    if (!fs::is_regular_file(fs::symlink_status(path, ignored)) || file.size() > kLargestDocument ||
        !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(kLargestDocument)).object();
}

bool isHex(const std::string &digest)
{
    constexpr std::size_t length = 64;
    return digest.size() == length && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Empty where it is none: a digest from a file is never a path by itself.
std::string hexOfDigest(const QJsonValue &digest)
{
    const std::string text = digest.toString().toStdString();
    static constexpr std::string_view kPrefix = "sha256:";
    if (!text.starts_with(kPrefix))
        return {};
    const std::string hex = text.substr(kPrefix.size());
    return isHex(hex) ? hex : std::string();
}

QJsonObject annotationsOf(const QJsonValue &descriptor)
{
    return descriptor.toObject().value("annotations"_L1).toObject();
}

bool makeFolder(const std::string &path, std::vector<std::string> &made)
{
    if (::mkdir(path.c_str(), 0777) == 0) {
        made.push_back(path);
        return true;
    }
    if (errno != EEXIST)
        throw Error::fromErrno(cannotWrite(), path, errno);
    return false;
}

} // namespace

OciLayout::OciLayout(const std::string &folder, OutputFile::Flush flush)
    : m_folder(folder)
    , m_flush(flush)
{
    while (m_folder.size() > 1 && m_folder.back() == '/')
        m_folder.pop_back();
    try {
        prepare();
        readIndex();
        readJournal();
    } catch (...) {
        for (auto path = m_made.rbegin(); path != m_made.rend(); ++path)
            ::remove(path->c_str());
        throw;
    }
}

OciLayout::~OciLayout()
{
    for (const std::string &digest : m_added)
        ::unlink(path(digest).c_str());
    ::unlink(journal().c_str());
    for (auto path = m_made.rbegin(); path != m_made.rend(); ++path)
        ::remove(path->c_str()); // a folder only where it is empty
}

void OciLayout::prepare()
{
    std::error_code ignored;
    const bool isNew = makeFolder(m_folder, m_made);
    lock();
    const std::string version = m_folder + '/' + kVersionFile;
    if (isNew || fs::is_empty(m_folder, ignored)) {
        OutputFile file(version, m_flush);
        file.write(QByteArray(R"({"imageLayoutVersion":"1.0.0"})"));
        file.commit();
        m_made.push_back(version);
    } else if (!readObject(version).value("imageLayoutVersion"_L1).toString().startsWith("1."_L1)) {
        throw Error(cannotWrite(), displayPath(m_folder),
                    translated("assembly", "The folder is not empty, and no OCI image layout."),
                    otherFolder());
    }
    for (const std::string &below : {m_folder + "/blobs", blobFolder()}) {
        makeFolder(below, m_made);
        if (!fs::is_directory(fs::symlink_status(below, ignored)))
            throw Error(cannotWrite(), displayPath(below), translated("assembly", "It is no folder."),
                        otherFolder());
    }
    newBlob(); // which removes what killed runs have left half written
}

void OciLayout::lock()
{
    m_lock = FileDescriptor(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!m_lock.isOpen())
        throw Error::fromErrno(cannotWrite(), m_folder, errno);
    if (::flock(m_lock.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        throw Error(cannotWrite(), displayPath(m_folder),
                    translated("assembly", "Another export is writing there."),
                    translated("assembly", "Wait until it has ended."));
}

void OciLayout::readIndex()
{
    const std::string path = m_folder + "/index.json";
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored)))
        return; // new, or a first run was killed
    m_index = readObject(path);
    if (m_index.value("schemaVersion"_L1).toInt() != 2 || !m_index.value("manifests"_L1).isArray())
        throw Error(cannotWrite(), displayPath(path),
                    translated("assembly", "It is no index of an OCI image layout, and would be lost."),
                    otherFolder());
    for (const QJsonValue manifest : m_index.value("manifests"_L1).toArray())
        (isRefboxImage(manifest.toObject()) ? m_ours : m_others).append(manifest);
}

// What a killed run added is this one's to use, or to take back. Not where others may have used it since.
void OciLayout::readJournal()
{
    std::error_code ignored;
    QFile file(QFile::decodeName(journal().c_str()));
    if (!m_others.isEmpty() || !fs::is_regular_file(fs::symlink_status(journal(), ignored)) ||
        !file.open(QIODevice::ReadOnly))
        return;
    const std::vector<std::string> used = blobsOf(m_ours);
    for (const QByteArray &line : file.read(kLargestDocument).split('\n')) {
        const std::string digest = line.toStdString();
        if (isHex(digest) && std::ranges::count(used, digest) == 0)
            m_added.push_back(digest);
    }
}

// Before the blob has its place.
void OciLayout::addToJournal(const std::string &digest) const
{
    const FileDescriptor file(
        ::open(journal().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666));
    const std::string line = digest + '\n';
    if (!file.isOpen() ||
        ::write(file.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        (m_flush == OutputFile::Flush::Yes && ::fdatasync(file.get()) != 0))
        throw Error::fromErrno(cannotWrite(), journal(), errno);
}

std::string OciLayout::journal() const
{
    return m_folder + '/' + kJournalFile;
}

std::string OciLayout::path(const std::string &digest) const
{
    return blobFolder() + '/' + digest;
}

bool OciLayout::has(const OciBlob &blob, Progress &progress) const
{
    struct stat status
    {
    };
    const std::string file = path(blob.digest);
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           static_cast<std::uint64_t>(status.st_size) == blob.size &&
           sha256OfFile(file, progress) == blob.digest;
}

OutputFile OciLayout::newBlob() const
{
    return OutputFile(blobFolder() + '/' + kUnnamedBlob, m_flush);
}

OciBlob OciLayout::keep(OutputFile &file, Progress &progress, bool *stood)
{
    OciBlob blob;
    blob.digest = sha256OfFile(file.temporaryPath(), progress);
    blob.size = fs::file_size(file.temporaryPath());
    const bool isThere = has(blob, progress);
    if (stood != nullptr)
        *stood = isThere;
    if (isThere)
        return blob;
    const std::string target = path(blob.digest);
    std::error_code ignored;
    const bool isNew = !fs::exists(fs::symlink_status(target, ignored)); // else it was damaged
    file.setName(blob.digest);
    file.flush(progress);
    if (isNew)
        addToJournal(blob.digest);
    file.commit();
    if (isNew)
        m_added.push_back(blob.digest);
    return blob;
}

OciBlob OciLayout::put(const QByteArray &bytes, Progress &progress)
{
    OciBlob blob{sha256Hex(bytes), static_cast<std::uint64_t>(bytes.size())};
    if (has(blob, progress))
        return blob;
    OutputFile file = newBlob();
    file.write(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
    return keep(file, progress);
}

void OciLayout::refuseTakenNames(const QJsonArray &manifests) const
{
    std::set<QString> wanted;
    for (const QJsonValue manifest : manifests)
        wanted.insert(annotationsOf(manifest).value(QLatin1StringView(kOciRefName)).toString());
    for (const QJsonValue other : m_others) {
        const QString name = annotationsOf(other).value(QLatin1StringView(kOciRefName)).toString();
        if (wanted.contains(name))
            throw Error(cannotWrite(), displayPath(m_folder),
                        translated("assembly",
                                   "An image called %1 stands there that Refbox did not write, and would be "
                                   "lost.")
                            .arg(displayPath(name.toStdString())),
                        otherFolder());
    }
}

// Or may be: what stands there cannot be read.
bool OciLayout::isWritten(const QJsonObject &index) const
{
    const std::string path = m_folder + "/index.json";
    const QJsonObject there = readObject(path);
    std::error_code ignored;
    return there == index || (there.isEmpty() && fs::exists(fs::symlink_status(path, ignored)));
}

void OciLayout::commit(const QJsonArray &manifests, Progress &progress)
{
    refuseTakenNames(manifests);
    progress.throwIfCancelled();
    QJsonArray all = m_others;
    for (const QJsonValue manifest : manifests)
        all.append(manifest);
    QJsonObject index = m_index;
    index.insert(u"schemaVersion"_s, 2);
    if (!index.contains("mediaType"_L1))
        index.insert(u"mediaType"_s, u"application/vnd.oci.image.index.v1+json"_s);
    index.insert(u"manifests"_s, all);
    OutputFile file(m_folder + "/index.json", m_flush);
    file.write(toJsonBytes(index));
    file.flush(progress);
    // What fails behind the renaming leaves the new index: then nothing that it names may go.
    std::vector<std::string> added;
    const auto keepAll = [this, &added] {
        m_made.clear();
        added.swap(m_added);
    };
    try {
        file.commit();
    } catch (const Error &) {
        if (isWritten(index))
            keepAll();
        throw;
    }
    keepAll();
    if (!m_others.isEmpty())
        return;
    std::vector<std::string> old = blobsOf(m_ours);
    old.insert(old.end(), added.begin(), added.end());
    removeUnused(old, manifests);
}

// Of manifests that are Refbox's: these, their configurations and layers.
std::vector<std::string> OciLayout::blobsOf(const QJsonArray &manifests) const
{
    std::vector<std::string> blobs;
    const auto add = [&blobs](const QJsonValue &descriptor) {
        std::string hex = hexOfDigest(descriptor.toObject().value("digest"_L1));
        if (!hex.empty())
            blobs.push_back(std::move(hex));
    };
    for (const QJsonValue descriptor : manifests) {
        const std::string hex = hexOfDigest(descriptor.toObject().value("digest"_L1));
        if (hex.empty())
            continue;
        blobs.push_back(hex);
        const QJsonObject manifest = readObject(path(hex));
        add(manifest.value("config"_L1));
        for (const QJsonValue layer : manifest.value("layers"_L1).toArray())
            add(layer);
    }
    return blobs;
}

void OciLayout::removeUnused(const std::vector<std::string> &old, const QJsonArray &manifests)
{
    const std::vector<std::string> kept = blobsOf(manifests);
    const std::set<std::string> used(kept.begin(), kept.end());
    for (const std::string &digest : old) {
        struct stat status
        {
        };
        if (!used.contains(digest) && ::lstat(path(digest).c_str(), &status) == 0 &&
            S_ISREG(status.st_mode) && ::unlink(path(digest).c_str()) == 0)
            ++m_removed;
    }
}

} // namespace Refbox
