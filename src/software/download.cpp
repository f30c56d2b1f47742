// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/download.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "software/hostfile.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTick{50};
constexpr qint64 kBufferBytes = 1024L * 1024;

QString failedWords()
{
    return translated("software", "Cannot fetch the source");
}

class EnvironmentProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

// The file that grows; throws where the disk does not take more.
class PartFile final
{
public:
    explicit PartFile(const std::string &path)
        : m_path(path)
        , m_file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644))
    {
        if (!m_file.isOpen())
            throw error(errno);
        struct stat status
        {
        };
        if (::fstat(m_file.fd(), &status) != 0)
            throw error(errno);
        m_bytes = static_cast<std::uint64_t>(status.st_size);
    }

    std::uint64_t bytes() const { return m_bytes; }

    void clear()
    {
        if (::ftruncate(m_file.fd(), 0) != 0)
            throw error(errno);
        m_bytes = 0;
    }

    void add(const QByteArray &bytes)
    {
        for (qsizetype written = 0; written < bytes.size();) {
            const ssize_t count =
                ::pwrite(m_file.fd(), bytes.constData() + written,
                         static_cast<std::size_t>(bytes.size() - written), static_cast<off_t>(m_bytes));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                throw error(errno);
            written += count;
            m_bytes += static_cast<std::uint64_t>(count);
        }
    }

private:
    Error error(int number) const { return Error::fromErrno(failedWords(), m_path, number); }

    std::string m_path;
    OpenFile m_file;
    std::uint64_t m_bytes = 0;
};

// One request and its answer.
class Transfer final
{
public:
    struct Failure
    {
        QString why;
        bool mayPass = false;   ///< another try may help
        bool startAnew = false; ///< what was fetched before is no good
    };

    Transfer(const QUrl &url, PartFile &file, const DownloadLimits &limits, Progress &progress)
        : m_url(url)
        , m_file(file)
        , m_limits(limits)
        , m_progress(progress)
    {
    }

    std::optional<Failure> run();

private:
    QNetworkRequest request() const;
    void guarded(void (Transfer::*handle)());
    void headersCame();
    void bytesCame();
    void tick();
    Failure failureOf() const;
    Failure tooLong() const;

    QUrl m_url;
    PartFile &m_file;
    const DownloadLimits &m_limits;
    Progress &m_progress;

    QEventLoop m_loop;
    std::unique_ptr<QNetworkReply> m_reply;
    bool m_takes = false;           // the answer's body is what was asked for
    bool m_isWhole = false;         // there is nothing more to ask for
    std::uint64_t m_wholeBytes = 0; // 0: the server did not say
    Clock::time_point m_lastByte;
    std::optional<Failure> m_failure;
    std::exception_ptr m_error; // a full disk, a cancel: carried over the event loop, which must not see it
};

QNetworkRequest Transfer::request() const
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setRawHeader("User-Agent", "refbox/" REFBOX_VERSION);
    // Else the answer may come compressed, and its bytes and length would not be the file's.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_file.bytes() > 0)
        request.setRawHeader("Range", "bytes=" + QByteArray::number(qulonglong(m_file.bytes())) + '-');
    return request;
}

std::optional<Transfer::Failure> Transfer::run()
{
    QNetworkAccessManager manager;
    manager.setProxyFactory(new EnvironmentProxy); // the manager owns it
    m_reply.reset(manager.get(request()));
    m_reply->setReadBufferSize(kBufferBytes);
    m_lastByte = Clock::now();
    QTimer timer;
    QObject::connect(m_reply.get(), &QNetworkReply::metaDataChanged, &m_loop,
                     [this] { guarded(&Transfer::headersCame); });
    QObject::connect(m_reply.get(), &QIODevice::readyRead, &m_loop,
                     [this] { guarded(&Transfer::bytesCame); });
    QObject::connect(m_reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    QObject::connect(&timer, &QTimer::timeout, &m_loop, [this] { tick(); });
    timer.start(kTick);
    if (!m_reply->isFinished())
        m_loop.exec();
    if (m_reply->isFinished() && !m_failure)
        guarded(&Transfer::bytesCame); // the rest that no signal told of
    if (!m_failure && m_reply->error() != QNetworkReply::NoError)
        m_failure = failureOf();
    else if (!m_failure && m_file.bytes() < m_wholeBytes) // Qt takes the end of a connection for the file's
        m_failure = {translated("software", "The connection was cut."), true};
    m_reply->disconnect(&m_loop);
    m_reply.reset(); // closes the connection
    m_progress.throwIfCancelled();
    if (m_error)
        std::rethrow_exception(m_error);
    if (m_isWhole)
        return std::nullopt;
    if (m_failure && m_failure->startAnew)
        m_file.clear();
    return m_failure;
}

void Transfer::guarded(void (Transfer::*handle)())
{
    try {
        (this->*handle)();
    } catch (...) {
        m_error = std::current_exception();
        m_loop.quit();
    }
}

// "bytes 1000-1999/2000": where the answer's part begins; "bytes */2000": that there is none.
std::optional<std::uint64_t> numberBetween(const QByteArray &header, char before, char after)
{
    const qsizetype begin = header.indexOf(before) + 1;
    const qsizetype end = after != '\0' ? header.indexOf(after, begin) : header.size();
    bool isNumber = false;
    const qulonglong number = header.mid(begin, end - begin).trimmed().toULongLong(&isNumber);
    return isNumber ? std::optional<std::uint64_t>(number) : std::nullopt;
}

void Transfer::headersCame()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray range = m_reply->rawHeader("Content-Range");
    m_takes = status == 200 || status == 206;
    m_isWhole = status == 416 && m_file.bytes() > 0 && numberBetween(range, '/', '\0') == m_file.bytes();
    if (!m_takes)
        return;
    if (status == 200) // all of it, whatever was asked for
        m_file.clear();
    else if (numberBetween(range, ' ', '-') != m_file.bytes()) {
        m_failure = {translated("software", "The server sent another part than the one asked for."), true,
                     true};
        return m_loop.quit();
    }
    const std::uint64_t rest = m_reply->header(QNetworkRequest::ContentLengthHeader).toULongLong();
    if (rest > m_limits.largest - std::min(m_file.bytes(), m_limits.largest)) {
        m_failure = tooLong();
        return m_loop.quit();
    }
    m_wholeBytes = m_file.bytes() + rest;
    m_progress.beginPhase(translated("software", "Fetching %1").arg(m_url.fileName()), rest,
                          Progress::Unit::Bytes);
}

