// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Contents tab on real plans: what a vserver has without being asked can be made its own.
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/fieldhint.h"
#include "gui/mainwindow.h"
#include "gui/projectmodels.h"
#include "gui/treemodel.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeView>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <tuple>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kProject =
    "return {\n  refbox = 1,\n  name = 'test',\n"
    "  components = { { name = 'tools', prefix = '/', source = { folder = 'tools' } } },\n"
    "  vservers = { { name = 'vs1', skeleton = 'typical', files = { ['/etc/motd'] = { content = 'mine\\n' } "
    "},\n"
    "    links = { { from = '/bin/*', to = '/bin' },\n"
    "              { from = '/share/*', to = '/share', manner = 'symbolic' } } } },\n}\n";

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestContents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-contents"_s);
        QVERIFY(QDir().mkpath(path("tools/bin")) && QDir().mkpath(path("tools/share")));
        QVERIFY(writeFile(path("tools/bin/script"), "#!/bin/sh\necho shared\n"));
        QVERIFY(writeFile(path("tools/bin/program"), QByteArray("\x7F"
                                                                "ELF\0",
                                                                5)));
        QVERIFY(writeFile(path("tools/share/text"), "some text\n"));
        QVERIFY(QFile::setPermissions(path("tools/bin/script"), QFile::Permissions(0x7755)));
        QVERIFY(writeFile(path("p.refbox.lua"), kProject));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(path("autosave"));
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_window->showError = [](const Error &error) { QFAIL(qPrintable(error.toString())); };
        m_window->show();
        m_window->openPath(path("p.refbox.lua"));
        QTRY_VERIFY(planned("/vs1/etc/passwd"));
        QTRY_VERIFY(!m_window->plans().isBusy());
        child<QTabWidget>(*m_window, u"tabs"_s)
            ->setCurrentWidget(child<QWidget>(*m_window, u"contentsPage"_s));
    }
    void cleanup() { m_window.reset(); }

    // Paths come before what tool tips and icons tell as well.
    void narrowTablesShowPaths()
    {
        m_window->document().edit(u"x"_s, [](Project &project) {
            project.vservers[0].links[1].from = "/share/with/quite/a/long/way/to/it/*";
            project.components[0].prefix = "/opt/some/vendor/tools";
        });
        for (const auto &[name, spare, path] :
             {std::tuple(u"rulesTable"_s, int(RulesModel::Manner), int(RulesModel::From)),
              std::tuple(u"componentsTable"_s, int(ComponentsModel::SourceColumn),
                         int(ComponentsModel::Prefix))}) {
            auto *table = child<QTableView>(*m_window, name);
            m_window->resize(1000, 700);
            QTRY_VERIFY(table->isColumnHidden(spare));
            m_window->resize(2400, 900);
            QTRY_VERIFY(!table->isColumnHidden(spare));
            const auto &view = static_cast<const QAbstractItemView &>(*table);
            for (int column = 0; column < table->model()->columnCount(); ++column)
                QVERIFY(table->columnWidth(column) >= view.sizeHintForColumn(column));
            QVERIFY(!table->isColumnHidden(path));
        }
    }

    // A list without a word would leave a beginner alone.
    void whatIsEmptySaysSo()
    {
        auto *refbox = child<QLabel>(*m_window, u"refboxEmpty"_s);
        auto *vserver = child<QLabel>(*m_window, u"vserverEmpty"_s);
        QVERIFY(!refbox->isVisible());
        QVERIFY(!vserver->isVisible());
        m_window->document().edit(u"x"_s, [](Project &project) {
            project.components.clear();
            project.vservers[0].skeleton = "empty";
            project.vservers[0].links.clear();
            project.vservers[0].files.clear();
        });
        QTRY_VERIFY(refbox->isVisible());
        QVERIFY(refbox->text().contains(u"Add software"_s));
        QTRY_VERIFY(vserver->isVisible());
        QVERIFY(vserver->text().contains(u"link rule"_s));
        m_window->document().undoStack().undo();
        QTRY_VERIFY(!refbox->isVisible());
        QTRY_VERIFY(!vserver->isVisible());
    }

    // The room of a preview is the facts' again.
    void detailsTakeAllTheRoom()
    {
        const auto *facts = child<QTextBrowser>(*m_window, u"factsBrowser"_s);
        const auto *preview = child<QPlainTextEdit>(*m_window, u"previewEdit"_s);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, placeOf("/vs1/etc/passwd"));
        QTRY_VERIFY(preview->isVisible() && facts->height() > 0);
        const int shared = facts->height() + preview->height();
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, placeOf("/vs1/bin/program"));
        QTRY_VERIFY(!preview->isVisible());
        QTRY_VERIFY2(facts->height() >= shared, QByteArray::number(facts->height()));
    }

    void aMadeFileIsEditedByDoubleClick()
    {
        QVERIFY(files().size() == 1);
        const std::string before = content("/vs1/etc/passwd");
        QVERIFY(!before.empty());
        inDialog(
            [&](QDialog &dialog) {
                auto *edit = child<QPlainTextEdit>(dialog, u"contentEdit"_s);
                QCOMPARE(edit->toPlainText().toStdString(), before);
                QCOMPARE(child<QLineEdit>(dialog, u"pathEdit"_s)->text(), u"/etc/passwd"_s);
                edit->moveCursor(QTextCursor::End);
                edit->insertPlainText(u"me:x:1000:1000::/:/bin/sh\n"_s);
                defaultButton(dialog)->click();
            },
            [&] {
                const QPoint place = placeOf("/vs1/etc/passwd");
                QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, place);
                QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, place);
            });
        QCOMPARE(files().at("/etc/passwd").content, before + "me:x:1000:1000::/:/bin/sh\n");
        QTRY_COMPARE(content("/vs1/etc/passwd"), before + "me:x:1000:1000::/:/bin/sh\n");
        child<QAction>(*m_window, u"actionUndo"_s)->trigger();
        QTRY_COMPARE(content("/vs1/etc/passwd"), before);
    }

    void aLinkedFileBecomesAPrivateCopy_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("hard") << QByteArray("/bin/script") << QByteArray("#!/bin/sh\necho shared\n");
        QTest::newRow("symbolic") << QByteArray("/share/text") << QByteArray("some text\n");
    }

    void aLinkedFileBecomesAPrivateCopy()
    {
        QFETCH(const QByteArray, where);
        QFETCH(const QByteArray, begins);
        inDialog(
            [&](QDialog &dialog) {
                QVERIFY(child<FieldHint>(dialog, u"pathHint"_s)->text().contains(u"private copy"_s));
                defaultButton(dialog)->click();
            },
            [&] { chooseFromMenu("/vs1" + where, u"Edit as private file…"_s); });
        const PrivateFile &made = files().at(where.toStdString());
        QCOMPARE(QByteArray::fromStdString(made.content), begins);
        const Inode planned = inode("/refbox" + where);
        QCOMPARE(made.permissions, planned.permissions);
        QTRY_COMPARE(inode("/vs1" + where).contentKind, ContentKind::Inline);
        QVERIFY(m_window->plans().snapshot()->tree->names(inodeId("/refbox" + where)).size() == 1);
    }

    void whatIsPrivateOrNoTextIsNotOffered()
    {
        QVERIFY(menuOf("/vs1/etc/motd").contains(u"Edit this private file…"_s));
        QVERIFY(!menuOf("/vs1/etc/motd").contains(u"Edit as private file…"_s));
        QVERIFY(!menuOf("/vs1/bin/program").contains(u"Edit as private file…"_s));
        QVERIFY(menuOf("/vs1/etc/hostname").contains(u"Edit as private file…"_s));
        QVERIFY(menuOf("/vs1/etc").isEmpty());
    }

    void aNewFileBeginsWithWhatIsThere()
    {
        const std::string before = content("/vs1/etc/hostname");
        inDialog(
            [&](QDialog &dialog) {
                typeInto(dialog, u"pathEdit"_s, u"/etc/hostname"_s);
                QCOMPARE(child<QPlainTextEdit>(dialog, u"contentEdit"_s)->toPlainText().toStdString(),
                         before);
                defaultButton(dialog)->click();
            },
            [&] { child<QAction>(*m_window, u"actionPrivateFile"_s)->trigger(); });
        QCOMPARE(files().at("/etc/hostname").content, before);
    }

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    QTreeView *tree() const { return child<QTreeView>(*m_window, u"vserverTree"_s); }
    const std::map<std::string, PrivateFile> &files() const
    {
        return m_window->document().project().vservers[0].files;
    }
    InodeId inodeId(const QByteArray &where) const
    {
        const FileTree &shown = *m_window->plans().snapshot()->tree;
        const NodeId node = shown.find(where.toStdString());
        return node == kNoId ? kNoId : shown.inodeOf(node);
    }
    Inode inode(const QByteArray &where) const
    {
        return m_window->plans().snapshot()->tree->inode(inodeId(where));
    }
    std::string content(const QByteArray &where) const
    {
        return std::string(m_window->plans().snapshot()->tree->inlineBytes(inodeId(where)));
    }
    bool planned(const char *where) const { return m_window->plans().snapshot() && inodeId(where) != kNoId; }

    QPoint placeOf(const QByteArray &where) const
    {
        const auto *model = static_cast<TreeModel *>(tree()->model());
        const QModelIndex index =
            model->indexOf(m_window->plans().snapshot()->tree->find(where.toStdString()));
        tree()->setCurrentIndex(index);
        tree()->scrollTo(index);
        return tree()->visualRect(index).center();
    }

    QStringList menuOf(const QByteArray &where, const QString &chosen = {}) const
    {
        QStringList texts;
        QTimer::singleShot(0, m_window.get(), [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return; // there is nothing to offer
            QAction *found = nullptr;
            for (QAction *action : menu->actions()) {
                texts += action->text();
                found = action->text() == chosen ? action : found;
            }
            menu->setActiveAction(found);
            if (found != nullptr)
                QTest::keyClick(menu, Qt::Key_Return);
            menu->close();
        });
        Q_EMIT tree()->customContextMenuRequested(placeOf(where));
        QCoreApplication::processEvents();
        return texts;
    }

    void chooseFromMenu(const QByteArray &where, const QString &chosen) const
    {
        QVERIFY(menuOf(where, chosen).contains(chosen));
    }

    /// Fills in the dialog that opens by open, which waits for its end.
    void inDialog(const std::function<void(QDialog &)> &fill, const std::function<void()> &open) const
    {
        bool filled = false;
        QTimer poll;
        connect(&poll, &QTimer::timeout, m_window.get(), [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (dialog == nullptr || filled)
                return;
            filled = true;
            fill(*dialog);
            if (dialog->isVisible())
                dialog->done(QDialog::Rejected); // where filling it has failed
        });
        poll.start(20);
        open();
        QTRY_VERIFY(filled);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestContents)
#include "tst_contents.moc"
