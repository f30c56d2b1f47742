// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Projects for tests of the checks and their fixes.
#pragma once

#include "assembly/fixes.h"
#include "assembly/plancheck.h"

#include <QFile>
#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/stat.h>

namespace Refbox {

/// Projects whose components are folders that the test fills.
class ProjectLab
{
public:
    ProjectLab()
    {
        project.name = "lab";
        project.image.capacity.clear();
    }

    void component(const std::string &name, const std::map<std::string, std::string> &files,
                   const std::string &prefix = "/")
    {
        const std::filesystem::path top = std::filesystem::path(folder()) / name;
        for (const auto &[path, bytes] : files) {
            const std::filesystem::path target = top / path.substr(1);
            std::filesystem::create_directories(target.parent_path());
            QFile file(QString::fromStdString(target.string()));
            if (!file.open(QIODevice::WriteOnly))
                throw Error(QStringLiteral("Cannot write"), file.fileName(), file.errorString());
            file.write(bytes.data(), static_cast<qsizetype>(bytes.size()));
            file.close();
            ::chmod(target.c_str(), 0755);
        }
        Component added;
        added.name = name;
        added.prefix = prefix;
        added.source = FolderSource{name};
        project.components.push_back(added);
    }
    VServer &vserver(const std::string &name, std::vector<LinkRule> links)
    {
        VServer added;
        added.name = name;
        added.skeleton = "empty";
        added.links = std::move(links);
        project.vservers.push_back(added);
        return project.vservers.back();
    }
    std::string pathOf(const std::string &component, const std::string &path) const
    {
        return folder() + '/' + component + path;
    }

    Plan plan() const
    {
        Progress progress;
        return makePlan(project, {folder()}, progress);
    }
    Findings findings() const
    {
        Progress progress;
        return checkPlan(plan(), progress).findings;
    }
    /// What the fix of the first such finding is called; it is applied. Empty: there is none.
    std::string fix(const std::string &id)
    {
        const Plan planned = plan();
        Progress progress;
        for (const Finding &finding : checkPlan(planned, progress).findings) {
            if (finding.id != id)
                continue;
            const auto found = fixFor(finding, planned);
            if (!found)
                return {};
            found->apply(project);
            return found->text.toStdString();
        }
        return {};
    }

    std::string folder() const { return m_folder.path().toStdString(); }

    Project project;

private:
    QTemporaryDir m_folder;
};

inline LinkRule linkRule(const std::string &from, const std::string &to, LinkManner manner = LinkManner::Hard)
{
    LinkRule rule;
    rule.from = from;
    rule.to = to;
    rule.manner = manner;
    return rule;
}

} // namespace Refbox
