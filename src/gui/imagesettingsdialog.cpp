// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imagesettingsdialog.h"

#include "assembly/exporter.h"
#include "gui/formatchoice.h"
#include "gui/sizefield.h"
#include "jobs/display.h"
#include "project/sizes.h"
#include "ui_imagesettingsdialog.h"

#include <QPushButton>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

const QString kCustom = u"custom"_s;

} // namespace

ImageSettingsDialog::ImageSettingsDialog(const Project &project, QWidget *parent)
    : QDialog(parent)
    , m_ui([this] {
        auto ui = std::make_unique<Ui::ImageSettingsDialog>();
        ui->setupUi(this);
        return ui;
    }())
    , m_defaultLabel(defaultLabel(project))
    , m_label(m_ui->labelEdit)
{
    setWindowTitle(tr("Image settings"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Apply &settings"));
    m_ui->sizeHint->setField(m_ui->sizeEdit);
    m_ui->freeHint->setField(m_ui->freeEdit);
    m_ui->labelHint->setField(m_ui->labelEdit);
    m_ui->capacityHint->setField(m_ui->capacityCombo);
    m_ui->labelEdit->setPlaceholderText(editableText(m_defaultLabel));
    m_ui->sealHint->setHint(
        tr("Software that vservers share gets the immutable flag, so that root inside one "
           "vserver cannot change the others. On the host, chattr -i lifts it."));
    setUpChoices();
    setSettings(project.image);
    connectAll();
    updateState();
}

ImageSettingsDialog::~ImageSettingsDialog() = default;

void ImageSettingsDialog::setUpChoices()
{
    fillFormats(m_ui->filesystemCombo);
    fillImageCompressions(m_ui->compressionCombo);
    fillUnits(m_ui->sizeUnit, false);
    fillUnits(m_ui->freeUnit, true);
    fillUnits(m_ui->capacityUnit, false);
    QComboBox *capacity = m_ui->capacityCombo;
    capacity->addItem(tr("Anywhere"), QString());
    capacity->addItem(tr("Mini-CD, 185 MiB"), u"mini-cd"_s);
    capacity->addItem(tr("CD-ROM, 650 MiB"), u"cd-650"_s);
    capacity->addItem(tr("CD-ROM, 700 MiB"), u"cd-700"_s);
    capacity->addItem(tr("DVD, 4.7 GB"), u"dvd"_s);
    capacity->addItem(tr("Another size"), kCustom);
}

void ImageSettingsDialog::connectAll()
{
    for (const QLineEdit *edit : {m_ui->sizeEdit, m_ui->freeEdit, m_ui->labelEdit, m_ui->capacityEdit})
        connect(edit, &QLineEdit::textChanged, this, &ImageSettingsDialog::updateState);
    for (const QComboBox *combo : {m_ui->filesystemCombo, m_ui->compressionCombo, m_ui->sizeUnit,
                                   m_ui->freeUnit, m_ui->capacityUnit, m_ui->capacityCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &ImageSettingsDialog::updateState);
    connect(m_ui->fixedRadio, &QRadioButton::toggled, this, &ImageSettingsDialog::updateState);
    connect(m_ui->details, &FormatDetails::changed, this, &ImageSettingsDialog::updateState);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImageSettingsDialog::setSettings(const ImageSettings &settings)
{
    m_original = settings;
    chooseFormat(m_ui->filesystemCombo, settings.filesystem);
    m_ui->compressionCombo->setCurrentIndex(
        m_ui->compressionCombo->findData(QString::fromStdString(settings.compression)));
    m_ui->details->setSettings(settings);
    m_label.set(settings.label);
    m_ui->sealCheck->setChecked(settings.seal);
    showSize();
    showFree();
    showCapacity();
    updateState();
}

void ImageSettingsDialog::showSize()
{
    constexpr std::uint64_t kSuggested = std::uint64_t{64} << 20;
    m_ui->fitRadio->setChecked(!m_original.size);
    m_ui->fixedRadio->setChecked(m_original.size.has_value());
    Refbox::showSize(m_original.size.value_or(kSuggested), m_ui->sizeEdit, m_ui->sizeUnit);
}

void ImageSettingsDialog::showFree()
{
    const FreeSpace &free = m_original.free;
    if (free.percent == 0 && free.bytes != 0) {
        Refbox::showSize(free.bytes, m_ui->freeEdit, m_ui->freeUnit);
        return;
    }
    m_ui->freeUnit->setCurrentIndex(0);
    QString text = QString::fromStdString(percentText(free.percent));
    text.chop(1);
    m_ui->freeEdit->setText(text);
}

void ImageSettingsDialog::showCapacity()
{
    constexpr std::uint64_t kSuggested = std::uint64_t{1} << 30;
    const int known = m_ui->capacityCombo->findData(QString::fromStdString(m_original.capacity));
    m_ui->capacityCombo->setCurrentIndex(known >= 0 ? known : m_ui->capacityCombo->findData(kCustom));
    const auto bytes = known >= 0 ? std::nullopt : capacityBytes(m_original.capacity);
    Refbox::showSize(bytes.value_or(kSuggested), m_ui->capacityEdit, m_ui->capacityUnit);
}

std::optional<std::uint64_t> ImageSettingsDialog::size() const
{
    return m_ui->fixedRadio->isChecked() ? sizeOf(m_ui->sizeEdit, m_ui->sizeUnit) : std::nullopt;
}

std::optional<FreeSpace> ImageSettingsDialog::freeSpace() const
{
    if (isPercent(m_ui->freeUnit)) {
        const std::optional<double> percent = percentOf(m_ui->freeEdit);
        return percent ? std::optional(FreeSpace{0, *percent}) : std::nullopt;
    }
    const std::optional<std::uint64_t> bytes = sizeOf(m_ui->freeEdit, m_ui->freeUnit);
    return bytes ? std::optional(FreeSpace{*bytes, 0}) : std::nullopt;
}

std::string ImageSettingsDialog::capacity() const
{
    const QString chosen = m_ui->capacityCombo->currentData().toString();
    if (chosen != kCustom)
        return chosen.toStdString();
    const std::optional<std::uint64_t> bytes = sizeOf(m_ui->capacityEdit, m_ui->capacityUnit);
    // "1000MB" and the like: kept as it was written.
    if (bytes && bytes == capacityBytes(m_original.capacity) && parseSize(m_original.capacity))
        return m_original.capacity;
    return sizeText(bytes.value_or(0));
}

ImageSettings ImageSettingsDialog::settings() const
{
    ImageSettings settings = m_original;
    if (m_ui->filesystemCombo->currentData() != editableText(m_original.filesystem))
        settings.filesystem = chosenFormatName(m_ui->filesystemCombo);
    settings.compression = m_ui->compressionCombo->currentData().toString().toStdString();
    m_ui->details->apply(settings);
    settings.size = size();
    // Free space means nothing beside a fixed size; what was set is there again when "fit" is.
    if (m_ui->fitRadio->isChecked())
        settings.free = freeSpace().value_or(FreeSpace());
    settings.label = m_label.bytes();
    settings.seal = m_ui->sealCheck->isChecked();
    settings.capacity = capacity();
    return settings;
}

void ImageSettingsDialog::updateState()
{
    const bool isFixed = m_ui->fixedRadio->isChecked();
    m_ui->sizeEdit->setEnabled(isFixed);
    m_ui->sizeUnit->setEnabled(isFixed);
    const bool hasFree = chosenFormatHasFreeSpace(m_ui->filesystemCombo);
    m_ui->freeLabel->setEnabled(!isFixed && hasFree);
    m_ui->freeEdit->setEnabled(!isFixed && hasFree);
    m_ui->freeUnit->setEnabled(!isFixed && hasFree);
    m_ui->labelEdit->setEnabled(longestLabel(m_ui->filesystemCombo) > 0);
    m_ui->filesystemHint->setHint(chosenFormatAdvice(m_ui->filesystemCombo));
    m_ui->compressionCombo->setVisible(chosenFormat(m_ui->filesystemCombo) == ImageFormat::SquashFs);
    m_ui->details->setFormat(chosenFormatName(m_ui->filesystemCombo),
                             m_ui->compressionCombo->currentData().toString().toStdString());
    const bool isCustom = m_ui->capacityCombo->currentData().toString() == kCustom;
    m_ui->capacityEdit->setVisible(isCustom);
    m_ui->capacityUnit->setVisible(isCustom);
    m_ui->sizeHint->setHint(isFixed ? tr("Content that does not fit stops the export.")
                                    : tr("It grows and shrinks with what goes in."));
    m_ui->freeHint->setHint(!hasFree  ? tr("An image of this file system is never changed.")
                            : isFixed ? tr("What the content leaves of the size.")
                                      : tr("Room beyond the content, for changes where the image stands."));
    m_ui->labelHint->setHint(labelHint());
    m_ui->capacityHint->setHint(tr("A larger image is reported as a finding."));
    bool isFine = m_ui->sizeHint->setObjection(sizeObjection());
    isFine = m_ui->freeHint->setObjection(freeObjection()) && isFine;
    isFine = m_ui->labelHint->setObjection(labelObjection()) && isFine;
    isFine = m_ui->capacityHint->setObjection(capacityObjection()) && isFine;
    m_ui->tabs->setTabText(1, m_ui->details->isFine() ? tr("File system details")
                                                      : tr("File system details (to be corrected)"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(isFine && m_ui->details->isFine());
}

QString ImageSettingsDialog::sizeObjection() const
{
    return m_ui->fitRadio->isChecked() || size().value_or(0) > 0 ? QString()
                                                                 : tr("Give a size, such as 64 MiB.");
}

QString ImageSettingsDialog::freeObjection() const
{
    if (m_ui->fixedRadio->isChecked() || freeSpace())
        return {};
    return isPercent(m_ui->freeUnit) ? tr("Give a share from 0 to less than 100 percent.")
                                     : tr("Give a size, such as 5 MiB.");
}

QString ImageSettingsDialog::labelObjection() const
{
    const std::size_t length = m_label.bytes().size();
    const std::size_t longest = longestLabel(m_ui->filesystemCombo);
    if (longest > 0 && length > longest) // without labels, one that is set is left alone
        return tr("The label has %1 bytes; %2 are the most.").arg(length).arg(longest);
    return m_label.bytes().find('\0') == std::string::npos ? QString() : tr("The label holds a NUL byte.");
}

QString ImageSettingsDialog::labelHint() const
{
    const std::string label = m_label.bytes();
    const std::size_t longest = longestLabel(m_ui->filesystemCombo);
    return longest == 0    ? tr("This file system has no label.")
           : label.empty() ? tr("Without one, it is named after the project.")
                           : tr("%1 of %2 bytes.").arg(label.size()).arg(longest);
}

QString ImageSettingsDialog::capacityObjection() const
{
    const bool isCustom = m_ui->capacityCombo->currentData().toString() == kCustom;
    return isCustom && sizeOf(m_ui->capacityEdit, m_ui->capacityUnit).value_or(0) == 0
               ? tr("Give a size, such as 1 GiB.")
               : QString();
}

} // namespace Refbox
