// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imagesettingsdialog.h"

#include "dialogtools.h"
#include "gui/fieldhint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>

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
    void showsWhatTheFileSystemHas_data();
    void showsWhatTheFileSystemHas();
    void setsDetails();
    void refusesWrongDetails_data();
    void refusesWrongDetails();
    void boundsTheLevelByTheCompression();
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
    row("details of ext4", {.uuid = "12345678-1234-1234-1234-123456789ABC",
                            .blockSize = 1024,
                            .inodes = 70000,
                            .reservedPercent = 2.5,
                            .features = {"^metadata_csum", "^64bit"}});
    row("details of SquashFS",
        {.filesystem = "squashfs", .compression = "zstd", .level = 19, .blockSize = 1 << 20});
    row("details that EROFS does not have",
        {.filesystem = "erofs", .level = 3, .blockSize = 2048, .inodes = 5, .features = {"extent"}});
    row("a feature that is not known", {.filesystem = "zfs", .features = {"x"}});
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

void TestImageSettingsDialog::showsWhatTheFileSystemHas_data()
{
    QTest::addColumn<QString>("filesystem");
    QTest::addColumn<QStringList>("fields"); // besides the UUID
    const QStringList ext{u"blockCombo"_s, u"inodesEdit"_s, u"reservedEdit"_s, u"featuresEdit"_s};
    for (const QString &name : {u"ext2"_s, u"ext3"_s, u"ext4"_s})
        QTest::newRow(qPrintable(name)) << name << ext;
    QTest::newRow("squashfs") << u"squashfs"_s << QStringList{u"blockCombo"_s, u"levelSpin"_s};
    for (const QString &name : {u"erofs"_s, u"iso9660"_s, u"reiserfs"_s})
        QTest::newRow(qPrintable(name)) << name << QStringList{};
}

void TestImageSettingsDialog::showsWhatTheFileSystemHas()
{
    QFETCH(const QString, filesystem);
    QFETCH(const QStringList, fields);
    ImageSettingsDialog dialog(project());
    dialog.show();
    auto *combo = child<QComboBox>(dialog, u"filesystemCombo"_s);
    combo->setCurrentIndex(combo->findData(filesystem));
    child<QTabWidget>(dialog, u"tabs"_s)->setCurrentIndex(1);
    for (const QString &name :
         {u"blockCombo"_s, u"levelSpin"_s, u"inodesEdit"_s, u"reservedEdit"_s, u"featuresEdit"_s})
        QCOMPARE(child<QWidget>(dialog, name)->isVisible(), fields.contains(name));
    QVERIFY(child<QWidget>(dialog, u"uuidEdit"_s)->isVisible());
}

void TestImageSettingsDialog::setsDetails()
{
    ImageSettingsDialog dialog(project());
    dialog.show();
    child<QTabWidget>(dialog, u"tabs"_s)->setCurrentIndex(1);
    auto *blocks = child<QComboBox>(dialog, u"blockCombo"_s);
    QCOMPARE(blocks->count(), 4); // the usual one, 1, 2 and 4 KiB
    blocks->setCurrentIndex(1);
    typeInto(dialog, u"inodesEdit"_s, u"5000"_s);
    typeInto(dialog, u"reservedEdit"_s, u"5"_s);
    typeInto(dialog, u"featuresEdit"_s, u" ^64bit, ^metadata_csum "_s);
    typeInto(dialog, u"uuidEdit"_s, u"12345678-1234-1234-1234-123456789abc"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    const ImageSettings settings = dialog.settings();
    QCOMPARE(settings.blockSize, 1024U);
    QCOMPARE(settings.inodes, 5000U);
    QCOMPARE(settings.reservedPercent, 5.0);
    QCOMPARE(settings.features, (std::vector<std::string>{"^64bit", "^metadata_csum"}));
    QCOMPARE(settings.uuid, "12345678-1234-1234-1234-123456789abc");
}

void TestImageSettingsDialog::refusesWrongDetails_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("inodes") << u"inodes"_s << u"many"_s;
    QTest::newRow("negative inodes") << u"inodes"_s << u"-1"_s;
    QTest::newRow("more inodes than can be") << u"inodes"_s << u"4294967296"_s;
    QTest::newRow("reserved") << u"reserved"_s << u"51"_s;
    QTest::newRow("unknown feature") << u"features"_s << u"sparkling"_s;
    QTest::newRow("features that do not go together") << u"features"_s << u"^extent"_s;
    QTest::newRow("UUID") << u"uuid"_s << u"1234"_s;
}

void TestImageSettingsDialog::refusesWrongDetails()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    ImageSettingsDialog dialog(project());
    dialog.show();
    auto *tabs = child<QTabWidget>(dialog, u"tabs"_s);
    const QString title = tabs->tabText(1);
    tabs->setCurrentIndex(1);
    typeInto(dialog, field + u"Edit"_s, text);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    QVERIFY(child<FieldHint>(dialog, field + u"Hint"_s)->isObjecting());
    // The reason is to be found from the other page, too.
    tabs->setCurrentIndex(0);
    QVERIFY(tabs->tabText(1) != title);
    tabs->setCurrentIndex(1);
    typeInto(dialog, field + u"Edit"_s, field == u"reserved" ? u"0"_s : QString());
    QVERIFY(defaultButton(dialog)->isEnabled());
    QCOMPARE(tabs->tabText(1), title);
}

void TestImageSettingsDialog::boundsTheLevelByTheCompression()
{
    ImageSettingsDialog dialog(project({.filesystem = "squashfs", .compression = "zstd", .level = 19}));
    dialog.show();
    auto *level = child<QSpinBox>(dialog, u"levelSpin"_s);
    QCOMPARE(level->value(), 19);
    choose(dialog, u"compressionCombo"_s, u"gzip"_s);
    QCOMPARE(level->maximum(), 9);
    QCOMPARE(dialog.settings().level, 9);
    level->setValue(0);
    QCOMPARE(level->text(), level->specialValueText());
    QCOMPARE(dialog.settings().level, 0);
}

QTEST_MAIN(TestImageSettingsDialog)
#include "tst_imagesettingsdialog.moc"
