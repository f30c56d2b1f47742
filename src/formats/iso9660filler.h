// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills an image's file, which begins as zeros, with the directories and files of a layout.
#pragma once

#include "formats/iso9660data.h"
#include "formats/iso9660layout.h"
#include "formats/outputfile.h"

#include <cstdint>
#include <vector>

namespace Refbox {

/// Work is cut into numbered pieces that any thread may do in any order.
class Iso9660Filler final
{
public:
    Iso9660Filler(const Iso9660Layout &layout, const OutputFile &file, const EarlierImage *earlier,
                  Progress &progress);

    void run(unsigned threads);

private:
    class Gathering;

    std::size_t pieces() const;
    void cutDirectories();
    void perform(std::size_t piece, IsoDataCopier &data);
    void writeDirectories(std::size_t begin, std::size_t end);

    const Iso9660Layout &m_layout;
    const OutputFile &m_file;
    const EarlierImage *m_earlier;
    Progress &m_progress;
    std::vector<std::uint32_t> m_directoryPieces; // where each begins, and where the last ends
};

} // namespace Refbox
