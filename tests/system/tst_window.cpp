// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program as a user has it: a real window on a display of its own (Xvfb), driven by keys and the mouse
// from outside (xdotool), from the welcome page to the exported files.
#include "process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : {"Xvfb", "xdotool"}) {
            if (!hasProgram(program))
                QSKIP((QByteArray(program) + " is not installed").constData());
        }
        // Without -noreset it starts anew, and refuses the program, when an xdotool before it goes.
        m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s,
                                   u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
        QVERIFY(m_server.waitForReadyRead(20'000));
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(m_server.readLine().trimmed()));
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        m_environment.remove(u"LANGUAGE"_s);
        m_environment.remove(u"WAYLAND_DISPLAY"_s);
        // Nor may the program notify the user's own desktop, or start a session bus that outlives the test.
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            m_environment.insert(QString::fromLatin1(variable), m_dir.filePath(u"home"_s));
        QVERIFY(QDir().mkpath(m_dir.filePath(u"home"_s)));
        m_program.setProcessEnvironment(m_environment);
        m_program.setProcessChannelMode(QProcess::MergedChannels);
        m_program.start(qEnvironmentVariable("REFBOX_BIN") + u"/refbox"_s, {});
        QVERIFY(m_program.waitForStarted());
        m_window = windowNamed(u"^Refbox"_s);
        QVERIFY2(!m_window.isEmpty(), m_program.readAll());
    }

    void theTemplateIsChosenByKeyboard()
    {
        press(m_window, u"alt+n"_s);
        QVERIFY(!windowNamed(u"^nano-vserver"_s).isEmpty());
    }

    void theProjectIsSaved()
    {
        press(m_window, u"ctrl+s"_s);
        answer(u"^Save the project"_s, project());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(project()), 20'000);
        QVERIFY(!windowNamed(u"^my.refbox.lua"_s).isEmpty());
    }

    void theImageIsExportedByMouse()
    {
        // "Build" in the menu bar, and its item by its letter.
        xdo({u"windowfocus"_s, u"--sync"_s, m_window});
        // As long as the plan is made the item is grey, and a user would try again.
        QString dialog;
        for (int attempt = 0; attempt < 20 && dialog.isEmpty(); ++attempt) {
            const qsizetype before = windowCount();
            xdo({u"mousemove"_s, u"--window"_s, m_window, u"140"_s, u"9"_s, u"click"_s, u"1"_s});
            QTRY_VERIFY_WITH_TIMEOUT(windowCount() > before, 60'000); // the menu is one
            QTest::qWait(300);
            xdo({u"key"_s, u"i"_s});
            dialog = windowNamed(u"^Export image"_s, 3'000);
            if (dialog.isEmpty())
                xdo({u"key"_s, u"Escape"_s});
        }
        answer(u"^Export image"_s, image());
        closeResult();
        QVERIFY(QFile::exists(image()));
    }

    void theStarBallIsExportedByKeyboard()
    {
        press(m_window, u"ctrl+shift+e"_s);
        answer(u"^Export star-ball"_s, starball());
        closeResult();
        QVERIFY(QFile::exists(starball()));
    }

    void theFilesAreRight()
    {
        if (hasProgram("e2fsck"))
            VERIFY_EXIT(runProgram(u"e2fsck"_s, {u"-fn"_s, image()}), 0);
        const ProcessResult compared = runCli({u"compare"_s, project(), image()});
        QVERIFY2(compared.out == "equal\n", compared.said());
        // A star-ball has no seals.
        const ProcessResult star =
            runCli({u"compare"_s, u"--below-a"_s, u"/vsbox01"_s, u"--no-flags"_s, project(), starball()});
        QVERIFY2(star.exitCode == 0, star.said());
        if (hasProgram("bsdtar")) {
            const ProcessResult listed = runProgram(u"bsdtar"_s, {u"-tf"_s, starball()});
            QVERIFY2(listed.exitCode == 0 && listed.out.contains("bin/bash"), listed.said());
        }
    }

    void itEndsInOrder()
    {
        press(m_window, u"ctrl+q"_s);
        QVERIFY2(m_program.waitForFinished(20'000), "it does not end");
        QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
        QVERIFY2(m_program.exitCode() == 0,
                 "exit code " + QByteArray::number(m_program.exitCode()) + ": " + m_program.readAll());
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_program, &m_server}) {
            if (process->state() != QProcess::NotRunning) {
                process->terminate();
                process->waitForFinished(5000);
            }
        }
    }

private:
    QString project() const { return m_dir.filePath(u"my.refbox.lua"_s); }
    QString image() const { return m_dir.filePath(u"my.img"_s); }
    QString starball() const { return m_dir.filePath(u"my.tar.zst"_s); }

    QByteArray xdo(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(u"xdotool"_s, arguments);
        process.waitForFinished(20'000);
        return process.readAllStandardOutput();
    }

    // The window's number; empty where none of this name appears.
    QString windowNamed(const QString &pattern, int milliseconds = 60'000) const
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds) {
            const QString found =
                QString::fromLatin1(xdo({u"search"_s, u"--onlyvisible"_s, u"--name"_s, pattern}))
                    .section(u'\n', 0, 0);
            if (!found.isEmpty())
                return found;
            QTest::qWait(100);
        }
        return {};
    }

    qsizetype windowCount() const
    {
        return xdo({u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"refbox"_s}).count('\n');
    }

    // There is no window manager to give the focus back when a dialog closes.
    void press(const QString &window, const QString &keys) const
    {
        QTest::qWait(300);
        xdo({u"windowfocus"_s, u"--sync"_s, window});
        xdo({u"key"_s, keys});
    }

    // Types a path into the field that a dialog starts in, and accepts it.
    void answer(const QString &dialog, const QString &path) const
    {
        const QString window = windowNamed(dialog);
        QVERIFY2(!window.isEmpty(), dialog.toUtf8());
        QTest::qWait(500);
        xdo({u"windowfocus"_s, u"--sync"_s, window});
        xdo({u"key"_s, u"ctrl+a"_s});
        xdo({u"type"_s, u"--delay"_s, u"15"_s, path});
        QTest::qWait(300);
        xdo({u"key"_s, u"Return"_s});
    }

    void closeResult() const
    {
        const QString result = windowNamed(u"^Result"_s);
        press(result, u"Escape"_s);
    }

    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;
    QProcess m_server;
    QProcess m_program;
    QString m_window;
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
