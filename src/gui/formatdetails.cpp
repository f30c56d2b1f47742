// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/formatdetails.h"

#include "assembly/exporter.h"
#include "formats/filesystemidentity.h"
#include "formats/imageformat.h"
#include "gui/bytefield.h"
#include "gui/sizefield.h"
#include "jobs/error.h"
#include "project/sizes.h"
#include "ui_formatdetails.h"

#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

// Of one file system; none for a name that this program does not know.
const ImageFormatInfo *infoOf(const ImageSettings &settings)
{
    const auto format = imageFormatFromName(settings.filesystem);
    return format ? &imageFormatInfo(*format) : nullptr;
}

ImageOptions optionsOf(const ImageSettings &settings)
{
    ImageExport request;
    request.settings = settings;
    return imageOptions(request);
}

int levelsOf(const ImageSettings &settings)
{
    if (infoOf(settings) == nullptr)
        return 0;
    const ImageOptions options = optionsOf(settings);
    return highestLevel(options.format, options.compression);
}

QString joined(const std::vector<std::string> &features)
{
    QStringList words;
    for (const std::string &feature : features)
        words += editableText(feature);
    return words.join(u' ');
}

} // namespace

FormatDetails::FormatDetails(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FormatDetails>())
{
    m_ui->setupUi(this);
    m_ui->blockHint->setField(m_ui->blockCombo);
    m_ui->levelHint->setField(m_ui->levelSpin);
    m_ui->inodesHint->setField(m_ui->inodesEdit);
    m_ui->reservedHint->setField(m_ui->reservedEdit);
    m_ui->featuresHint->setField(m_ui->featuresEdit);
    m_ui->uuidHint->setField(m_ui->uuidEdit);
    m_ui->levelSpin->setSpecialValueText(tr("Usual"));
    m_ui->inodesEdit->setPlaceholderText(tr("Enough"));
    m_ui->featuresEdit->setPlaceholderText(tr("The usual ones"));
    m_ui->uuidEdit->setPlaceholderText(tr("Derived from the content"));
    m_ui->blockHint->setHint(tr("Small blocks waste less on small files, large ones are faster."));
    m_ui->levelHint->setHint(tr("Higher levels pack smaller and take longer."));
    m_ui->inodesHint->setHint(tr("At least so many files can be in the image, new ones included."));
    m_ui->reservedHint->setHint(tr("The part of the image that only root may fill."));
    m_ui->featuresHint->setHint(
        tr("Names as mke2fs has them, with spaces between; ^ before a name leaves it out."));
    m_ui->uuidHint->setHint(tr("The same package has the same one, unless it is given here."));
    for (const QLineEdit *edit : {m_ui->inodesEdit, m_ui->reservedEdit, m_ui->featuresEdit, m_ui->uuidEdit})
        connect(edit, &QLineEdit::textChanged, this, &FormatDetails::check);
    connect(m_ui->blockCombo, &QComboBox::currentIndexChanged, this, &FormatDetails::check);
    connect(m_ui->levelSpin, &QSpinBox::valueChanged, this, &FormatDetails::check);
}

FormatDetails::~FormatDetails() = default;

void FormatDetails::setSettings(const ImageSettings &settings)
{
    {
        const QSignalBlocker quiet(this);
        m_settings = settings;
        fillBlocks(settings.blockSize);
        m_ui->levelSpin->setRange(0, std::max(levelsOf(settings), settings.level));
        m_ui->levelSpin->setValue(settings.level);
        m_ui->inodesEdit->setText(settings.inodes == 0 ? QString() : QString::number(settings.inodes));
        QString reserved = QString::fromStdString(percentText(settings.reservedPercent));
        reserved.chop(1);
        m_ui->reservedEdit->setText(reserved);
        m_ui->featuresEdit->setText(joined(settings.features));
        m_ui->uuidEdit->setText(QString::fromStdString(settings.uuid));
        showRows();
    }
    check();
}

void FormatDetails::setFormat(const std::string &filesystem, const std::string &compression)
{
    if (filesystem == m_settings.filesystem && compression == m_settings.compression)
        return;
    {
        const QSignalBlocker quiet(this);
        m_settings.filesystem = filesystem;
        m_settings.compression = compression;
        fillBlocks(m_ui->blockCombo->currentData().toUInt());
        m_ui->levelSpin->setMaximum(levelsOf(m_settings));
        showRows();
    }
    check();
}

