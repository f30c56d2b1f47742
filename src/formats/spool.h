// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A BlobSink for a look inside something compressed: all bytes go one after the other into one temporary file
// without a name, which lasts as long as a tree (by resource()) or the Spool refers to it.
#pragma once

#include "tree/blobsink.h"

#include <string>

namespace Refbox {

class Spool final : public BlobSink
{
public:
    /// In $TMPDIR, otherwise /var/tmp (which unlike /tmp is seldom in memory), otherwise /tmp. Throws Error.
    Spool();
    ~Spool() override;

    void begin() override;
    void write(std::span<const char> bytes) override;
    Placed finish() override;
    void abandon() noexcept override;
    std::shared_ptr<const void> resource() const override;

private:
    struct File;

    void flush();

    std::shared_ptr<File> m_file;
    std::string m_pending;       // not yet in the file
    std::uint64_t m_written = 0; // bytes in the file
    std::uint64_t m_begin = 0;   // of the blob at hand
};

} // namespace Refbox
