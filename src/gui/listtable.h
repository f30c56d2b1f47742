// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What pages and dialogs that show a list have in common: its table, and the line with the equal command. GUI
// thread.
#pragma once

#include "gui/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

#include <initializer_list>

namespace Refbox {

/// Of a row with one line of text.
inline int listRowHeight(const QWidget &list)
{
    return list.fontMetrics().height() + 8;
}

/// What every table has: Tab leaves it, for its cells have the arrow keys.
inline void setUpTableKeys(QTableView &table)
{
    table.setTabKeyNavigation(false);
}

/// A table of rows without numbers. stretched: the columns that take the room that is left. After setModel().
inline void setUpListTable(QTableView &table, std::initializer_list<int> stretched)
{
    setUpTableKeys(table);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(listRowHeight(table));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : stretched)
        table.horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
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
