// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a stream of bytes goes to.
#pragma once

#include <span>

namespace Refbox {

class ByteSink
{
public:
    virtual ~ByteSink() = default;
    /// Takes all of them. Throws Error (full disk …).
    virtual void write(std::span<const char> bytes) = 0;

protected:
    ByteSink() = default;
    ByteSink(const ByteSink &) = default;
    ByteSink &operator=(const ByteSink &) = default;
};

} // namespace Refbox
