// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/checksumlist.h"

#include "jobs/text.h"
#include "tree/content.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <exception>
#include <functional>
#include <thread>
#include <vector>

namespace Refbox {

namespace {

constexpr std::size_t kDigits = 64;

bool isListed(const Inode &inode)
{
    return inode.isRegular() && inode.size > 0;
}

// A line without its digits. sha256sum marks a line with a backslash where the name has escapes.
std::string lineEnd(const FileTree &refbox, InodeId inode, bool *escaped)
{
    const std::string path = refbox.path(refbox.names(inode).front());
    *escaped = path.find_first_of("\n\r\\") != std::string::npos;
    std::string name = "  refbox";
    if (!*escaped)
        return name.append(path).append("\n");
    for (const char c : path) {
        const char *escape = c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\\' ? "\\\\" : nullptr;
        if (escape != nullptr)
            name += escape;
        else
            name += c;
    }
    return name + '\n';
}

// By inode. All processors, as a digest costs more than reading the file from memory.
std::vector<Sha256> hashesOf(const FileTree &refbox, Progress &progress)
{
    std::vector<Sha256> hashes(refbox.inodeCount());
    std::atomic<std::size_t> next{0};
    std::mutex mutex; // guards failure
    std::exception_ptr failure;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < hashes.size(); i = next++) {
                const auto id = static_cast<InodeId>(i);
                if (!isListed(refbox.inode(id)))
                    continue;
                hashes[i] = contentHash(refbox, id, &progress);
                progress.advance(refbox.inode(id).size);
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            next = hashes.size();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < std::min(8U, std::thread::hardware_concurrency()); ++i)
            threads.emplace_back(work);
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
    return hashes;
}

} // namespace

ChecksumList::ChecksumList(FileTreePtr refbox)
    : m_refbox(std::move(refbox))
{
    // No digest: it only tells lists of one project from each other, and planning must not wait for it.
    const auto add = [this](std::string_view bytes) {
        m_key = (m_key ^ std::hash<std::string_view>()(bytes)) * 1099511628211U;
    };
    for (InodeId id = 0; id < m_refbox->inodeCount(); ++id) {
        const Inode &inode = m_refbox->inode(id);
        if (!isListed(inode))
            continue;
        bool escaped = false;
        const std::string end = lineEnd(*m_refbox, id, &escaped);
        m_size += kDigits + end.size() + (escaped ? 1 : 0);
        add(end);
        add(contentPlace(*m_refbox, id));
        const std::array<std::uint64_t, 3> numbers{inode.size, static_cast<std::uint64_t>(inode.mtimeSeconds),
                                                   inode.mtimeNanoseconds};
        add({reinterpret_cast<const char *>(numbers.data()), sizeof numbers});
    }
    m_key >>= 1U; // places in files are signed
}

void ChecksumList::compute(Progress &progress) const
{
    const std::lock_guard lock(m_mutex);
    computeLocked(progress);
}

void ChecksumList::computeLocked(Progress &progress) const
{
    if (!m_text.empty())
        return;
    progress.beginPhase(translated("assembly", "Computing checksums"), m_refbox->contentBytes(),
                        Progress::Unit::Bytes);
    const std::vector<Sha256> hashes = hashesOf(*m_refbox, progress);
    std::string text;
    text.reserve(m_size);
    for (InodeId id = 0; id < m_refbox->inodeCount(); ++id) {
        if (!isListed(m_refbox->inode(id)))
            continue;
        bool escaped = false;
        const std::string end = lineEnd(*m_refbox, id, &escaped);
        text += escaped ? "\\" : "";
        text += hexOf(hashes[id]) + end;
    }
    m_text = std::move(text);
}

void ChecksumList::read(std::uint64_t /*key*/, std::uint64_t offset, std::span<char> buffer) const
{
    const std::lock_guard lock(m_mutex);
    Progress unwatched;
    computeLocked(unwatched);
    std::memcpy(buffer.data(), m_text.data() + offset, buffer.size());
}

std::uint64_t ChecksumList::nextData(std::uint64_t /*key*/, std::uint64_t offset, std::uint64_t size) const
{
    return std::min(offset, size);
}

void computeChecksums(const FileTree &tree, NodeId subtree, Progress &progress)
{
    const NodeId node = tree.find(kChecksumListPath);
    if (node == kNoId || !tree.isInside(node, subtree) ||
        tree.inodeAt(node).contentKind != ContentKind::Packed)
        return;
    // An opened image has a list too, but that is a file like all others.
    if (const auto *list = dynamic_cast<const ChecksumList *>(&tree.packedContent(tree.inodeOf(node))))
        list->compute(progress);
}

} // namespace Refbox
