// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of ReiserFS share: limits of random trees, and the judges.
#pragma once

#include "formats/reiserfsreader.h"
#include "formats/reiserfswriter.h"
#include "imagefixture.h"

namespace Refbox::Testing {

inline Limits reiserFsLimits()
{
    Limits limits;
    limits.nanoseconds = false;
    limits.earliest = 0;
    limits.latest = UINT32_MAX;
    limits.longestTarget = 3976;
    return limits;
}

inline bool canCheckReiserFs()
{
    return !systemTool(QStringLiteral("reiserfsck")).isEmpty();
}

/// What reiserfsck complains of; empty where it found nothing.
inline QByteArray reiserfsck(const std::string &image)
{
    const ToolResult result =
        runTool(systemTool(QStringLiteral("reiserfsck")),
                {QStringLiteral("--check"), QStringLiteral("-y"), QString::fromStdString(image)});
    if (result.code == 0 && result.output.contains("No corruptions found"))
        return {};
    QByteArray text; // without its display of progress
    for (const QByteArray &line : result.output.split('\n'))
        if (!line.contains('\b') || line.contains("vpf"))
            text += line.right(300) + '\n';
    return text.right(2000);
}

inline FileTreePtr readReiserFsBack(const std::string &image)
{
    Progress progress;
    return readReiserFs(image, progress);
}

} // namespace Refbox::Testing
