// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfscompression.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <new>
#include <vector>

#include <lz4.h>
#include <lz4hc.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

namespace Refbox {

namespace {

struct Levels
{
    SquashFsCompression compression;
    int highest;
    int usual;
    int assumed; // by readers of images that do not say; 0: these always say
};
constexpr int kLz4High = 2; // from here on the slow kind of LZ4
constexpr Levels kLevels[] = {
    {SquashFsCompression::Gzip, 9, 9, 9},
    {SquashFsCompression::Xz, 9, 6, 6},
    {SquashFsCompression::Lz4, LZ4HC_CLEVEL_MAX, 1, 0},
    // mksquashfs's 15 takes seven times as long and saves 3 %.
    {SquashFsCompression::Zstd, 22, 9, 15},
};

const Levels *levelsOf(SquashFsCompression compression)
{
    const auto *found = std::ranges::find(kLevels, compression, &Levels::compression);
    return found == std::end(kLevels) ? nullptr : found;
}

// The libraries' types of bytes; casts that cannot go wrong are collected here.
const Bytef *bytesOf(const char *chars)
{
    return reinterpret_cast<const Bytef *>(chars);
}

Bytef *bytesOf(char *chars)
{
    return reinterpret_cast<Bytef *>(chars);
}

class GzipPacker final : public SquashFsPacker
{
public:
    explicit GzipPacker(int level)
    {
        if (deflateInit(&m_stream, level) != Z_OK)
            throw std::bad_alloc();
    }
    ~GzipPacker() override { deflateEnd(&m_stream); }

    std::size_t pack(std::span<const char> in, std::span<char> out) override
    {
        deflateReset(&m_stream);
        m_stream.next_in = const_cast<Bytef *>(bytesOf(in.data()));
        m_stream.avail_in = static_cast<uInt>(in.size());
        m_stream.next_out = bytesOf(out.data());
        m_stream.avail_out = static_cast<uInt>(in.size() - 1);
        return deflate(&m_stream, Z_FINISH) == Z_STREAM_END ? m_stream.total_out : 0;
    }

private:
    z_stream m_stream{};
};

class XzPacker final : public SquashFsPacker
{
public:
    XzPacker(int level, std::uint32_t blockSize, const Progress &progress)
        : m_progress(progress)
    {
        lzma_lzma_preset(&m_options, static_cast<std::uint32_t>(level));
        m_options.dict_size = blockSize; // what the kernel makes room for
    }
    ~XzPacker() override { lzma_end(&m_stream); }

    std::size_t pack(std::span<const char> in, std::span<char> out) override
    {
        const lzma_filter filters[] = {{LZMA_FILTER_LZMA2, &m_options}, {LZMA_VLI_UNKNOWN, nullptr}};
        // The kernel knows no other check than CRC32.
        if (lzma_stream_encoder(&m_stream, filters, LZMA_CHECK_CRC32) != LZMA_OK)
            throw std::bad_alloc();
        m_stream.next_out = bytesOf(out.data());
        m_stream.avail_out = in.size() - 1;
        for (std::size_t at = 0; at < in.size();) {
            m_progress.throwIfCancelled();
            const std::size_t count = std::min(kSlice, in.size() - at);
            m_stream.next_in = bytesOf(in.data() + at);
            m_stream.avail_in = count;
            at += count;
            const bool last = at == in.size();
            const lzma_ret result = lzma_code(&m_stream, last ? LZMA_FINISH : LZMA_RUN);
            if (last && result == LZMA_STREAM_END)
                return m_stream.total_out;
            if (result != LZMA_OK || m_stream.avail_in > 0)
                return 0;
        }
        return 0;
    }

private:
    static constexpr std::size_t kSlice = 1 << 17;
    const Progress &m_progress;
    lzma_options_lzma m_options{};
    lzma_stream m_stream = LZMA_STREAM_INIT;
};

class Lz4Packer final : public SquashFsPacker
{
public:
    explicit Lz4Packer(int level)
        : m_level(level)
        , m_state(static_cast<std::size_t>(level < kLz4High ? LZ4_sizeofState() : LZ4_sizeofStateHC()) /
                      sizeof(std::uint64_t) +
                  1)
    {
    }

