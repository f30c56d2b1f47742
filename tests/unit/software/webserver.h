// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small web server on the loopback address, with the faults that real ones have. Served by the event loop
// of the thread that made it.
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QScopeGuard>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <string>
#include <utility>

namespace RefboxTest {

class WebServer final : public QTcpServer
{
public:
    struct Page
    {
        QByteArray bytes{};
        int status = 200;
        int failures = 0;        ///< so many answers are 503 first
        qsizetype cutAfter = -1; ///< the first answer ends after so many bytes of the body
        bool takesRanges = true;
        bool isSilent = false;  ///< headers, and never a byte
        bool isEndless = false; ///< sends for ever, without a length
        QByteArray redirect{};
    };

    WebServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("Cannot listen on the loopback address");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
        });
    }

    std::function<void()> onAnswer; ///< after each

    std::string address(const std::string &path) const
    {
        return "http://127.0.0.1:" + std::to_string(serverPort()) + path;
    }

    QHash<QByteArray, Page> pages; ///< by path
    QStringList requests;          ///< "/path" or "/path from 1000"

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray request = socket->readAll();
        const auto after = qScopeGuard([this] {
            if (onAnswer)
                onAnswer();
        });
        const QByteArray path = request.split(' ').value(1);
        qsizetype from = 0;
        if (const qsizetype range = request.toLower().indexOf("range: bytes="); range >= 0)
            from = request.mid(range + 13, request.indexOf('-', range + 13) - range - 13).toLongLong();
        requests += QString::fromLatin1(path) +
                    (from > 0 ? QStringLiteral(" from ") + QString::number(from) : QString());
        const auto found = pages.find(path);
        if (found == pages.end())
            return end(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone");
        Page &page = *found;
        if (page.failures > 0) {
            --page.failures;
            return end(socket, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        }
        if (!page.redirect.isEmpty())
            return end(socket,
                       "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + page.redirect + "\r\n\r\n");
        if (page.status != 200)
            return end(socket, "HTTP/1.1 " + QByteArray::number(page.status) +
                                   " As asked\r\nContent-Length: 0\r\n\r\n");
        if (page.isEndless) {
            socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            connect(socket, &QTcpSocket::bytesWritten, this,
                    [socket] { socket->write(QByteArray(65536, 'x')); });
            return;
        }
        sendPage(socket, page, from);
    }

    void sendPage(QTcpSocket *socket, Page &page, qsizetype from)
    {
        const QByteArray size = QByteArray::number(page.bytes.size());
        if (!page.takesRanges)
            from = 0;
        if (from > 0 && from >= page.bytes.size())
            return end(socket,
                       "HTTP/1.1 416 No\r\nContent-Length: 0\r\nContent-Range: bytes */" + size + "\r\n\r\n");
        QByteArray head = "HTTP/1.1 200 OK\r\n";
        if (from > 0)
            head = "HTTP/1.1 206 Partial\r\nContent-Range: bytes " + QByteArray::number(from) + '-' +
                   QByteArray::number(page.bytes.size() - 1) + '/' + size + "\r\n";
        head += "Content-Length: " + QByteArray::number(page.bytes.size() - from) + "\r\n\r\n";
        if (page.isSilent) {
            socket->write(head);
            return;
        }
        QByteArray body = page.bytes.mid(from);
        if (page.cutAfter >= 0)
            body.truncate(std::exchange(page.cutAfter, -1));
        end(socket, head + body);
    }

    static void end(QTcpSocket *socket, const QByteArray &bytes)
    {
        socket->write(bytes);
        socket->disconnectFromHost();
    }
};

} // namespace RefboxTest
