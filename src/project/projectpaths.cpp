// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/projectpaths.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

// What ".." leads to depends on the links before it.
fs::path withoutDots(const fs::path &path)
{
    std::error_code ignored;
    return std::ranges::find(path, fs::path("..")) != path.end() ? fs::weakly_canonical(path, ignored)
                                                                 : path.lexically_normal();
}

bool isRelative(const std::string &path)
{
    return !path.empty() && !path.starts_with('/');
}

class Mover
{
public:
    Mover(const std::string &from, const std::string &to)
        : m_from(from)
        , m_to(to)
    {
    }

    void operator()(FolderSource &source) const { move(source.path); }
    void operator()(ArchiveSource &source) const { move(source.path); }
    void operator()(PackagesSource &source) const
    {
        std::vector<Comments::node_type> comments; // all of them: a new key may be another one's old one
        for (std::string &package : source.packages) {
            if (package.find('/') == std::string::npos)
                continue; // a name
            const std::string before = package;
            if (isRelative(package))
                package = packageForProject(absolutePath(package, m_from), m_to);
            if (auto comment = source.comments.extract("list." + before)) {
                comment.key() = "list." + package;
                comments.push_back(std::move(comment));
            }
        }
        for (Comments::node_type &comment : comments)
            source.comments.insert(std::move(comment));
    }
    void operator()(HostSource &) const {}
    void operator()(RecipeSource &) const {}

    void move(std::string &path) const
    {
        if (isRelative(path))
            path = pathForProject(absolutePath(path, m_from), m_to);
    }

private:
    const std::string &m_from;
    const std::string &m_to;
};

} // namespace

std::string absolutePath(const std::string &path, const std::string &projectFolder)
{
    return (fs::path(projectFolder) / path).string();
}

std::string pathForProject(const std::string &path, const std::string &projectFolder)
{
    if (path.empty())
        return path;
    const fs::path absolute = withoutDots(fs::absolute(path));
    if (projectFolder.empty() || projectFolder == "/")
        return absolute.string();
    const fs::path relative = absolute.lexically_relative(withoutDots(fs::absolute(projectFolder)));
    return relative.empty() || *relative.begin() == ".." || relative == "." ? absolute.string()
                                                                            : relative.string();
}

std::string packageForProject(const std::string &path, const std::string &projectFolder)
{
    std::string package = pathForProject(path, projectFolder);
    if (package.find('/') == std::string::npos)
        package.insert(0, "./");
    return package;
}

Project movedProject(Project project, const std::string &from, const std::string &to)
{
    if (from == to)
        return project;
    const Mover mover(from, to);
    for (Component &component : project.components)
        std::visit(mover, component.source);
    for (VServer &vserver : project.vservers) {
        if (vserver.import)
            mover.move(vserver.import->path);
    }
    return project;
}

} // namespace Refbox
