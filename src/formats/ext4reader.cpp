// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4reader.h"

#include "formats/ext4image.h"
#include "formats/ext4xattrreader.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

using Handle = FileTreeBuilder::Handle;

constexpr std::string_view kLostFoundName = "lost+found";
constexpr std::size_t kLongestTarget = 4095;
constexpr std::uint32_t kLongestInline = 64 * 1024; // no inode's attributes hold more

struct FoundEntry
{
    std::string name;
    ext2_ino_t ino = 0;
};

// What is read of an inode whatever its kind.
struct FoundInode
{
    explicit FoundInode(Ext4RawInode inode)
        : raw(std::move(inode))
    {
    }
    Ext4RawInode raw;
    Metadata metadata;
    std::string inlineData;
};

Timestamp timeOf(std::uint32_t seconds, std::uint32_t extra)
{
    constexpr std::uint32_t most = 999999999;
    const std::int64_t epoch = std::int64_t{extra & 3} << 32;
    return {static_cast<std::int32_t>(seconds) + epoch, std::min(extra >> 2, most)};
}

std::uint8_t flagsOf(const Ext4RawInode &inode)
{
    std::uint8_t flags = 0;
    if (inode.hasFlag(EXT2_IMMUTABLE_FL))
        flags |= kImmutable;
    if (inode.hasFlag(EXT2_APPEND_FL))
        flags |= kAppendOnly;
    if (inode.hasFlag(EXT2_NODUMP_FL))
        flags |= kNoDump;
    return flags;
}

class DirectoryParser
{
public:
    DirectoryParser(Ext4Image &image, const FoundInode &inode)
        : m_image(image)
        , m_inode(inode)
    {
    }

    std::vector<FoundEntry> parse()
    {
        if (m_inode.raw.hasFlag(EXT4_ENCRYPT_FL))
            m_image.refuse(translated("formats", "It has encrypted folders."),
                           translated("formats", "Mount it with its key and open the folder instead."));
        if (m_inode.raw.hasFlag(EXT4_INLINE_DATA_FL))
            parseInline();
        else
            parseBlocks();
        return std::move(m_entries);
    }

private:
    [[noreturn]] void corrupt(const QString &why) const { m_image.corrupt(m_inode.raw.ino(), why); }

    // The parent's number, then entries as in a block; more of them among the attributes.
    void parseInline()
    {
        constexpr std::size_t parent = sizeof(std::uint32_t);
        parseEntries(m_inode.raw.blockBytes().subspan(parent));
        parseEntries(m_inode.inlineData);
    }

    void parseBlocks()
    {
        const std::uint64_t blockSize = m_image.blockSize();
        std::vector<char> block(blockSize);
        std::uint64_t next = 0;
        for (const Extent &extent : m_image.extentsOf(m_inode.raw)) {
            if (extent.logical != next || extent.length % blockSize != 0)
                break;
            for (std::uint64_t at = 0; at < extent.length; at += blockSize) {
                m_image.read(m_inode.raw.ino(), extent.physical + at, block);
                if (!m_image.isSoundDirectory(m_inode.raw, block))
                    corrupt(translated("formats", "the checksum of the folder is wrong"));
                parseEntries(block);
            }
            next += extent.length;
        }
        if (next != m_inode.raw.size() || next == 0)
            corrupt(translated("formats", "the folder has a hole"));
    }

    // Index blocks of hash trees look like blocks of one empty entry, and so do checksums.
    void parseEntries(std::span<const char> block)
    {
        constexpr std::size_t head = 8;
        for (std::size_t at = 0; at + head <= block.size();) {
            std::uint32_t ino = 0;
            std::uint16_t stored = 0;
            std::memcpy(&ino, block.data() + at, sizeof ino);
            std::memcpy(&stored, block.data() + at + 4, sizeof stored);
            const auto nameLength = static_cast<std::uint8_t>(block[at + 6]);
            std::size_t length = stored;
            if (m_image.blockSize() == 65536 && (stored == 65535 || stored == 0))
                length = 65536;
            if (length < head || length % 4 != 0 || length > block.size() - at || head + nameLength > length)
                corrupt(translated("formats", "an entry of the folder makes no sense"));
            if (ino != 0)
                addEntry(ino, std::string_view(block.data() + at + head, nameLength));
            at += length;
        }
    }

