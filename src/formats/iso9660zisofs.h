// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files of an ISO 9660 image that are stored compressed, in blocks, as mkzftree and xorriso do it. By
// libisofs' zisofs_format.txt.
#pragma once

#include "formats/imagefile.h"
#include "formats/iso9660rockridge.h"
#include "tree/packedcontent.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

class IsoZisofs final : public PackedContent
{
public:
    explicit IsoZisofs(const std::string &path);

    /// The key that read() knows the file by. Throws Error where the stored bytes do not begin as those of
    /// such a file. Not while others read.
    std::uint64_t add(const Iso9660Image &image, const IsoExtent &stored, const IsoPacking &packing);

    const std::string &hostPath() const override { return m_file.path(); }
    void read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const override;
    std::uint64_t nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const override;

private:
    struct File
    {
        IsoExtent stored;
        IsoPacking packing;
        std::uint32_t blockSize() const { return std::uint32_t{1} << packing.blockShift; }
        std::uint64_t blocks() const { return (std::uint64_t{packing.size} + blockSize() - 1) / blockSize(); }
    };
    std::vector<std::uint32_t> pointers(const File &file, std::uint64_t first, std::uint64_t count) const;
    void readBlock(const File &file, std::uint64_t block, std::span<char> bytes) const;
    void readExactly(std::uint64_t offset, std::span<char> bytes) const;
    [[noreturn]] void corrupt(const File &file) const;

    ImageFile m_file;
    std::vector<File> m_files;
};

} // namespace Refbox
