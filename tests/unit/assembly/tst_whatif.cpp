// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/checker.h"
#include "assembly/whatif.h"
#include "software/needsgraph.h"
#include "tree/sides.h"
#include "unit/software/elfmaker.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace Refbox;

namespace {

using Texts = std::vector<std::string>;

// "/vsbox01: gone /vsbox01/bin/x", "/vsbox01: /vsbox01/bin/y lacks library liba.so"
Texts effectTexts(const FileTree &tree, const WhatIf &whatIf)
{
    Texts texts;
    for (const RootEffects &effects : whatIf.roots) {
        const std::string root = tree.path(effects.root) + ": ";
        for (const NodeId node : effects.gone)
            texts.push_back(root + "gone " + tree.path(node));
        for (const DropEffect &effect : effects.breaks) {
            const std::string by = effect.askedBy == effect.node ? "" : " for " + tree.path(effect.askedBy);
            texts.push_back(root + tree.path(effect.node) + " lacks " + dropEffectName(effect.kind) + " " +
                            effect.name + by);
        }
        for (const DropEffect &effect : effects.switches)
            texts.push_back(root + tree.path(effect.node) + " gets " + effect.name + " from " +
                            (effect.instead == kNoId ? "nowhere" : tree.path(effect.instead)));
    }
    return texts;
}

struct Sample
{
    FileTreePtr tree;
    std::optional<LinkMap> links;

    explicit Sample(TreeMaker &maker)
        : tree(maker.builder.build())
    {
        const Sides sides = guessSides(*tree);
        if (sides.refbox != kNoId)
            links = buildLinkMap(*tree, sides.vservers, sides.refbox);
    }

    WhatIf drop(const std::string &path, const std::vector<NodeId> &kept = {}) const
    {
        Progress progress;
        const std::vector<NodeId> nodes{tree->find(path)};
        return whatIfDropped(*tree, links ? &*links : nullptr, nodes, kept, progress);
    }
    Texts texts(const std::string &path, const std::vector<NodeId> &kept = {}) const
    {
        return effectTexts(*tree, drop(path, kept));
    }
};

constexpr const char *kLoaderIn = "/lib64/ld-linux-x86-64.so.2";

} // namespace