    void addEntry(ext2_ino_t ino, std::string_view name)
    {
        if (name == "." || name == "..")
            return;
        if (name.empty() || name.find('/') != std::string_view::npos ||
            name.find('\0') != std::string_view::npos)
            corrupt(translated("formats", "a name in the folder is impossible"));
        m_entries.push_back({std::string(name), ino});
    }

    Ext4Image &m_image;
    const FoundInode &m_inode;
    std::vector<FoundEntry> m_entries;
};

class TreeReader
{
public:
    TreeReader(const std::string &path, Progress &progress)
        : m_image(path)
        , m_progress(progress)
        , m_hostPath(
              m_builder.internHostPath(kNoId, std::filesystem::absolute(path).lexically_normal().string()))
    {
    }

    FileTreePtr read();

private:
    struct Pending
    {
        Handle handle;
        ext2_ino_t ino;
    };
    FoundInode inode(ext2_ino_t ino);
    void addEntries(Handle parent, const std::vector<FoundEntry> &entries);
    void addEntry(Handle parent, const FoundEntry &entry);
    void addDirectory(Handle parent, const FoundEntry &entry, const FoundInode &found);
    Handle addFile(Handle parent, std::string_view name, const FoundInode &found);
    Handle addRegular(Handle parent, std::string_view name, const FoundInode &found);
    Handle addDevice(Handle parent, std::string_view name, const FoundInode &found, FileType type);
    std::string targetOf(const FoundInode &found);
    std::string inlineBytes(const FoundInode &found) const;
    static bool isUntouchedLostFound(const FoundInode &found);

    Ext4Image m_image;
    Progress &m_progress;
    FileTreeBuilder m_builder;
    std::uint32_t m_hostPath;
    std::vector<Pending> m_pending;
    std::unordered_set<ext2_ino_t> m_directories;
    std::unordered_map<ext2_ino_t, Handle> m_linked; // inodes with several names
};

FileTreePtr TreeReader::read()
{
    m_progress.beginPhase(translated("formats", "Reading the image"), m_image.usedInodes(),
                          Progress::Unit::Entries);
    m_builder.limitInlineBytes(mostInlineBytes(m_image.fileSize()));
    const FoundInode root = inode(EXT2_ROOT_INO);
    if (!root.raw.isKind(S_IFDIR))
        m_image.corrupt(EXT2_ROOT_INO, translated("formats", "the root is no folder"));
    m_builder.setMetadata(FileTreeBuilder::root(), root.metadata);
    m_directories.insert(EXT2_ROOT_INO);
    addEntries(FileTreeBuilder::root(), DirectoryParser(m_image, root).parse());
    while (!m_pending.empty()) {
        const Pending next = m_pending.back();
        m_pending.pop_back();
        try {
            addEntries(next.handle, DirectoryParser(m_image, inode(next.ino)).parse());
        } catch (Error &error) {
            throw error.addContext(
                translated("formats", "in %1").arg(displayPath(m_builder.path(next.handle))));
        }
    }
    return m_builder.build();
}

