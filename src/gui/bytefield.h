// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line edit for bytes that are mostly UTF-8 (names and paths of Linux files). Bytes that are no UTF-8 are
// shown as \xNN; they come back unchanged as long as nobody edits the text. GUI thread.
#pragma once

#include <QString>

#include <string>
#include <string_view>

class QLineEdit;

namespace Refbox {

class ByteField final
{
public:
    /// The edit must outlive the field.
    explicit ByteField(QLineEdit *edit);

    void set(std::string_view bytes);
    std::string bytes() const;

private:
    QLineEdit *m_edit;
    QString m_shown;
    std::string m_bytes;
};

/// The text itself if its UTF-8 is exactly these bytes, else displayPath().
QString editableText(std::string_view bytes);

} // namespace Refbox
