// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one click can mend: the change to the project that makes a finding go away, where there is a safe one.
// Pure but for looking which programs this machine has. Any thread.
#pragma once

#include "assembly/finding.h"
#include "assembly/planner.h"

#include <functional>
#include <optional>

namespace Refbox {

struct Fix
{
    QString text; ///< of a button and of the undo step: "Link libm.so.6 from /refbox/lib"
    std::function<void(Project &)> apply;
};

/// Offers for missing-loader, missing-library and missing-interpreter (a link rule, where the refbox has the
/// file), empty-rule, missing-program, image-size and capacity-exceeded (a size that fits, where one was
/// set), path-conflict (a prefix of its own for the later component, where nothing is linked from its present
/// one), unsealed and shared-writable (the seal), identical-copies (the rule links instead),
/// same-but-time (the import links whatever the time) and unlinked-tools (link rules).
std::optional<Fix> fixFor(const Finding &finding, const Plan &plan);

} // namespace Refbox
