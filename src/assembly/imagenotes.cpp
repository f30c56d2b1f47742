// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/imagenotes.h"

#include "formats/imageformat.h"
#include "jobs/job.h"
#include "tree/content.h"

#include <QCryptographicHash>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <map>

#include <sys/stat.h>

namespace Refbox {

namespace {

// More than any file system's unit of time.
constexpr std::int64_t kSettled = 3;

// What tells that a host file is another one now; empty where it changed too recently, or is not there.
std::string settledStamp(const std::string &path, std::int64_t now)
{
    struct stat s
    {
    };
    if (stat(path.c_str(), &s) != 0 || std::max(s.st_mtim.tv_sec, s.st_ctim.tv_sec) > now - kSettled)
        return {};
    const std::array<std::int64_t, 7> numbers{
        s.st_size,
        s.st_mtim.tv_sec,
        s.st_mtim.tv_nsec,
        s.st_ctim.tv_sec,
        s.st_ctim.tv_nsec,
        static_cast<std::int64_t>(s.st_dev),
        static_cast<std::int64_t>(s.st_ino),
    };
    return {reinterpret_cast<const char *>(numbers.data()), sizeof numbers};
}

bool isOnHost(ContentKind kind)
{
    return kind == ContentKind::HostFile || kind == ContentKind::Extents || kind == ContentKind::Packed;
}

bool canBeTakenOver(const Inode &inode)
{
    return inode.isRegular() && inode.size > 0 &&
           (isOnHost(inode.contentKind) || inode.contentKind == ContentKind::Blob);
}

} // namespace

ImageNotes::ImageNotes(const FileTree &tree, std::string target, const ImageOptions &options)
    : m_tree(tree)
    , m_target(std::move(target))
    , m_format(options.format)
    , m_blockSize(options.blockSize)
{
}

void ImageNotes::takeStamps(const Progress &progress)
{
    constexpr InodeId batch = 4096;
    m_keys.assign(m_tree.inodeCount(), {});
    const std::int64_t now = std::time(nullptr);
    std::atomic<InodeId> next{0};
    runParallel(usefulThreads(), [&](unsigned) {
        for (InodeId begin; (begin = next.fetch_add(batch)) < m_tree.inodeCount();) {
            progress.throwIfCancelled();
            takeStamps(begin, std::min(begin + batch, m_tree.inodeCount()), now);
        }
    });
}

void ImageNotes::takeStamps(InodeId begin, InodeId end, std::int64_t now)
{
    std::string path; // many files' content stands in one archive or image
    std::string stamp;
    for (InodeId id = begin; id < end; ++id) {
        const Inode &inode = m_tree.inode(id);
        if (!canBeTakenOver(inode))
            continue;
        std::string place = contentPlace(m_tree, id);
        if (isOnHost(inode.contentKind)) {
            if (std::string host = m_tree.hostPath(id); host != path || stamp.empty()) {
                path = std::move(host);
                stamp = settledStamp(path, now);
            }
            if (stamp.empty())
                continue;
            place += '\0' + stamp;
        }
        const QByteArray hash = QCryptographicHash::hash(
            QByteArrayView(place.data(), static_cast<qsizetype>(place.size())), QCryptographicHash::Sha256);
        std::copy_n(hash.begin(), m_keys[id].size(), m_keys[id].begin());
    }
}

std::string ImageNotes::noteKey() const
{
    std::error_code ignored;
    return "image " + std::filesystem::weakly_canonical(m_target, ignored).string();
}

// All that must be as it was for an image to be of use.
std::string ImageNotes::noteHead() const
{
    return std::string(imageFormatInfo(m_format).name) + ' ' + std::to_string(m_blockSize) + ' ' +
           fileStamp(m_target) + '\0' + fileStamp("/proc/self/exe") + '\0';
}

// Each inode's first node and key: a node has the same number in the planned tree and in that of the image,
// since both have the same names in the same order.
void ImageNotes::add(const Store &store) const
{
    std::string value = noteHead();
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        if (m_keys[id] == Key{})
            continue;
        const NodeId node = m_tree.names(id).front();
        value.append(reinterpret_cast<const char *>(&node), sizeof node);
        value.append(m_keys[id].data(), m_keys[id].size());
    }
    store.putNote(noteKey(), value);
}

bool ImageNotes::isNoted(const Store &store) const
{
    return store.note(noteKey()).value_or(std::string()).starts_with(noteHead());
}

std::unique_ptr<EarlierImage> ImageNotes::earlier(const Store &store, Progress &progress) const
{
    const std::optional<std::string> note = store.note(noteKey());
    if (!note || !note->starts_with(noteHead()))
        return nullptr;
    ImageFile file(m_target);
    const FileTreePtr tree = readImage(m_format, m_target, progress);
    // It may have been replaced while it was read.
    struct stat opened
    {
    };
    struct stat there
    {
    };
    if (!note->starts_with(noteHead()) || fstat(file.fd(), &opened) != 0 ||
        stat(m_target.c_str(), &there) != 0 || opened.st_ino != there.st_ino || opened.st_dev != there.st_dev)
        return nullptr;

    std::vector<InodeId> twins = twinsIn(*tree, std::string_view(*note).substr(noteHead().size()));
    if (std::ranges::all_of(twins, [](InodeId twin) { return twin == kNoId; }))
        return nullptr;
    return std::make_unique<EarlierImage>(std::move(file), tree, std::move(twins));
}

std::vector<InodeId> ImageNotes::twinsIn(const FileTree &earlier, std::string_view note) const
{
    std::map<Key, NodeId> known;
    Key key{};
    NodeId node = 0;
    constexpr std::size_t entry = sizeof node + sizeof key;
    for (; note.size() >= entry; note.remove_prefix(entry)) {
        std::memcpy(&node, note.data(), sizeof node);
        std::memcpy(key.data(), note.data() + sizeof node, key.size());
        known.emplace(key, node);
    }
    std::vector<InodeId> twins(m_tree.inodeCount(), kNoId);
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        const auto found = m_keys[id] == Key{} ? known.end() : known.find(m_keys[id]);
        if (found == known.end() || found->second >= earlier.nodeCount())
            continue;
        const InodeId twin = earlier.inodeOf(found->second);
        const Inode &inode = earlier.inode(twin);
        if (inode.isRegular() && inode.size == m_tree.inode(id).size &&
            (inode.contentKind == ContentKind::HostFile || inode.contentKind == ContentKind::Extents))
            twins[id] = twin;
    }
    return twins;
}

} // namespace Refbox
