// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one error type of the project: what failed, on which path, why, and what the user can do.
// A QException, so that QtConcurrent carries it whole across threads.
#pragma once

#include <QException>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace Refbox {

/// Thrown where something fails, enriched while unwinding (addContext), caught at job and slot boundaries
/// only.
class Error final : public QException
{
public:
    /// failed: "Cannot write the image". where: a path or place for display, may be empty. why: "No space
    /// left on device". advice: what the user can do next, may be empty.
    Error(QString failed, QString where, QString why, QString advice = {});

    /// From errno: the reason in words, and advice for the usual causes where none is given.
    static Error fromErrno(const QString &failed, std::string_view path, int errorNumber,
                           QString advice = {});

    const QString &failed() const { return m_failed; }
    const QString &where() const { return m_where; }
    const QString &why() const { return m_why; }
    const QString &advice() const { return m_advice; }
    /// Outermost first: "while planning component gnu-bash".
    const QStringList &context() const { return m_context; }

    Error &addContext(const QString &doing);

    /// All parts as one text of one or more lines, for terminals and logs.
    QString toString() const;

    const char *what() const noexcept override { return m_utf8.c_str(); }
    void raise() const override { throw *this; }
    Error *clone() const override { return new Error(*this); }

private:
    void updateText();

    QString m_failed;
    QString m_where;
    QString m_why;
    QString m_advice;
    QStringList m_context;
    std::string m_utf8;
};

/// Thrown by Progress::throwIfCancelled(). Deliberately no Error: no catch of errors swallows it. (A
/// QException only so that it passes through QtConcurrent unchanged, and a std::exception through that:
/// whoever catches either as such must rethrow this one first.)
class Cancelled final : public QException
{
public:
    void raise() const override { throw *this; }
    Cancelled *clone() const override { return new Cancelled(*this); }
};

} // namespace Refbox
