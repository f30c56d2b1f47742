// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Choosing an image's file system and its compression in a combo box. The data of its items is what a project
// file says. GUI thread.
#pragma once

#include "formats/imageoptions.h"

#include <QString>

#include <optional>
#include <string>

class QComboBox;

namespace Refbox {

void fillFormats(QComboBox *combo);
/// One of a later version, or a mistake, is added: it is not silently another.
void chooseFormat(QComboBox *combo, const std::string &name);
std::string chosenFormatName(const QComboBox *combo);
/// nullopt for one that this program does not write.
std::optional<ImageFormat> chosenFormat(const QComboBox *combo);
/// When to take the chosen one, in a sentence.
QString chosenFormatAdvice(const QComboBox *combo);
/// Whether the chosen one can be changed where it stands, so that free space is of use.
bool chosenFormatHasFreeSpace(const QComboBox *combo);
/// Bytes of a label in the chosen one.
std::size_t longestLabel(const QComboBox *combo);

/// SquashFS alone has a choice of compressions; the empty word is its usual one.
void fillImageCompressions(QComboBox *combo);

} // namespace Refbox
