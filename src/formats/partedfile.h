// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stream that becomes one file, or parts NAME.001, NAME.002 … that cat joins, and on request a checksum
// file NAME.sha256 for sha256sum -c. All of them take their places together: before commit() nothing is
// changed, and where it fails, what stood there stands there again. Parts that a longer one left are taken
// away, so that nobody joins them. One thread.
#pragma once

#include "formats/outputfile.h"

#include <QCryptographicHash>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct PartedOptions
{
    std::uint64_t partSize = 0; ///< bytes of a part, at most; 0: one file
    bool checksum = false;
    OutputFile::Flush flush = OutputFile::Flush::Yes;
};

class PartedFile final : public ByteSink
{
public:
    static constexpr std::uint64_t kSmallestPart = 1024;

    /// Throws Error where nothing can be written there.
    PartedFile(std::string path, const PartedOptions &options);
    ~PartedFile() override;
    PartedFile(const PartedFile &) = delete;
    PartedFile &operator=(const PartedFile &) = delete;

    const std::string &path() const { return m_path; }
    /// Throws Error; also where there would be more than kMostParts.
    void write(std::span<const char> bytes) override;
    /// Whether a descriptor is of a file that commit() will replace or take away.
    bool replaces(int descriptor) const;
    /// Where the bytes are until commit(), in order.
    std::vector<std::string> temporaryPaths() const;

    /// See OutputFile. After the last write().
    void flush(Progress &progress);
    /// The files that were written: the parts in order, then the checksum file.
    std::vector<std::string> commit();

private:
    struct SetAside // an earlier file, under another name until all is done
    {
        std::string path;
        std::string aside;
    };

    void beginPart();
    void endPart();
    void writeChecksums();
    void setAside();
    void restore() noexcept;

    std::string m_path;
    PartedOptions m_options;
    std::vector<std::unique_ptr<OutputFile>> m_files; // the parts, and after the last write the checksums
    std::uint64_t m_inPart = 0;
    QCryptographicHash m_partHash{QCryptographicHash::Sha256};
    QCryptographicHash m_wholeHash{QCryptographicHash::Sha256};
    std::vector<std::string> m_sums; // of the parts, in hex digits
    std::vector<std::string> m_earlier;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_earlierFiles; // device and inode
    std::vector<SetAside> m_aside;
};

/// One line of sha256sum's output, which quotes newlines and backslashes (coreutils, "md5sum invocation").
std::string checksumLine(std::string_view hexDigits, std::string_view name);

} // namespace Refbox
