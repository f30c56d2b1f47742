// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/packagewishes.h"

#include "jobs/display.h"
#include "jobs/text.h"

namespace Refbox {

namespace {

bool isFile(const std::string &package)
{
    return package.find('/') != std::string::npos;
}

} // namespace

PackageWish wishOf(const PackagesSource &source)
{
    PackageWish wish{{}, source.architecture, source.without};
    for (const std::string &package : source.packages) {
        if (!isFile(package))
            wish.names.push_back(package);
    }
    return wish;
}

std::vector<std::string> packageFiles(const PackagesSource &source)
{
    std::vector<std::string> files;
    for (const std::string &package : source.packages) {
        if (isFile(package))
            files.push_back(package);
    }
    return files;
}

std::size_t fetchPackages(const Project &project, const PackageOptions &options, Progress &progress)
{
    const Store store;
    Packages packages(store, options);
    std::size_t fetched = 0;
    for (const Component &component : project.components) {
        const auto *source = std::get_if<PackagesSource>(&component.source);
        if (source == nullptr)
            continue;
        const PackageWish wish = wishOf(*source);
        if (wish.names.empty() || (!options.refresh && packages.find(wish)))
            continue;
        try {
            packages.fetch(wish, progress);
            ++fetched;
        } catch (Error &error) {
            error.addContext(translated("assembly", "component %1").arg(displayPath(component.name)));
            throw;
        }
    }
    return fetched;
}

} // namespace Refbox