void Transfer::bytesCame()
{
    const QByteArray bytes = m_reply->readAll();
    if (!m_takes || m_error || m_failure || bytes.isEmpty())
        return;
    m_lastByte = Clock::now();
    m_file.add(bytes);
    m_progress.advance(static_cast<std::uint64_t>(bytes.size()));
    if (m_file.bytes() > m_limits.largest) {
        m_failure = tooLong();
        m_loop.quit();
    }
}

void Transfer::tick()
{
    if (m_progress.isCancelled())
        return m_loop.quit();
    if (Clock::now() - m_lastByte > m_limits.stall) {
        m_failure = {translated("software", "Nothing has come for %1 s.")
                         .arg(std::chrono::duration<double>(m_limits.stall).count()),
                     true};
        m_loop.quit();
    }
}

Transfer::Failure Transfer::tooLong() const
{
    return {translated("software", "It is longer than %1.").arg(formatSize(m_limits.largest)), false, true};
}

Transfer::Failure Transfer::failureOf() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 416)
        return {translated("software", "The server has less of it than what was fetched before."), true,
                true};
    if (status >= 400) {
        static constexpr std::array kPassing{408, 425, 429, 500, 502, 503, 504};
        const QString words =
            m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().left(100);
        return {translated("software", "The server answered: %1 %2").arg(QString::number(status), words),
                std::ranges::find(kPassing, status) != kPassing.end()};
    }
    static constexpr std::array kFinal{
        QNetworkReply::HostNotFoundError, QNetworkReply::SslHandshakeFailedError,
        QNetworkReply::ProtocolUnknownError, QNetworkReply::InsecureRedirectError,
        QNetworkReply::TooManyRedirectsError};
    return {m_reply->errorString(), std::ranges::find(kFinal, m_reply->error()) == kFinal.end()};
}

// Waits, but not on after a cancel.
void pauseFor(std::chrono::milliseconds pause, Progress &progress)
{
    for (const auto end = Clock::now() + pause; Clock::now() < end;) {
        progress.throwIfCancelled();
        std::this_thread::sleep_for(std::min(kTick, pause));
    }
}

} // namespace

bool download(const std::string &address, const std::string &path, const DownloadLimits &limits,
              Progress &progress)
{
    const QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(address), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http"_s && url.scheme() != u"https"_s) || url.host().isEmpty())
        throw Error(failedWords(), displayPath(address),
                    translated("software", "This is no address of a file on the web."));
    PartFile file(path);
    std::chrono::milliseconds pause = limits.pause;
    for (unsigned attempt = 1;; ++attempt) {
        progress.throwIfCancelled();
        const bool isWhole = file.bytes() == 0;
        Transfer transfer(url, file, limits, progress);
        const auto failure = transfer.run();
        if (!failure)
            return isWhole;
        if (!failure->mayPass || attempt >= limits.tries)
            throw Error(failedWords(), displayPath(address), failure->why);
        progress.log(Progress::Severity::Warning,
                     translated("software", "%1: %2 Trying again (%3 of %4).")
                         .arg(displayPath(address), failure->why, QString::number(attempt + 1),
                              QString::number(limits.tries)));
        pauseFor(pause, progress);
        pause *= 2;
    }
}

} // namespace Refbox
