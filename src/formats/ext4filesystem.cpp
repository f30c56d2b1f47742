// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4filesystem.h"

#include "jobs/display.h"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace Refbox {

namespace {

// The library frees nothing of a channel itself: all of it belongs to close below.
struct Channel
{
    struct_io_channel io{};
    std::string name;
    int fd = -1;
};

Channel &channelOf(io_channel io)
{
    return *static_cast<Channel *>(io->private_data);
}

struct_io_manager &manager();

errcode_t openChannel(const char *name, int, io_channel *result)
{
    auto channel = std::make_unique<Channel>();
    channel->name = name;
    std::from_chars(name, name + channel->name.size(), channel->fd);
    struct_io_channel &io = channel->io;
    io.magic = EXT2_ET_MAGIC_IO_CHANNEL;
    io.manager = &manager();
    io.name = channel->name.data();
    io.block_size = 1024;
    io.refcount = 1;
    io.private_data = channel.get();
    *result = &channel.release()->io;
    return 0;
}

errcode_t closeChannel(io_channel io)
{
    if (--io->refcount == 0)
        delete &channelOf(io);
    return 0;
}

errcode_t setBlockSize(io_channel io, int size)
{
    io->block_size = size;
    return 0;
}

// The library counts blocks, or bytes when negative.
std::size_t lengthOf(io_channel io, int count)
{
    return count < 0 ? static_cast<std::size_t>(-static_cast<std::int64_t>(count))
                     : static_cast<std::size_t>(count) * static_cast<std::size_t>(io->block_size);
}

errcode_t readBytes(int fd, std::uint64_t offset, char *data, std::size_t length)
{
    if (fd < 0) {
        std::memset(data, 0, length);
        return 0;
    }
    while (length > 0) {
        const ssize_t n = pread(fd, data, length, static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            std::memset(data, 0, length);
            return n < 0 ? errno : EXT2_ET_SHORT_READ;
        }
        data += n;
        offset += static_cast<std::uint64_t>(n);
        length -= static_cast<std::size_t>(n);
    }
    return 0;
}

errcode_t writeBytes(int fd, std::uint64_t offset, const char *data, std::size_t length)
{
    while (fd >= 0 && length > 0) {
        const ssize_t n = pwrite(fd, data, length, static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 ? errno : EXT2_ET_SHORT_WRITE;
        data += n;
        offset += static_cast<std::uint64_t>(n);
        length -= static_cast<std::size_t>(n);
    }
    return 0;
}

errcode_t readBlocks64(io_channel io, unsigned long long block, int count, void *data)
{
    const auto size = static_cast<std::uint64_t>(io->block_size);
    if (block > INT64_MAX / size)
        return EXT2_ET_SHORT_READ;
    return readBytes(channelOf(io).fd, block * size, static_cast<char *>(data), lengthOf(io, count));
}

errcode_t readBlocks(io_channel io, unsigned long block, int count, void *data)
{
    return readBlocks64(io, block, count, data);
}

errcode_t writeBlocks64(io_channel io, unsigned long long block, int count, const void *data)
{
    return writeBytes(channelOf(io).fd, block * static_cast<std::uint64_t>(io->block_size),
                      static_cast<const char *>(data), lengthOf(io, count));
}

errcode_t writeBlocks(io_channel io, unsigned long block, int count, const void *data)
{
    return writeBlocks64(io, block, count, data);
}

errcode_t writeByte(io_channel io, unsigned long offset, int count, const void *data)
{
    return writeBytes(channelOf(io).fd, offset, static_cast<const char *>(data),
                      static_cast<std::size_t>(count));
}

errcode_t flushChannel(io_channel)
{
    return 0;
}

struct_io_manager &manager()
{
    static struct_io_manager instance = [] {
        struct_io_manager m{};
        m.magic = EXT2_ET_MAGIC_IO_MANAGER;
        m.name = "descriptor";
        m.open = openChannel;
        m.close = closeChannel;
        m.set_blksize = setBlockSize;
        m.read_blk = readBlocks;
        m.write_blk = writeBlocks;
        m.flush = flushChannel;
        m.write_byte = writeByte;
        m.read_blk64 = readBlocks64;
        m.write_blk64 = writeBlocks64;
        return m;
    }();
    return instance;
}

} // namespace

io_manager ext4DescriptorIo()
{
    return &manager();
}

std::string ext4DescriptorName(int fd)
{
    return std::to_string(fd);
}

QString ext4ErrorText(errcode_t code)
{
    static const bool registered = [] {
        initialize_ext2_error_table();
        return true;
    }();
    return registered ? QString::fromLocal8Bit(error_message(code)) : QString();
}

void throwExt4Error(errcode_t code, const QString &failed, const std::string &path)
{
    if (code > 0 && code < 256)
        throw Error::fromErrno(failed, path, static_cast<int>(code));
    if (code != 0)
        throw Error(failed, displayPath(path), ext4ErrorText(code));
}

} // namespace Refbox
