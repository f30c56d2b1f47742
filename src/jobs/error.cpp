// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/error.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <cerrno>
#include <cstring>

namespace Refbox {

namespace {

QString adviceFor(int errorNumber)
{
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return translated("jobs", "Free some space there, or choose a place on another disk.");
    case EACCES:
    case EPERM:
        return translated("jobs",
                          "Check the permissions of the file and of its folder, or choose another place.");
    case ENOENT:
        return translated("jobs", "Check the spelling of the path.");
    case EROFS:
        return translated("jobs", "That file system is mounted read-only: choose another place.");
    case EMFILE:
    case ENFILE:
        return translated("jobs", "Close other programs, or raise the limit of open files (ulimit -n).");
    case ENAMETOOLONG:
        return translated("jobs", "Choose a shorter path.");
    case EIO:
        return translated("jobs", "The disk reports an error: check it, and the kernel's log (dmesg).");
    default:
        return {};
    }
}

// glibc's words for what a user may meet, so that translations can have them; others stay English.
[[maybe_unused]] constexpr const char *kUsualReasons[] = {
    QT_TRANSLATE_NOOP("jobs", "Operation not permitted"),
    QT_TRANSLATE_NOOP("jobs", "No such file or directory"),
    QT_TRANSLATE_NOOP("jobs", "Input/output error"),
    QT_TRANSLATE_NOOP("jobs", "No such device or address"),
    QT_TRANSLATE_NOOP("jobs", "Argument list too long"),
    QT_TRANSLATE_NOOP("jobs", "Bad file descriptor"),
    QT_TRANSLATE_NOOP("jobs", "Resource temporarily unavailable"),
    QT_TRANSLATE_NOOP("jobs", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("jobs", "Permission denied"),
    QT_TRANSLATE_NOOP("jobs", "Device or resource busy"),
    QT_TRANSLATE_NOOP("jobs", "File exists"),
    QT_TRANSLATE_NOOP("jobs", "Invalid cross-device link"),
    QT_TRANSLATE_NOOP("jobs", "No such device"),
    QT_TRANSLATE_NOOP("jobs", "Not a directory"),
    QT_TRANSLATE_NOOP("jobs", "Is a directory"),
    QT_TRANSLATE_NOOP("jobs", "Invalid argument"),
    QT_TRANSLATE_NOOP("jobs", "Too many open files in system"),
    QT_TRANSLATE_NOOP("jobs", "Too many open files"),
    QT_TRANSLATE_NOOP("jobs", "Text file busy"),
    QT_TRANSLATE_NOOP("jobs", "File too large"),
    QT_TRANSLATE_NOOP("jobs", "No space left on device"),
    QT_TRANSLATE_NOOP("jobs", "Illegal seek"),
    QT_TRANSLATE_NOOP("jobs", "Read-only file system"),
    QT_TRANSLATE_NOOP("jobs", "Too many links"),
    QT_TRANSLATE_NOOP("jobs", "Broken pipe"),
    QT_TRANSLATE_NOOP("jobs", "File name too long"),
    QT_TRANSLATE_NOOP("jobs", "Directory not empty"),
    QT_TRANSLATE_NOOP("jobs", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("jobs", "Value too large for defined data type"),
    QT_TRANSLATE_NOOP("jobs", "Operation not supported"),
    QT_TRANSLATE_NOOP("jobs", "Connection timed out"),
    QT_TRANSLATE_NOOP("jobs", "Stale file handle"),
    QT_TRANSLATE_NOOP("jobs", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("jobs", "No medium found"),
};

// In the translator's language if it knows the reason, whatever the locale; from any thread.
QString reasonFor(int errorNumber)
{
#ifdef __GLIBC__
    if (const char *reason = ::strerrordesc_np(errorNumber))
        return translated("jobs", reason);
    return translated("jobs", "Error number %1").arg(errorNumber);
#else
    return QString::fromLocal8Bit(std::strerror(errorNumber));
#endif
}

} // namespace

Error::Error(QString failed, QString where, QString why, QString advice)
    : m_failed(std::move(failed))
    , m_where(std::move(where))
    , m_why(std::move(why))
    , m_advice(std::move(advice))
{
    updateText();
}

Error Error::fromErrno(const QString &failed, std::string_view path, int errorNumber, QString advice)
{
    if (advice.isEmpty())
        advice = adviceFor(errorNumber);
    return Error(failed, displayPath(path), reasonFor(errorNumber), advice);
}

Error &Error::addContext(const QString &doing)
{
    m_context.prepend(doing);
    updateText();
    return *this;
}

QString Error::toString() const
{
    QString text = m_failed;
    if (!m_where.isEmpty())
        text += QStringLiteral(": ") + m_where;
    if (!m_why.isEmpty())
        text += QStringLiteral(": ") + m_why;
    if (!text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    for (const QString &doing : m_context)
        text += QStringLiteral("\n  ") + doing;
    if (!m_advice.isEmpty())
        text += QLatin1Char('\n') + m_advice;
    return text;
}

void Error::updateText()
{
    m_utf8 = toString().toStdString();
}

} // namespace Refbox
