// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a plan holds beside the refbox and the vservers: /baby/src.
#include "tree/content.h"
#include "unit/assembly/projectlab.h"
#include "unit/formats/tarmaker.h"

#include <QTest>

#include <fstream>

using namespace Refbox;
using RefboxTest::TarMaker;

class TestPlanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_lab = std::make_unique<ProjectLab>();
        std::filesystem::create_directory(at("other"));
    }

    void archivesStandInSourcesAsTheyCame()
    {
        const std::string first = TarMaker().file("bin/a", "one").end();
        const std::string second = TarMaker().file("bin/b", "two").end();
        add("one", "tool.tar", first);
        add("again", "tool.tar", first); // the same file: it stands there once
        add("two", "other/tool.tar", second);
        const Plan plan = m_lab->plan();
        QCOMPARE(sources(plan), std::string("tool.tar two-tool.tar "));
        QCOMPARE(content(plan, "/baby/src/tool.tar"), first);
        QCOMPARE(content(plan, "/baby/src/two-tool.tar"), second);
        QVERIFY(plan.tree->find("/refbox/opt/two/bin/b") != kNoId);
    }

    void anArchiveInPartsBringsAllOfThem()
    {
        const std::string whole = TarMaker().file("bin/a", std::string(3000, 'x')).end();
        write("tool.tar.002", whole.substr(1000, 1000));
        write("tool.tar.003", whole.substr(2000));
        add("one", "tool.tar.001", whole.substr(0, 1000));
        const Plan plan = m_lab->plan();
        QCOMPARE(sources(plan), std::string("tool.tar.001 tool.tar.002 tool.tar.003 "));
        QCOMPARE(content(plan, "/baby/src/tool.tar.001") + content(plan, "/baby/src/tool.tar.002") +
                     content(plan, "/baby/src/tool.tar.003"),
                 whole);
        QVERIFY(plan.tree->find("/refbox/opt/one/bin/a") != kNoId);
    }

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + '/' + name; }
    void write(const std::string &name, const std::string &bytes) const
    {
        std::ofstream(at(name), std::ios::binary) << bytes;
    }
    void add(const std::string &component, const std::string &name, const std::string &bytes)
    {
        write(name, bytes);
        Component added;
        added.name = component;
        added.prefix = "/opt/" + component;
        added.source = ArchiveSource{at(name)};
        m_lab->project.components.push_back(added);
    }
    static std::string sources(const Plan &plan)
    {
        std::string names;
        for (const NodeId child : plan.tree->children(plan.tree->find("/baby/src")))
            names.append(plan.tree->name(child)).append(" ");
        return names;
    }
    static std::string content(const Plan &plan, const char *path)
    {
        return readAll(*plan.tree, plan.tree->inodeOf(plan.tree->find(path)), 1 << 20);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectLab> m_lab;
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
