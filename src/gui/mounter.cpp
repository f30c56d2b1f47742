// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mounter.h"

#include "jobs/display.h"

#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusUnixFileDescriptor>
#include <QTimer>
#include <QVariantMap>

#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <unistd.h>

namespace Refbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kTimeout = 300'000; // ms: a password may be asked for
constexpr int kAttempts = 20;     // a new loop device is no file system until udev has looked at it
constexpr auto kBetween = 200ms;

QDBusMessage udisks(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.UDisks2"_s, path, interface, method);
}

bool isUnknownThere(const QDBusMessage &error)
{
    const QString name = error.errorName();
    return name.endsWith(u".UnknownMethod"_s) || name.endsWith(u".UnknownInterface"_s) ||
           name.endsWith(u".UnknownObject"_s);
}

} // namespace

Mounter::Mounter(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    findService();
}

void Mounter::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Mounter::call(const QDBusMessage &message, Reply done, Reply failed)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, kTimeout), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [watcher, done = std::move(done), failed = std::move(failed)] {
                watcher->deleteLater();
                const QDBusMessage reply = watcher->reply();
                if (reply.type() == QDBusMessage::ErrorMessage)
                    failed(reply);
                else
                    done(reply);
            });
}

void Mounter::findService()
{
    if (!m_bus.isConnected()) {
        m_state = State::Absent;
        return;
    }
    QDBusMessage message =
        udisks(u"/org/freedesktop/UDisks2/Manager"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.UDisks2.Manager"_s << u"Version"_s;
    call(
        message, [this](const QDBusMessage &) { setState(State::Unmounted); },
        [this](const QDBusMessage &) { setState(State::Absent); });
}

void Mounter::mount(const std::string &image)
{
    if (m_state != State::Unmounted)
        return;
    m_image = image;
    const int fd = ::open(image.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        Q_EMIT failed(Error::fromErrno(tr("Cannot mount the image"), image, errno));
        return;
    }
    QDBusMessage message =
        udisks(u"/org/freedesktop/UDisks2/Manager"_s, u"org.freedesktop.UDisks2.Manager"_s, u"LoopSetup"_s);
    message << QVariant::fromValue(QDBusUnixFileDescriptor(fd)) << QVariantMap{{u"read-only"_s, true}};
    ::close(fd); // the message has one of its own
    setState(State::Mounting);
    call(
        message,
        [this](const QDBusMessage &reply) {
            m_loop = reply.arguments().value(0).value<QDBusObjectPath>().path();
            mountLoop(1);
        },
        [this](const QDBusMessage &error) { mountFailed(error.errorMessage()); });
}

void Mounter::mountLoop(int attempt)
{
    QDBusMessage message = udisks(m_loop, u"org.freedesktop.UDisks2.Filesystem"_s, u"Mount"_s);
    message << QVariantMap();
    call(
        message,
        [this](const QDBusMessage &reply) {
            m_mountPoint = reply.arguments().value(0).toString();
            setState(State::Mounted);
        },
        [this, attempt](const QDBusMessage &error) {
            if (isUnknownThere(error) && attempt < kAttempts) {
                QTimer::singleShot(kBetween, this, [this, attempt] { mountLoop(attempt + 1); });
                return;
            }
            // The loop device goes, too; should that fail, one message is enough.
            const QString why = error.errorMessage();
            const Reply tell = [this, why](const QDBusMessage &) { mountFailed(why); };
            deleteLoop(tell, tell);
        });
}

void Mounter::mountFailed(const QString &why)
{
    m_loop.clear();
    setState(State::Unmounted);
    Q_EMIT failed(Error(tr("Cannot mount the image"), displayPath(m_image), why,
                        tr("Mount it as root with the command that is shown.")));
}

void Mounter::deleteLoop(Reply done, Reply failed)
{
    QDBusMessage message = udisks(m_loop, u"org.freedesktop.UDisks2.Loop"_s, u"Delete"_s);
    message << QVariantMap();
    call(message, std::move(done), std::move(failed));
}

void Mounter::unmount()
{
    if (m_state != State::Mounted)
        return;
    setState(State::Unmounting);
    QDBusMessage message = udisks(m_loop, u"org.freedesktop.UDisks2.Filesystem"_s, u"Unmount"_s);
    message << QVariantMap();
    call(
        message,
        [this](const QDBusMessage &) {
            // udisks removes the loop device by itself where it was set to; then there is none to delete.
            const Reply gone = [this](const QDBusMessage &) {
                m_loop.clear();
                m_mountPoint.clear();
                setState(State::Unmounted);
            };
            deleteLoop(gone, gone);
        },
        [this](const QDBusMessage &error) {
            setState(State::Mounted);
            Q_EMIT failed(Error(tr("Cannot unmount the image"), m_mountPoint, error.errorMessage(),
                                tr("Close the programs that use it, and try again.")));
        });
}

} // namespace Refbox
