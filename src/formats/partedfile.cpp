// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/partedfile.h"

#include "formats/archiveparts.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

QString cannotWrite()
{
    return translated("formats", "Cannot write the file");
}

std::string checksumPath(const std::string &path)
{
    return path + ".sha256";
}

std::string_view baseNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

// Hidden, so that nobody takes it for a part.
std::string asidePath(const std::string &path)
{
    const std::size_t name = path.rfind('/') + 1; // 0 where there is none
    return path.substr(0, name) + '.' + path.substr(name) + ".old";
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

} // namespace

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
        for (const unsigned number : existingParts(m_path))
            m_earlier.push_back(partPath(m_path, number));
    }
    if (m_options.checksum)
        m_earlier.push_back(checksumPath(m_path));
    for (const std::string &earlier : m_earlier) {
        struct stat status
        {
        };
        if (lstat(earlier.c_str(), &status) != 0)
            continue;
        if (!S_ISREG(status.st_mode))
            throw Error(cannotWrite(), displayPath(earlier),
                        translated("formats", "Something that is no regular file has this name."),
                        translated("formats", "Move it away, or choose another name."));
        m_earlierFiles.emplace_back(status.st_dev, status.st_ino);
    }
    beginPart();
}

PartedFile::~PartedFile() = default;

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
    return !m_earlierFiles.empty() && fstat(descriptor, &status) == 0 &&
           std::ranges::find(m_earlierFiles, std::pair<std::uint64_t, std::uint64_t>(
                                                 status.st_dev, status.st_ino)) != m_earlierFiles.end();
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
    m_files.push_back(std::make_unique<OutputFile>(checksumPath(m_path), m_options.flush));
    m_files.back()->write(text);
}

// The first part goes first and comes last: without it nothing is joined, whenever the machine stops. A
// single file is simply renamed over, as the last step.
void PartedFile::setAside()
{
    for (const std::string &earlier : m_earlier) {
        const std::string aside = asidePath(earlier);
        if (rename(earlier.c_str(), aside.c_str()) == 0)
            m_aside.push_back({earlier, aside});
        else if (errno != ENOENT)
            throw Error::fromErrno(cannotWrite(), earlier, errno);
    }
}

void PartedFile::restore() noexcept
{
    for (const SetAside &file : m_aside)
        rename(file.aside.c_str(), file.path.c_str());
    m_aside.clear();
}

std::vector<std::string> PartedFile::commit()
{
    if (m_options.checksum)
        writeChecksums();
    std::vector<std::string> paths;
    for (const auto &file : m_files)
        paths.push_back(file->path());
    std::vector<std::string> written;
    try {
        setAside();
        for (auto file = m_files.rbegin(); file != m_files.rend(); ++file) {
            (*file)->commit();
            written.push_back((*file)->path());
        }
    } catch (...) {
        // What was there comes back over it; what was not, goes.
        for (const std::string &path : written) {
            if (std::ranges::none_of(m_aside, [&](const SetAside &file) { return file.path == path; }))
                unlink(path.c_str());
        }
        restore();
        throw;
    }
    for (const SetAside &file : m_aside)
        unlink(file.aside.c_str());
    m_aside.clear();
    return paths;
}

} // namespace Refbox
