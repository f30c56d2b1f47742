// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A cache, a folder of sources and recipes over tiny tarballs, for tests of building from source.
#pragma once

#include "software/recipebuild.h"
#include "unit/formats/tarmaker.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace Refbox {

inline bool bubblewrapWorks()
{
    QProcess process;
    process.start(QStringLiteral("bwrap"),
                  {QStringLiteral("--unshare-all"), QStringLiteral("--ro-bind"), QStringLiteral("/"),
                   QStringLiteral("/"), QStringLiteral("true")});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

inline std::string sha256Hex(const std::string &bytes)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

inline std::string fileBytes(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class RecipeLab
{
public:
    RecipeLab()
    {
        for (const char *name : {"cache", "sources", "catalogue"})
            std::filesystem::create_directories(path(name));
        store.emplace(path("cache"));
        tarballs.emplace(*store, SourceOptions{{path("sources")}, true});
    }

    std::string path(const std::string &name) const { return m_folder.path().toStdString() + '/' + name; }

    void write(const std::string &name, const std::string &bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }

    /// A recipe over a tarball NAME-1.0.tar that holds a folder NAME-1.0 with these files.
    Recipe recipe(const std::string &name, const std::string &install,
                  const std::map<std::string, std::string> &files = {{"data", "some bytes\n"}}) const
    {
        RefboxTest::TarMaker tar;
        tar.folder(name + "-1.0/");
        for (const auto &[file, bytes] : files)
            tar.file(name + "-1.0/" + file, bytes);
        const std::string bytes = tar.end();
        write("sources/" + name + "-1.0.tar", bytes);
        Recipe made;
        made.name = name;
        made.version = "1.0";
        made.summary = made.licence = made.homepage = made.category = "a test";
        made.prefix = "/opt/" + name;
        made.tarballs = {{name + "-1.0.tar", sha256Hex(bytes), {}}};
        made.options = {{std::string(kStripOption), "strip", {"yes", "no"}, "yes"}};
        made.steps = {{"install", install}};
        return made;
    }

    static RecipeOrderPtr order(const Recipe &recipe, std::vector<RecipeOrderPtr> needs = {})
    {
        auto made = std::make_shared<RecipeOrder>();
        made->recipe = recipe;
        made->prefix = recipe.prefix;
        made->options = resolveOptions(recipe, {});
        made->needs = std::move(needs);
        return made;
    }

    BuiltRecipe build(const RecipeOrder &order, const RecipeBuildOptions &options = {}) const
    {
        Progress progress;
        return RecipeBuilder(*store, *tarballs).build(order, options, progress);
    }

    FileTreePtr tree(const BuiltRecipe &built) const
    {
        Progress progress;
        return RecipeBuilder::readTree(built, progress);
    }

    /// What is in a folder of the cache.
    std::vector<std::string> inCache(const std::string &folder) const
    {
        std::vector<std::string> names;
        std::error_code error;
        for (const auto &entry : std::filesystem::directory_iterator(path("cache/" + folder), error))
            names.push_back(entry.path().filename().string());
        return names;
    }

    std::optional<Store> store;
    std::optional<Tarballs> tarballs;

private:
    QTemporaryDir m_folder;
};

} // namespace Refbox