void FormatDetails::fillBlocks(std::uint32_t chosen)
{
    const QSignalBlocker quiet(m_ui->blockCombo);
    m_ui->blockCombo->clear();
    m_ui->blockCombo->addItem(tr("Usual"), 0U);
    if (const ImageFormatInfo *info = infoOf(m_settings); info != nullptr && info->smallestBlock > 0) {
        for (std::uint32_t size = info->smallestBlock; size <= info->largestBlock; size *= 2)
            m_ui->blockCombo->addItem(QLocale().formattedDataSize(size, 0), size);
    }
    m_ui->blockCombo->setCurrentIndex(std::max(0, m_ui->blockCombo->findData(chosen)));
}

void FormatDetails::showRows()
{
    const ImageFormatInfo *info = infoOf(m_settings);
    const auto show = [](bool isShown, std::initializer_list<QWidget *> widgets) {
        for (QWidget *widget : widgets)
            widget->setVisible(isShown);
    };
    const bool hasFeatures = info != nullptr && info->hasFeatures;
    show(info != nullptr && info->smallestBlock > 0, {m_ui->blockLabel, m_ui->blockCombo, m_ui->blockHint});
    show(levelsOf(m_settings) > 0, {m_ui->levelLabel, m_ui->levelSpin, m_ui->levelHint});
    show(hasFeatures, {m_ui->inodesLabel, m_ui->inodesEdit, m_ui->inodesHint});
    show(hasFeatures, {m_ui->reservedLabel, m_ui->reservedEdit, m_ui->reservedUnit, m_ui->reservedHint});
    show(hasFeatures, {m_ui->featuresLabel, m_ui->featuresEdit, m_ui->featuresHint});
}

std::vector<std::string> FormatDetails::features() const
{
    if (m_ui->featuresEdit->text() == joined(m_settings.features))
        return m_settings.features;
    std::vector<std::string> names;
    QString text = m_ui->featuresEdit->text();
    for (const QString &name : text.replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts))
        names.push_back(name.toStdString());
    return names;
}

std::string FormatDetails::uuid() const
{
    return m_ui->uuidEdit->text().trimmed().toStdString();
}

void FormatDetails::apply(ImageSettings &settings) const
{
    const ImageFormatInfo *info = infoOf(m_settings);
    settings.uuid = uuid();
    if (info != nullptr && info->smallestBlock > 0)
        settings.blockSize = m_ui->blockCombo->currentData().toUInt();
    if (levelsOf(m_settings) > 0)
        settings.level = m_ui->levelSpin->value();
    if (info != nullptr && info->hasFeatures) {
        settings.inodes = m_ui->inodesEdit->text().trimmed().toUInt();
        settings.reservedPercent = percentOf(m_ui->reservedEdit).value_or(0);
        settings.features = features();
    }
}

void FormatDetails::check()
{
    const ImageFormatInfo *info = infoOf(m_settings);
    m_isFine = m_ui->uuidHint->setObjection(uuidObjection());
    if (info != nullptr && info->hasFeatures) {
        m_isFine = m_ui->inodesHint->setObjection(inodesObjection()) && m_isFine;
        m_isFine = m_ui->reservedHint->setObjection(reservedObjection()) && m_isFine;
        m_isFine = m_ui->featuresHint->setObjection(featuresObjection()) && m_isFine;
    }
    Q_EMIT changed();
}

QString FormatDetails::inodesObjection() const
{
    const QString text = m_ui->inodesEdit->text().trimmed();
    bool isNumber = text.isEmpty();
    if (!isNumber)
        text.toUInt(&isNumber);
    return isNumber ? QString() : tr("Give a whole number, or nothing.");
}

QString FormatDetails::reservedObjection() const
{
    constexpr double most = 50; // as in mke2fs
    const auto percent = percentOf(m_ui->reservedEdit);
    return percent && *percent <= most ? QString() : tr("Give a share from 0 to 50 percent.");
}

// The writer's own judgement: it knows what goes together.
QString FormatDetails::featuresObjection() const
{
    try {
        ImageSettings settings;
        settings.filesystem = m_settings.filesystem;
        settings.features = features();
        imageAbilities(optionsOf(settings));
    } catch (const Error &error) {
        return error.why() + u' ' + error.advice();
    }
    return {};
}

QString FormatDetails::uuidObjection() const
{
    const std::string text = uuid();
    return text.empty() || uuidFromText(text) ? QString()
                                              : tr("Not like 12345678-1234-1234-1234-123456789abc.");
}

} // namespace Refbox
