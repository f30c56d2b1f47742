// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "elfmaker.h"
#include "software/libraries.h"
#include "software/needsgraph.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace Refbox;

namespace {

using Texts = std::vector<std::string>;

std::string nodeText(const FileTree &tree, const NeedsNode &node)
{
    return node.isMissing() ? "missing " + node.name : tree.path(node.node);
}

// "/a -library libx.so-> /lib/libx.so.1"
Texts edgeTexts(const FileTree &tree, const NeedsGraph &graph)
{
    Texts texts;
    for (const NeedsEdge &edge : graph.edges)
        texts.push_back(nodeText(tree, graph.nodes[edge.from]) + " -" + needKindName(edge.kind) + " " +
                        edge.name + "-> " + nodeText(tree, graph.nodes[edge.to]));
    std::sort(texts.begin(), texts.end());
    return texts;
}

NeedsGraph graphOf(const FileTree &tree, const std::string &root, const Texts &files)
{
    std::vector<NodeId> nodes;
    for (const std::string &file : files)
        nodes.push_back(tree.find(file));
    return needsGraph(tree, tree.find(root), nodes);
}

void addLoader(TreeMaker &maker, const std::string &root = {})
{
    maker.library(root + "/lib64/ld-linux-x86-64.so.2");
}

} // namespace

