// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferences.h"

#include <QFile>
#include <QSettings>

namespace Refbox {

Preferences Preferences::load()
{
    const QSettings settings;
    Preferences read;
    read.cacheFolder = settings.value("build/cache").toString();
    read.sourceFolders = settings.value("build/sources").toStringList();
    read.offline = settings.value("build/offline", false).toBool();
    read.cores = settings.value("build/cores", 0).toUInt();
    read.keepFailed = settings.value("build/keepFailed", false).toBool();
    read.compileHosts = settings.value("build/compileHosts").toString();
    return read;
}

void Preferences::save() const
{
    QSettings settings;
    settings.setValue("build/cache", cacheFolder);
    settings.setValue("build/sources", sourceFolders);
    settings.setValue("build/offline", offline);
    settings.setValue("build/cores", cores);
    settings.setValue("build/keepFailed", keepFailed);
    settings.setValue("build/compileHosts", compileHosts);
}

BuildRecipesOptions Preferences::recipeOptions() const
{
    BuildRecipesOptions options;
    options.jobs = cores;
    options.keepFailed = keepFailed;
    options.hosts = qEnvironmentVariableIsSet("REFBOX_COMPILE_HOSTS")
                        ? defaultCompileHosts()
                        : parseCompileHosts(compileHosts.toStdString());
    options.sources.offline = options.sources.offline || offline;
    for (const QString &folder : sourceFolders)
        options.sources.folders.push_back(QFile::encodeName(folder).toStdString());
    return options;
}

PackageOptions Preferences::packageOptions() const
{
    PackageOptions options = defaultPackageOptions();
    options.offline = options.offline || offline;
    return options;
}

void applyCachePreference()
{
    const QString folder = Preferences::load().cacheFolder;
    if (!folder.isEmpty() && qEnvironmentVariableIsEmpty("REFBOX_CACHE"))
        qputenv("REFBOX_CACHE", QFile::encodeName(folder));
}

} // namespace Refbox
