// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mounts an image read-only through UDisks2 on the system bus, and unmounts it. Never waits. GUI thread.
// Interfaces: https://storaged.org/doc/udisks2-api/latest/
#pragma once

#include "jobs/error.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace Refbox {

class Mounter final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< it is not known yet whether there is such a service
        Absent,  ///< there is none
        Unmounted,
        Mounting,
        Mounted,
        Unmounting
    };

    explicit Mounter(const QDBusConnection &bus = QDBusConnection::systemBus(), QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Where the image is mounted.
    const QString &mountPoint() const { return m_mountPoint; }

    /// Only while unmounted.
    void mount(const std::string &image);
    /// Only while mounted.
    void unmount();

Q_SIGNALS:
    void stateChanged();
    void failed(const Refbox::Error &error); ///< emitted after the state went back

private:
    using Reply = std::function<void(const QDBusMessage &)>;

    void setState(State state);
    void call(const QDBusMessage &message, Reply done, Reply failed);
    void findService();
    void mountLoop(int attempt);
    void mountFailed(const QString &why);
    void deleteLoop(Reply done, Reply failed);

    QDBusConnection m_bus;
    State m_state = State::Unknown;
    std::string m_image;
    QString m_loop; ///< object path of the loop device
    QString m_mountPoint;
};

} // namespace Refbox
