// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/archivemembers.h"

#include "jobs/display.h"
#include "tree/content.h"

#include <QIODevice>

#include <K7Zip>
#include <KAr>
#include <KCompressionDevice>
#include <KTar>
#include <KZip>

#include <algorithm>
#include <memory>
#include <vector>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostLines = 5000;
// Listing a packed tar unpacks all of it: what would take long is not worth a preview.
constexpr std::uint64_t kLargestArchive = 512UL << 20;

// A file of the tree as a device that can be read at any place.
class ContentDevice final : public QIODevice
{
public:
    ContentDevice(const FileTree &tree, InodeId inode, const Progress &progress)
        : m_reader(tree, inode)
        , m_progress(progress)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return false; }
    qint64 size() const override { return static_cast<qint64>(m_reader.size()); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_progress.isCancelled()) // KArchive knows no exceptions: it sees a read error and gives up
            return -1;
        try {
            return static_cast<qint64>(m_reader.read(static_cast<std::uint64_t>(pos()),
                                                     std::span(data, static_cast<std::size_t>(most))));
        } catch (const Error &error) {
            setErrorString(error.why());
            return -1;
        }
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    ContentReader m_reader;
    const Progress &m_progress;
};

std::optional<KCompressionDevice::CompressionType> packing(std::string_view name)
{
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    if (ends(".tar"))
        return KCompressionDevice::None;
    if (ends(".tar.gz") || ends(".tgz"))
        return KCompressionDevice::GZip;
    if (ends(".tar.bz2") || ends(".tbz2"))
        return KCompressionDevice::BZip2;
    if (ends(".tar.xz") || ends(".txz"))
        return KCompressionDevice::Xz;
    if (ends(".tar.zst"))
        return KCompressionDevice::Zstd;
    return {};
}

struct Lister
{
    ArchiveMembers members;

    void add(const KArchiveDirectory &folder, const QString &prefix, int depth)
    {
        if (depth > 100)
            return;
        QStringList names = folder.entries();
        std::sort(names.begin(), names.end());
        for (const QString &name : names) {
            const KArchiveEntry *entry = folder.entry(name);
            const QString path = prefix + name;
            ++members.count;
            if (members.count <= kMostLines)
                members.text += line(*entry, path);
            if (entry->isDirectory())
                add(static_cast<const KArchiveDirectory &>(*entry), path + u'/', depth + 1);
        }
    }

    static QString line(const KArchiveEntry &entry, const QString &path)
    {
        const QString size = entry.isFile() ? formatSize(static_cast<std::uint64_t>(std::max<qint64>(
                                                  0, static_cast<const KArchiveFile &>(entry).size())))
                                            : QString();
        const QString target = entry.symLinkTarget().isEmpty()
                                   ? QString()
                                   : u" → "_s + displayPath(entry.symLinkTarget().toStdString());
        return u"%1  %2%3\n"_s.arg(size, 9).arg(displayPath(path.toStdString()), target);
    }
};

} // namespace

bool isArchiveName(std::string_view name)
{
    return packing(name) || name.ends_with(".zip") || name.ends_with(".jar") || name.ends_with(".7z") ||
           name.ends_with(".deb") || name.ends_with(".a");
}

ArchiveMembers archiveMembers(const FileTree &tree, InodeId inode, std::string_view name,
                              const Progress &progress)
{
    if (tree.inode(inode).size > kLargestArchive)
        return {};
    ContentDevice device(tree, inode, progress);
    std::unique_ptr<KCompressionDevice> unpacked;
    std::unique_ptr<KArchive> archive;
    if (const auto type = packing(name)) {
        unpacked = std::make_unique<KCompressionDevice>(&device, false, *type);
        archive = std::make_unique<KTar>(unpacked.get());
    } else if (name.ends_with(".7z")) {
        archive = std::make_unique<K7Zip>(&device);
    } else if (name.ends_with(".deb") || name.ends_with(".a")) {
        archive = std::make_unique<KAr>(&device);
    } else {
        archive = std::make_unique<KZip>(&device);
    }
    Lister lister;
    if (archive->open(QIODevice::ReadOnly))
        lister.add(*archive->directory(), {}, 0);
    progress.throwIfCancelled();
    return std::move(lister.members);
}

} // namespace Refbox
