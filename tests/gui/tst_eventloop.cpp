// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the window is deaf while 70,000 files are planned, shown, searched, exported and looked into. This
// is the one test with a time in it, because a window that answers is a promise. To be fair to a busy
// machine, time that the thread only waited for a processor does not count.
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/measuredapplication.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFolders = 70;
constexpr int kFilesInFolder = 1000;
#if defined(REFBOX_SANITIZE)
constexpr double kLongestMs = 250; // sanitizers make everything several times slower
#else
constexpr double kLongestMs = 50;
#endif

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestEventLoop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test"_s);
        for (int folder = 0; folder < kFolders; ++folder) {
            const QString name = path("tools/d%1").arg(folder);
            QVERIFY(QDir().mkpath(name));
            for (int i = 0; i < kFilesInFolder; ++i)
                QVERIFY(writeFile(name + u"/file%1"_s.arg(i), QByteArray(200 + i, 'x')));
        }
        QVERIFY(writeFile(path("many.refbox.lua"),
                          "return { refbox = 1, name = 'many', components = { { name = 'many', prefix = '/', "
                          "source = { folder = 'tools' } } },\n  vservers = { { name = 'vs1', skeleton = "
                          "'minimal', links = { { from = '/**', to = '/' } } } } }\n"));
        m_window = std::make_unique<MainWindow>(path("autosave"));
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_window->showError = [this](const Error &error) { m_errors += error.toString(); };
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::qWait(100);
    }

    void init() { application().restart(); }

    void cleanup()
    {
        QVERIFY2(m_errors.isEmpty(), m_errors.join(u'\n').toUtf8());
        QVERIFY2(application().longest <= kLongestMs, "the window was deaf for " +
                                                          QByteArray::number(application().longest, 'f', 1) +
                                                          " ms in " + application().culprit);
        qInfo("%d events, the longest %.1f ms in %s", application().events, application().longest,
              application().culprit.constData());
    }

    void opening()
    {
        m_window->openPath(path("many.refbox.lua"));
        QTRY_VERIFY_WITH_TIMEOUT(shows("/vs1/d69/file999"), 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->plans().isBusy(), 120'000);
        QTest::qWait(200);
    }

    void unfolding()
    {
        auto *tree = m_window->findChild<QTreeView *>(u"packageTree"_s);
        tree->expand(tree->model()->index(0, 0));
        for (QModelIndex at = tree->model()->index(0, 0); tree->model()->rowCount(at) > 0;
             at = tree->model()->index(tree->model()->rowCount(at) - 1, 0, at)) {
            tree->expand(at);
            QTest::qWait(20);
        }
        QTest::qWait(200);
    }

    void searching()
    {
        auto *field = m_window->findChild<QLineEdit *>(u"searchField"_s);
        auto *views = m_window->findChild<QWidget *>(u"foundPage"_s);
        for (const char letter : {'f', 'i', 'l', 'e', '9'}) {
            QTest::keyClick(field, letter);
            QTest::qWait(30);
        }
        QTRY_VERIFY_WITH_TIMEOUT(views->isVisible(), 10'000);
        QTest::qWait(200);
        field->clear();
        QTest::qWait(200);
    }

    void exporting()
    {
        int made = 0;
        m_window->showReports = [&](const std::vector<ExportReport> &) { ++made; };
        ExportRequest request = defaultRequest(OutputKind::Image, m_window->plans().snapshot()->plan);
        request.target = path("many.img").toStdString();
        m_window->startExport(request);
        QTRY_COMPARE_WITH_TIMEOUT(made, 1, 300'000);
        QVERIFY(application().events > 50);
    }

    void lookingInside()
    {
        m_window->openPath(path("many.img"));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(u"ext4"_s), 120'000);
        QVERIFY(shows("/vs1/d69/file999"));
        QTest::qWait(200);
    }

    void closing()
    {
        m_window->findChild<QAction *>(u"actionClose"_s)->trigger();
        QTest::qWait(200);
    }

    void cleanupTestCase() { m_window.reset(); }

private:
    static MeasuredApplication &application() { return *static_cast<MeasuredApplication *>(qApp); }
    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    bool shows(const char *file) const
    {
        const SnapshotPtr snapshot = m_window->plans().snapshot();
        return snapshot && snapshot->tree->find(file) != kNoId;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_errors;
};

int main(int argc, char **argv)
{
    MeasuredApplication application(argc, argv);
    TestEventLoop test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_eventloop.moc"
