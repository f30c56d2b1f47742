// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logtext.h"

#include "jobs/display.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMarks = 2000; // each costs at every repaint

QString severityPrefix(Progress::Severity severity)
{
    switch (severity) {
    case Progress::Severity::Warning:
        return SearchKeys::tr("Warning: ");
    case Progress::Severity::Error:
        return SearchKeys::tr("Error: ");
    default:
        return {};
    }
}

} // namespace

QString logText(const std::vector<Progress::LogLine> &lines)
{
    QStringList texts;
    for (const Progress::LogLine &line : lines)
        texts += formatDuration(line.time) + u"  "_s + severityPrefix(line.severity) + line.text;
    return texts.join(u'\n');
}

std::vector<int> problemLines(const std::vector<Progress::LogLine> &lines)
{
    std::vector<int> problems;
    int at = 0;
    for (const Progress::LogLine &line : lines) {
        if (line.severity != Progress::Severity::Info)
            problems.push_back(at);
        at += 1 + static_cast<int>(line.text.count(u'\n'));
    }
    return problems;
}

void goToNextLine(QPlainTextEdit &view, const std::vector<int> &lines)
{
    if (lines.empty())
        return;
    const int current = view.textCursor().hasSelection() || view.textCursor().position() > 0
                            ? view.document()->findBlock(view.textCursor().selectionStart()).blockNumber()
                            : -1;
    const auto next = std::ranges::upper_bound(lines, current);
    const QTextBlock block = view.document()->findBlockByNumber(next == lines.end() ? lines.front() : *next);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    view.setTextCursor(cursor);
    view.centerCursor();
}

int markFound(QPlainTextEdit &view, const QString &text)
{
    QList<QTextEdit::ExtraSelection> marks;
    QColor colour = view.palette().color(QPalette::Highlight);
    colour.setAlphaF(0.35F);
    int found = 0;
    for (QTextBlock block = view.document()->begin(); block.isValid() && !text.isEmpty();
         block = block.next()) {
        const QString line = block.text();
        for (qsizetype at = line.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
             at = line.indexOf(text, at + text.size(), Qt::CaseInsensitive)) {
            if (++found > kMostMarks)
                continue;
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(at));
            cursor.setPosition(cursor.position() + static_cast<int>(text.size()), QTextCursor::KeepAnchor);
            QTextEdit::ExtraSelection mark;
            mark.cursor = cursor;
            mark.format.setBackground(colour);
            marks += mark;
        }
    }
    view.setExtraSelections(marks);
    return found;
}

void goToFound(QPlainTextEdit &view, const QString &text, bool backward)
{
    if (text.isEmpty())
        return;
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor cursor = view.document()->find(text, view.textCursor(), flags);
    if (cursor.isNull()) {
        QTextCursor end(view.document());
        end.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        cursor = view.document()->find(text, end, flags);
    }
    if (!cursor.isNull())
        view.setTextCursor(cursor);
}

bool SearchKeys::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return false;
    m_go(key->modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

} // namespace Refbox
