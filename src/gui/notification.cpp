// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notification.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QStringList>
#include <QVariantMap>

namespace Refbox {

using namespace Qt::StringLiterals;

void notifyDesktop(const QString &title, const QString &body)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                          u"/org/freedesktop/Notifications"_s,
                                                          u"org.freedesktop.Notifications"_s, u"Notify"_s);
    // The body is markup, the title is not.
    message << u"Refbox"_s << uint(0) << u"refbox"_s << title << body.toHtmlEscaped() << QStringList()
            << QVariantMap{{u"desktop-entry"_s, u"refbox"_s}} << -1;
    bus.call(message, QDBus::NoBlock);
}

} // namespace Refbox
