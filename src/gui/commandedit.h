// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A command to read, select and copy. One that is longer than its field ends in an ellipsis, and the tool tip
// has all of it. GUI thread.
#pragma once

#include <QLineEdit>

namespace Refbox {

class CommandEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit CommandEdit(const QString &command, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Refbox
