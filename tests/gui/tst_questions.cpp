// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window asks before something is lost, with its real dialogs.
#include "gui/autosave.h"
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/mainwindow.h"
#include "project/projectfile.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kProject = "return {\n  refbox = 1,\n  name = 'test',\n  vservers = {},\n}\n";

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

} // namespace

class TestQuestions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-questions"_s);
    }

    void init()
    {
        m_dir.emplace();
        m_errors.clear();
        openWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_dir.reset();
    }

    // The name that the file dialog has asked about is not the one that is written.
    void savingUnderANameWithoutSuffixAsks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::newRow("no suffix") << u"nano"_s << u"nano.refbox.lua"_s;
        QTest::newRow("another suffix") << u"nano.v2"_s << u"nano.v2.refbox.lua"_s;
    }

    void savingUnderANameWithoutSuffixAsks()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, written);
        QVERIFY(writeFile(path("nano.refbox.lua"), kProject));
        QVERIFY(writeFile(path("nano.v2.refbox.lua"), kProject));
        m_window->newFromTemplate(u"empty"_s);
        QStringList questions;
        Answer answer = Answer::No;
        m_window->ask = [&](const Question &question) {
            questions += question.text;
            return answer;
        };
        saveAs(typed);
        QCOMPARE(questions.size(), 1);
        QVERIFY2(questions.first().contains(written), qPrintable(questions.first()));
        QCOMPARE(readFile(m_dir->filePath(written)), QByteArray(kProject));
        QVERIFY(m_window->document().path().empty());

        answer = Answer::Yes;
        saveAs(typed);
        QVERIFY(readFile(m_dir->filePath(written)) != kProject);
        QCOMPARE(m_window->document().path(), m_dir->filePath(written).toStdString());
        saveAs(u"another"_s); // nothing stands there
        QCOMPARE(questions.size(), 2);
        QVERIFY(QFile::exists(path("another.refbox.lua")));
    }

    void aDamagedFileIsNotOverwrittenUnasked()
    {
        openProject();
        m_window->document().edit(u"x"_s, [](Project &project) { project.name = "mine"; });
        const QByteArray damaged = "return {\n  refbox = 1,\n  name = = 'theirs',\n}\n";
        QVERIFY(writeFile(path("p.refbox.lua"), damaged));
        auto *bar = m_window->findChild<QStatusBar *>();
        QTRY_VERIFY2(bar->currentMessage().contains(u"p.refbox.lua:3:"_s), qPrintable(bar->currentMessage()));

        std::vector<Question> questions;
        Answer answer = Answer::No;
        m_window->ask = [&](const Question &question) {
            questions.push_back(question);
            return answer;
        };
        trigger("actionSave");
        QCOMPARE(questions.size(), std::size_t{1});
        QVERIFY2(questions[0].details.contains(u"p.refbox.lua:3:"_s), qPrintable(questions[0].details));
        QCOMPARE(readFile(path("p.refbox.lua")), damaged);
        QVERIFY(m_window->isWindowModified());
        answer = Answer::Yes;
        trigger("actionSave");
        QCOMPARE(loadProject(path("p.refbox.lua").toStdString()).name, std::string("mine"));
        QVERIFY(!m_window->isWindowModified());
    }

    void aRemovedFileIsWrittenAgainUnasked()
    {
        openProject();
        QVERIFY(QFile::remove(path("p.refbox.lua")));
        QTRY_VERIFY(m_window->isWindowModified());
        auto *bar = m_window->findChild<QStatusBar *>();
        QVERIFY2(bar->currentMessage().contains(u"removed"_s), qPrintable(bar->currentMessage()));
        int asked = 0;
        m_window->ask = [&](const Question &) {
            ++asked;
            return Answer::No;
        };
        trigger("actionSave");
        QCOMPARE(asked, 0);
        QCOMPARE(loadProject(path("p.refbox.lua").toStdString()).name, std::string("test"));
    }

    void buttonsNameWhatTheyDo()
    {
        const auto answer = [&](const QString &button) {
            QStringList texts;
            QTimer::singleShot(0, m_window.get(), [&] {
                auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                QVERIFY(box != nullptr);
                for (const QAbstractButton *each : box->buttons())
                    texts += each->text();
                child<QPushButton>(*box, button)->click();
            });
            const Answer given = m_window->ask({.title = u"t"_s,
                                                .text = u"Eat it?"_s,
                                                .verb = u"&Eat"_s,
                                                .otherVerb = u"&Throw away"_s,
                                                .noVerb = u"&Keep"_s});
            texts.sort();
            return std::pair(given, texts);
        };
        const QStringList all{u"&Eat"_s, u"&Keep"_s, u"&Throw away"_s};
        QCOMPARE(answer(u"yesButton"_s), std::pair(Answer::Yes, all));
        QCOMPARE(answer(u"otherButton"_s), std::pair(Answer::Other, all));
        QCOMPARE(answer(u"noButton"_s), std::pair(Answer::No, all));
    }

    void closingAQuestionSaysNo()
    {
        QTimer::singleShot(0, m_window.get(),
                           [] { QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape); });
        QCOMPARE(m_window->ask({.title = u"t"_s, .text = u"Eat it?"_s, .verb = u"&Eat"_s}), Answer::No);
    }

    void whatWasRecoveredIsKept()
    {
        crash();
        m_window->ask = [](const Question &) { return Answer::Yes; };
        m_window->offerRecovery();
        QCOMPARE(m_window->document().project().name, std::string("unsaved"));
        QCOMPARE(copies().size(), 1); // the window's own
        QVERIFY(m_errors.isEmpty());
    }

    void aCopyStaysWhereNoOtherOneCanBeMade()
    {
        crash();
        // A folder in the way of the window's own copy: also root cannot write there.
        const QStringList locks = QDir(path("autosave")).entryList({u"*.lock"_s}, QDir::Files);
        QCOMPARE(locks.size(), 1);
        QVERIFY(
            QDir().mkpath(path("autosave/") + QFileInfo(locks[0]).completeBaseName() + u".refbox.lua/x"_s));
        m_window->ask = [](const Question &) { return Answer::Yes; };
        m_window->offerRecovery();
        QCOMPARE(m_window->document().project().name, std::string("unsaved"));
        QCOMPARE(m_errors.size(), 1);
        QCOMPARE(copies(), QStringList{u"crashed.refbox.lua"_s});
    }

    void recoveryCanWaitOrBeDiscarded()
    {
        crash();
        m_window->ask = [](const Question &) { return Answer::No; };
        m_window->offerRecovery();
        QCOMPARE(copies().size(), 1);
        m_window->ask = [](const Question &) { return Answer::Other; };
        m_window->offerRecovery();
        QVERIFY(copies().isEmpty());
        QVERIFY(m_window->document().path().empty());
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(path("autosave"));
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_window->showError = [this](const Error &error) { m_errors += error.toString(); };
        m_window->show();
    }

    void openProject()
    {
        QVERIFY(writeFile(path("p.refbox.lua"), kProject));
        m_window->openPath(path("p.refbox.lua"));
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        QTRY_VERIFY(!m_window->plans().isBusy());
    }

    void trigger(const char *action) const
    {
        child<QAction>(*m_window, QString::fromLatin1(action))->trigger();
    }

    void saveAs(const QString &typed) const
    {
        bool filled = false;
        QTimer::singleShot(100, m_window.get(), [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->setDirectory(m_dir->path());
            child<QLineEdit>(*dialog, u"fileNameEdit"_s)->setText(typed);
            QTest::keyClick(child<QLineEdit>(*dialog, u"fileNameEdit"_s), Qt::Key_Return);
            filled = true;
        });
        trigger("actionSaveAs");
        QVERIFY(filled);
    }

    /// As a killed session leaves it, but for the lock.
    void crash() const
    {
        Project project;
        project.name = "unsaved";
        saveProject(project, path("autosave/crashed.refbox.lua").toStdString());
    }

    QStringList copies() const { return QDir(path("autosave")).entryList({u"*.refbox.lua"_s}, QDir::Files); }

    std::optional<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_errors;
};

QTEST_MAIN(TestQuestions)
#include "tst_questions.moc"
