// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The line of small text under a field: what it is for, or what is wrong with what is in it. It keeps its
// height, so that nothing moves while its user types. GUI thread.
#pragma once

#include <QWidget>

class QLabel;

namespace Refbox {

class FieldHint final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldHint(QWidget *parent = nullptr);

    /// Screen readers give the hint as the field's description.
    void setField(QWidget *field);
    /// A sentence for when all is well; may be empty.
    void setHint(const QString &hint);
    /// A sentence with a warning sign; empty: all is well. Gives whether it is empty.
    bool setObjection(const QString &objection);

    QString text() const;
    bool isObjecting() const { return !m_objection.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();

    QLabel *m_sign;
    QLabel *m_text;
    QWidget *m_field = nullptr;
    QString m_hint;
    QString m_objection;
};

} // namespace Refbox
