// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/filesystemidentity.h"

#include "jobs/job.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace Refbox {

namespace {

constexpr NodeId kNodesInPart = 8192;

void append(std::string &bytes, std::uint64_t value)
{
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(value >> (8 * i));
}

void append(std::string &bytes, std::string_view text)
{
    append(bytes, std::uint64_t{text.size()});
    bytes += text;
}

void appendNode(std::string &bytes, const FileTree &tree, NodeId node)
{
    const InodeId id = tree.inodeOf(node);
    append(bytes, tree.name(node));
    append(bytes, std::uint64_t{tree.parent(node)} << 32 | id);
    if (tree.names(id)[0] != node)
        return;
    const Inode &inode = tree.inode(id);
    append(bytes, inode.size);
    append(bytes, static_cast<std::uint64_t>(inode.mtimeSeconds));
    append(bytes, std::uint64_t{inode.mtimeNanoseconds} << 32 | inode.mode());
    append(bytes, std::uint64_t{inode.uid} << 32 | inode.gid);
    append(bytes, std::uint64_t{inode.flags} << 32 | (inode.isDevice() ? inode.contentRef : 0));
    if (inode.isSymlink())
        append(bytes, tree.symlinkTarget(id));
    else if (inode.contentKind == ContentKind::Blob)
        bytes.append(reinterpret_cast<const char *>(tree.blobHash(id).data()), sizeof(Sha256));
    if (inode.xattrs != 0) {
        for (const XattrView &xattr : tree.xattrs(inode.xattrs)) {
            append(bytes, xattr.name);
            append(bytes, xattr.value);
        }
    }
}

std::int64_t newestTime(const FileTree &tree)
{
    std::int64_t newest = 0;
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        newest = std::max(newest, tree.inode(id).mtimeSeconds);
    return newest;
}

std::optional<std::int64_t> sourceDateEpoch()
{
    const char *text = std::getenv("SOURCE_DATE_EPOCH");
    if (!text)
        return std::nullopt;
    std::int64_t seconds = 0;
    const char *end = text + std::strlen(text);
    const auto [stop, error] = std::from_chars(text, end, seconds);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return seconds;
}

std::span<const char> asBytes(const Sha256 &sha256)
{
    return {reinterpret_cast<const char *>(sha256.data()), sha256.size()};
}

// SHA-256 of the parts' SHA-256, because a second thread halves the time.
Sha256 digestOf(const FileTree &tree, unsigned threads, const Progress &progress)
{
    const NodeId parts = (tree.nodeCount() + kNodesInPart - 1) / kNodesInPart;
    std::vector<Sha256> digests(parts);
    std::atomic<NodeId> next{0};
    runParallel(std::min<unsigned>(threads, parts), [&](unsigned) {
        std::string bytes;
        for (NodeId part; (part = next++) < parts && !progress.isCancelled();) {
            bytes.clear();
            const NodeId end = std::min(tree.nodeCount(), (part + 1) * kNodesInPart);
            for (NodeId node = part * kNodesInPart; node < end; ++node)
                appendNode(bytes, tree, node);
            digests[part] = sha256Of(bytes);
        }
    });
    progress.throwIfCancelled();
    Sha256Hash hash;
    for (const Sha256 &digest : digests)
        hash.add(asBytes(digest));
    return hash.result();
}

} // namespace

FilesystemIdentity identityOf(const FileTree &tree, const std::string &salt, std::optional<std::int64_t> now,
                              unsigned threads, const Progress &progress)
{
    FilesystemIdentity identity;
    if (!now)
        now = sourceDateEpoch();
    identity.now =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(now ? *now : newestTime(tree), 1, UINT32_MAX));
    Sha256Hash hash;
    hash.add(asBytes(digestOf(tree, threads, progress)));
    hash.add(salt);
    hash.add(std::to_string(identity.now));
    const Sha256 digest = hash.result();
    std::memcpy(identity.uuid.data(), digest.data(), identity.uuid.size());
    std::memcpy(identity.hashSeed.data(), digest.data() + identity.uuid.size(), sizeof identity.hashSeed);
    // Version 8: made by the program's own rule (RFC 9562).
    identity.uuid[6] = static_cast<std::uint8_t>((identity.uuid[6] & 0x0F) | 0x80);
    identity.uuid[8] = static_cast<std::uint8_t>((identity.uuid[8] & 0x3F) | 0x80);
    return identity;
}

FilesystemIdentity identityOf(const FileTree &tree, const std::string &salt, const ImageOptions &options,
                              const Progress &progress)
{
    FilesystemIdentity identity = identityOf(tree, salt, options.now, options.usedThreads(), progress);
    identity.uuid = options.uuid.value_or(identity.uuid);
    return identity;
}

std::optional<std::array<std::uint8_t, 16>> uuidFromText(std::string_view text)
{
    std::array<std::uint8_t, 16> uuid{};
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        std::uint8_t digit = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + 1, digit, 16);
        if (error != std::errc() || digits == 2 * uuid.size())
            return std::nullopt;
        uuid[digits / 2] = static_cast<std::uint8_t>(uuid[digits / 2] << 4 | digit);
        ++digits;
    }
    return digits == 2 * uuid.size() ? std::optional(uuid) : std::nullopt;
}

std::string uuidText(const std::array<std::uint8_t, 16> &uuid)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[uuid[i] >> 4];
        text += digits[uuid[i] & 15];
    }
    return text;
}

} // namespace Refbox
