// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/hostrelay.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace Refbox {

namespace {

// What one side has sent and the other not taken yet: more is not read, so that a slow side holds up the
// other.
constexpr qint64 kBuffered = 1LL << 20;

void pass(QIODevice &from, QIODevice &to)
{
    while (from.bytesAvailable() > 0 && to.bytesToWrite() < kBuffered)
        to.write(from.read(kBuffered - to.bytesToWrite()));
}

// One connection; it ends when the near side's does.
class Line final : public QObject
{
public:
    Line(QLocalSocket *near, const RelayTarget &target)
        : QObject(near)
        , m_near(*near)
    {
        m_near.setReadBufferSize(kBuffered);
        m_far.setReadBufferSize(kBuffered);
        m_far.setProxy(QNetworkProxy::NoProxy);
        connect(&m_near, &QLocalSocket::readyRead, this, [this] { forward(); });
        connect(&m_near, &QLocalSocket::bytesWritten, this, [this] { back(); });
        connect(&m_near, &QLocalSocket::disconnected, &m_near, &QObject::deleteLater);
        connect(&m_far, &QTcpSocket::connected, this, [this] { forward(); });
        connect(&m_far, &QTcpSocket::bytesWritten, this, [this] { forward(); });
        connect(&m_far, &QTcpSocket::readyRead, this, [this] { back(); });
        connect(&m_far, &QTcpSocket::disconnected, this, [this] { back(); });
        connect(&m_far, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (error != QAbstractSocket::RemoteHostClosedError)
                m_near.abort();
        });
        m_far.connectToHost(QString::fromStdString(target.host), target.port);
    }
    // Both sockets tell of their end while they are taken apart; nothing may be passed on then.
    ~Line() override { m_far.disconnect(this); }

private:
    void forward()
    {
        if (m_far.state() == QAbstractSocket::ConnectedState)
            pass(m_near, m_far);
    }
    void back()
    {
        pass(m_far, m_near);
        // All that it sent is on its way: the near side gets the rest, then its end.
        if (m_far.state() == QAbstractSocket::UnconnectedState && m_far.bytesAvailable() == 0)
            m_near.disconnectFromServer();
    }

    QLocalSocket &m_near;
    QTcpSocket m_far;
};

} // namespace

HostRelay::HostRelay(const std::vector<RelayTarget> &targets)
{
    auto servers = std::make_unique<QObject>();
    for (const RelayTarget &target : targets) {
        auto *server = new QLocalServer(servers.get());
        server->setSocketOptions(QLocalServer::UserAccessOption);
        if (!server->listen(QFile::decodeName(QByteArray::fromStdString(target.socket))))
            throw Error(translated("software", "Cannot listen on a socket"), displayPath(target.socket),
                        server->errorString());
        QObject::connect(server, &QLocalServer::newConnection, server, [server, target] {
            while (QLocalSocket *near = server->nextPendingConnection()) {
                if (server->findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly).size() >
                    kMostConnections)
                    near->deleteLater();
                else
                    new Line(near, target);
            }
        });
    }
    // Sockets must end on the thread whose events they have.
    servers->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, servers.release(), &QObject::deleteLater);
    m_thread.start();
}

HostRelay::~HostRelay()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Refbox
