// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/errordialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestErrorDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllParts()
    {
        Error error(u"Cannot write"_s, u"/a/b"_s, u"Disk <full>"_s, u"Make room"_s);
        error.addContext(u"while exporting"_s);
        ErrorDialog dialog(error);
        dialog.show();
        const auto text = [&](const char *name) {
            return dialog.findChild<QLabel *>(QLatin1StringView(name))->text();
        };
        QCOMPARE(text("failedLabel"), u"Cannot write"_s);
        QCOMPARE(text("whereLabel").remove(QChar(0x200B)), u"/a/b"_s);
        QCOMPARE(text("whyLabel"), u"Disk <full>"_s);
        QCOMPARE(text("adviceLabel"), u"Make room"_s);
        QCOMPARE(text("contextLabel"), u"while exporting"_s);
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"copyButton"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), error.toString());
    }

    void leavesOutWhatThereIsNot()
    {
        ErrorDialog dialog(Error(u"Cannot"_s, {}, u"No"_s));
        dialog.show();
        QVERIFY(!dialog.findChild<QLabel *>(u"whereLabel"_s)->isVisible());
        QVERIFY(!dialog.findChild<QLabel *>(u"adviceLabel"_s)->isVisible());
        QVERIFY(dialog.findChild<QLabel *>(u"whyLabel"_s)->isVisible());
    }

    void theShownOneDeletesItself()
    {
        QWidget parent;
        parent.show();
        showError(Error(u"Cannot"_s, {}, u"No"_s), &parent);
        const QPointer<ErrorDialog> dialog = parent.findChild<ErrorDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return); // Close is the default
        QTRY_VERIFY(!dialog);
    }
};

QTEST_MAIN(TestErrorDialog)
#include "tst_errordialog.moc"
