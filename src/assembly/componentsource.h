// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes a component's tree from its source: programs of this machine, a folder, an archive, packages, what a
// recipe has built.
#pragma once

#include "assembly/componentstate.h"
#include "assembly/finding.h"
#include "jobs/progress.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Refbox {

class HostPrograms;
class HostView;
class Packages;
class ProjectRecipes;
class RecipeBuilder;
class Store;
class Tarballs;
struct BuiltRecipe;
struct RecipeOrder;

/// A loader or library that a component's programs need, to stand once in the refbox.
struct ComponentLibrary
{
    std::string wantedPath; ///< "/lib/libc.so.6", the loader's own path
    std::string hostPath;   ///< the real file on this machine
    FileTreePtr tree;       ///< holds it
    NodeId node = kNoId;
};

/// For /baby/doc.
struct ComponentPaper
{
    std::string name; ///< "bash.log"
    std::string bytes;
};

/// A recipe that a component was built with, such as a library that was linked in, and that is no component
/// of the project.
struct ComponentNeed
{
    std::string source; ///< its archive, for /baby/src; empty: it is no longer in the cache
    std::string sha256; ///< of that, in hex digits
    std::vector<ComponentPaper> papers;
};

struct ComponentTree
{
    FileTreePtr tree; ///< null where the source gave nothing: the findings say why
    std::vector<ComponentLibrary> libraries;
    ComponentState state = ComponentState::Failed; ///< Ready where there is a tree
    Findings findings;
    std::vector<std::string> sources;       ///< folders and archives that it was read from
    std::vector<std::string> virginSources; ///< the archive, or all its parts, for /baby/src
    std::string virginSha256;               ///< of a single one, in hex digits, where it was checked
    std::vector<ComponentPaper> papers;
    std::vector<ComponentNeed> needs;
};

class ComponentSources final
{
public:
    /// Relative paths of folders and archives start at projectFolder.
    ComponentSources(const Project &project, std::string projectFolder);
    ~ComponentSources();
    ComponentSources(const ComponentSources &) = delete;
    ComponentSources &operator=(const ComponentSources &) = delete;

    /// Errors become findings of the component: the rest of the plan is still worth showing.
    ComponentTree make(const Component &component, Progress &progress);

private:
    std::string absolute(const std::string &path) const;
    void fromHost(const Component &component, const HostSource &source, ComponentTree &made,
                  Progress &progress);
    void fromFolder(const Component &component, const std::string &path, ComponentTree &made,
                    Progress &progress);
    void fromArchive(const Component &component, const std::string &path, ComponentTree &made,
                     Progress &progress);

    void fromPackages(const Component &component, const PackagesSource &source, ComponentTree &made,
                      Progress &progress);
    void fromRecipe(const Component &component, ComponentTree &made, Progress &progress);
    ComponentNeed needOf(const Component &component, const RecipeOrder &need, const BuiltRecipe &built,
                         Findings &findings) const;
    void prepareRecipes();

    const Project &m_project;
    std::string m_projectFolder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<HostPrograms> m_host;
    std::unique_ptr<Packages> m_packages;
    // Made for the first recipe: the catalogue and the compiler cost a moment.
    std::unique_ptr<ProjectRecipes> m_recipes;
    std::unique_ptr<Tarballs> m_tarballs;
    std::unique_ptr<RecipeBuilder> m_builder;
    std::unique_ptr<HostView> m_machine;
};

/// SOURCE_DATE_EPOCH, where it is set to a number.
std::optional<std::int64_t> sourceDateEpoch();

} // namespace Refbox
