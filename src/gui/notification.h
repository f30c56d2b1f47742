// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A word to the desktop, by org.freedesktop.Notifications on the session bus. GUI thread.
#pragma once

#include <QDBusMessage>
#include <QString>

namespace Refbox {

/// The call that tells it. Plain texts.
QDBusMessage notification(const QString &title, const QString &body);

/// Does not wait; where there is no such service, nothing happens. Plain texts.
void notifyDesktop(const QString &title, const QString &body);

} // namespace Refbox