    std::size_t pack(std::span<const char> in, std::span<char> out) override
    {
        const int size = static_cast<int>(in.size());
        const int packed =
            m_level < kLz4High
                ? LZ4_compress_fast_extState(m_state.data(), in.data(), out.data(), size, size - 1, 1)
                : LZ4_compress_HC_extStateHC(m_state.data(), in.data(), out.data(), size, size - 1, m_level);
        return packed > 0 ? static_cast<std::size_t>(packed) : 0;
    }

private:
    int m_level;
    std::vector<std::uint64_t> m_state; // aligned as LZ4 wants it
};

class ZstdPacker final : public SquashFsPacker
{
public:
    explicit ZstdPacker(int level)
        : m_level(level)
        , m_context(ZSTD_createCCtx())
    {
        if (!m_context)
            throw std::bad_alloc();
    }
    ~ZstdPacker() override { ZSTD_freeCCtx(m_context); }

    std::size_t pack(std::span<const char> in, std::span<char> out) override
    {
        const std::size_t packed =
            ZSTD_compressCCtx(m_context, out.data(), in.size(), in.data(), in.size(), m_level);
        return ZSTD_isError(packed) != 0 || packed >= in.size() ? 0 : packed;
    }

private:
    int m_level;
    ZSTD_CCtx *m_context;
};

} // namespace

int highestSquashFsLevel(SquashFsCompression compression)
{
    const Levels *levels = levelsOf(compression);
    return levels ? levels->highest : 0;
}

std::unique_ptr<SquashFsPacker> makeSquashFsPacker(SquashFsCompression compression, int level,
                                                   std::uint32_t blockSize, const Progress &progress)
{
    const Levels *levels = levelsOf(compression);
    if (!levels || level < 0 || level > levels->highest)
        throw Error(translated("formats", "Cannot compress the image"), {},
                    levels ? translated("formats", "There is no level %1.").arg(level)
                           : translated("formats", "This compression is not written."),
                    levels ? translated("formats", "Give a level from 1 to %1.").arg(levels->highest)
                           : QString());
    if (level == 0)
        level = levels->usual;
    switch (compression) {
    case SquashFsCompression::Xz:
        return std::make_unique<XzPacker>(level, blockSize, progress);
    case SquashFsCompression::Lz4:
        return std::make_unique<Lz4Packer>(level);
    case SquashFsCompression::Zstd:
        return std::make_unique<ZstdPacker>(level);
    case SquashFsCompression::Gzip:
    case SquashFsCompression::Lzma:
        break;
    }
    return std::make_unique<GzipPacker>(level);
}

std::string squashFsCompressorOptions(SquashFsCompression compression, int level)
{
    const Levels *levels = levelsOf(compression);
    std::string bytes;
    if (!levels)
        return bytes;
    if (level == 0)
        level = levels->usual;
    if (level == levels->assumed)
        return bytes;
    if (compression == SquashFsCompression::Lz4) {
        appendLittle(bytes, std::uint32_t{1}); // LZ4's format; Linux asks for it
        appendLittle(bytes, std::uint32_t{level < kLz4High ? 0U : 1U});
    } else if (compression == SquashFsCompression::Gzip) {
        constexpr std::uint16_t windowBits = 15;
        constexpr std::uint16_t strategies = 0;
        appendLittle(bytes, static_cast<std::uint32_t>(level));
        appendLittle(bytes, windowBits);
        appendLittle(bytes, strategies);
    } else if (compression == SquashFsCompression::Zstd) {
        appendLittle(bytes, static_cast<std::uint32_t>(level));
    }
    return bytes;
}

} // namespace Refbox
