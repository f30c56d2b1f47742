// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/imagenotes.h"

#include "formats/imageformat.h"
#include "jobs/job.h"
#include "tree/content.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <ctime>
#include <filesystem>

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

namespace Refbox {

namespace {

// More than any file system's unit of time.
constexpr std::int64_t kSettled = 3;

// Whether a file system sets the times of change by itself, to now. What is mounted by loop may be another
// image the next time.
bool keepsTimes(const std::string &path, dev_t device)
{
    constexpr unsigned loop = 7;
    struct statfs s
    {
    };
    if (major(device) == loop || statfs(path.c_str(), &s) != 0 || (s.f_flags & ST_RDONLY) != 0)
        return false;
    constexpr std::array<std::uint32_t, 5> known{EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC,
                                                 F2FS_SUPER_MAGIC, TMPFS_MAGIC};
    return std::ranges::count(known, static_cast<std::uint32_t>(s.f_type)) > 0;
}

// The stamps of one host file after the other.
class Stamps final
{
public:
    explicit Stamps(std::int64_t now)
        : m_now(now)
    {
    }
    // What tells that a file is another one now; empty where nothing does.
    const std::string &of(std::string path)
    {
        if (path != m_path) {
            m_path = std::move(path);
            m_stamp = take();
        }
        return m_stamp;
    }

private:
    std::string take()
    {
        struct stat s
        {
        };
        if (stat(m_path.c_str(), &s) != 0 || !S_ISREG(s.st_mode) ||
            std::max(s.st_mtim.tv_sec, s.st_ctim.tv_sec) > m_now - kSettled)
            return {};
        if (m_device != s.st_dev) {
            m_device = s.st_dev;
            m_keepsTimes = keepsTimes(m_path, s.st_dev);
        }
        if (!m_keepsTimes)
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

    std::int64_t m_now;
    std::string m_path; // many files' content stands in one archive or image
    std::string m_stamp;
    dev_t m_device = 0;
    bool m_keepsTimes = false;
};

// Which file it is, as long as nobody writes to it; renaming it leaves this as it is.
std::string stateOf(const std::string &path)
{
    struct stat s
    {
    };
    if (stat(path.c_str(), &s) != 0)
        return {};
    std::string state;
    for (const auto number : {std::int64_t(s.st_dev), std::int64_t(s.st_ino), std::int64_t(s.st_size),
                              std::int64_t(s.st_mtim.tv_sec), std::int64_t(s.st_mtim.tv_nsec)})
        state += std::to_string(number) + ' ';
    return state;
}

// Also of a file that is not there yet: a relative path would stay one then.
std::string canonical(const std::string &path)
{
    std::error_code error;
    const std::filesystem::path result =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
    return error ? path : result.string();
}

std::string layoutOf(const ImageOptions &options)
{
    return std::string(imageFormatInfo(options.format).name) + ' ' + std::to_string(options.blockSize) + ' ' +
           std::to_string(static_cast<int>(options.compression)) + ' ' + std::to_string(options.level);
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

ImageNotes::ImageNotes(const FileTree &tree, const std::string &target, const ImageOptions &options)
    : m_tree(tree)
    , m_target(canonical(target))
    , m_format(options.format)
    , m_layout(layoutOf(options))
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
    Stamps stamps(now);
    for (InodeId id = begin; id < end; ++id) {
        const Inode &inode = m_tree.inode(id);
        if (!canBeTakenOver(inode))
            continue;
        std::string place = contentPlace(m_tree, id);
        if (isOnHost(inode.contentKind)) {
            const std::string &stamp = stamps.of(m_tree.hostPath(id));
            if (stamp.empty())
                continue;
            place += '\0' + stamp;
        }
        const Sha256 sha256 = sha256Of(place);
        std::copy_n(sha256.begin(), m_keys[id].size(), m_keys[id].begin());
    }
}

std::string ImageNotes::noteKey() const
{
    return "image " + m_target;
}

// All that must be as it was for an image to be of use; empty where there is none.
std::string ImageNotes::noteHead() const
{
    const std::string stamp = fileStamp(m_target);
    return stamp.empty() ? stamp : m_layout + ' ' + stamp + '\0' + fileStamp("/proc/self/exe") + '\0';
}

bool ImageNotes::find(const Store &store)
{
    const std::string head = noteHead();
    m_note = store.note(noteKey()).value_or(std::string());
    if (head.empty() || !m_note.starts_with(head))
        m_note.clear();
    return !m_note.empty();
}

void ImageNotes::setVerified(const std::string &file)
{
    m_verified = stateOf(file);
}

// Each inode's first node and key: a node has the same number in the planned tree and in that of the image,
// since both have the same names in the same order.
void ImageNotes::add(const Store &store) const
{
    if (m_verified.empty() || stateOf(m_target) != m_verified)
        return;
    const std::string head = noteHead();
    std::string value = head;
    for (InodeId id = 0; id < m_keys.size(); ++id) {
        if (m_keys[id] == Key{})
            continue;
        const NodeId node = m_tree.names(id).front();
        value.append(reinterpret_cast<const char *>(&node), sizeof node);
        value.append(m_keys[id].data(), m_keys[id].size());
    }
    if (value.size() > head.size())
        store.putNote(noteKey(), value);
}

std::vector<std::pair<InodeId, NodeId>> ImageNotes::matches() const
{
    std::vector<std::pair<Key, NodeId>> known;
    Key key{};
    NodeId node = 0;
    constexpr std::size_t entry = sizeof node + sizeof key;
    for (std::string_view rest = std::string_view(m_note).substr(noteHead().size()); rest.size() >= entry;
         rest.remove_prefix(entry)) {
        std::memcpy(&node, rest.data(), sizeof node);
        std::memcpy(key.data(), rest.data() + sizeof node, key.size());
        known.emplace_back(key, node);
    }
    std::ranges::sort(known);
    std::vector<std::pair<InodeId, NodeId>> result;
    for (InodeId id = 0; id < m_keys.size(); ++id) {
        if (m_keys[id] == Key{})
            continue;
        const auto found = std::ranges::lower_bound(known, std::pair(m_keys[id], NodeId{0}));
        if (found != known.end() && found->first == m_keys[id])
            result.emplace_back(id, found->second);
    }
    return result;
}

std::unique_ptr<EarlierImage> ImageNotes::earlier(Progress &progress) const
{
    const auto wanted = m_note.empty() ? std::vector<std::pair<InodeId, NodeId>>() : matches();
    if (wanted.empty())
        return nullptr;
    try {
        ImageFile file(m_target);
        const FileTreePtr tree = readImage(m_format, m_target, progress);
        // It may have been replaced before it was opened, or while it was read.
        struct stat opened
        {
        };
        struct stat there
        {
        };
        if (!m_note.starts_with(noteHead()) || fstat(file.fd(), &opened) != 0 ||
            stat(m_target.c_str(), &there) != 0 || opened.st_ino != there.st_ino ||
            opened.st_dev != there.st_dev)
            return nullptr;
        std::vector<InodeId> twins(m_tree.inodeCount(), kNoId);
        for (const auto &[id, node] : wanted) {
            if (node >= tree->nodeCount())
                continue;
            const Inode &inode = tree->inode(tree->inodeOf(node));
            if (inode.isRegular() && inode.size == m_tree.inode(id).size &&
                inode.contentKind != ContentKind::Inline)
                twins[id] = tree->inodeOf(node);
        }
        return std::make_unique<EarlierImage>(std::move(file), tree, std::move(twins));
    } catch (const Error &) {
        return nullptr; // an image that cannot be read is written anew
    }
}

} // namespace Refbox
