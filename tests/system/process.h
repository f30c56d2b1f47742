// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Running programs from tests, with what they said kept for the failure message.
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>
#include <QTest>

#include <filesystem>
#include <map>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

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

/// As a user whom permissions bind: root without its powers, anybody else as they are.
inline ProcessResult runBoundCli(const QStringList &arguments)
{
    if (::geteuid() != 0)
        return runCli(arguments);
    return runProgram(QStringLiteral("setpriv"),
                      QStringList{QStringLiteral("--bounding-set=-all"), refboxCli()} + arguments);
}

inline QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex()
                                                                 : QByteArray("unreadable");
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// All that stands below a folder, hidden or not: whoever promises to change nothing leaves this the same.
inline std::map<std::string, QByteArray> snapshot(const QString &folder)
{
    namespace fs = std::filesystem;
    std::map<std::string, QByteArray> entries;
    for (const auto &entry : fs::recursive_directory_iterator(
             folder.toStdString(), fs::directory_options::skip_permission_denied)) {
        struct stat status = {};
        ::lstat(entry.path().c_str(), &status);
        QByteArray text = QByteArray::number(status.st_mode, 8) + " inode " +
                          QByteArray::number(static_cast<qulonglong>(status.st_ino));
        if (S_ISREG(status.st_mode))
            text += ' ' + hashOf(QFile::decodeName(entry.path().c_str()));
        entries[entry.path().string()] = text;
    }
    return entries;
}

/// Empty where the program failed with exit status 1 and said all these parts; else what is wrong.
inline QByteArray refusalLacks(const ProcessResult &result, const QList<QByteArray> &parts)
{
    if (result.exitCode != 1)
        return "it did not fail as it should: " + result.said();
    for (const QByteArray &part : parts) {
        if (!result.err.contains(part))
            return "it does not say \"" + part + "\": " + result.said();
    }
    return {};
}

#define VERIFY_REFUSED(result, ...)                                                                          \
    do {                                                                                                     \
        const QByteArray lacking = refusalLacks(result, {__VA_ARGS__});                                      \
        QVERIFY2(lacking.isEmpty(), lacking.constData());                                                    \
    } while (false)

#define NEED_ROOT()                                                                                          \
    if (::geteuid() != 0)                                                                                    \
    QSKIP("needs root: owners, devices and mounts")

#define NEED_BOUND_USER()                                                                                    \
    if (::geteuid() == 0 && !hasProgram("setpriv"))                                                          \
    QSKIP("as root this needs setpriv, to give up root's powers")

/// QVERIFY with everything that the program said. (QVERIFY2 takes both of its arguments: naming the result
/// there twice would run the program twice.)
#define VERIFY_EXIT(result, expected)                                                                        \
    do {                                                                                                     \
        const ProcessResult verified = (result);                                                             \
        QVERIFY2(verified.exitCode == (expected), verified.said().constData());                              \
    } while (false)
