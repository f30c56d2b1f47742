// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/importsource.h"

#include "assembly/treeedit.h"
#include "formats/archiveparts.h"
#include "formats/archivereader.h"
#include "formats/imageformat.h"
#include "formats/opentree.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/store.h"
#include "tree/sides.h"

#include <filesystem>
#include <list>
#include <mutex>
#include <optional>

namespace Refbox {

namespace {

namespace fs = std::filesystem;

QString cannotImport()
{
    return translated("assembly", "Cannot import the vserver");
}

// What was read last, by the stamps of its files. Few, as trees of a million files are large.
class Remembered final
{
public:
    struct Entry
    {
        std::string stamp;
        FileTreePtr tree;
        std::vector<std::string> remarks;
    };

    std::optional<Entry> find(const std::string &stamp)
    {
        const std::scoped_lock lock(m_mutex);
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            if (entry->stamp != stamp)
                continue;
            m_entries.splice(m_entries.begin(), m_entries, entry);
            return m_entries.front();
        }
        return std::nullopt;
    }
    void add(Entry entry)
    {
        static constexpr std::size_t kMost = 4;
        const std::scoped_lock lock(m_mutex);
        m_entries.push_front(std::move(entry));
        if (m_entries.size() > kMost)
            m_entries.pop_back();
    }

private:
    std::mutex m_mutex;
    std::list<Entry> m_entries; // the one that was used last is first
};

Remembered &remembered()
{
    static Remembered instance;
    return instance;
}

Remembered::Entry readFile(const std::string &path, const std::vector<std::string> &files, Progress &progress)
{
    std::string stamp;
    for (const std::string &file : files)
        stamp += fileStamp(file) + '\n';
    if (auto known = remembered().find(stamp))
        return *known;
    Remembered::Entry entry{stamp, nullptr, {}};
    std::error_code ignored;
    const bool mayBeImage = fs::is_regular_file(path, ignored) || fs::is_block_file(path, ignored);
    if (const auto format = mayBeImage ? recogniseImage(path) : std::nullopt) {
        entry.tree = readImage(*format, path, progress);
    } else {
        const Store store;
        StoreSink sink(store);
        ArchiveOptions options;
        options.contentInPlace = true;
        ArchiveContents contents = readJoinedArchive(files, sink, options, progress);
        sink.flush();
        entry.tree = std::move(contents.tree);
        entry.remarks = std::move(contents.remarks);
    }
    // What a writer is still at work on must not be taken for what it becomes.
    std::string after;
    for (const std::string &file : files)
        after += fileStamp(file) + '\n';
    if (after == stamp)
        remembered().add(entry);
    return entry;
}

} // namespace

ImportSource readImportSource(const Import &import, const std::string &path, Progress &progress)
{
    ImportSource source;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        source.files = {path};
        OpenedTree folder = openTree(path, progress);
        source.tree = std::move(folder.tree);
        source.remarks = std::move(folder.remarks);
    } else {
        source.files = archiveParts(path);
        Remembered::Entry entry = readFile(path, source.files, progress);
        source.tree = std::move(entry.tree);
        source.remarks = std::move(entry.remarks);
    }
    source.top = source.tree->find(import.folder);
    if (source.top == kNoId || !source.tree->inodeAt(source.top).isDirectory())
        throw Error(cannotImport(), displayPath(path),
                    translated("assembly", "It has no folder %1.").arg(displayPath(import.folder)),
                    translated("assembly", "Give the path of a folder in it."));
    const Sides sides = guessSides(*source.tree);
    if (source.top == FileTree::root() && sides.areKnown())
        throw Error(cannotImport(), displayPath(path),
                    translated("assembly", "It is a whole package, with a refbox and vservers."),
                    translated("assembly", "Say which vserver is meant, such as the folder %1.")
                        .arg(displayPath(source.tree->path(sides.vservers.front()))));
    return source;
}

std::string vserverNameFor(const std::string &path)
{
    std::string plain = path;
    while (plain.size() > 1 && plain.ends_with('/'))
        plain.pop_back();
    const std::string name(baseName(plain));
    return name.substr(0, name.find('.', 1));
}

} // namespace Refbox
