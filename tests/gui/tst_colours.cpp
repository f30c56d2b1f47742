// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours of components: told apart as long as there are hues, and steady.
#include "gui/colours.h"
#include "tree/filetreebuilder.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Refbox;

namespace {

std::vector<std::string> someNames(int count)
{
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back("component-" + std::to_string(i));
    std::sort(names.begin(), names.end());
    return names;
}

std::set<QRgb> coloursOf(const ComponentColours &colours)
{
    std::set<QRgb> found;
    for (const std::string &name : colours.names())
        found.insert(colours.colour(name, false).rgb());
    return found;
}

} // namespace

class TestColours final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoAreAlikeWhileThereAreHues()
    {
        for (int count = 0; count <= kComponentHues; ++count)
            QCOMPARE(coloursOf(ComponentColours(someNames(count))).size(), static_cast<std::size_t>(count));
        QCOMPARE(coloursOf(ComponentColours(someNames(100))).size(), std::size_t(kComponentHues));
    }

    void aHueIsKeptWhereNobodyElseAsksForIt()
    {
        const std::vector<std::string> names = someNames(kComponentHues);
        const ComponentColours all(names);
        int kept = 0;
        for (const std::string &name : names) {
            const QColor alone = ComponentColours({name}).colour(name, true);
            kept += all.colour(name, true) == alone ? 1 : 0;
            QCOMPARE(ComponentColours().colour(name, true), alone); // of a component that it does not know
        }
        QCOMPARE(static_cast<std::size_t>(kept), [&] {
            std::set<QRgb> asked;
            for (const std::string &name : names)
                asked.insert(ComponentColours({name}).colour(name, true).rgb());
            return asked.size();
        }());
    }

    void noComponentIsGrey()
    {
        for (const bool dark : {false, true}) {
            QCOMPARE(ComponentColours(someNames(3)).colour({}, dark), neutralColour(dark));
            QCOMPARE(neutralColour(dark).hslSaturation(), 0);
        }
    }

    void aTreesComponentsAreFound()
    {
        FileTreeBuilder builder;
        Metadata metadata;
        for (const char *name : {"tools", "shell", "tools"}) {
            metadata.origin = builder.intern(name);
            builder.addInlineFile(FileTreeBuilder::root(), std::string(name) + std::to_string(m_files++),
                                  metadata, "x");
        }
        builder.addInlineFile(FileTreeBuilder::root(), "own", {}, "x");
        QCOMPARE(componentColours(*builder.build()).names(), (std::vector<std::string>{"shell", "tools"}));
    }

private:
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestColours)
#include "tst_colours.moc"