FoundInode TreeReader::inode(ext2_ino_t ino)
{
    FoundInode found(m_image.inode(ino));
    const ext2_inode_large &raw = found.raw.fields();
    if (raw.i_links_count == 0 || raw.i_mode == 0)
        m_image.corrupt(ino, translated("formats", "it has a name but is not in use"));
    if (found.raw.hasFlag(EXT4_INLINE_DATA_FL) && !ext2fs_has_feature_inline_data(m_image.fs()->super))
        m_image.corrupt(ino, translated("formats", "it holds data, which this file system does not know"));
    Metadata &m = found.metadata;
    m.permissions = raw.i_mode & 07777;
    m.uid = inode_uid(raw);
    m.gid = inode_gid(raw);
    m.mtime = timeOf(raw.i_mtime, raw.i_mtime_extra);
    m.flags = flagsOf(found.raw);
    Ext4FoundXattrs xattrs = readExt4Xattrs(m_image, found.raw);
    found.inlineData = std::move(xattrs.inlineData).value_or(std::string());
    std::vector<XattrView> views;
    for (const auto &[name, value] : xattrs.xattrs)
        views.push_back({name, value});
    m.xattrs = m_builder.internXattrs(std::move(views));
    return found;
}

void TreeReader::addEntries(Handle parent, const std::vector<FoundEntry> &entries)
{
    for (const FoundEntry &entry : entries) {
        m_progress.throwIfCancelled();
        try {
            addEntry(parent, entry);
        } catch (Error &error) {
            throw error.addContext(translated("formats", "at %1 in %2")
                                       .arg(displayPath(entry.name), displayPath(m_builder.path(parent))));
        }
    }
}

void TreeReader::addEntry(Handle parent, const FoundEntry &entry)
{
    if (const auto known = m_linked.find(entry.ino); known != m_linked.end()) {
        m_builder.addHardLink(parent, entry.name, known->second);
        return;
    }
    m_progress.advance();
    const FoundInode found = inode(entry.ino);
    if (found.raw.isKind(S_IFDIR)) {
        addDirectory(parent, entry, found);
        return;
    }
    const Handle handle = addFile(parent, entry.name, found);
    if (found.raw.fields().i_links_count > 1)
        m_linked.emplace(entry.ino, handle);
}

void TreeReader::addDirectory(Handle parent, const FoundEntry &entry, const FoundInode &found)
{
    if (!m_directories.insert(entry.ino).second)
        m_image.corrupt(entry.ino, translated("formats", "the folder has two names"));
    if (parent != FileTreeBuilder::root() || entry.name != kLostFoundName) {
        m_pending.push_back({m_builder.addDirectory(parent, entry.name, found.metadata), entry.ino});
        return;
    }
    const std::vector<FoundEntry> entries = DirectoryParser(m_image, found).parse();
    if (!entries.empty() || !isUntouchedLostFound(found))
        addEntries(m_builder.addDirectory(parent, entry.name, found.metadata), entries);
}

bool TreeReader::isUntouchedLostFound(const FoundInode &found)
{
    const Metadata &m = found.metadata;
    return m.permissions == 0700 && m.uid == 0 && m.gid == 0 && m.xattrs == 0 && m.flags == 0;
}

Handle TreeReader::addFile(Handle parent, std::string_view name, const FoundInode &found)
{
    switch (found.raw.fields().i_mode & S_IFMT) {
    case S_IFREG:
        return addRegular(parent, name, found);
    case S_IFLNK:
        return m_builder.addSymlink(parent, name, found.metadata, targetOf(found));
    case S_IFCHR:
        return addDevice(parent, name, found, FileType::CharDevice);
    case S_IFBLK:
        return addDevice(parent, name, found, FileType::BlockDevice);
    case S_IFIFO:
        return m_builder.addSpecial(parent, name, found.metadata, FileType::Fifo);
    case S_IFSOCK:
        return m_builder.addSpecial(parent, name, found.metadata, FileType::Socket);
    default:
        m_image.corrupt(found.raw.ino(), translated("formats", "there is no such type of file"));
    }
}

