// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Refbox {

/// Whether a component's files are there.
enum class ComponentState {
    Ready,
    ToFetch, ///< packages that the build fetches first
    ToBuild, ///< a recipe that the build builds first, or one that it needs
    Changed, ///< the same, but it was built before: something that goes into it has changed since
    Failed   ///< its source gave nothing: the findings say why
};

} // namespace Refbox
