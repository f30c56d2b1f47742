// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// For tests that build from tarballs, in REFBOX_SOURCES or in ../shared/sources beside the checkout.
#pragma once

#include "system/process.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

/// Sets REFBOX_SOURCES and REFBOX_OFFLINE: what lacks is to be known, not fetched. Says what keeps this
/// machine from building; empty: nothing.
inline QByteArray whyNothingCanBeBuilt()
{
    if (!qEnvironmentVariableIsSet("REFBOX_SOURCES")) {
        const QDir beside(qEnvironmentVariable("REFBOX_SOURCE_DIR") + QStringLiteral("/../shared/sources"));
        if (!beside.exists())
            return "no tarballs: neither REFBOX_SOURCES is set nor is there a folder ../shared/sources";
        qputenv("REFBOX_SOURCES", QFile::encodeName(beside.absolutePath()));
    }
    qputenv("REFBOX_OFFLINE", "1");
    if (!hasProgram("bwrap") || !hasProgram("cc") || !hasProgram("make"))
        return "building from source needs bubblewrap, a C compiler and make";
    const QStringList words{QStringLiteral("--unshare-all"), QStringLiteral("--ro-bind"), QStringLiteral("/"),
                            QStringLiteral("/"), QStringLiteral("true")};
    if (runProgram(QStringLiteral("bwrap"), words).exitCode != 0)
        return "bubblewrap cannot run here (a container or chroot may forbid it)";
    return {};
}

/// What a Bash script says and how it ends inside a root, with nothing of this process's environment.
inline ProcessResult runInRoot(const QString &root, const QString &script)
{
    return runProgram(QStringLiteral("env"),
                      {QStringLiteral("-i"), QStringLiteral("PATH=/bin:/sbin:/usr/bin:/usr/sbin"),
                       QStringLiteral("chroot"), root, QStringLiteral("/bin/bash"), QStringLiteral("-ec"),
                       script});
}

/// Answers one connection on the loopback address with a line.
class LineServer final : public QThread
{
public:
    LineServer()
    {
        start();
        while (m_port == 0 && isRunning())
            msleep(5);
    }
    ~LineServer() override { wait(); }
    quint16 port() const { return m_port; }

private:
    void run() override
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            return;
        m_port = server.serverPort();
        if (!server.waitForNewConnection(20'000))
            return;
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("hello from outside\n");
        socket->waitForBytesWritten(5'000);
        socket->disconnectFromHost();
    }
    std::atomic<quint16> m_port = 0;
};
