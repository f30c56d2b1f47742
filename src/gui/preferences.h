// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user prefers for all projects, kept in the user's settings (QSettings). Environment variables that
// say the same come first: a script that starts the window means what it says.
#pragma once

#include "assembly/recipes.h"
#include "software/packages.h"

#include <QStringList>

namespace Refbox {

struct Preferences
{
    QString cacheFolder;       ///< empty: the usual one; holds from the program's next start on
    QStringList sourceFolders; ///< searched after those of REFBOX_SOURCES
    bool offline = false;
    unsigned cores = 0; ///< of all builds together; 0: all
    bool keepFailed = false;
    QString compileHosts; ///< as parseCompileHosts() reads them
    bool operator==(const Preferences &) const = default;

    static Preferences load();
    void save() const;

    BuildRecipesOptions recipeOptions() const;
    PackageOptions packageOptions() const;
};

/// Sets REFBOX_CACHE from the preferences where it is not set. Before any thread is started.
void applyCachePreference();

} // namespace Refbox
