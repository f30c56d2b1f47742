// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeudisks.h"
#include "gui/mounter.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;
using State = Mounter::State;

class TestMounter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_bus.address.isEmpty())
            QSKIP("there is no dbus-daemon");
        QVERIFY(m_image.open());
        server().registerObject(u"/org/freedesktop/UDisks2/Manager"_s, &m_manager,
                                QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties);
    }

    void isAbsentWithoutABus()
    {
        const Mounter mounter(QDBusConnection(u"no such connection"_s));
        QCOMPARE(mounter.state(), State::Absent);
    }

    void isAbsentWithoutTheService()
    {
        const Mounter mounter(client());
        QCOMPARE(mounter.state(), State::Unknown);
        QTRY_COMPARE(mounter.state(), State::Absent);
    }

    void mountsAndUnmounts()
    {
        startService();
        m_filesystem->refuseMounts = 2;
        Mounter mounter(client());
        QSignalSpy failed(&mounter, &Mounter::failed);
        QTRY_COMPARE(mounter.state(), State::Unmounted);
        mounter.mount(m_image.fileName().toStdString());
        QCOMPARE(mounter.state(), State::Mounting);
        QTRY_COMPARE(mounter.state(), State::Mounted);
        QCOMPARE(mounter.mountPoint(), u"/run/media/nano"_s);
        QVERIFY(m_manager.hadDescriptor);
        QVERIFY(m_manager.wasReadOnly);
        mounter.unmount();
        QTRY_COMPARE(mounter.state(), State::Unmounted);
        QCOMPARE(m_loop->deleted, 1);
        QCOMPARE(failed.count(), 0);
    }

    void aRefusedMountLeavesNoLoopDevice()
    {
        startService();
        Mounter mounter(client());
        QString why;
        connect(&mounter, &Mounter::failed, this, [&](const Error &error) { why = error.why(); });
        QTRY_COMPARE(mounter.state(), State::Unmounted);
        m_filesystem->problem = u"Not authorized"_s;
        mounter.mount(m_image.fileName().toStdString());
        QTRY_COMPARE(why, u"Not authorized"_s);
        QCOMPARE(mounter.state(), State::Unmounted);
        QCOMPARE(m_loop->deleted, 1);
    }

    void aBusyFileSystemStaysMounted()
    {
        startService();
        Mounter mounter(client());
        QSignalSpy failed(&mounter, &Mounter::failed);
        QTRY_COMPARE(mounter.state(), State::Unmounted);
        mounter.mount(m_image.fileName().toStdString());
        QTRY_COMPARE(mounter.state(), State::Mounted);
        m_filesystem->problem = u"Target is busy"_s;
        mounter.unmount();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(mounter.state(), State::Mounted);
        QCOMPARE(m_loop->deleted, 0);
    }

    void aMissingImageIsAnError()
    {
        startService();
        Mounter mounter(client());
        QSignalSpy failed(&mounter, &Mounter::failed);
        QTRY_COMPARE(mounter.state(), State::Unmounted);
        mounter.mount("/nonexistent.img");
        QCOMPARE(failed.count(), 1);
        QCOMPARE(mounter.state(), State::Unmounted);
    }

private:
    QDBusConnection server() { return QDBusConnection::connectToBus(m_bus.address, u"server"_s); }
    QDBusConnection client() { return QDBusConnection::connectToBus(m_bus.address, u"client"_s); }
    void startService()
    {
        m_device = std::make_unique<QObject>();
        m_filesystem = new FakeFilesystem(m_device.get());
        m_loop = new FakeLoop(m_device.get());
        server().registerObject(kLoopPath, m_device.get(), QDBusConnection::ExportAdaptors);
        server().registerService(u"org.freedesktop.UDisks2"_s);
    }

    PrivateBus m_bus;
    QTemporaryFile m_image;
    FakeManager m_manager;
    std::unique_ptr<QObject> m_device;
    FakeFilesystem *m_filesystem = nullptr;
    FakeLoop *m_loop = nullptr;
};

QTEST_GUILESS_MAIN(TestMounter)
#include "tst_mounter.moc"
