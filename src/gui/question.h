// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A question to the user, whose buttons name what they do. GUI thread.
#pragma once

#include <QString>

class QWidget;

namespace Refbox {

enum class Answer { Yes, Other, No };

struct Question
{
    QString title;
    QString text;
    QString verb;           ///< of the button that answers Yes: "&Overwrite"
    QString otherVerb = {}; ///< of the one that answers Other; empty: there is none
    QString noVerb = {};    ///< of the one that answers No, as closing does; empty: "Cancel"
    QString details = {};   ///< an Error's text, say: below the question
    /// Something is lost by Yes: then No is the default.
    bool isRisky = true;
};

/// Asks over parent, and waits for the answer.
Answer ask(const Question &question, QWidget *parent);

} // namespace Refbox
