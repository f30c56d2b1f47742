// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program's style adds to Fusion, which is what most desktops give.
#include "gui/commandedit.h"
#include "gui/listtable.h"
#include "gui/style.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QImage>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleFactory>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// As the guidelines for accessible contents define it.
double luminance(QColor colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(QColor one, QColor other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(0xfc, 0xfc, 0xfc));
    return palette;
}

} // namespace

class TestStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        installStyle();
    }

    void buttonsOfDialogsHaveNoStockIcons()
    {
        const QDialogButtonBox box(QDialogButtonBox::Close | QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        for (const QAbstractButton *button : box.buttons())
            QVERIFY(button->icon().isNull());
        QMessageBox message;
        message.setStandardButtons(QMessageBox::Save | QMessageBox::Discard);
        for (const QAbstractButton *button : message.buttons())
            QVERIFY(button->icon().isNull());
    }

    void emptyBoxesCanBeSeen_data()
    {
        QTest::addColumn<bool>("isRadio");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("box") << false << false;
        QTest::newRow("box, dark") << false << true;
        QTest::newRow("radio button, dark") << true << true;
    }

    void emptyBoxesCanBeSeen()
    {
        QFETCH(const bool, isRadio);
        QFETCH(const bool, isDark);
        const std::unique_ptr<QAbstractButton> button(
            isRadio ? static_cast<QAbstractButton *>(new QRadioButton) : new QCheckBox);
        if (isDark)
            button->setPalette(darkPalette());
        button->setAutoFillBackground(true);
        button->resize(button->sizeHint());
        const QImage image = button->grab().toImage();
        double best = 0;
        for (int x = 0; x < image.width(); ++x)
            best = std::max(best, contrast(image.pixelColor(x, image.height() / 2),
                                           button->palette().color(QPalette::Window)));
        const double least = isDark ? 3.0 : 1.4; // light windows are left to the style
        QVERIFY2(best >= least, QByteArray::number(best));
    }

    void rowsInDialogsHaveRoom()
    {
        QDialog dialog;
        auto *tree = new QTreeWidget(&dialog);
        new QTreeWidgetItem(tree, {u"one"_s});
        dialog.show();
        QVERIFY(tree->visualItemRect(tree->topLevelItem(0)).height() >= listRowHeight(*tree));
    }

    void whatIsTooLongEndsInAnEllipsis()
    {
        QComboBox combo;
        combo.addItem(u"All components of it"_s);
        combo.resize(90, combo.sizeHint().height());
        const QImage inStyle = combo.grab().toImage();
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
        combo.setStyle(fusion.get());
        QVERIFY(inStyle != combo.grab().toImage());
        combo.setStyle(nullptr);
        CommandEdit edit(u"mount -o loop,ro /a/very/long/path/of/an/image.img /mnt"_s);
        edit.resize(120, edit.sizeHint().height());
        const QImage elided = edit.grab().toImage();
        QLineEdit plain(edit.text());
        plain.setReadOnly(true);
        plain.setFont(edit.font());
        plain.setCursorPosition(0);
        plain.resize(edit.size());
        QVERIFY(elided != plain.grab().toImage());
        edit.resize(1000, edit.height());
        plain.resize(edit.size());
        QCOMPARE(edit.grab().toImage(), plain.grab().toImage());
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
