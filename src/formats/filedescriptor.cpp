// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/filedescriptor.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

namespace Refbox {

namespace {

// Paths longer than the kernel takes at once are opened in pieces.
constexpr std::size_t kPieceLength = 4000;

int openPiece(int folder, const std::string &path, int flags)
{
    open_how how{};
    how.flags = static_cast<unsigned>(flags | O_CLOEXEC | O_NOFOLLOW);
    how.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH;
    long fd;
    do
        fd = ::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
    while (fd < 0 && (errno == EINTR || errno == EAGAIN));
    return static_cast<int>(fd);
}

std::size_t pieceEnd(std::string_view path, bool oneName)
{
    if (oneName)
        return std::min(path.find('/'), path.size());
    if (path.size() <= kPieceLength)
        return path.size();
    return path.rfind('/', kPieceLength);
}

FileDescriptor openInPieces(int folder, std::string_view path, int flags, bool oneName)
{
    FileDescriptor held;
    while (true) {
        const std::size_t end = pieceEnd(path, oneName);
        const std::string piece(path.substr(0, end));
        const bool last = end == path.size();
        const int from = held.isOpen() ? held.get() : folder;
        const int how = last ? flags : O_PATH | O_DIRECTORY;
        held = FileDescriptor(oneName ? ::openat(from, piece.c_str(), how | O_CLOEXEC | O_NOFOLLOW)
                                      : openPiece(from, piece, how));
        if (last || !held.isOpen())
            return held;
        path.remove_prefix(end + 1);
    }
}

} // namespace

FileDescriptor openBelow(int folder, std::string_view path, int flags)
{
    if (path.empty())
        path = ".";
    FileDescriptor fd = openInPieces(folder, path, flags, false);
    // Kernels before 5.6 and some sandboxes know no openat2: name by name then.
    if (!fd.isOpen() && (errno == ENOSYS || errno == EPERM))
        fd = openInPieces(folder, path, flags, true);
    return fd;
}

} // namespace Refbox
