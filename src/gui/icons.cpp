// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/icons.h"

namespace Refbox {

QIcon icon(const QString &name, const QString &themeName)
{
    const QIcon own(QStringLiteral(":/icons/%1.svg").arg(name));
    return themeName.isEmpty() ? own : QIcon::fromTheme(themeName, own);
}

} // namespace Refbox
