// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/formatchoice.h"

#include "formats/imageformat.h"
#include "gui/bytefield.h"

#include <QComboBox>
#include <QCoreApplication>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::FormatChoice)
};

} // namespace

void fillFormats(QComboBox *combo)
{
    for (const ImageFormatInfo &info : imageFormats()) {
        combo->addItem(imageTitle(info.format), editableText(std::string(info.name)));
        combo->setItemData(combo->count() - 1, imageFormatAdvice(info.format), Qt::ToolTipRole);
    }
}

void chooseFormat(QComboBox *combo, const std::string &name)
{
    const QString word = editableText(name);
    if (combo->findData(word) < 0)
        combo->addItem(word, word);
    combo->setCurrentIndex(combo->findData(word));
}

std::string chosenFormatName(const QComboBox *combo)
{
    return combo->currentData().toString().toStdString();
}

std::optional<ImageFormat> chosenFormat(const QComboBox *combo)
{
    return imageFormatFromName(chosenFormatName(combo));
}

QString chosenFormatAdvice(const QComboBox *combo)
{
    const auto format = chosenFormat(combo);
    return format ? imageFormatAdvice(*format) : Texts::tr("This version does not write that file system.");
}

bool chosenFormatHasFreeSpace(const QComboBox *combo)
{
    const auto format = chosenFormat(combo);
    return !format || !imageFormatInfo(*format).readOnly;
}

std::size_t longestLabel(const QComboBox *combo)
{
    constexpr std::size_t longest = 255; // in a project file
    const auto format = chosenFormat(combo);
    return format ? imageFormatInfo(*format).labelBytes : longest;
}

void fillImageCompressions(QComboBox *combo)
{
    combo->addItem(Texts::tr("Usual compression"), QString());
    for (const char *word : {"zstd", "xz", "gzip", "lz4"})
        combo->addItem(QString::fromLatin1(word), QString::fromLatin1(word));
}

} // namespace Refbox
