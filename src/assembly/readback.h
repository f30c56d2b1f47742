// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What exports use to read back what they wrote and compare it with the plan. One thread.
#pragma once

#include "jobs/progress.h"
#include "tree/blobsink.h"
#include "tree/comparison.h"

#include <string>

namespace Refbox {

/// Keeps a file's hash and forgets its bytes: enough to compare an archive's content with the tree's.
class HashSink final : public BlobSink
{
public:
    void begin() override;
    void write(std::span<const char> bytes) override;
    Placed finish() override;
    void abandon() noexcept override {}

private:
    Sha256Hash m_hash;
    std::uint64_t m_size = 0;
};

enum class Foreseen { Nothing, LossesOfTar };

/// The tree as written must be the tree as planned, but for what was foreseen (what no tar archive holds, see
/// formatlosses.h): Error with both descriptions where it is not. True if nothing at all differs.
bool requireEqual(Subtree planned, Subtree written, const CompareOptions &options, const std::string &target,
                  Progress &progress, Foreseen foreseen = Foreseen::Nothing);

} // namespace Refbox
