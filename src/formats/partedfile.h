// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stream that becomes one file, or parts NAME.001, NAME.002 … that cat joins, and on request a checksum
// file NAME.sha256 for sha256sum -c. All of them take their places together: before commit() nothing is
// changed, and where it fails, what stood there stands there again: at once, or where the machine stopped, by
// the next PartedFile of that name. Parts that a longer one left are taken away, so that nobody joins them;
// what has a part's name but does not follow on NAME.001 is somebody else's, and refused. One thread.
#pragma once

#include "formats/outputfile.h"
#include "formats/partreplacement.h"
#include "jobs/sha256.h"

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

    /// Ends what a killed run left half done. Throws Error where nothing can be written there, where another
    /// PartedFile is writing there (but not for one file without checksums), or where something else has the
    /// name of a part.
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
    /// The files that were written: the parts in order, then the checksum file. Throws Error; also where what
    /// it would replace is not what stood there at first.
    std::vector<std::string> commit();

private:
    void beginPart();
    void endPart();
    void writeChecksums();
    std::vector<EarlierPart> earlierFiles() const;
    void replaceEarlier();

    std::string m_path;
    PartedOptions m_options;
    std::unique_ptr<PartReplacement> m_replacement;   // none for one file without checksums
    std::vector<std::unique_ptr<OutputFile>> m_files; // the parts, and after the last write the checksums
    std::uint64_t m_inPart = 0;
    Sha256Hash m_partHash;
    Sha256Hash m_wholeHash;
    std::vector<std::string> m_sums; // of the parts, in hex digits
    std::vector<EarlierPart> m_earlier;
};

/// One line of sha256sum's output, which quotes newlines and backslashes (coreutils, "md5sum invocation").
std::string checksumLine(std::string_view hexDigits, std::string_view name);

} // namespace Refbox
