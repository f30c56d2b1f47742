// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A number beside a list of units (bytes, KiB … TiB) that together are a size in bytes. GUI thread.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

class QComboBox;
class QLineEdit;

namespace Refbox {

/// Fills the list of units; with percent, it begins with "%".
void fillUnits(QComboBox *units, bool withPercent);
bool isPercent(const QComboBox *units);

/// Shows the size in the largest unit that it is whole units of.
void showSize(std::uint64_t bytes, QLineEdit *number, QComboBox *units);

/// Whole bytes, or fractions of a larger unit, with '.' or the locale's decimal point. nullopt: no such size.
std::optional<std::uint64_t> sizeOf(const QLineEdit *number, const QComboBox *units);

/// From 0 to less than 100; nullopt for anything else.
std::optional<double> percentOf(const QLineEdit *number);

} // namespace Refbox
