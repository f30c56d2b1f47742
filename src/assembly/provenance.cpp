// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/provenance.h"

#include "assembly/packagewishes.h"
#include "jobs/error.h"
#include "software/catalogue.h"
#include "software/packages.h"
#include "software/store.h"
#include "tree/content.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace Refbox {

namespace {

constexpr std::size_t kLongestCopyright = 4 << 20; // bytes; the longest of Debian has 2 MB

Licensing licensingOf(const std::string &copyright)
{
    Licensing licensing;
    licensing.declared = licencesOfDebian(copyright);
    if (licensing.declared.empty())
        licensing.hints = licencesNamedIn(copyright);
    return licensing;
}

std::string copyrightPath(const std::string &package)
{
    return "/usr/share/doc/" + package + "/copyright";
}

std::string readHostText(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::string text(kLongestCopyright, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return text;
}

// Of a package that stands unpacked in the refbox.
std::string readUnpackedText(const Plan &plan, const Component &component, const std::string &package)
{
    const std::string prefix = component.prefix == "/" ? std::string() : component.prefix;
    const NodeId node = plan.tree->find(plan.tree->path(plan.refbox) + prefix + copyrightPath(package));
    if (node == kNoId || !plan.tree->inodeAt(node).isRegular() ||
        plan.tree->inodeAt(node).size > kLongestCopyright)
        return {};
    return readAll(*plan.tree, plan.tree->inodeOf(node), kLongestCopyright);
}

class ProvenanceFinder final
{
public:
    ProvenanceFinder(const FileTree &tree, NodeId subtree, const Plan *plan, Progress &progress)
        : m_tree(tree)
        , m_subtree(subtree)
        , m_plan(plan)
        , m_progress(progress)
    {
    }

    Provenance run()
    {
        countFiles();
        if (m_plan != nullptr) {
            findHostPackages();
            for (const Component &component : m_plan->project.components)
                describe(component);
        }
        Provenance provenance;
        for (auto &[name, origin] : m_origins)
            provenance.components.push_back(std::move(origin));
        provenance.packageOf = std::move(m_packageOf);
        return provenance;
    }

private:
    void countFiles()
    {
        std::set<InodeId> seen;
        for (NodeId node = m_subtree; node < m_tree.subtreeEnd(m_subtree); ++node) {
            const InodeId id = m_tree.inodeOf(node);
            const Inode &inode = m_tree.inode(id);
            if (!inode.isRegular() || !seen.insert(id).second)
                continue;
            ComponentOrigin &origin = m_origins[std::string(m_tree.origin(id))];
            origin.component = m_tree.origin(id);
            if (origin.component.empty() && m_plan != nullptr)
                origin.kind = "project";
            ++origin.files;
            origin.bytes += inode.size;
            if (m_plan != nullptr && inode.contentKind == ContentKind::HostFile)
                m_hostPaths[m_tree.hostPath(id)].push_back(id);
        }
    }

    void findHostPackages()
    {
        std::set<std::string> paths;
        for (const auto &[path, ids] : m_hostPaths)
            paths.insert(path);
        std::map<std::string, std::set<InstalledPackage>> byComponent;
        for (const auto &[path, package] : packagesOfFiles(paths, m_progress)) {
            for (const InodeId id : m_hostPaths[path]) {
                m_packageOf.emplace(id, package);
                byComponent[std::string(m_tree.origin(id))].insert(package);
            }
        }
        for (const auto &[component, packages] : byComponent) {
            for (const InstalledPackage &package : packages)
                m_origins[component].packages.push_back(
                    {package, licensingOf(readHostText(copyrightPath(package.name)))});
        }
    }

    void describe(const Component &component)
    {
        const auto found = m_origins.find(component.name);
        if (found == m_origins.end())
            return;
        ComponentOrigin &origin = found->second;
        if (std::holds_alternative<HostSource>(component.source)) {
            origin.kind = "host";
        } else if (const auto *folder = std::get_if<FolderSource>(&component.source)) {
            origin.kind = "folder";
            origin.location = folder->path;
        } else if (const auto *archive = std::get_if<ArchiveSource>(&component.source)) {
            origin.kind = "archive";
            origin.location = archive->path;
        } else if (const auto *packages = std::get_if<PackagesSource>(&component.source)) {
            origin.kind = "packages";
            describePackages(component, *packages, origin);
        } else if (const auto *recipe = std::get_if<RecipeSource>(&component.source)) {
            origin.kind = "recipe";
            describeRecipe(recipe->recipe, origin);
        }
    }

    void describePackages(const Component &component, const PackagesSource &source, ComponentOrigin &origin)
    {
        std::vector<PackageFile> files;
        try {
            const Store store;
            files = Packages(store).find(wishOf(source)).value_or(std::vector<PackageFile>());
        } catch (const Error &) {
            // Without a cache nothing is known of packages: the report says less.
        }
        for (const PackageFile &file : files)
            origin.packages.push_back({{file.name, file.version, file.architecture},
                                       licensingOf(readUnpackedText(*m_plan, component, file.name))});
        for (const std::string &path : packageFiles(source)) {
            const std::string name = path.substr(path.rfind('/') + 1);
            origin.packages.push_back({{name, {}, {}}, {}});
        }
    }

    void describeRecipe(const std::string &name, ComponentOrigin &origin)
    {
        if (!m_catalogue)
            m_catalogue.emplace();
        const Recipe *recipe = m_catalogue->find(name);
        if (recipe == nullptr)
            return;
        origin.version = recipe->version;
        if (!recipe->licence.empty())
            origin.licensing.declared = {{recipe->licence, recipe->licence}};
        if (recipe->tarballs.empty())
            return;
        origin.sha256 = recipe->tarballs.front().sha256;
        if (!recipe->tarballs.front().addresses.empty())
            origin.location = recipe->tarballs.front().addresses.front();
    }

    const FileTree &m_tree;
    NodeId m_subtree;
    const Plan *m_plan;
    Progress &m_progress;
    std::map<std::string, ComponentOrigin> m_origins;
    std::map<std::string, std::vector<InodeId>> m_hostPaths;
    std::map<InodeId, InstalledPackage> m_packageOf;
    std::optional<Catalogue> m_catalogue;
};

} // namespace

Provenance findProvenance(const FileTree &tree, NodeId subtree, const Plan *plan, Progress &progress)
{
    return ProvenanceFinder(tree, subtree, plan, progress).run();
}

} // namespace Refbox
