// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace Refbox {

using namespace Qt::StringLiterals;

Answer ask(const Question &question, QWidget *parent)
{
    QMessageBox box(question.isRisky ? QMessageBox::Warning : QMessageBox::Question, question.title,
                    question.text, QMessageBox::NoButton, parent);
    box.setObjectName(u"questionBox"_s);
    box.setTextFormat(Qt::PlainText); // names of files are in it
    box.setInformativeText(question.details);
    QPushButton *yes = box.addButton(question.verb, QMessageBox::AcceptRole);
    yes->setObjectName(u"yesButton"_s);
    QPushButton *other = nullptr;
    if (!question.otherVerb.isEmpty()) {
        other = box.addButton(question.otherVerb, QMessageBox::DestructiveRole);
        other->setObjectName(u"otherButton"_s);
    }
    QPushButton *no = question.noVerb.isEmpty() ? box.addButton(QMessageBox::Cancel)
                                                : box.addButton(question.noVerb, QMessageBox::RejectRole);
    no->setObjectName(u"noButton"_s);
    box.setDefaultButton(question.isRisky ? no : yes);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes                         ? Answer::Yes
           : other != nullptr && box.clickedButton() == other ? Answer::Other
                                                              : Answer::No;
}

} // namespace Refbox
