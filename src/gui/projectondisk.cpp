// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/projectondisk.h"

#include "project/projectfile.h"

#include <QFile>

namespace Refbox {

ProjectOnDisk projectOnDisk(const std::string &path)
{
    if (path.empty())
        return {};
    try {
        return {.project = loadProject(path), .problem = {}};
    } catch (const Error &error) {
        if (!QFile::exists(QFile::decodeName(QByteArray::fromStdString(path))))
            return {};
        return {.project = {}, .problem = error};
    }
}

} // namespace Refbox
