// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bytefield.h"

#include "jobs/display.h"

#include <QLineEdit>

#include <algorithm>

namespace Refbox {

ByteField::ByteField(QLineEdit *edit)
    : m_edit(edit)
    , m_shown(edit->text())
    , m_bytes(m_shown.toStdString())
{
}

void ByteField::set(std::string_view bytes)
{
    // Before the edit tells its listeners, who ask for the bytes.
    m_bytes = bytes;
    m_shown = editableText(bytes);
    m_edit->setText(m_shown);
}

std::string ByteField::bytes() const
{
    return m_edit->text() == m_shown ? m_bytes : m_edit->text().toStdString();
}

QString editableText(std::string_view bytes)
{
    const bool isPlain = std::ranges::none_of(bytes, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; // a line edit shows these as nothing
    });
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return isPlain && text.toStdString() == bytes ? text : displayPath(bytes);
}

} // namespace Refbox
