// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/error.h"

#include "jobs/display.h"

#include <cerrno>
#include <cstring>

namespace Refbox {

namespace {

QString adviceFor(int errorNumber)
{
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return QStringLiteral("Free some space there, or choose a place on another disk.");
    case EACCES:
    case EPERM:
        return QStringLiteral(
            "Check the permissions of the file and of its folder, or choose another place.");
    case ENOENT:
        return QStringLiteral("Check the spelling of the path.");
    case EROFS:
        return QStringLiteral("That file system is mounted read-only: choose another place.");
    case EMFILE:
    case ENFILE:
        return QStringLiteral("Close other programs, or raise the limit of open files (ulimit -n).");
    case ENAMETOOLONG:
        return QStringLiteral("Choose a shorter path.");
    case EIO:
        return QStringLiteral("The disk reports an error: check it, and the kernel's log (dmesg).");
    default:
        return {};
    }
}

// In English whatever the locale, and from any thread.
QString reasonFor(int errorNumber)
{
#ifdef __GLIBC__
    if (const char *reason = ::strerrordesc_np(errorNumber))
        return QString::fromLatin1(reason);
    return QStringLiteral("Error number %1").arg(errorNumber);
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
