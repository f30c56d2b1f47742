// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/partedfile.h"

#include "formats/archiveparts.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

QString cannotWrite()
{
    return translated("formats", "Cannot write the file");
}

std::string_view baseNameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
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
    }
    if (m_options.partSize != 0 || m_options.checksum)
        m_replacement = std::make_unique<PartReplacement>(m_path);
    m_earlier = earlierFiles();
    beginPart();
}

PartedFile::~PartedFile() = default;

// Only what follows on NAME.001 without a gap can be a star-ball that was written here.
std::vector<EarlierPart> PartedFile::earlierFiles() const
{
    std::vector<std::string> endings;
    for (const unsigned number : m_options.partSize != 0 ? existingParts(m_path) : std::vector<unsigned>()) {
        if (number != endings.size() + 1)
            throw nameIsTaken(partPath(m_path, number),
                              translated("formats", "Something else has the name of a part."));
        endings.push_back(partPath({}, number));
    }
    if (m_options.checksum)
        endings.emplace_back(kChecksumEnding);
    std::vector<EarlierPart> files;
    for (const std::string &ending : endings) {
        const std::string path = m_path + ending;
        struct stat status
        {
        };
        if (lstat(path.c_str(), &status) != 0)
            continue;
        if (!S_ISREG(status.st_mode))
            throw nameIsTaken(path,
                              translated("formats", "Something that is no regular file has this name."));
        struct stat aside
        {
        };
        if (lstat(asidePath(path).c_str(), &aside) == 0)
            throw nameIsTaken(asidePath(path), translated("formats", "Something else has this name."));
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
    m_files.back()->settle(); // there may be hundreds
    if (m_options.checksum)
        m_sums.push_back(m_partHash.hex());
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
            m_partHash.add(piece);
            if (m_options.partSize != 0)
                m_wholeHash.add(piece);
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
           std::ranges::any_of(m_earlier, [&](const EarlierPart &file) {
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
        text += "# joined: " + checksumLine(m_wholeHash.hex(), baseNameOf(m_path));
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
