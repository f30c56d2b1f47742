// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/treememory.h"

#include <filesystem>
#include <list>
#include <mutex>
#include <optional>

namespace Refbox {

namespace {

constexpr std::size_t kMostNames = 1'000'000;

struct Entry
{
    std::string stamp;
    ArchiveContents contents;
};

class Memory final
{
public:
    std::optional<ArchiveContents> find(const std::string &stamp)
    {
        const std::scoped_lock lock(m_mutex);
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            if (entry->stamp != stamp)
                continue;
            m_entries.splice(m_entries.begin(), m_entries, entry);
            return entry->contents;
        }
        return std::nullopt;
    }
    void add(const std::string &stamp, const ArchiveContents &contents)
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_entries, [&](const Entry &entry) { return entry.stamp == stamp; });
        m_entries.push_front({stamp, contents});
        std::size_t names = 0;
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            names += entry->contents.tree->nodeCount();
            if (names > kMostNames && entry != m_entries.begin()) {
                m_entries.erase(entry, m_entries.end());
                return;
            }
        }
    }

private:
    std::mutex m_mutex;
    std::list<Entry> m_entries; // the one that was used last is first
};

Memory &memory()
{
    static Memory instance;
    return instance;
}

// Empty where nothing tells whether a file is still the same.
std::string stampOf(const std::vector<std::string> &files, std::string_view how, const Store &store)
{
    std::string stamp = store.folder() + '\n' + std::string(how) + '\n';
    for (const std::string &file : files) {
        const std::string ofFile = fileStamp(file);
        std::error_code ignored;
        if (ofFile.empty() || !std::filesystem::is_regular_file(file, ignored)) // devices keep their times
            return {};
        stamp += ofFile + '\n';
    }
    return stamp;
}

// Whether what the tree was read from put into the store is still there.
bool hasAllOf(const Store &store, const ArchiveContents &contents)
{
    std::error_code ignored;
    if (contents.blob && !std::filesystem::exists(store.objectPath(*contents.blob), ignored))
        return false;
    const FileTree &tree = *contents.tree;
    for (InodeId inode = 0; inode < tree.inodeCount(); ++inode) {
        if (tree.inode(inode).contentKind == ContentKind::Blob &&
            !store.contains(tree.blobHash(inode), tree.inode(inode).size))
            return false;
    }
    return true;
}

} // namespace

ArchiveContents rememberedTree(const std::vector<std::string> &files, std::string_view how,
                               const Store &store, const std::function<ArchiveContents()> &read)
{
    const std::string stamp = stampOf(files, how, store);
    if (!stamp.empty()) {
        auto known = memory().find(stamp);
        if (known && hasAllOf(store, *known))
            return std::move(*known);
    }
    ArchiveContents contents = read();
    // What a writer is still at work on must not be taken for what it becomes.
    if (!stamp.empty() && stampOf(files, how, store) == stamp)
        memory().add(stamp, contents);
    return contents;
}

ArchiveContents rememberedArchive(const std::vector<std::string> &files, const Store &store,
                                  Progress &progress)
{
    return rememberedTree(files, "stored", store, [&] {
        StoreSink sink(store);
        ArchiveContents contents = readJoinedArchive(files, sink, {}, progress);
        sink.flush();
        return contents;
    });
}

} // namespace Refbox