class TestWhatIf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void librariesBreakWhatNeedsThem()
    {
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.library("/lib/libc.so.6");
        maker.library("/lib/libz.so.1.3", {"libc.so.6"});
        maker.link("/lib/libz.so.1", "libz.so.1.3");
        maker.library("/lib/libpng.so", {"libz.so.1"});
        maker.program("/bin/draw", {"libpng.so"});
        maker.hardLink("/bin/sketch", "/bin/draw");
        maker.program("/bin/plain", {"libc.so.6"});
        maker.file("/bin/script", "#!/bin/draw\n");
        const Sample sample(maker);
        QCOMPARE(
            sample.texts("/lib/libz.so.1.3"),
            (Texts{"/: gone /lib/libz.so.1.3", "/: /bin/draw lacks library libz.so.1 for /lib/libpng.so",
                   "/: /bin/script lacks library libz.so.1 for /lib/libpng.so",
                   "/: /lib/libpng.so lacks library libz.so.1", "/: /lib/libz.so.1 lacks link libz.so.1.3"}));
        QCOMPARE(sample.drop("/lib/libz.so.1.3").roots[0].breaks[0].names, 2U);
        // The link on the way counts as the library itself.
        QCOMPARE(sample.texts("/lib/libz.so.1").size(), std::size_t(4));
        QCOMPARE(sample.texts("/bin/plain"), (Texts{"/: gone /bin/plain"}));
        QCOMPARE(sample.texts("/lib").size(), std::size_t(8)); // four go with it, all of /bin breaks
    }

    void scriptsBreakWithTheirInterpreter()
    {
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.program("/usr/bin/python3.11", {});
        maker.link("/usr/bin/python3", "python3.11");
        maker.program("/usr/bin/env", {});
        maker.file("/bin/tool", "#!/usr/bin/env python3\n");
        maker.file("/bin/other", "#!/usr/bin/python3.11\n");
        const Sample sample(maker);
        QCOMPARE(sample.texts("/usr/bin/python3"),
                 (Texts{"/: gone /usr/bin/python3", "/: /bin/tool lacks interpreter python3"}));
        QCOMPARE(sample.texts("/usr/bin/env"),
                 (Texts{"/: gone /usr/bin/env", "/: /bin/tool lacks interpreter /usr/bin/env"}));
        QCOMPARE(sample.drop("/usr/bin/python3.11").roots[0].breaks.size(), std::size_t(3));
        QCOMPARE(sample.texts(kLoaderIn)[1],
                 "/: /bin/other lacks loader " + std::string(kLoaderIn) + " for /usr/bin/python3.11");
    }

    void anotherCopyMayTakeOver()
    {
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.library("/lib/libz.so");
        maker.library("/usr/lib/libz.so");
        maker.program("/bin/a", {"libz.so"});
        const Sample sample(maker);
        QCOMPARE(sample.texts("/lib/libz.so"),
                 (Texts{"/: gone /lib/libz.so", "/: /bin/a gets libz.so from /usr/lib/libz.so"}));
        QCOMPARE(sample.texts("/usr/lib/libz.so"), (Texts{"/: gone /usr/lib/libz.so"}));
    }

    void theLoadersListOfFoldersCounts()
    {
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.library("/opt/lib/libo.so");
        maker.file("/etc/ld.so.conf", "/opt/lib\n", 0644);
        maker.file("/etc/ld.so.cache", "", 0644);
        maker.program("/bin/a", {"libo.so"});
        const Sample sample(maker);
        QCOMPARE(sample.texts("/etc/ld.so.conf"),
                 (Texts{"/: gone /etc/ld.so.conf", "/: /bin/a lacks library libo.so"}));
    }

    void whatWasBrokenDoesNotBreak()
    {
        TreeMaker maker;
        maker.library(kLoaderIn);
        maker.library("/lib/liba.so");
        maker.program("/bin/poor", {"nowhere.so"});
        maker.program("/bin/poorer", {"nowhere.so", "liba.so"});
        maker.link("/bin/dangling", "nothing");
        const Sample sample(maker);
        QCOMPARE(sample.texts("/lib/liba.so"),
                 (Texts{"/: gone /lib/liba.so", "/: /bin/poorer lacks library liba.so"}));
    }

    void theRefboxIsAnsweredForEveryVserver()
    {
        TreeMaker maker;
        maker.library("/refbox" + std::string(kLoaderIn));
        maker.library("/refbox/lib/libc.so.6");
        maker.program("/refbox/bin/sh", {"libc.so.6"});
        maker.file("/refbox/opt/doc", "text", 0644);
        for (const std::string box : {"/vsbox01", "/vsbox02"}) {
            maker.hardLink(box + kLoaderIn, "/refbox" + std::string(kLoaderIn));
            maker.hardLink(box + "/lib/libc.so.6", "/refbox/lib/libc.so.6");
            maker.hardLink(box + "/bin/sh", "/refbox/bin/sh");
        }
        maker.library("/vsbox03" + std::string(kLoaderIn));
        maker.library("/vsbox03/lib/libc.so.6"); // a private copy
        maker.hardLink("/vsbox03/bin/sh", "/refbox/bin/sh");
        maker.link("/vsbox03/doc", "/refbox/opt/doc");
        const Sample sample(maker);
        QCOMPARE(
            sample.texts("/refbox/lib/libc.so.6"),
            (Texts{"/refbox: gone /refbox/lib/libc.so.6", "/refbox: /refbox/bin/sh lacks library libc.so.6",
                   "/vsbox01: gone /vsbox01/lib/libc.so.6",
                   "/vsbox01: /vsbox01/bin/sh lacks library libc.so.6",
                   "/vsbox02: gone /vsbox02/lib/libc.so.6",
                   "/vsbox02: /vsbox02/bin/sh lacks library libc.so.6"}));
        QCOMPARE(sample.texts("/vsbox02/lib/libc.so.6"),
                 (Texts{"/vsbox02: gone /vsbox02/lib/libc.so.6",
                        "/vsbox02: /vsbox02/bin/sh lacks library libc.so.6"}));
        QCOMPARE(sample.texts("/refbox/opt"),
                 (Texts{"/refbox: gone /refbox/opt", "/refbox: gone /refbox/opt/doc",
                        "/vsbox03: /vsbox03/doc lacks link /refbox/opt/doc"}));
    }

    void whatIsKeptStaysUnlessItIsDroppedItself()
    {
        TreeMaker maker;
        maker.program("/refbox/bin/sh", {}, {}, "");
        for (const std::string box : {"/vsbox01", "/vsbox02"})
            maker.hardLink(box + "/bin/sh", "/refbox/bin/sh");
        const Sample sample(maker);
        const NodeId imported = sample.tree->find("/vsbox02/bin/sh");
        QCOMPARE(sample.texts("/refbox/bin", {imported}),
                 (Texts{"/refbox: gone /refbox/bin", "/refbox: gone /refbox/bin/sh",
                        "/vsbox01: gone /vsbox01/bin/sh"}));
        QCOMPARE(sample.texts("/vsbox02/bin/sh", {imported}), Texts{"/vsbox02: gone /vsbox02/bin/sh"});
        QCOMPARE(sample.drop("/refbox/bin", {imported}).roots.size(), 2U);
    }

    void oneOfSeveralNamesInTheRefbox()
    {
        TreeMaker maker;
        maker.program("/refbox/bin/busybox", {}, {}, "");
        maker.hardLink("/refbox/bin/ls", "/refbox/bin/busybox");
        maker.hardLink("/vsbox01/bin/busybox", "/refbox/bin/busybox");
        maker.hardLink("/vsbox01/bin/ls", "/refbox/bin/busybox");
        maker.file("/vsbox01/bin/script", "#!/bin/ls\n");
        const Sample sample(maker);
        QCOMPARE(sample.texts("/refbox/bin/ls"),
                 (Texts{"/refbox: gone /refbox/bin/ls", "/vsbox01: gone /vsbox01/bin/ls",
                        "/vsbox01: /vsbox01/bin/script lacks interpreter /bin/ls"}));
    }

    void canBeCancelled()
    {
        TreeMaker maker;
        maker.library("/lib/liba.so");
        const Sample sample(maker);
        Progress progress;
        progress.cancel();
        const std::vector<NodeId> nodes{sample.tree->find("/lib")};
        QVERIFY_THROWS_EXCEPTION(Cancelled, whatIfDropped(*sample.tree, nullptr, nodes, {}, progress));
    }

    // What breaks is what the checker says of the tree without these names and did not say before; what
    // breaks or gets another file is what the needs graph leads up to.
    void agreesWithTheCheckerAndTheGraph()
    {
        std::mt19937 random(11);
        int broken = 0;
        for (int round = 0; round < 300; ++round) {
            TreeMaker maker;
            fill(maker, random, round % 2 == 0);
            const Sample sample(maker);
            const FileTree &tree = *sample.tree;
            NodeId dropped = 1 + static_cast<NodeId>(random() % (tree.nodeCount() - 1));
            const std::string path = tree.path(dropped);
            const WhatIf whatIf = sample.drop(path);
            std::set<std::string> breaks;
            for (const DropEffect &effect : whatIf.roots[0].breaks)
                breaks.insert(tree.path(effect.node));
            QVERIFY2(breaks == slowBreaks(tree, dropped), path.c_str());
            broken += static_cast<int>(breaks.size());
            if (tree.inodeAt(dropped).isRegular() && tree.names(tree.inodeOf(dropped)).size() == 1)
                checkGraph(tree, dropped, whatIf.roots[0]);
        }
        QVERIFY(broken > 300);
    }

