// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trying vservers out of the window: the terminal that is started, the smoke test and its table.
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/smokedialog.h"
#include "gui/smokemodel.h"
#include "gui/terminal.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kProject =
    "return {\n  refbox = 1,\n  name = 'test',\n"
    "  components = { { name = 'tools', prefix = '/', source = { folder = 'tools' } } },\n"
    "  vservers = { { name = 'vs1', links = { { from = '/bin/*', to = '/bin' } } }, { name = 'vs2' } "
    "},\n}\n";

bool writeFile(const QString &path, const QByteArray &bytes, bool executable = false)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
           (!executable || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ProgramFinder having(const QStringList &programs)
{
    return [programs](const QString &name) {
        return programs.contains(name) ? u"/usr/bin/"_s + name : QString();
    };
}

SmokeOutcome outcomeOf(const char *path, SmokeState state, const char *said)
{
    SmokeOutcome outcome;
    outcome.program.path = path;
    outcome.program.argument = "--version";
    outcome.state = state;
    outcome.said = said;
    if (state != SmokeState::Runs)
        outcome.reason = u"Why, it is \"odd\", not?"_s;
    if (state == SmokeState::Runs)
        outcome.status = 0;
    return outcome;
}

std::shared_ptr<const SmokeReport> sampleReport()
{
    auto report = std::make_shared<SmokeReport>();
    report->vserver = "vs1";
    report->outcomes = {outcomeOf("/bin/a", SmokeState::Runs, "a 1.0"),
                        outcomeOf("/bin/b", SmokeState::Fails, "b: error\x1b[2J"),
                        outcomeOf("/bin/c", SmokeState::NotTried, ""),
                        outcomeOf("/bin/d", SmokeState::Runs, "d 1.0")};
    return report;
}

} // namespace

