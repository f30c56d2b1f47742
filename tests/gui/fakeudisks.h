// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A UDisks2 that only pretends, on a bus of its own.
#pragma once

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QStandardPaths>
#include <QVariantMap>

namespace Refbox {

inline const QString kLoopPath = QStringLiteral("/org/freedesktop/UDisks2/block_devices/loop0");

/// A dbus-daemon of our own; address is empty where there is none.
class PrivateBus final
{
public:
    PrivateBus()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            return;
        m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                 QStringLiteral("--print-address")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    QString address;

private:
    QProcess m_daemon;
};

class FakeManager final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UDisks2.Manager")
    Q_PROPERTY(QString Version READ version)

public:
    QString version() const { return QStringLiteral("2.9.4"); }
    bool hadDescriptor = false;
    bool wasReadOnly = false;

public Q_SLOTS:
    QDBusObjectPath LoopSetup(const QDBusUnixFileDescriptor &fd, const QVariantMap &options)
    {
        hadDescriptor = fd.isValid();
        wasReadOnly = options.value(QStringLiteral("read-only")).toBool();
        return QDBusObjectPath(kLoopPath);
    }
};

class FakeFilesystem final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UDisks2.Filesystem")

public:
    explicit FakeFilesystem(QObject *parent)
        : QDBusAbstractAdaptor(parent)
    {
    }
    int refuseMounts = 0; ///< as long as udev has not looked
    QString problem;      ///< of every call

public Q_SLOTS:
    QString Mount(const QVariantMap &, const QDBusMessage &message)
    {
        if (refuseMounts-- > 0)
            refuse(message, QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod"),
                   QStringLiteral("Wait"));
        else if (!problem.isEmpty())
            refuse(message, QStringLiteral("org.freedesktop.UDisks2.Error.Failed"), problem);
        return QStringLiteral("/run/media/nano");
    }
    void Unmount(const QVariantMap &, const QDBusMessage &message)
    {
        if (!problem.isEmpty())
            refuse(message, QStringLiteral("org.freedesktop.UDisks2.Error.DeviceBusy"), problem);
    }

private:
    static void refuse(const QDBusMessage &message, const QString &name, const QString &text)
    {
        message.setDelayedReply(true);
        QDBusConnection(QStringLiteral("server")).send(message.createErrorReply(name, text));
    }
};

class FakeLoop final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.UDisks2.Loop")

public:
    explicit FakeLoop(QObject *parent)
        : QDBusAbstractAdaptor(parent)
    {
    }
    int deleted = 0;

public Q_SLOTS:
    void Delete(const QVariantMap &) { ++deleted; }
};

} // namespace Refbox
