// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeudisks.h"
#include "gui/exportrequest.h"
#include "gui/resultdialog.h"
#include "guifixtures.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestResultDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasMadeAndHowToUseIt()
    {
        const ExportReport report = exported(OutputKind::Image, u"nano.img"_s);
        ResultDialog dialog({report}, nullptr, QDBusConnection(u"none"_s));
        dialog.show();
        QVERIFY(!dialog.isModal());
        QCOMPARE(text(dialog, "titleLabel"), u"nano.img is ready"_s);
        QVERIFY(text(dialog, "detailLabel").contains(u"equal to the plan"_s));
        QVERIFY(!dialog.findChild<QPlainTextEdit *>(u"remarksView"_s)->isVisible());
        const auto *command = dialog.findChild<QLineEdit *>(u"command0"_s);
        QVERIFY(command->text().startsWith(u"mount -o loop"_s));
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"copy0"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), command->text());
        // Without the service the commands must do.
        QVERIFY(!dialog.findChild<QPushButton *>(u"mountButton"_s)->isVisible());
    }

    void remarksAreShown()
    {
        const ExportReport report = exported(OutputKind::Star, u"vsbox01.tar"_s);
        ResultDialog dialog({report, report}, nullptr, QDBusConnection(u"none"_s));
        dialog.show();
        QCOMPARE(text(dialog, "titleLabel"), u"All is ready"_s);
        QVERIFY(text(dialog, "detailLabel").contains(u"as remarked"_s));
        const auto views = dialog.findChildren<QPlainTextEdit *>(u"remarksView"_s);
        QCOMPARE(views.size(), 2);
        QVERIFY(views[0]->isVisible());
        QVERIFY(views[0]->toPlainText().contains(u"/vsbox01/dev/log"_s));
    }

    void anImageIsMountedWhereThereIsUDisks()
    {
        const PrivateBus bus;
        if (bus.address.isEmpty())
            QSKIP("there is no dbus-daemon");
        QDBusConnection server = QDBusConnection::connectToBus(bus.address, u"server"_s);
        FakeManager manager;
        QObject device;
        new FakeFilesystem(&device);
        new FakeLoop(&device);
        server.registerObject(u"/org/freedesktop/UDisks2/Manager"_s, &manager,
                              QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties);
        server.registerObject(kLoopPath, &device, QDBusConnection::ExportAdaptors);
        server.registerService(u"org.freedesktop.UDisks2"_s);

        ResultDialog dialog({exported(OutputKind::Image, u"nano.img"_s)}, nullptr,
                            QDBusConnection::connectToBus(bus.address, u"client"_s));
        dialog.show();
        auto *button = dialog.findChild<QPushButton *>(u"mountButton"_s);
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(text(dialog, "mountLabel"), u"at /run/media/nano"_s);
        QCOMPARE(button->text(), u"Un&mount"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(button->text(), u"&Mount"_s);
    }

private:
    ExportReport exported(OutputKind kind, const QString &name)
    {
        const auto plan = samplePlan();
        ExportRequest request = defaultRequest(kind, plan);
        request.star.compression = Compression::None;
        request.target = m_folder.filePath(name).toStdString();
        request.subtree = kind == OutputKind::Star ? plan->vservers[0] : FileTree::root();
        Progress progress;
        return runExport(request, progress);
    }
    static QString text(const ResultDialog &dialog, const char *label)
    {
        return dialog.findChild<QLabel *>(QLatin1StringView(label))->text();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestResultDialog)
#include "tst_resultdialog.moc"
