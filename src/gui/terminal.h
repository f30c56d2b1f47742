// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop's terminal, and starting a command in it. GUI thread; never waits.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace Refbox {

/// Where a program stands; empty: nowhere.
using ProgramFinder = std::function<QString(const QString &name)>;

/// The program and arguments that open a terminal with a command in it, which never goes through a shell's
/// hands: preferred (as in $TERMINAL) where there is such a program, else the desktop's usual ones. Empty
/// where there is none. Pure, but for find.
QStringList terminalCommand(const QString &preferred, const QStringList &command, const ProgramFinder &find);

/// The command, and where it fails, an invitation to press Enter before the window closes over what it said.
QStringList keptOpen(const QStringList &command, const QString &invitation);

/// refbox-cli beside this program, else in the PATH, else its bare name.
QString refboxCliPath();

/// False where no terminal is found, or it could not be started.
bool startInTerminal(const QStringList &command);

} // namespace Refbox
