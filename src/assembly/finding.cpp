// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/finding.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <QStringList>

#include <algorithm>

namespace Refbox {

QString otherPlaces(const Finding &finding, std::size_t most)
{
    QStringList list;
    const std::size_t shown = std::min(most, finding.otherPaths.size());
    for (std::size_t i = 0; i < shown; ++i)
        list += displayPath(finding.otherPaths[i]);
    if (shown < finding.otherPaths.size())
        list += QStringLiteral("…");
    return list.isEmpty() ? QString()
                          : translated("assembly", "Also: %1").arg(list.join(QStringLiteral(", ")));
}

} // namespace Refbox