class TestNeedsGraph final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsLibrariesThroughLinks()
    {
        TreeMaker maker;
        addLoader(maker);
        maker.program("/bin/tool", {"liba.so.1", "libc.so.6"});
        maker.library("/usr/lib/liba.so.1.2.3", {"libc.so.6"});
        maker.link("/lib", "usr/lib");
        maker.link("/usr/lib/liba.so.1", "liba.so.1.2.3");
        maker.library("/usr/lib/libc.so.6", {"ld-linux-x86-64.so.2"});
        const FileTreePtr tree = maker.builder.build();
        const NeedsGraph graph = graphOf(*tree, "/", {"/bin/tool"});
        const std::string loader = "/lib64/ld-linux-x86-64.so.2";
        QCOMPARE(edgeTexts(*tree, graph),
                 (Texts{"/bin/tool -library liba.so.1-> /usr/lib/liba.so.1.2.3",
                        "/bin/tool -library libc.so.6-> /usr/lib/libc.so.6",
                        "/bin/tool -loader " + loader + "-> " + loader,
                        "/usr/lib/liba.so.1.2.3 -library libc.so.6-> /usr/lib/libc.so.6",
                        "/usr/lib/libc.so.6 -library ld-linux-x86-64.so.2-> " + loader}));
        QVERIFY(graph.nodes[0].asked && graph.nodes[0].kind == NeedsNode::Kind::Program);
        QVERIFY(std::any_of(graph.nodes.begin(), graph.nodes.end(), [](const NeedsNode &node) {
            return node.kind == NeedsNode::Kind::Loader && !node.asked;
        }));
        QCOMPARE(graph.missingCount(), std::size_t(0));
    }

    void seesARootAsItsProgramsDo()
    {
        TreeMaker maker;
        addLoader(maker);
        maker.library("/lib/libc.so.6"); // outside: of no use to the vserver
        addLoader(maker, "/box");
        maker.program("/box/bin/tool", {"libc.so.6"});
        maker.link("/box/bin/alias", "/bin/tool");
        maker.link("/box/bin/dangling", "/bin/nothing");
        const FileTreePtr tree = maker.builder.build();
        const NeedsGraph graph = graphOf(*tree, "/box", {"/box/bin/alias", "/box/bin/dangling"});
        QCOMPARE(
            edgeTexts(*tree, graph),
            (Texts{"/box/bin/tool -library libc.so.6-> missing libc.so.6",
                   "/box/bin/tool -loader /lib64/ld-linux-x86-64.so.2-> /box/lib64/ld-linux-x86-64.so.2"}));
        QCOMPARE(tree->path(graph.nodes[0].node), std::string("/box/bin/tool"));
        QCOMPARE(graph.nodes[1].name, std::string("/bin/nothing"));
        QVERIFY(graph.nodes[0].asked && graph.nodes[1].asked);
        QCOMPARE(graph.missingCount(), std::size_t(2));
    }

    void followsInterpreters()
    {
        TreeMaker maker;
        maker.program("/usr/bin/python3", {}, {}, "/lib/none.so");
        maker.program("/usr/bin/env", {}, {}, "/lib/none.so");
        maker.file("/bin/a", "#!/usr/bin/env python3\n");
        maker.file("/bin/b", "#!/bin/a -x\n");
        maker.file("/bin/c", "#!/bin/nosuch\n");
        maker.file("/bin/text", "just text");
        const FileTreePtr tree = maker.builder.build();
        const NeedsGraph graph = graphOf(*tree, "/", {"/bin/b", "/bin/c", "/bin/text"});
        QCOMPARE(
            edgeTexts(*tree, graph),
            (Texts{"/bin/a -interpreter /usr/bin/env-> /usr/bin/env",
                   "/bin/a -interpreter python3-> /usr/bin/python3", "/bin/b -interpreter /bin/a-> /bin/a",
                   "/bin/c -interpreter /bin/nosuch-> missing /bin/nosuch",
                   "/usr/bin/env -loader /lib/none.so-> missing /lib/none.so",
                   "/usr/bin/python3 -loader /lib/none.so-> missing /lib/none.so"}));
        QCOMPARE(graph.nodes[0].kind, NeedsNode::Kind::Script);
        QCOMPARE(graph.nodes[2].kind, NeedsNode::Kind::Other);
    }

    void oneNodeForAllNamesOfAFile()
    {
        TreeMaker maker;
        addLoader(maker);
        maker.program("/bin/busybox", {"libc.so.6"});
        maker.hardLink("/bin/ls", "/bin/busybox");
        maker.library("/lib/libc.so.6");
        maker.hardLink("/lib/libc.so", "/lib/libc.so.6");
        maker.library("/lib/libb.so", {"libc.so"});
        maker.program("/bin/other", {"libb.so", "libc.so.6"});
        const FileTreePtr tree = maker.builder.build();
        const NeedsGraph graph = graphOf(*tree, "/", {"/bin/ls", "/bin/busybox", "/bin/other"});
        QCOMPARE(graph.nodes.size(), std::size_t(5));
        QCOMPARE(tree->path(graph.nodes[0].node), std::string("/bin/ls"));
        // The same file by two names: two edges for those who ask so, one arc.
        const auto texts = edgeTexts(*tree, graph);
        QVERIFY(std::find(texts.begin(), texts.end(), "/lib/libb.so -library libc.so-> /lib/libc.so.6") !=
                texts.end());
    }

    void survivesDamage()
    {
        TreeMaker maker;
        maker.file("/bin/broken", std::string("\177ELF") + std::string(40, '\7'));
        maker.file("/bin/self", "#!/bin/self\n");
        maker.library("/lib/liba.so", {"libb.so"});
        maker.library("/lib/libb.so", {"liba.so"});
        const FileTreePtr tree = maker.builder.build();
        const NeedsGraph graph = graphOf(*tree, "/", {"/bin/broken", "/bin/self", "/lib/liba.so"});
        QVERIFY(!graph.nodes[0].problem.empty());
        QCOMPARE(edgeTexts(*tree, graph), (Texts{"/bin/self -interpreter /bin/self-> /bin/self",
                                                 "/lib/liba.so -library libb.so-> /lib/libb.so",
                                                 "/lib/libb.so -library liba.so-> /lib/liba.so"}));
    }

    void listsProgramsBelowAFolder()
    {
        TreeMaker maker;
        maker.program("/bin/a", {});
        maker.hardLink("/bin/again", "/bin/a");
        maker.file("/bin/b", "#!/bin/a\n");
        maker.file("/bin/note", "no program", 0644);
        maker.library("/lib/libx.so");
        const FileTreePtr tree = maker.builder.build();
        const auto below = [&](const char *path, std::size_t limit) {
            const ProgramsBelow programs = programsBelow(*tree, 0, tree->find(path), limit);
            Texts texts{std::to_string(programs.total)};
            for (const NodeId node : programs.files)
                texts.push_back(tree->path(node));
            return texts;
        };
        QCOMPARE(below("/", 9), (Texts{"2", "/bin/a", "/bin/b"}));
        QCOMPARE(below("/", 1), (Texts{"2", "/bin/a"}));
        QCOMPARE(below("/lib", 9), (Texts{"1", "/lib/libx.so"}));
        QCOMPARE(below("/bin/note", 9), (Texts{"1", "/bin/note"}));
    }

    // Against the definition, over random libraries that need each other: what the graph reaches from a
    // program is what its closure lists; needing() is neededBy() turned round.
    void agreesWithTheClosure()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 60; ++round) {
            const FileTreePtr tree = randomTree(random);
            TreeView view(*tree);
            LibraryResolver resolver(view);
            const ProgramsBelow programs = programsBelow(*tree, 0, 0, 1000);
            const NeedsGraph graph = needsGraph(*tree, 0, programs.files);
            for (std::uint32_t number = 0; number < programs.files.size(); ++number) {
                const Closure closure = resolver.closure(view.pathOf(programs.files[number]));
                std::set<std::string> expected{tree->path(programs.files[number])};
                expected.insert(closure.interpreterReal.empty() ? "missing " + closure.interpreter
                                                                : closure.interpreterReal);
                for (const ResolvedLibrary &library : closure.libraries)
                    expected.insert(library.realPath);
                for (const MissingLibrary &missing : closure.missing)
                    expected.insert("missing " + missing.name);
                std::set<std::string> found;
                const auto reach = neededBy(graph, number);
                for (std::uint32_t i = 0; i < reach.size(); ++i) {
                    if (reach[i])
                        found.insert(nodeText(*tree, graph.nodes[i]));
                    QCOMPARE(reach[i], needing(graph, i)[number]);
                }
                QCOMPARE(found, expected);
            }
        }
    }

private:
    static FileTreePtr randomTree(std::mt19937 &random)
    {
        TreeMaker maker;
        if (random() % 4 != 0)
            addLoader(maker);
        const auto some = [&](std::size_t most) {
            Texts names;
            for (std::size_t i = random() % (most + 1); i > 0; --i)
                names.push_back("lib" + std::to_string(random() % 9) + ".so");
            return names;
        };
        for (int i = 0; i < 8; ++i) { // the ninth is missing
            const std::string name = "lib" + std::to_string(i) + ".so";
            if (random() % 3 == 0) {
                maker.library("/opt/" + name, some(3));
                maker.link("/lib/" + name, "../opt/" + name);
            } else {
                maker.library("/usr/lib/" + name, some(3));
            }
        }
        for (int i = 0; i < 5; ++i)
            maker.program("/bin/program" + std::to_string(i), some(4));
        return maker.builder.build();
    }
};

QTEST_GUILESS_MAIN(TestNeedsGraph)
#include "tst_needsgraph.moc"
