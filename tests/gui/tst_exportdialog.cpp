// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/treesource.h"
#include "gui/exportdialog.h"
#include "guifixtures.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestExportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_dialog.reset();
        m_folder.reset();
    }

    void anImageIsExported()
    {
        show(OutputKind::Image);
        QCOMPARE(find<QLineEdit>("targetEdit")->text(), at(u"nano.img"_s));
        QVERIFY(!find<QComboBox>("compressionCombo")->isVisible());
        QTRY_VERIFY(text("estimateLabel").contains(u"MB"_s) || text("estimateLabel").contains(u"kB"_s));
        QVERIFY(text("lossesLabel").contains(u"everything"_s));
        find<QLineEdit>("labelEdit")->setText(u"my image"_s);
        find<QLineEdit>("freeEdit")->setText(u"20%"_s);
        QCOMPARE(command(), u"refbox-cli export image --free 20% --label 'my image' /p/nano.refbox.lua "_s +
                                at(u"nano.img"_s));
        QTest::mouseClick(find<QPushButton>("copyButton"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), command());

        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        QCOMPARE(find<QPushButton>("exportButton")->text(), u"Export image"_s);
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        Progress progress;
        const ExportReport report = runExport(m_dialog->request(), progress);
        QCOMPARE(report.verified, std::optional<bool>(true));
        QCOMPARE(static_cast<qint64>(report.bytes), QFile(at(u"nano.img"_s)).size());
    }

    // A compressed format has a choice of compressions, and neither free space nor a label.
    void anotherFormatIsExported()
    {
        ImageSettings settings;
        settings.label = "nano";
        show(OutputKind::Image, settings);
        auto *formats = find<QComboBox>("filesystemCombo");
        formats->setCurrentIndex(formats->findData(u"squashfs"_s));
        auto *compressions = find<QComboBox>("compressionCombo");
        QVERIFY(compressions->isVisible());
        QVERIFY(!find<QLineEdit>("labelEdit")->isEnabled());
        QVERIFY(!find<QLineEdit>("freeEdit")->isEnabled());
        compressions->setCurrentIndex(compressions->findData(u"xz"_s));
        QVERIFY2(command().contains(u"--filesystem squashfs --compression xz"_s), qPrintable(command()));
        QTRY_VERIFY(text("estimateLabel").contains(u"at most"_s));
        QVERIFY(find<QPushButton>("exportButton")->isEnabled());
        Progress progress;
        QCOMPARE(runExport(m_dialog->request(), progress).verified, std::optional<bool>(true));
        QFile image(at(u"nano.img"_s));
        QVERIFY(image.open(QIODevice::ReadOnly));
        QCOMPARE(image.read(4), QByteArray("hsqs"));
        formats->setCurrentIndex(formats->findData(u"ext2"_s));
        QVERIFY(!compressions->isVisible());
        QVERIFY(find<QLineEdit>("labelEdit")->isEnabled());
    }

    void aFixedSizeIsAskedFor()
    {
        show(OutputKind::Image);
        QVERIFY(!find<QLineEdit>("sizeEdit")->isVisible());
        find<QComboBox>("sizeCombo")->setCurrentIndex(1);
        QVERIFY(find<QLineEdit>("sizeEdit")->isVisible());
        QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
        QVERIFY(text("problemLabel").contains(u"64M"_s));
        QTest::keyClicks(find<QLineEdit>("sizeEdit"), u"8M"_s);
        QVERIFY(find<QPushButton>("exportButton")->isEnabled());
        QVERIFY(command().contains(u"--size 8M"_s));
        QTRY_VERIFY(text("estimateLabel").contains(u"8.39 MB"_s) ||
                    text("estimateLabel").contains(u"8.4 MB"_s));
    }

    void aSizeThatIsTooSmallIsRefusedBeforehand()
    {
        show(OutputKind::Image);
        find<QComboBox>("sizeCombo")->setCurrentIndex(1);
        find<QLineEdit>("sizeEdit")->setText(u"64K"_s);
        QTRY_VERIFY(!find<QPushButton>("exportButton")->isEnabled());
        QVERIFY(!text("problemLabel").isEmpty());
    }

    void aFullMediumIsToldBeforehand()
    {
        ImageSettings settings;
        settings.capacity = "10K";
        show(OutputKind::Image, settings);
        QTRY_VERIFY(text("problemLabel").contains(u"medium"_s));
        QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
    }

    void endingAndCompressionKeepInStep()
    {
        show(OutputKind::Star);
        auto *target = find<QLineEdit>("targetEdit");
        auto *compression = find<QComboBox>("compressionCombo");
        QCOMPARE(target->text(), at(u"vsbox01.tar.zst"_s));
        compression->setCurrentIndex(compression->findData(static_cast<int>(Compression::Xz)));
        QCOMPARE(target->text(), at(u"vsbox01.tar.xz"_s));
        target->setText(at(u"mine.tgz"_s));
        QCOMPARE(compression->currentData().toInt(), static_cast<int>(Compression::Gzip));
        target->setText(at(u"mine.ball"_s)); // says nothing: the compression stays, and the command names it
        QCOMPARE(compression->currentData().toInt(), static_cast<int>(Compression::Gzip));
        QCOMPARE(command(), u"refbox-cli export star --compression gzip /p/nano.refbox.lua /vsbox01 "_s +
                                at(u"mine.ball"_s));
    }

    void theNameFollowsTheVServerUntilItIsTheUsers()
    {
        show(OutputKind::Star);
        auto *part = find<QComboBox>("partCombo");
        auto *target = find<QLineEdit>("targetEdit");
        part->setCurrentIndex(1);
        QCOMPARE(target->text(), at(u"vsbox02.tar.zst"_s));
        target->setText(at(u"mine.tar.zst"_s));
        part->setCurrentIndex(0);
        QCOMPARE(target->text(), at(u"mine.tar.zst"_s));
        QCOMPARE(m_dialog->request().subtree, m_plan->vservers[0]);
    }

    void aStarBallSaysWhatItLoses()
    {
        show(OutputKind::Star);
        QTRY_VERIFY(text("lossesLabel").contains(u"/vsbox01/dev/log"_s));
        find<QComboBox>("partCombo")->setCurrentIndex(1);
        QTRY_VERIFY(text("lossesLabel").contains(u"everything"_s));
    }

    void aStarBallIsCutIntoParts()
    {
        show(OutputKind::Star);
        auto *box = find<QCheckBox>("splitBox");
        auto *size = find<QComboBox>("splitCombo");
        QVERIFY(box->isVisible() && size->isVisible() && !size->isEnabled());
        box->setChecked(true);
        find<QCheckBox>("checksumBox")->setChecked(true);
        QVERIFY2(command().contains(u" --split 650M --checksum /p/"_s), qPrintable(command()));
        size->setCurrentText(u"much"_s);
        QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
        QVERIFY(text("problemLabel").contains(u"650M"_s));
        size->setCurrentText(u"512"_s);
        QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
        size->setCurrentText(u"1K"_s);
        find<QLineEdit>("targetEdit")->setText(at(u"v.tar"_s));
        QVERIFY(find<QPushButton>("exportButton")->isEnabled());
        QFile first(at(u"v.tar.001"_s)); // asked about, unlike one that the whole would have
        QVERIFY(first.open(QIODevice::WriteOnly));
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QVERIFY(find<QMessageBox>("replaceBox"));
        QTest::mouseClick(find<QPushButton>("replaceButton"), Qt::LeftButton);
        QTRY_COMPARE(m_dialog->result(), int(QDialog::Accepted));
        Progress progress;
        const ExportReport report = runExport(m_dialog->request(), progress);
        QVERIFY(report.files.size() > 3);
        QVERIFY(QFile::exists(at(u"v.tar.002"_s)) && QFile::exists(at(u"v.tar.sha256"_s)));
        QVERIFY(!QFile::exists(at(u"v.tar"_s)));
    }

    void anyFolderIsPacked()
    {
        m_plan = samplePlan();
        m_dialog = std::make_unique<ExportDialog>(
            OutputKind::Star,
            ExportContext{m_plan, "/p/nano.refbox.lua", folder(), m_plan->tree->find("/refbox/bin")});
        m_dialog->show();
        QCOMPARE(find<QComboBox>("partCombo")->currentText(), u"/refbox/bin"_s);
        QCOMPARE(command(),
                 u"refbox-cli export star /p/nano.refbox.lua /refbox/bin "_s + at(u"bin.tar.zst"_s));
        Progress progress;
        QCOMPARE(runExport(m_dialog->request(), progress).verified, std::optional<bool>(true));
    }

    void aFolderIsExported()
    {
        show(OutputKind::Folder);
        QCOMPARE(command(), u"refbox-cli export folder /p/nano.refbox.lua "_s + at(u"nano"_s));
        auto *part = find<QComboBox>("partCombo");
        QCOMPARE(part->count(), 4);
        part->setCurrentIndex(2);
        find<QCheckBox>("bestEffortBox")->setChecked(true);
        QCOMPARE(command(),
                 u"refbox-cli export folder --best-effort /p/nano.refbox.lua /vsbox01 "_s + at(u"vsbox01"_s));
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        Progress progress;
        runExport(m_dialog->request(), progress);
        QVERIFY(QFile::exists(at(u"vsbox01/bash"_s)));
    }

    void ociImagesAreExported()
    {
        show(OutputKind::Oci);
        QCOMPARE(find<QLineEdit>("targetEdit")->text(), at(u"nano-oci"_s));
        QVERIFY(!find<QComboBox>("partCombo")->isVisible());
        auto *compression = find<QComboBox>("compressionCombo");
        QVERIFY(compression->isVisible());
        QCOMPARE(compression->findData(static_cast<int>(Compression::Xz)), -1); // which runtimes cannot read
        QCOMPARE(command(), u"refbox-cli export oci /p/nano.refbox.lua "_s + at(u"nano-oci"_s));
        compression->setCurrentIndex(compression->findData(static_cast<int>(Compression::Zstd)));
        QCOMPARE(command(),
                 u"refbox-cli export oci --compression zstd /p/nano.refbox.lua "_s + at(u"nano-oci"_s));
        QTRY_VERIFY(text("estimateLabel").contains(u"One image for each vserver"_s));
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        Progress progress;
        runExport(m_dialog->request(), progress);
        QVERIFY(QFile::exists(at(u"nano-oci/index.json"_s)));
        // A layout is carried on, another folder is not touched.
        show(OutputKind::Oci);
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        show(OutputKind::Oci);
        find<QLineEdit>("targetEdit")->setText(at(u"nano-oci/blobs"_s));
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(text("problemLabel").contains(u"not an empty folder"_s));
    }

    void asksBeforeItReplaces()
    {
        QFile file(at(u"nano.img"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        show(OutputKind::Image);
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        auto *box = find<QMessageBox>("replaceBox");
        QVERIFY(box && box->isVisible());
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!find<QMessageBox>("replaceBox"));
        QVERIFY(m_dialog->isVisible());
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("replaceButton"), Qt::LeftButton);
        QTRY_COMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void refusesTargetsThatCannotBe()
    {
        show(OutputKind::Image);
        auto *target = find<QLineEdit>("targetEdit");
        for (const QString &place :
             {at(u"missing/nano.img"_s), m_folder->path(), u"/p/nano.refbox.lua/x"_s}) {
            target->setText(place);
            QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
            QVERIFY2(m_dialog->isVisible(), qPrintable(place));
            QVERIFY(!text("problemLabel").isEmpty());
        }
        target->clear();
        QVERIFY(!find<QPushButton>("exportButton")->isEnabled());
    }

    void refusesTargetsInsideSources()
    {
        auto plan = std::make_shared<Plan>(*samplePlan());
        plan->sources = {m_folder->path().toStdString()};
        showPlan(OutputKind::Image, plan);
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(text("problemLabel").contains(u"source"_s));
    }

    void aRelativeNameIsBelowTheSuggestedFolder()
    {
        show(OutputKind::Image);
        find<QLineEdit>("targetEdit")->setText(u"other.img"_s);
        QCOMPARE(QString::fromStdString(m_dialog->request().target), at(u"other.img"_s));
    }

    void anUnsavedProjectHasNoCommand()
    {
        m_plan = samplePlan();
        m_dialog =
            std::make_unique<ExportDialog>(OutputKind::Image, ExportContext{m_plan, {}, folder(), kNoId});
        m_dialog->show();
        QVERIFY(command().isEmpty());
        QVERIFY(!find<QPushButton>("copyButton")->isEnabled());
        QVERIFY(find<QPushButton>("exportButton")->isEnabled());
    }

    void theCommandOfAnEditedProjectSaysWhatItReads()
    {
        show(OutputKind::Image);
        QVERIFY(!find<QLabel>("commandHint")->isVisible());
        m_dialog = std::make_unique<ExportDialog>(
            OutputKind::Image,
            ExportContext{m_plan, "/p/nano.refbox.lua", folder(), kNoId, {}, /*isEdited=*/true});
        m_dialog->show();
        QVERIFY(find<QLabel>("commandHint")->isVisible());
        QVERIFY(!command().isEmpty());
    }

    void anOpenedTreeIsSavedInAnotherForm()
    {
        const std::string opened = at(u"strange.img"_s).toStdString();
        const auto sample = samplePlan();
        Progress progress;
        exportImage(*sample->tree, opened, {}, progress);
        const FileTreePtr tree = openSource(opened, progress).tree;
        m_plan = planOfOpened(tree, {sample->refbox, sample->vservers}, opened);
        const auto open = [&](OutputKind kind) {
            m_dialog =
                std::make_unique<ExportDialog>(kind, ExportContext{m_plan, {}, folder(), kNoId, opened});
            m_dialog->show();
        };
        open(OutputKind::Image);
        QCOMPARE(find<QLineEdit>("targetEdit")->text(), at(u"strange-copy.img"_s));
        auto *formats = find<QComboBox>("filesystemCombo");
        formats->setCurrentIndex(formats->findData(u"erofs"_s));
        QCOMPARE(command(), u"refbox-cli export image --filesystem erofs --from "_s + at(u"strange.img"_s) +
                                u' ' + at(u"strange-copy.img"_s));
        const ExportReport report = runExport(m_dialog->request(), progress);
        QCOMPARE(report.verified, std::optional<bool>(true));
        const FileTreePtr converted = openSource(report.path, progress).tree;
        QVERIFY(compareTrees({*tree}, {*converted}, {}, progress).empty());

        find<QLineEdit>("targetEdit")->setText(at(u"strange.img"_s));
        QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
        QVERIFY(text("problemLabel").contains(u"source"_s));

        open(OutputKind::Star);
        QCOMPARE(find<QComboBox>("partCombo")->count(), 3);
        QCOMPARE(command(), u"refbox-cli export star --from "_s + at(u"strange.img"_s) + u' ' +
                                at(u"strange-copy.tar.zst"_s));
        find<QComboBox>("partCombo")->setCurrentIndex(1);
        QVERIFY2(command().contains(u"strange.img /vs"_s), qPrintable(command()));
    }

private:
    void show(OutputKind kind, ImageSettings settings = {})
    {
        showPlan(kind, samplePlan(std::move(settings)));
    }
    void showPlan(OutputKind kind, std::shared_ptr<const Plan> plan)
    {
        m_plan = std::move(plan);
        m_dialog = std::make_unique<ExportDialog>(
            kind, ExportContext{m_plan, "/p/nano.refbox.lua", folder(), kNoId});
        m_dialog->show();
    }
    std::string folder() const { return m_folder->path().toStdString(); }
    QString at(const QString &name) const { return m_folder->filePath(name); }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    QString command() const { return find<QLineEdit>("commandEdit")->text(); }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1StringView(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const Plan> m_plan;
    std::unique_ptr<ExportDialog> m_dialog;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
