// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the tests of dialogs find controls and type into them.
#pragma once

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QWidget>

/// Ends the test program where there is no such control.
template <typename Widget>
Widget *child(const QWidget &window, const QString &name)
{
    auto *widget = window.findChild<Widget *>(name);
    if (widget == nullptr)
        qFatal("there is no %s", qPrintable(name));
    return widget;
}

inline QPushButton *defaultButton(const QWidget &dialog)
{
    return child<QDialogButtonBox>(dialog, QStringLiteral("buttonBox"))->button(QDialogButtonBox::Ok);
}

/// In place of what is there.
inline void typeInto(QWidget &dialog, const QString &name, const QString &text)
{
    auto *edit = child<QLineEdit>(dialog, name);
    edit->clear();
    QTest::keyClicks(edit, text);
}
