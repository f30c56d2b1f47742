// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/treecomparison.h"

#include "assembly/exporter.h"
#include "assembly/treeedit.h"
#include "assembly/treesource.h"
#include "jobs/display.h"

#include <QCoreApplication>

#include <algorithm>

namespace Refbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::TreeComparison)
};

} // namespace

std::size_t TreeComparison::count(Difference::Kind kind) const
{
    return static_cast<std::size_t>(std::count_if(differences.begin(), differences.end(),
                                                  [kind](const Difference &d) { return d.kind == kind; }));
}

QString TreeComparison::command() const
{
    if (a.path.empty() || b.path.empty())
        return {};
    return QString::fromStdString("refbox-cli compare " + shellQuoted(a.path) + ' ' + shellQuoted(b.path));
}

QString differenceText(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::OnlyInA:
        return Text::tr("Only in A");
    case Difference::Kind::OnlyInB:
        return Text::tr("Only in B");
    case Difference::Kind::Type:
        return Text::tr("Type");
    case Difference::Kind::Permissions:
        return Text::tr("Mode");
    case Difference::Kind::Owner:
        return Text::tr("Owner");
    case Difference::Kind::Time:
        return Text::tr("Time");
    case Difference::Kind::Size:
        return Text::tr("Size");
    case Difference::Kind::Content:
        return Text::tr("Content");
    case Difference::Kind::Target:
        return Text::tr("Target of the link");
    case Difference::Kind::Device:
        return Text::tr("Device number");
    case Difference::Kind::Links:
        return Text::tr("Hard links");
    case Difference::Kind::Xattrs:
        return Text::tr("Extended attributes");
    case Difference::Kind::Acls:
        return Text::tr("ACL");
    case Difference::Kind::Flags:
        return Text::tr("Flags");
    }
    return {};
}

std::shared_ptr<const TreeComparison> compareWith(const SnapshotPtr &snapshot, const std::string &pathA,
                                                  const std::string &path, Progress &progress)
{
    const TreeSource other = openSource(path, progress);
    auto comparison = std::make_shared<TreeComparison>();
    comparison->a = {snapshot->plan ? Text::tr("%1 (the plan)").arg(snapshot->title)
                                    : Text::tr("%1 (%2)").arg(snapshot->title, snapshot->format),
                     pathA};
    comparison->b = {Text::tr("%1 (%2)").arg(displayPath(baseName(path)),
                                             other.plan ? Text::tr("project") : displayPath(other.format)),
                     path};
    comparison->treeA = snapshot->tree;
    comparison->differences = compareTrees({*snapshot->tree}, {*other.tree}, {}, progress);
    return comparison;
}

} // namespace Refbox
