// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A project whose software is still to be built, in the window: asked for, built in the background, planned
// again.
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/projectmodels.h"
#include "unit/software/packagelab.h"
#include "unit/software/recipelab.h"
#include "unit/software/webserver.h"

#include <QAbstractItemView>
#include <QAction>
#include <QScopeGuard>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestSourceBuild final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!bubblewrapWorks())
            QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it).");
        if (!std::filesystem::exists("/usr/bin/cc"))
            QSKIP("This machine has no C compiler.");
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-sourcebuild"_s);
    }

    void init()
    {
        m_lab.emplace();
        qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_lab->path("cache")));
        qputenv("REFBOX_SOURCES", QByteArray::fromStdString(m_lab->path("sources")));
        qputenv("REFBOX_CATALOGUE", QByteArray::fromStdString(m_lab->path("catalogue")));
        qunsetenv("REFBOX_OFFLINE");
        writeProject({});
        m_window = std::make_unique<MainWindow>(QString::fromStdString(m_lab->path("autosave")));
        m_window->showError = [this](const Error &error) { m_errors += error.toString(); };
        m_window->ask = [this](const Question &question) {
            m_asked += question.title;
            return m_answer;
        };
        m_asked.clear();
        m_errors.clear();
        m_answer = Answer::Yes;
    }

    void cleanup()
    {
        m_window.reset();
        m_lab.reset();
    }

    void softwareIsBuiltWhenAskedFor()
    {
        writeRecipe("mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n"
                    "echo 'p.c:3: warning: odd' >&2\n");
        open();
        QCOMPARE(componentCell(ComponentsModel::Bytes), u"to be built"_s);
        int folders = 0;
        m_window->chooseFolder = [&](const QString &) {
            ++folders;
            return QString();
        };
        m_answer = Answer::No;
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QCOMPARE(m_asked, QStringList{u"Software is to be built first"_s});
        QCOMPARE(m_window->jobs().runningCount(), 0);
        QCOMPARE(folders, 0);
        // Who does not want that may still write the package without it.
        m_answer = Answer::Other;
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QCOMPARE(folders, 1);
        QCOMPARE(m_window->jobs().runningCount(), 0);
        m_asked.clear();
        m_answer = Answer::Yes;
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QCOMPARE(m_asked, QStringList{u"Software is to be built first"_s});
        QTRY_VERIFY_WITH_TIMEOUT(hasMade(), 30'000);
        QCOMPARE(found("not-built"), 0);
        QVERIFY(m_errors.isEmpty());
        QTRY_COMPARE(componentCell(ComponentsModel::Bytes), u"0 B"_s);
        // The recipe has a row below its job's, with all that it printed.
        const JobList &jobs = m_window->jobs();
        QTRY_COMPARE(jobs.rowCount(), 2);
        const JobId part = jobs.idAt(1);
        QVERIFY(jobs.isPart(part) && !jobs.isPart(jobs.idAt(0)));
        QCOMPARE(jobs.title(part), u"tiny 1.0"_s);
        QTRY_COMPARE(jobs.state(part), JobState::Finished);
        QCOMPARE(jobs.endedCount(), 1);
        const auto log = jobs.logFrom(part, 0);
        const auto warning =
            std::ranges::find(log, Progress::Severity::Warning, &Progress::LogLine::severity);
        QVERIFY(warning != log.end());
        QCOMPARE(warning->text, u"p.c:3: warning: odd"_s);
    }

    void aFailedBuildIsToldWithItsLastLines()
    {
        writeRecipe("echo broken >&2\nexit 1\n");
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_errors.size(), 1, 30'000);
        QVERIFY2(m_errors.front().contains(u"tiny 1.0"_s) && m_errors.front().contains(u"broken"_s),
                 qPrintable(m_errors.front()));
        QCOMPARE(found("not-built"), 1);
        QTRY_COMPARE(m_window->jobs().rowCount(), 2);
        QTRY_COMPARE(m_window->jobs().state(m_window->jobs().idAt(1)), JobState::Failed);
        // It stays told where the component is, with the reason, whatever is planned again.
        QTRY_COMPARE(componentCell(ComponentsModel::Bytes), u"failed"_s);
        const QString tip = componentCell(ComponentsModel::Name, Qt::ToolTipRole);
        QVERIFY2(tip.contains(u"broken"_s), qPrintable(tip));
        replan();
        QCOMPARE(componentCell(ComponentsModel::Bytes), u"failed"_s);
        // Nobody has tried it with other options.
        m_window->document().edit(
            u"x"_s, [](Project &project) { project.components.front().options["manuals"] = "yes"; });
        QCOMPARE(componentCell(ComponentsModel::Bytes), u"to be built"_s);
    }

    void aFailureIsForgottenWhenTheRecipeIsMended()
    {
        writeRecipe("exit 1\n");
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), u"failed"_s, 30'000);
        writeRecipe("mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n");
        replan();
        QTRY_COMPARE(componentCell(ComponentsModel::Bytes), u"to be built"_s);
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), u"0 B"_s, 30'000);
    }

    void whatAComponentNeedsFailsForIt()
    {
        writeRecipe("echo broken >&2\nexit 1\n", "lib");
        writeRecipe("mkdir -p \"$DEST$PREFIX\"\n", "tiny", "needs = { 'lib' },");
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), u"failed"_s, 30'000);
        QVERIFY(componentCell(ComponentsModel::Name, Qt::ToolTipRole).contains(u"lib 1.0"_s));
        // What waited for it was not tried.
        const JobList &jobs = m_window->jobs();
        QTRY_COMPARE(jobs.rowCount(), 3);
        for (const auto &[title, state] :
             {std::pair(u"tiny 1.0"_s, JobState::Cancelled), std::pair(u"lib 1.0"_s, JobState::Failed)}) {
            const int row = jobs.title(jobs.idAt(1)) == title ? 1 : 2;
            QCOMPARE(jobs.title(jobs.idAt(row)), title);
            QTRY_COMPARE(jobs.state(jobs.idAt(row)), state);
        }
    }

    void aComponentTellsWhatIsDoneForIt()
    {
        writeRecipe("sleep 86395\n");
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), u"building"_s, 30'000);
        child<QAction>(*m_window, u"actionStop"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), u"to be built"_s, 5'000);
    }

    void aSourceIsFetchedInTheRowOfItsRecipe()
    {
        RefboxTest::WebServer server;
        server.pages["/tiny"] = {.bytes = "0123456789", .isSilent = true};
        writeRecipe("true\n", "tiny", {}, "addresses = { '" + server.address("/tiny") + "' }");
        QVERIFY(std::filesystem::remove(m_lab->path("sources/tiny-1.0.tar")));
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), u"fetching"_s, 30'000);
        JobList &jobs = m_window->jobs();
        QTRY_COMPARE(jobs.rowCount(), 2);
        QCOMPARE(jobs.title(jobs.idAt(1)), u"tiny 1.0"_s);
        QTRY_VERIFY(jobs.index(1, JobList::Phase).data().toString().startsWith(u"Fetching"_s));
        jobs.stop(jobs.idAt(1));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.state(jobs.idAt(1)), JobState::Cancelled, 5'000);
        QTRY_COMPARE(jobs.state(jobs.idAt(0)), JobState::Cancelled);
        QTRY_COMPARE(componentCell(ComponentsModel::Bytes), u"to be built"_s);
        QVERIFY(m_errors.isEmpty());
    }

    void packagesHaveARowToo_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<JobState>("state");
        QTest::addColumn<QString>("cell");
        QTest::newRow("there") << QByteArray("editor") << JobState::Finished << u"23 B"_s;
        QTest::newRow("missing") << QByteArray("missing") << JobState::Failed << u"failed"_s;
    }

    void packagesHaveARowToo()
    {
        if (!PackageLab::works())
            QSKIP("apt-get or dpkg-deb is missing.");
        QFETCH(QByteArray, name);
        QFETCH(JobState, state);
        QFETCH(QString, cell);
        const PackageLab packages;
        packages.add({.name = "editor", .depends = "library"});
        packages.add({"library"});
        qputenv("REFBOX_APT_SOURCES", QByteArray::fromStdString(packages.options.sourceList));
        const auto restored = qScopeGuard([] { qunsetenv("REFBOX_APT_SOURCES"); });
        m_lab->write("p.refbox.lua",
                     "return { refbox = 1, name = 'p', components = { { name = 'tools', prefix = "
                     "'/opt/tools', source = { packages = { '" +
                         name.toStdString() + "' } } } }, vservers = {} }\n");
        open("not-fetched");
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        const JobList &jobs = m_window->jobs();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.rowCount(), 2, 30'000);
        QVERIFY(jobs.isPart(jobs.idAt(1)));
        QCOMPARE(jobs.title(jobs.idAt(1)), u"tools"_s);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.state(jobs.idAt(1)), state, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(componentCell(ComponentsModel::Bytes), cell, 30'000);
        QTRY_COMPARE(m_errors.size(), state == JobState::Failed ? 1 : 0);
    }

    void chosenOptionsAreShown()
    {
        writeRecipe("true\n");
        writeProject("options = { strip = 'no', manuals = 'no' }");
        open();
        // Without manuals it is built anyway.
        QCOMPARE(componentCell(ComponentsModel::SourceColumn), u"recipe tiny, strip = no"_s);
        const QString tip = componentCell(ComponentsModel::Name, Qt::ToolTipRole);
        QVERIFY2(tip.startsWith(u"recipe tiny\nstrip = no\n"_s), qPrintable(tip));
    }

    void aPartIsStoppedByItself()
    {
        writeRecipe("sleep 86396\n");
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        JobList &jobs = m_window->jobs();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.rowCount(), 2, 30'000);
        jobs.stop(jobs.idAt(1));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.state(jobs.idAt(1)), JobState::Cancelled, 5'000);
        QTRY_COMPARE(jobs.state(jobs.idAt(0)), JobState::Cancelled);
        QTRY_VERIFY(m_lab->inCache("builds").empty());
        QVERIFY(m_errors.isEmpty());
    }

    void aBuildIsStopped()
    {
        writeRecipe("sleep 86397\n");
        open();
        child<QAction>(*m_window, u"actionBuild"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!m_lab->inCache("builds").empty(), 30'000);
        child<QAction>(*m_window, u"actionStop"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->jobs().runningCount(), 0, 5'000);
        QTRY_VERIFY(m_lab->inCache("builds").empty());
        QVERIFY(m_errors.isEmpty());
    }

private:
    void writeProject(const std::string &more) const
    {
        m_lab->write("p.refbox.lua",
                     "return { refbox = 1, name = 'p', components = { { name = 'tiny', prefix = '/opt/tiny', "
                     "source = { recipe = 'tiny' }, " +
                         more + " } }, vservers = {} }\n");
    }

    // more, ofSource: further keys of the recipe and of its source.
    void writeRecipe(const std::string &install, const std::string &name = "tiny",
                     const std::string &more = {}, const std::string &ofSource = {}) const
    {
        const Recipe recipe = m_lab->recipe(name, install);
        m_lab->write("catalogue/" + name + ".lua",
                     "return { recipe = 1, name = '" + name +
                         "', version = '1.0', summary = 's', licence = 'MIT', homepage = 'h', category = "
                         "'c', prefix = '/opt/" +
                         name + "', source = { { file = '" + recipe.tarballs.front().file + "', sha256 = '" +
                         recipe.tarballs.front().sha256 + "', " + ofSource + " } }, " + more +
                         " steps = { install = [==[\n" + install + "]==] } }\n");
    }

    void replan()
    {
        const SnapshotPtr before = m_window->plans().snapshot();
        child<QAction>(*m_window, u"actionReplan"_s)->trigger();
        QTRY_VERIFY(m_window->plans().snapshot() != before);
        QTRY_VERIFY(!m_window->plans().isBusy());
    }

    void open(const char *finding = "not-built")
    {
        m_window->show();
        m_window->openPath(QString::fromStdString(m_lab->path("p.refbox.lua")));
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        QTRY_VERIFY(!m_window->plans().isBusy());
        QCOMPARE(found(finding), 1);
    }

    std::ptrdiff_t found(const char *finding) const
    {
        return std::ranges::count(m_window->plans().snapshot()->findings, finding, &Finding::id);
    }

    QString componentCell(int column, int role = Qt::DisplayRole) const
    {
        const auto *view = m_window->findChild<QAbstractItemView *>(u"componentsTable"_s);
        return view->model()->index(0, column).data(role).toString();
    }

    bool hasMade() const
    {
        return m_window->plans().snapshot()->tree->find("/refbox/opt/tiny/made") != kNoId;
    }

    std::optional<RecipeLab> m_lab;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_asked;
    QStringList m_errors;
    Answer m_answer = Answer::Yes;
};

QTEST_MAIN(TestSourceBuild)
#include "tst_sourcebuild.moc"
