// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/importdialog.h"

#include "assembly/exporter.h"
#include "dialogtools.h"
#include "gui/vserverdialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestImportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid() && QDir(m_folder.path()).mkpath(u"tools/bin"_s));
        qputenv("REFBOX_CACHE", m_folder.filePath(u"cache"_s).toUtf8());
        for (const char *name : {"one", "two", "three"}) {
            QFile file(m_folder.filePath(u"tools/bin/"_s + QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name) > 0);
        }
        m_project.name = "lab";
        m_project.components = {{.name = "tools", .source = FolderSource{.path = "tools"}}};
        m_project.vservers = {
            {.name = "vsbox01", .skeleton = "empty", .links = {{.from = "/bin/*", .to = "/bin"}}}};
        Progress progress;
        Plan plan = makePlan(m_project, {folder()}, progress);
        StarOptions packed;
        packed.compression = Compression::Zstd;
        exportStar(*plan.tree, plan.vservers[0], at("vsbox01.tar.zst"), packed, true, progress);
        // Another time and another content in the refbox since.
        QFile two(m_folder.filePath(u"tools/bin/two"_s));
        QVERIFY(two.open(QIODevice::ReadWrite) &&
                two.setFileTime(QDateTime::fromSecsSinceEpoch(7), QFileDevice::FileModificationTime));
        QFile three(m_folder.filePath(u"tools/bin/three"_s));
        QVERIFY(three.open(QIODevice::WriteOnly) && three.write("THREE") == 5);
    }

    void showsWhatWouldBeShared()
    {
        ImportDialog dialog(m_project, folder(), QString::fromStdString(at("vsbox01.tar.zst")));
        dialog.show();
        auto *import = child<QPushButton>(dialog, u"importButton"_s);
        auto *tree = child<QTreeWidget>(dialog, u"previewTree"_s);
        QVERIFY(!import->isEnabled());
        QCOMPARE(tree->topLevelItemCount(), 1); // that it is being read
        QTRY_VERIFY(import->isEnabled());
        QCOMPARE(rows(*tree), QStringList({u"Links to the refbox 1"_s, u"The same but for the time 1"_s,
                                           u"Changed against the refbox 1"_s, u"All 3"_s}));
        QCOMPARE(tree->topLevelItem(1)->child(0)->text(0), u"/bin/two"_s);
        QVERIFY(tree->topLevelItem(2)->child(0)->toolTip(0).contains(u"/bin/three"_s));

        auto *relink = child<QComboBox>(dialog, u"relinkCombo"_s);
        relink->setCurrentIndex(1);
        QVERIFY(!import->isEnabled()); // what is shown no longer holds
        QTRY_VERIFY(import->isEnabled());
        QCOMPARE(rows(*tree).first(), u"Links to the refbox 2"_s);

        // Taken from the file's name, but for a vserver that is there already.
        QCOMPARE(child<QLineEdit>(dialog, u"nameEdit"_s)->text(), u"vsbox02"_s);
        typeInto(dialog, u"nameEdit"_s, u"back"_s);
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const VServer expected{.name = "back",
                               .skeleton = "empty",
                               .import = Import{.path = "vsbox01.tar.zst", .relink = Relink::AnyTime}};
        QVERIFY(dialog.vserver() == expected);
    }

    void saysWhatIsWrong()
    {
        ImportDialog dialog(m_project, folder(), {});
        dialog.show();
        auto *import = child<QPushButton>(dialog, u"importButton"_s);
        auto *problem = child<QLabel>(dialog, u"problemLabel"_s);
        QVERIFY(problem->text().contains(u"Say what it comes from"_s));
        typeInto(dialog, u"sourceEdit"_s, u"nowhere.tar"_s);
        QTRY_VERIFY(problem->text().contains(u"nowhere.tar"_s));
        QVERIFY(!import->isEnabled());
        typeInto(dialog, u"sourceEdit"_s, u"vsbox01.tar.zst"_s);
        QTRY_VERIFY(import->isEnabled());
        QVERIFY(!problem->isVisible());
        typeInto(dialog, u"nameEdit"_s, u"vsbox01"_s);
        QVERIFY(problem->isVisible() && !import->isEnabled());
        typeInto(dialog, u"nameEdit"_s, u"other"_s);
        typeInto(dialog, u"folderEdit"_s, u"bin"_s);
        QVERIFY(problem->isVisible());
        typeInto(dialog, u"folderEdit"_s, u"/none"_s);
        QTRY_VERIFY(problem->text().contains(u"/none"_s));
        QVERIFY(!import->isEnabled());
        typeInto(dialog, u"folderEdit"_s, u"/bin"_s);
        QTRY_VERIFY(import->isEnabled());
        QCOMPARE(dialog.vserver().import->folder, std::string("/bin"));
    }

    void theVServersDialogShowsItsOrigin()
    {
        VServer vserver{.name = "back", .import = Import{.path = "x/old.img", .folder = "/vsbox01"}};
        VServerDialog dialog(m_project);
        QVERIFY(!child<QLabel>(dialog, u"originPath"_s)->isVisibleTo(&dialog));
        dialog.setVServer(vserver);
        QVERIFY(child<QLabel>(dialog, u"originPath"_s)->isVisibleTo(&dialog));
        QCOMPARE(child<QLabel>(dialog, u"originPath"_s)->text(), u"/vsbox01 in x/old.img"_s);
        QVERIFY(dialog.vserver() == vserver);
        child<QComboBox>(dialog, u"relinkCombo"_s)->setCurrentIndex(2);
        vserver.import->relink = Relink::Nothing;
        QVERIFY(dialog.vserver() == vserver);
    }

private:
    std::string folder() const { return m_folder.path().toStdString(); }
    std::string at(const char *name) const { return folder() + '/' + name; }
    static QStringList rows(const QTreeWidget &tree)
    {
        QStringList texts;
        for (int row = 0; row < tree.topLevelItemCount(); ++row)
            texts += tree.topLevelItem(row)->text(0) + u' ' + tree.topLevelItem(row)->text(1);
        return texts;
    }

    QTemporaryDir m_folder;
    Project m_project;
};

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
