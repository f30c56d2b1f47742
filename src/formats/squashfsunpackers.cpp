// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfscompression.h"

#include <new>

#include <lz4.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

namespace Refbox {

namespace {

// What a stream may ask of the memory: dictionaries of SquashFS are no larger than a block.
constexpr std::uint64_t kMemoryLimit = 64 << 20;

const Bytef *bytesOf(const char *chars)
{
    return reinterpret_cast<const Bytef *>(chars);
}

Bytef *bytesOf(char *chars)
{
    return reinterpret_cast<Bytef *>(chars);
}

class GzipUnpacker final : public SquashFsUnpacker
{
public:
    GzipUnpacker()
    {
        if (inflateInit(&m_stream) != Z_OK)
            throw std::bad_alloc();
    }
    ~GzipUnpacker() override { inflateEnd(&m_stream); }

    std::optional<std::size_t> unpack(std::span<const char> in, std::span<char> out) override
    {
        inflateReset(&m_stream);
        m_stream.next_in = const_cast<Bytef *>(bytesOf(in.data()));
        m_stream.avail_in = static_cast<uInt>(in.size());
        m_stream.next_out = bytesOf(out.data());
        m_stream.avail_out = static_cast<uInt>(out.size());
        if (inflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            return std::nullopt;
        return m_stream.total_out;
    }

private:
    z_stream m_stream{};
};

class XzUnpacker final : public SquashFsUnpacker
{
public:
    std::optional<std::size_t> unpack(std::span<const char> in, std::span<char> out) override
    {
        std::uint64_t limit = kMemoryLimit;
        std::size_t inAt = 0;
        std::size_t outAt = 0;
        if (lzma_stream_buffer_decode(&limit, 0, nullptr, bytesOf(in.data()), &inAt, in.size(),
                                      bytesOf(out.data()), &outAt, out.size()) != LZMA_OK)
            return std::nullopt;
        return outAt;
    }
};

class LzmaUnpacker final : public SquashFsUnpacker
{
public:
    ~LzmaUnpacker() override { lzma_end(&m_stream); }

    std::optional<std::size_t> unpack(std::span<const char> in, std::span<char> out) override
    {
        if (lzma_alone_decoder(&m_stream, kMemoryLimit) != LZMA_OK)
            throw std::bad_alloc();
        m_stream.next_in = bytesOf(in.data());
        m_stream.avail_in = in.size();
        m_stream.next_out = bytesOf(out.data());
        m_stream.avail_out = out.size();
        // Streams without an end mark end with their input.
        const lzma_ret result = lzma_code(&m_stream, LZMA_FINISH);
        if (result != LZMA_STREAM_END && !(result == LZMA_OK && m_stream.avail_in == 0))
            return std::nullopt;
        return m_stream.total_out;
    }

private:
    lzma_stream m_stream = LZMA_STREAM_INIT;
};

class Lz4Unpacker final : public SquashFsUnpacker
{
public:
    std::optional<std::size_t> unpack(std::span<const char> in, std::span<char> out) override
    {
        const int size = LZ4_decompress_safe(in.data(), out.data(), static_cast<int>(in.size()),
                                             static_cast<int>(out.size()));
        if (size < 0)
            return std::nullopt;
        return static_cast<std::size_t>(size);
    }
};

class ZstdUnpacker final : public SquashFsUnpacker
{
public:
    ZstdUnpacker()
        : m_context(ZSTD_createDCtx())
    {
        if (!m_context)
            throw std::bad_alloc();
    }
    ~ZstdUnpacker() override { ZSTD_freeDCtx(m_context); }

    std::optional<std::size_t> unpack(std::span<const char> in, std::span<char> out) override
    {
        const std::size_t size = ZSTD_decompressDCtx(m_context, out.data(), out.size(), in.data(), in.size());
        if (ZSTD_isError(size) != 0)
            return std::nullopt;
        return size;
    }

private:
    ZSTD_DCtx *m_context;
};

} // namespace

std::unique_ptr<SquashFsUnpacker> makeSquashFsUnpacker(std::uint16_t compression)
{
    switch (SquashFsCompression{compression}) {
    case SquashFsCompression::Gzip:
        return std::make_unique<GzipUnpacker>();
    case SquashFsCompression::Lzma:
        return std::make_unique<LzmaUnpacker>();
    case SquashFsCompression::Xz:
        return std::make_unique<XzUnpacker>();
    case SquashFsCompression::Lz4:
        return std::make_unique<Lz4Unpacker>();
    case SquashFsCompression::Zstd:
        return std::make_unique<ZstdUnpacker>();
    }
    return nullptr;
}

} // namespace Refbox
