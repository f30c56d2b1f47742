// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/templates.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "project/projectfile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Refbox {

namespace {

const QString kFolder = QStringLiteral(":/templates");

} // namespace

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const QString &file : QDir(kFolder).entryList({QStringLiteral("*.lua")}, QDir::Files, QDir::Name))
        names.push_back(file.chopped(4).toStdString());
    return names;
}

Project templateProject(const std::string &name)
{
    const std::vector<std::string> names = templateNames();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        QStringList known;
        for (const std::string &each : names)
            known += QString::fromStdString(each);
        throw Error(translated("project", "Cannot start from this template"), displayPath(name),
                    translated("project", "There is no template of this name."),
                    translated("project", "Choose one of: %1.").arg(known.join(QStringLiteral(", "))));
    }
    const QString path = kFolder + QLatin1Char('/') + QString::fromStdString(name) + QStringLiteral(".lua");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(translated("project", "Cannot read the template"), path, file.errorString());
    return readProject(file.readAll().toStdString(), path);
}

} // namespace Refbox
