// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/error.h"

#include <functional>

namespace Refbox {

/// What the Error says that the function throws; empty where it throws none.
inline QString failureOf(const std::function<void()> &function)
{
    try {
        function();
    } catch (const Error &error) {
        return error.toString();
    }
    return {};
}

} // namespace Refbox
