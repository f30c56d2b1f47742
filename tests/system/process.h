// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Running programs from tests, with what they said kept for the failure message.
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

struct ProcessResult
{
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    QByteArray said() const { return "exit " + QByteArray::number(exitCode) + "\n" + out + err; }
};

inline ProcessResult runProgram(const QString &program, const QStringList &arguments,
                                const QString &folder = {}, int seconds = 300)
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    ProcessResult result;
    if (process.waitForFinished(seconds * 1000) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    if (result.exitCode < 0)
        result.err += process.errorString().toLocal8Bit();
    return result;
}

inline QString refboxCli()
{
    return qEnvironmentVariable("REFBOX_BIN") + QStringLiteral("/refbox-cli");
}

inline ProcessResult runCli(const QStringList &arguments, const QString &folder = {})
{
    return runProgram(refboxCli(), arguments, folder);
}

inline bool hasProgram(const char *name)
{
    return !QStandardPaths::findExecutable(QString::fromLatin1(name)).isEmpty() ||
           !QStandardPaths::findExecutable(QString::fromLatin1(name),
                                           {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")})
                .isEmpty();
}

/// QVERIFY with everything that the program said.
#define VERIFY_EXIT(result, expected) QVERIFY2((result).exitCode == (expected), (result).said().constData())