private:
    static void fill(TreeMaker &maker, std::mt19937 &random, bool twins)
    {
        maker.library(kLoaderIn);
        const auto some = [&](std::size_t most) {
            Texts names;
            for (std::size_t i = random() % (most + 1); i > 0; --i)
                names.push_back("lib" + std::to_string(random() % 7) + ".so");
            return names;
        };
        for (int i = 0; i < 7; ++i) {
            const std::string name = "lib" + std::to_string(i) + ".so";
            maker.library("/usr/lib/" + name, some(2));
            if (twins && random() % 4 == 0)
                maker.link("/lib/" + name, random() % 2 == 0 ? "/usr/lib/" + name : "../usr/lib/lib0.so");
        }
        for (int i = 0; i < 5; ++i)
            maker.program("/bin/p" + std::to_string(i), some(3));
        for (int i = 0; i < 4; ++i)
            maker.file("/bin/s" + std::to_string(i), "#!/bin/p" + std::to_string(random() % 6) + "\n");
        maker.link("/bin/l", "p0");
        maker.link("/usr/l", "../bin/l");
    }

    // By the checker's findings, over a tree that is built anew without what is dropped. A script whose
    // interpreter cannot start is no finding of its own.
    static std::set<std::string> slowBreaks(const FileTree &tree, NodeId dropped)
    {
        FileTreeBuilder builder;
        FileTreeBuilder::CopyOptions whole;
        whole.contentsOnly = true;
        builder.copySubtree(FileTreeBuilder::root(), {}, tree, 0, whole);
        builder.remove(builder.find(tree.path(dropped)));
        const auto before = findingsOf(tree);
        const FileTreePtr rest = builder.build();
        std::set<std::string> breaks;
        for (const auto &[path, subjects] : findingsOf(*rest)) {
            const auto known = before.find(path);
            const bool isNew = std::any_of(subjects.begin(), subjects.end(), [&](const std::string &subject) {
                return known == before.end() || !known->second.contains(subject);
            });
            if (isNew)
                breaks.insert(path);
        }
        return breaks;
    }

    using Lacks = std::map<std::string, std::set<std::string>>; // by path

    static Lacks findingsOf(const FileTree &tree)
    {
        Progress progress;
        const std::vector<NodeId> roots{0};
        Lacks direct;
        for (const Finding &finding : checkTree(tree, roots, progress)) {
            if (finding.id.starts_with("missing-") || finding.id == "dangling-link")
                direct[finding.path].insert(finding.subject);
        }
        // A file lacks what anything that it needs lacks.
        Lacks all = direct;
        std::vector<NodeId> files;
        for (NodeId node = 0; node < tree.nodeCount(); ++node) {
            if (mayHoldCode(tree, node))
                files.push_back(node);
        }
        const NeedsGraph graph = needsGraph(tree, 0, files);
        for (std::uint32_t number = 0; number < graph.nodes.size(); ++number) {
            if (graph.nodes[number].isMissing())
                continue;
            const auto reach = neededBy(graph, number);
            for (std::uint32_t other = 0; other < reach.size(); ++other) {
                const auto lacks = reach[other] && !graph.nodes[other].isMissing()
                                       ? direct.find(tree.path(graph.nodes[other].node))
                                       : direct.end();
                if (lacks != direct.end())
                    all[tree.path(graph.nodes[number].node)].insert(lacks->second.begin(),
                                                                    lacks->second.end());
            }
        }
        return all;
    }

    static void checkGraph(const FileTree &tree, NodeId dropped, const RootEffects &effects)
    {
        std::vector<NodeId> files;
        for (NodeId node = 0; node < tree.nodeCount(); ++node) {
            if (mayHoldCode(tree, node))
                files.push_back(node);
        }
        const NeedsGraph graph = needsGraph(tree, 0, files);
        std::set<NodeId> expected;
        for (std::uint32_t number = 0; number < graph.nodes.size(); ++number) {
            if (graph.nodes[number].node != dropped)
                continue;
            const auto users = needing(graph, number);
            for (std::uint32_t other = 0; other < users.size(); ++other) {
                if (users[other] && other != number)
                    expected.insert(graph.nodes[other].node);
            }
        }
        std::set<NodeId> found;
        for (const auto *list : {&effects.breaks, &effects.switches}) {
            for (const DropEffect &effect : *list) {
                if (effect.kind != DropEffect::Kind::Link)
                    found.insert(effect.node);
            }
        }
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
