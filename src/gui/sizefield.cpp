// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sizefield.h"

#include "project/sizes.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>

#include <cmath>
#include <limits>

namespace Refbox {

namespace {

struct SizeField
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::SizeField)
};

constexpr int kPercent = -1;
constexpr int kLargestPower = 4;

QString digitsOf(const QLineEdit *number)
{
    const QLocale locale;
    return number->text().trimmed().replace(locale.decimalPoint(), QStringLiteral("."));
}

std::optional<double> decimal(const QString &digits)
{
    for (const QChar c : digits) {
        if (!(c >= u'0' && c <= u'9') && c != u'.')
            return std::nullopt; // no signs, no exponents, no "inf"
    }
    bool isNumber = false;
    const double value = QLocale::c().toDouble(digits, &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace

void fillUnits(QComboBox *units, bool withPercent)
{
    if (withPercent)
        units->addItem(QStringLiteral("%"), kPercent);
    const QStringList names{SizeField::tr("bytes"), SizeField::tr("KiB"), SizeField::tr("MiB"),
                            SizeField::tr("GiB"), SizeField::tr("TiB")};
    for (int power = 0; power <= kLargestPower; ++power)
        units->addItem(names[power], power);
}

bool isPercent(const QComboBox *units)
{
    return units->currentData().toInt() == kPercent;
}

void showSize(std::uint64_t bytes, QLineEdit *number, QComboBox *units)
{
    int power = 0;
    while (power < kLargestPower && bytes != 0 && bytes % 1024 == 0) {
        bytes /= 1024;
        ++power;
    }
    number->setText(QString::number(bytes));
    units->setCurrentIndex(units->findData(power));
}

std::optional<std::uint64_t> sizeOf(const QLineEdit *number, const QComboBox *units)
{
    const QString digits = digitsOf(number);
    const int power = units->currentData().toInt();
    static constexpr const char *kSuffixes[] = {"", "K", "M", "G", "T"};
    if (power < 0)
        return std::nullopt;
    if (const auto whole = parseSize(digits.toStdString() + kSuffixes[power]))
        return whole;
    const std::optional<double> value = decimal(digits);
    const double bytes = value ? std::round(*value * std::pow(1024.0, power)) : 0;
    constexpr double kTooMuch = 9223372036854775808.0; // 2^63
    if (!value || power == 0 || !digits.contains(u'.') || bytes >= kTooMuch)
        return std::nullopt;
    return static_cast<std::uint64_t>(bytes);
}

std::optional<double> percentOf(const QLineEdit *number)
{
    return parsePercent(digitsOf(number).toStdString() + '%');
}

} // namespace Refbox
