// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One more compiler on the loopback address, for tests of compiling with the help of other machines.
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

/// On the loopback address; nobody listens there when this returns.
inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

class Distccd final
{
public:
    /// path: of the compilers that it starts.
    explicit Distccd(const QString &path = QStringLiteral("/usr/bin:/bin"))
        : m_port(freePort())
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), path);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(logFile()); // nobody would empty a pipe during a long build
        m_process.start(QStandardPaths::findExecutable(QStringLiteral("distccd")),
                        {QStringLiteral("--no-detach"), QStringLiteral("--daemon"),
                         QStringLiteral("--listen"), QStringLiteral("127.0.0.1"), QStringLiteral("--allow"),
                         QStringLiteral("127.0.0.1"), QStringLiteral("--port"), QString::number(m_port),
                         QStringLiteral("--jobs"), QStringLiteral("2"),
                         QStringLiteral("--enable-tcp-insecure"), QStringLiteral("--log-stderr"),
                         QStringLiteral("--log-level"), QStringLiteral("info")});
    }
    ~Distccd()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    bool waitUntilReady() const
    {
        return QTest::qWaitFor([this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            return socket.waitForConnected(100);
        });
    }
    quint16 port() const { return m_port; }
    /// How often it has compiled a file of this name ending. It says so a little after the client has it.
    qsizetype compiled(const QString &ending) const
    {
        const qsizetype count = countCompiled(ending);
        if (count > 0)
            return count;
        QThread::msleep(200);
        return countCompiled(ending);
    }
    QString log() const
    {
        QFile file(logFile());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private:
    qsizetype countCompiled(const QString &ending) const
    {
        qsizetype count = 0;
        for (const QString &line : log().split(QLatin1Char('\n')))
            count += line.contains(QLatin1String("COMPILE_OK")) && line.trimmed().endsWith(ending) ? 1 : 0;
        return count;
    }
    QString logFile() const { return m_dir.filePath(QStringLiteral("log")); }

    QTemporaryDir m_dir;
    quint16 m_port;
    QProcess m_process;
};