Handle TreeReader::addRegular(Handle parent, std::string_view name, const FoundInode &found)
{
    if (found.raw.hasFlag(EXT4_ENCRYPT_FL))
        m_image.refuse(translated("formats", "It has encrypted files."),
                       translated("formats", "Mount it with its key and open the folder instead."));
    if (found.raw.hasFlag(EXT4_INLINE_DATA_FL))
        return m_builder.addInlineFile(parent, name, found.metadata, inlineBytes(found));
    return m_builder.addExtentsFile(parent, name, found.metadata, m_hostPath, found.raw.size(),
                                    m_image.extentsOf(found.raw));
}

std::string TreeReader::inlineBytes(const FoundInode &found) const
{
    if (found.raw.size() > kLongestInline)
        m_image.corrupt(found.raw.ino(), translated("formats", "its size is impossible"));
    const std::span<const char> first = found.raw.blockBytes();
    std::string bytes(first.data(), first.size());
    bytes += found.inlineData;
    bytes.resize(found.raw.size()); // the rest, if any, is zeros
    return bytes;
}

Handle TreeReader::addDevice(Handle parent, std::string_view name, const FoundInode &found, FileType type)
{
    const std::uint32_t old = found.raw.fields().i_block[0];
    if (old != 0)
        return m_builder.addSpecial(parent, name, found.metadata, type, old >> 8 & 0xFF, old & 0xFF);
    const std::uint32_t number = found.raw.fields().i_block[1];
    return m_builder.addSpecial(parent, name, found.metadata, type, number >> 8 & 0xFFF,
                                (number & 0xFF) | (number >> 12 & 0xFFF00));
}

std::string TreeReader::targetOf(const FoundInode &found)
{
    const std::uint64_t size = found.raw.size();
    const ext2_ino_t ino = found.raw.ino();
    if (found.raw.hasFlag(EXT4_ENCRYPT_FL))
        m_image.refuse(translated("formats", "It has encrypted links."), {});
    if (size == 0 || size > kLongestTarget)
        m_image.corrupt(ino, translated("formats", "the length of the link's target is impossible"));
    std::string target;
    if (found.raw.hasFlag(EXT4_INLINE_DATA_FL)) {
        target = inlineBytes(found);
    } else if (size < found.raw.blockBytes().size() && !found.raw.hasFlag(EXT4_EXTENTS_FL)) {
        target.assign(found.raw.blockBytes().data(), size);
    } else {
        target.resize(size);
        for (const Extent &extent : m_image.extentsOf(found.raw))
            m_image.read(ino, extent.physical, std::span(target).subspan(extent.logical, extent.length));
    }
    if (target.find('\0') != std::string::npos)
        m_image.corrupt(ino, translated("formats", "the link's target is impossible"));
    return target;
}

} // namespace

std::optional<ImageFormat> extVersionOf(const std::string &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    ext2_super_block super{};
    if (!fd.isOpen() || pread(fd.get(), &super, sizeof super, SUPERBLOCK_OFFSET) != ssize_t{sizeof super} ||
        super.s_magic != EXT2_SUPER_MAGIC)
        return std::nullopt;
    // What Linux' drivers of these names mount.
    constexpr __u32 incompatible = EXT2_FEATURE_INCOMPAT_FILETYPE | EXT2_FEATURE_INCOMPAT_META_BG |
                                   EXT3_FEATURE_INCOMPAT_RECOVER | EXT3_FEATURE_INCOMPAT_JOURNAL_DEV;
    constexpr __u32 writable =
        EXT2_FEATURE_RO_COMPAT_SPARSE_SUPER | EXT2_FEATURE_RO_COMPAT_LARGE_FILE | 4; // BTREE_DIR, never used
    if ((super.s_feature_incompat & ~incompatible) != 0 || (super.s_feature_ro_compat & ~writable) != 0)
        return ImageFormat::Ext4;
    return (super.s_feature_compat & EXT3_FEATURE_COMPAT_HAS_JOURNAL) != 0 ? ImageFormat::Ext3
                                                                           : ImageFormat::Ext2;
}

FileTreePtr readExt4(const std::string &path, Progress &progress)
{
    return TreeReader(path, progress).read();
}

} // namespace Refbox
