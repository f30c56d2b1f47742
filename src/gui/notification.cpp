// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notification.h"

#include <QDBusConnection>
#include <QGuiApplication>
#include <QStringList>
#include <QVariantMap>

namespace Refbox {

using namespace Qt::StringLiterals;

QDBusMessage notification(const QString &title, const QString &body)
{
    // The app id: icon and menu entry are installed by this name.
    const QString id = QGuiApplication::desktopFileName();
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                          u"/org/freedesktop/Notifications"_s,
                                                          u"org.freedesktop.Notifications"_s, u"Notify"_s);
    // The body is markup, the title is not.
    message << u"Refbox"_s << uint(0) << id << title << body.toHtmlEscaped() << QStringList()
            << QVariantMap{{u"desktop-entry"_s, id}} << -1;
    return message;
}

void notifyDesktop(const QString &title, const QString &body)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        bus.call(notification(title, body), QDBus::NoBlock);
}

} // namespace Refbox
