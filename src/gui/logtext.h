// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A job's log as text, and finding in it. GUI thread.
#pragma once

#include "jobs/progress.h"

#include <QObject>

#include <functional>
#include <vector>

class QPlainTextEdit;

namespace Refbox {

/// "0:07  Warning: …", a line each, without a last line end.
QString logText(const std::vector<Progress::LogLine> &lines);

/// The lines of the text, counted from 0, where warnings and errors begin.
std::vector<int> problemLines(const std::vector<Progress::LogLine> &lines);

/// Selects the first of these lines behind the one that the cursor is in; the first of all behind the last.
void goToNextLine(QPlainTextEdit &view, const std::vector<int> &lines);

/// Marks where the text is, whatever its case; gives in how many places.
int markFound(QPlainTextEdit &view, const QString &text);

/// Selects the next place after the selection, or the one before it, and begins again at the end.
void goToFound(QPlainTextEdit &view, const QString &text, bool backward);

/// As an event filter of a search field: Enter goes on, Shift+Enter back, and no default button is pressed.
class SearchKeys final : public QObject
{
    Q_OBJECT

public:
    SearchKeys(std::function<void(bool backward)> go, QObject *parent)
        : QObject(parent)
        , m_go(std::move(go))
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void(bool backward)> m_go;
};

} // namespace Refbox
