// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's icons: from the desktop's theme where it has one for the job, else our own line drawings,
// in the palette's text colour. GUI thread.
#pragma once

#include <QIcon>
#include <QString>

namespace Refbox {

/// name: of a file in resources/icons without ".svg". themeName: what the desktop may have instead.
QIcon icon(const QString &name, const QString &themeName = {});

} // namespace Refbox
