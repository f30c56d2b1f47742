// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window asks before something is lost, with its real dialogs.
#include "gui/autosave.h"
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/mainwindow.h"
#include "project/projectfile.h"

#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Refbox;
using namespace Qt::StringLiterals;

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
