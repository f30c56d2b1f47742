// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What dialogs that show a list have in common: its table, and the line with the equal command. GUI thread.
#pragma once

#include "gui/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace Refbox {

/// A table of rows without numbers. stretched: the column that takes the room that is left. After setModel().
inline void setUpListTable(QTableView &table, int stretched)
{
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 8);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

/// Shows a command that the button copies. box: all of the line, hidden where there is no command.
inline void setUpCommandLine(QWidget &box, QLineEdit &edit, QToolButton &copyButton, const QString &command)
{
    edit.setText(command);
    edit.setCursorPosition(0);
    box.setVisible(!command.isEmpty());
    copyButton.setIcon(icon(QStringLiteral("copytext"), QStringLiteral("edit-copy")));
    QObject::connect(&copyButton, &QToolButton::clicked, &edit,
                     [command] { QGuiApplication::clipboard()->setText(command); });
}

} // namespace Refbox