class TestTrials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test"_s);
        QVERIFY(QDir().mkpath(path("tools/bin")));
        QVERIFY(writeFile(path("tools/bin/lost"), "#!/bin/perl\n", true));
        QVERIFY(writeFile(path("tools/bin/words"), "words\n", true));
    }

    void init()
    {
        QVERIFY(writeFile(path("it's p.refbox.lua"), kProject));
        m_window = std::make_unique<MainWindow>(path("autosave"));
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_errors.clear();
        m_window->showError = [this](const Error &error) { m_errors += error.toString(); };
        m_commands.clear();
        m_window->runInTerminal = [this](const QStringList &command) {
            m_commands.append(command);
            return true;
        };
        m_window->show();
    }

    void cleanup() { m_window.reset(); }

    void everyTerminalGetsTheCommandAsItWantsIt()
    {
        const QStringList command{u"refbox-cli"_s, u"run"_s, u"a b; rm -rf /"_s};
        const auto expect = [&](const QString &preferred, const QStringList &there,
                                const QStringList &start) {
            QCOMPARE(terminalCommand(preferred, command, having(there)),
                     start.isEmpty() ? QStringList() : start + command);
        };
        expect({}, {}, {});
        expect(u"gone"_s, {u"xterm"_s}, {u"/usr/bin/xterm"_s, u"-e"_s});
        expect(u"kitty"_s, {u"kitty"_s, u"xterm"_s}, {u"/usr/bin/kitty"_s, u"-e"_s});
        expect({}, {u"xterm"_s, u"gnome-terminal"_s}, {u"/usr/bin/gnome-terminal"_s, u"--"_s});
        expect({}, {u"gnome-terminal"_s, u"x-terminal-emulator"_s},
               {u"/usr/bin/x-terminal-emulator"_s, u"-e"_s});
        expect({}, {u"konsole"_s}, {u"/usr/bin/konsole"_s, u"-e"_s});
        expect({}, {u"xfce4-terminal"_s}, {u"/usr/bin/xfce4-terminal"_s, u"-x"_s});
    }

    void theTerminalStaysOpenOverAFailure()
    {
        const QStringList kept = keptOpen({u"/bin/false"_s}, u"Press 'Enter'"_s);
        QProcess process;
        process.start(kept.first(), kept.mid(1));
        QVERIFY(process.waitForStarted());
        QVERIFY(process.waitForReadyRead());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("\nPress 'Enter' "));
        process.write("\n");
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const QStringList quick = keptOpen({u"/bin/echo"_s, u"$HOME; `x`"_s}, u"never"_s);
        process.start(quick.first(), quick.mid(1));
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("$HOME; `x`\n"));
    }

    void aFakeTerminalIsStarted()
    {
        QVERIFY(writeFile(path("terminal"),
                          "#!/bin/sh\nprintf '<%s>' \"$@\" > '" + path("typed").toUtf8() + ".new' && mv '" +
                              path("typed").toUtf8() + ".new' '" + path("typed").toUtf8() + "'\n",
                          true));
        qputenv("TERMINAL", QFile::encodeName(path("terminal")));
        QVERIFY(startInTerminal({u"a b"_s, u"'\"$x"_s}));
        qunsetenv("TERMINAL");
        QTRY_COMPARE(readFile(path("typed")), QByteArray("<-e><a b><'\"$x>"));
    }

    void aVServerIsStartedInATerminal()
    {
        openProject();
        select("/vs1/bin/words");
        QVERIFY(action("actionStartVServer")->isEnabled());
        action("actionStartVServer")->trigger();
        QCOMPARE(m_commands.size(), 1);
        QCOMPARE(m_commands[0].last(), u"/vs1"_s);
        QCOMPARE(m_commands[0][m_commands[0].size() - 2], path("it's p.refbox.lua"));
        QCOMPARE(m_commands[0][m_commands[0].size() - 3], u"run"_s);
        select("/vs2");
        action("actionStartVServer")->trigger();
        QCOMPARE(m_commands[1].last(), u"/vs2"_s);
        QVERIFY(m_errors.isEmpty());
    }

    void anEditedProjectIsSavedFirst()
    {
        openProject();
        m_window->document().edit(u"x"_s, [](Project &project) { project.vservers[1].name = "vs3"; });
        QTRY_VERIFY(m_window->plans().snapshot()->tree->find("/vs3") != kNoId);
        select("/vs3");
        Answer answer = Answer::No;
        m_window->ask = [&](const Question &) { return answer; };
        action("actionStartVServer")->trigger();
        QVERIFY(m_commands.isEmpty());
        QVERIFY(m_window->document().isModified());
        answer = Answer::Yes;
        action("actionStartVServer")->trigger();
        QCOMPARE(m_commands.size(), 1);
        QVERIFY(!m_window->document().isModified());
        QVERIFY(readFile(path("it's p.refbox.lua")).contains("vs3"));
    }

    void withoutATerminalTheCommandCanBeCopied()
    {
        openProject();
        select("/vs1");
        m_window->runInTerminal = [](const QStringList &) { return false; };
        action("actionStartVServer")->trigger();
        auto *box = m_window->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        box->defaultButton()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"refbox-cli run '"_s + path("it'\\''s p.refbox.lua") + u"' /vs1"_s);
    }

    void theContextMenuOffersBoth()
    {
        openProject();
        const QList<QAction *> menu = child<QTreeView>(*m_window, u"packageTree"_s)->actions();
        QVERIFY(menu.contains(action("actionStartVServer")));
        QVERIFY(menu.contains(action("actionSmokeTest")));
    }

    void theSmokeTestRunsAsAJob()
    {
        openProject();
        select("/vs1/bin");
        std::shared_ptr<const SmokeReport> report;
        std::string where;
        m_window->showSmoke = [&](const auto &result, const std::string &vserver) {
            report = result;
            where = vserver;
        };
        action("actionSmokeTest")->trigger();
        QTRY_VERIFY(report != nullptr || !m_errors.isEmpty());
        QVERIFY2(m_errors.isEmpty(), m_errors.join(u' ').toUtf8().constData());
        QCOMPARE(where, std::string("/vs1"));
        QCOMPARE(report->vserver, std::string("vs1"));
        QCOMPARE(report->count(SmokeState::Fails), std::size_t(1));
        QCOMPARE(report->count(SmokeState::NotTried), std::size_t(1));
    }

    void theReportIsMadeAsAJob()
    {
        openProject();
        select("/vs1/bin");
        std::shared_ptr<const VServerReport> report;
        std::string where;
        m_window->showReport = [&](const auto &result, const std::string &vserver) {
            report = result;
            where = vserver;
        };
        action("actionReport")->trigger();
        QTRY_VERIFY(report != nullptr || !m_errors.isEmpty());
        QVERIFY2(m_errors.isEmpty(), m_errors.join(u' ').toUtf8().constData());
        QCOMPARE(where, std::string("/vs1"));
        QCOMPARE(report->name, std::string("vs1"));
        QVERIFY(!report->files.empty());
        QVERIFY(!report->components.empty());
    }

    void theTableShowsWhatFailsFirstAndFilters()
    {
        SmokeDialog dialog(sampleReport(), u"refbox-cli smoke x y"_s);
        dialog.show();
        auto *table = child<QTableView>(dialog, u"table"_s);
        const auto programs = [&] {
            QStringList names;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                names += table->model()->index(row, SmokeModel::Program).data().toString();
            return names;
        };
        QCOMPARE(programs(), QStringList({u"/bin/b"_s, u"/bin/c"_s, u"/bin/a"_s, u"/bin/d"_s}));
        QVERIFY(child<QLabel>(dialog, u"headlineLabel"_s)->text().contains(u"vs1"_s));
        QVERIFY(!table->model()->index(0, SmokeModel::Said).data().toString().contains(QChar(0x1b)));
        table->sortByColumn(SmokeModel::Program, Qt::DescendingOrder);
        QCOMPARE(programs().first(), u"/bin/d"_s);
        auto *states = child<QComboBox>(dialog, u"stateCombo"_s);
        QCOMPARE(states->count(), 4);
        states->setCurrentIndex(states->findData(static_cast<int>(SmokeState::Fails)));
        QCOMPARE(programs(), QStringList({u"/bin/b"_s}));
        states->setCurrentIndex(0);
        QTest::keyClicks(child<QLineEdit>(dialog, u"searchEdit"_s), u"D 1"_s);
        QCOMPARE(programs(), QStringList({u"/bin/d"_s}));
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void theTableIsSavedAsCsv()
    {
        SmokeDialog dialog(sampleReport(), {});
        dialog.chooseFile = [](const QString &) { return QString(); };
        child<QPushButton>(dialog, u"saveButton"_s)->click();
        dialog.chooseFile = [this](const QString &) { return path("smoke.csv"); };
        child<QPushButton>(dialog, u"saveButton"_s)->click();
        const QByteArrayList lines = readFile(path("smoke.csv")).split('\n');
        QCOMPARE(lines.size(), 6); // the last is empty
        QCOMPARE(lines[0], QByteArray("state,program,argument,status,reason,said\r"));
        QCOMPARE(lines[1], QByteArray("runs,/bin/a,--version,0,,a 1.0\r"));
        QCOMPARE(lines[2],
                 QByteArray("fails,/bin/b,--version,,\"Why, it is \"\"odd\"\", not?\",b: error\\x1b[2J\r"));
    }

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(QLatin1String(name)); }

    void openProject()
    {
        m_window->openPath(path("it's p.refbox.lua"));
        QTRY_VERIFY(m_window->plans().snapshot() && !m_window->plans().isBusy());
    }

    void select(const char *where)
    {
        auto *tree = child<QTreeView>(*m_window, u"packageTree"_s);
        QModelIndex at = tree->model()->index(0, 0);
        for (const QString &name : QString::fromUtf8(where).split(u'/', Qt::SkipEmptyParts)) {
            QModelIndex next;
            for (int row = 0; row < tree->model()->rowCount(at); ++row) {
                const QModelIndex child = tree->model()->index(row, 0, at);
                if (child.data().toString() == name)
                    next = child;
            }
            QVERIFY2(next.isValid(), where);
            at = next;
        }
        tree->setCurrentIndex(at);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_errors;
    QList<QStringList> m_commands;
};

QTEST_MAIN(TestTrials)
#include "tst_trials.moc"
