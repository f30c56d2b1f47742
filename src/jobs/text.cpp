// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/text.h"

#include <QCoreApplication>

namespace Refbox {

QString translated(const char *context, const char *text, const char *disambiguation)
{
    return QCoreApplication::translate(context, text, disambiguation);
}

} // namespace Refbox
