// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The recipes that there are: those that come with Refbox, and the user's own, of which one replaces a
// recipe of Refbox with the same name. Immutable; any thread.
#pragma once

#include "project/recipe.h"
#include "software/remark.h"

#include <map>
#include <string>
#include <vector>

namespace Refbox {

/// $REFBOX_CATALOGUE, else $XDG_DATA_HOME/refbox/catalogue, else ~/.local/share/refbox/catalogue; empty where
/// none of these is set. It need not exist.
std::string defaultCatalogueFolder();

class Catalogue final
{
public:
    /// What comes with Refbox, and each NAME.lua of the user's folder. A file there that is no recipe is left
    /// out and remarked: the others are still of use.
    explicit Catalogue(const std::string &userFolder = defaultCatalogueFolder());

    const std::map<std::string, Recipe> &recipes() const { return m_recipes; }
    /// nullptr where there is none.
    const Recipe *find(const std::string &name) const;
    /// Throws Error, with the name that was most likely meant.
    const Recipe &require(const std::string &name) const;
    const Remarks &remarks() const { return m_remarks; }

private:
    void addShipped();
    void addFolder(const std::string &folder);

    std::map<std::string, Recipe> m_recipes;
    Remarks m_remarks;
};

} // namespace Refbox
