// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imagesettingsdialog.h"

#include "dialogtools.h"
#include "gui/fieldhint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestImageSettingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatNobodyTouched_data();
    void keepsWhatNobodyTouched();
    void setsASize();
    void setsFreeSpace();
    void countsTheLabel();
    void setsACapacity();
    void setsTheSeal();
};

namespace {

Project project(const ImageSettings &settings = {})
{
    Project made;
    made.name = "nano";
    made.image = settings;
    return made;
}

void choose(QWidget &dialog, const QString &combo, const QString &text)
{
    auto *box = child<QComboBox>(dialog, combo);
    QVERIFY2(box->findText(text) >= 0, qPrintable(text));
    box->setCurrentIndex(box->findText(text));
}

void click(QWidget &dialog, const QString &name)
{
    QTest::mouseClick(child<QAbstractButton>(dialog, name), Qt::LeftButton, {}, QPoint(8, 8));
}

} // namespace

void TestImageSettingsDialog::keepsWhatNobodyTouched_data()
{
    QTest::addColumn<std::shared_ptr<ImageSettings>>("settings");
    const auto row = [](const char *name, const ImageSettings &settings) {
        QTest::newRow(name) << std::make_shared<ImageSettings>(settings);
    };
    row("default", {});
    row("size", {.size = 123456789, .free = {.percent = 12.25}, .label = "x", .seal = false});
    row("free bytes", {.free = {.bytes = 5 << 20}, .capacity = "cd-650"});
    row("free percent", {.free = {.percent = 0.1}, .capacity = "dvd"});
    row("capacity", {.capacity = "1000MB"});
    row("capacity in bytes", {.capacity = "12345"});
    row("label in bytes", {.label = "na\xffno", .capacity = "mini-cd"});
    row("unknown file system", {.filesystem = "zfs"});
    ImageSettings commented;
    commented.comments["size"] = {" why"};
    row("comments", commented);
}

void TestImageSettingsDialog::keepsWhatNobodyTouched()
{
    QFETCH(const std::shared_ptr<ImageSettings>, settings);
    const ImageSettingsDialog dialog(project(*settings));
    QVERIFY(dialog.settings() == *settings);
    QVERIFY(defaultButton(dialog)->isEnabled());
}

void TestImageSettingsDialog::setsASize()
{
    ImageSettingsDialog dialog(project());
    dialog.show();
    QVERIFY(!child<QLineEdit>(dialog, u"sizeEdit"_s)->isEnabled());
    click(dialog, u"fixedRadio"_s);
    QCOMPARE(dialog.settings().size, std::optional(std::uint64_t{64} << 20));
    typeInto(dialog, u"sizeEdit"_s, u"1.5"_s);
    choose(dialog, u"sizeUnit"_s, u"GiB"_s);
    QCOMPARE(dialog.settings().size, std::optional(std::uint64_t{3} << 29));
    for (const QString &wrong : {u"0"_s, u"-1"_s, u"1e3"_s, u"x"_s, u""_s, u"99999999999999999999"_s}) {
        typeInto(dialog, u"sizeEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(child<FieldHint>(dialog, u"sizeHint"_s)->isObjecting());
    }
    click(dialog, u"fitRadio"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(!dialog.settings().size);
}

void TestImageSettingsDialog::setsFreeSpace()
{
    ImageSettingsDialog dialog(project());
    dialog.show();
    typeInto(dialog, u"freeEdit"_s, u"12.5"_s);
    QVERIFY(dialog.settings().free == (FreeSpace{.percent = 12.5}));
    typeInto(dialog, u"freeEdit"_s, u"100"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    choose(dialog, u"freeUnit"_s, u"MiB"_s);
    QVERIFY(dialog.settings().free == (FreeSpace{.bytes = 100 << 20}));
    QVERIFY(defaultButton(dialog)->isEnabled());
}

void TestImageSettingsDialog::countsTheLabel()
{
    ImageSettingsDialog dialog(project());
    dialog.show();
    const auto *hint = child<FieldHint>(dialog, u"labelHint"_s);
    QCOMPARE(child<QLineEdit>(dialog, u"labelEdit"_s)->placeholderText(), u"nano"_s);
    child<QLineEdit>(dialog, u"labelEdit"_s)->setText(u"größe"_s);
    QVERIFY2(hint->text().contains(u"7"_s), qPrintable(hint->text()));
    typeInto(dialog, u"labelEdit"_s, u"1234567890123456"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    typeInto(dialog, u"labelEdit"_s, u"12345678901234567"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    QVERIFY(hint->isObjecting());
}

void TestImageSettingsDialog::setsACapacity()
{
    ImageSettingsDialog dialog(project());
    dialog.show();
    auto *combo = child<QComboBox>(dialog, u"capacityCombo"_s);
    combo->setCurrentIndex(combo->findData(u"cd-700"_s));
    QCOMPARE(dialog.settings().capacity, "cd-700");
    QVERIFY(!child<QLineEdit>(dialog, u"capacityEdit"_s)->isVisible());
    combo->setCurrentIndex(combo->count() - 1);
    QVERIFY(child<QLineEdit>(dialog, u"capacityEdit"_s)->isVisible());
    typeInto(dialog, u"capacityEdit"_s, u"2"_s);
    QCOMPARE(dialog.settings().capacity, "2G");
    typeInto(dialog, u"capacityEdit"_s, u"0"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    combo->setCurrentIndex(0);
    QVERIFY(defaultButton(dialog)->isEnabled());
    QCOMPARE(dialog.settings().capacity, "");
}

void TestImageSettingsDialog::setsTheSeal()
{
    ImageSettingsDialog dialog(project());
    dialog.show();
    QVERIFY(dialog.settings().seal);
    click(dialog, u"sealCheck"_s);
    QVERIFY(!dialog.settings().seal);
}

QTEST_MAIN(TestImageSettingsDialog)
#include "tst_imagesettingsdialog.moc"
