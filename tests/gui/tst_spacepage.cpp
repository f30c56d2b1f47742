// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The treemap as a user has it: pointed at, opened, left; its picture by its pixels.
#include "dialogtools.h"
#include "gui/colours.h"
#include "gui/filekind.h"
#include "gui/spacepage.h"
#include "gui/spaceview.h"
#include "tree/filetreebuilder.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// A refbox of two components, a vserver with a link to one of them and a file of its own.
SnapshotPtr sample()
{
    FileTreeBuilder builder;
    const auto metadata = [&](const char *origin, std::uint16_t mode) {
        Metadata made;
        made.origin = builder.intern(origin);
        made.permissions = mode;
        return made;
    };
    const auto refbox = builder.addDirectory(FileTreeBuilder::root(), "refbox", {});
    const auto bin = builder.addDirectory(refbox, "bin", {});
    const auto shell = builder.addInlineFile(bin, "shell", metadata("shell", 0755), std::string(60'000, 's'));
    builder.addInlineFile(builder.addDirectory(refbox, "lib", {}), "libtools.so.1", metadata("tools", 0644),
                          std::string(40'000, 't'));
    const auto vserver = builder.addDirectory(FileTreeBuilder::root(), "vsbox01", {});
    builder.addHardLink(builder.addDirectory(vserver, "bin", {}), "shell", shell);
    builder.addInlineFile(builder.addDirectory(vserver, "etc", {}), "own", {}, std::string(30'000, 'o'));
    builder.addDirectory(vserver, "tmp", {});
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->title = u"sample"_s;
    snapshot->tree = builder.build();
    snapshot->colours = componentColours(*snapshot->tree);
    snapshot->refbox = snapshot->tree->find("/refbox");
    snapshot->vservers = {snapshot->tree->find("/vsbox01")};
    return snapshot;
}

struct Shown
{
    SnapshotPtr snapshot = sample();
    SpacePage page;
    SpaceView *view = child<SpaceView>(page, u"spaceView"_s);

    Shown()
    {
        page.resize(800, 600);
        page.setSnapshot(snapshot);
        page.show();
        settle();
    }

    void settle() const { QTRY_VERIFY(page.isIdle()); }
    NodeId node(const char *path) const { return snapshot->tree->find(path); }
    const TreemapItem &item(const char *path) const
    {
        const std::size_t place = view->picture()->map.itemOf(*snapshot->tree, node(path));
        const TreemapItem &found = view->picture()->map.items()[place];
        if (found.node != node(path))
            qFatal("%s is not laid out", path);
        return found;
    }
    QPoint placeOf(const char *path) const
    {
        const TreemapItem &at = item(path);
        return {static_cast<int>(at.x + at.width / 2), static_cast<int>(at.y + at.height / 2)};
    }
    QColor pixel(const QPoint &place) const { return view->grab().toImage().pixelColor(place); }
    bool isDarkNow() const { return isDark(page.palette()); }
};

} // namespace

class TestSpacePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursTellComponentKindAndSharing()
    {
        Shown shown;
        const QColor shell = shown.snapshot->colours.colour("shell", shown.isDarkNow());
        // Shared with the vserver: full. Not used by any: pale.
        QCOMPARE(shown.pixel(shown.placeOf("/refbox/bin/shell")).rgb(), shell.rgb());
        const QColor pale = shown.pixel(shown.placeOf("/refbox/lib/libtools.so.1"));
        const QColor tools = shown.snapshot->colours.colour("tools", shown.isDarkNow());
        QVERIFY(pale.rgb() != tools.rgb());
        QVERIFY(qAbs(pale.hslHue() - tools.hslHue()) < 12);
        child<QComboBox>(shown.page, u"coloursCombo"_s)->setCurrentIndex(1);
        shown.settle();
        QCOMPARE(shown.pixel(shown.placeOf("/refbox/bin/shell")).rgb(),
                 fileKindColour(FileKind::Program, shown.isDarkNow()).rgb());
    }

    // Else it would be grey all over.
    void aTreeWithoutComponentsShowsKinds()
    {
        Shown shown;
        auto *colours = child<QComboBox>(shown.page, u"coloursCombo"_s);
        QCOMPARE(colours->currentIndex(), 0);
        FileTreeBuilder builder;
        builder.addInlineFile(builder.addDirectory(FileTreeBuilder::root(), "bin", {}), "run", {},
                              std::string(10'000, 'x'));
        auto stranger = std::make_shared<Snapshot>();
        stranger->tree = builder.build();
        shown.page.setSnapshot(stranger);
        QCOMPARE(colours->currentIndex(), 1);
        colours->setCurrentIndex(0);
        shown.page.setSnapshot(shown.snapshot);
        QCOMPARE(colours->currentIndex(), 0);
        // What was chosen stays, over trees without components too.
        colours->setCurrentIndex(1);
        shown.page.setSnapshot(stranger);
        shown.page.setSnapshot(shown.snapshot);
        QCOMPARE(colours->currentIndex(), 1);
        colours->setCurrentIndex(0);
        shown.page.setSnapshot(shown.snapshot);
        QCOMPARE(colours->currentIndex(), 0);
    }

    void clicksSelectFilesAndOpenFolders()
    {
        Shown shown;
        QSignalSpy selected(&shown.page, &SpacePage::nodeSelected);
        QTest::mouseClick(shown.view, Qt::LeftButton, {}, shown.placeOf("/refbox/bin/shell"));
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox/bin/shell"));
        QCOMPARE(shown.page.top(), FileTree::root());
        const TreemapItem &folder = shown.item("/refbox");
        QVERIFY(folder.hasHeader);
        QTest::mouseClick(shown.view, Qt::LeftButton, {}, QPoint(int(folder.x) + 20, int(folder.y) + 5));
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox"));
        QCOMPARE(shown.page.top(), shown.node("/refbox"));
        shown.settle();
        QCOMPARE(shown.view->picture()->top(), shown.node("/refbox"));
        // And up again.
        child<QToolButton>(shown.page, u"upButton"_s)->click();
        QCOMPARE(shown.page.top(), FileTree::root());
        shown.settle();
        QVERIFY(!child<QToolButton>(shown.page, u"upButton"_s)->isEnabled());
    }

    void thePathLeadsUp()
    {
        Shown shown;
        shown.page.selectNode(shown.node("/refbox/bin"));
        shown.settle();
        QCOMPARE(shown.page.top(), shown.node("/refbox/bin"));
        QSignalSpy selected(&shown.page, &SpacePage::nodeSelected);
        const auto steps = child<QWidget>(shown.page, u"pathWidget"_s)->findChildren<QToolButton *>();
        for (QToolButton *step : steps) {
            if (step->text() == u"refbox"_s)
                step->click();
        }
        QTRY_COMPARE(shown.page.top(), shown.node("/refbox"));
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox"));
    }

    void keysGoFromNeighbourToNeighbour()
    {
        Shown shown;
        shown.view->setFocus();
        QSignalSpy selected(&shown.page, &SpacePage::nodeSelected);
        QTest::keyClick(shown.view, Qt::Key_Right);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox")); // the largest
        QTest::keyClick(shown.view, Qt::Key_Right);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/vsbox01"));
        QTest::keyClick(shown.view, Qt::Key_Right);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/vsbox01"));
        QTest::keyClick(shown.view, Qt::Key_Left);
        QCOMPARE(selected.last().first().value<NodeId>(), shown.node("/refbox"));
        QCOMPARE(shown.page.top(), FileTree::root());
        QTest::keyClick(shown.view, Qt::Key_Return);
        QCOMPARE(shown.page.top(), shown.node("/refbox"));
        shown.settle();
        QTest::keyClick(shown.view, Qt::Key_Backspace);
        QCOMPARE(shown.page.top(), FileTree::root());
    }

    void whatIsSelectedElsewhereIsShown()
    {
        Shown shown;
        shown.page.selectNode(shown.node("/vsbox01"));
        shown.settle();
        QCOMPARE(shown.view->picture()->top(), shown.node("/vsbox01"));
        // In the vserver the link counts; both names of it would be too much in the whole.
        QCOMPARE(shown.view->picture()->weights->of(shown.node("/vsbox01")).bytes, std::uint64_t{90'000});
        shown.page.selectNode(shown.node("/vsbox01/etc/own"));
        QCOMPARE(shown.page.top(), shown.node("/vsbox01")); // inside already
        shown.page.selectNode(shown.node("/refbox/bin/shell"));
        QCOMPARE(shown.page.top(), shown.node("/refbox/bin"));
        shown.settle();
        // A new plan keeps the folder.
        shown.snapshot = sample();
        shown.page.setSnapshot(shown.snapshot);
        shown.settle();
        QCOMPARE(shown.page.top(), shown.node("/refbox/bin"));
        shown.page.selectNode(shown.node("/vsbox01/tmp"));
        shown.settle();
        QVERIFY(child<QLabel>(shown.page, u"emptyLabel"_s)->isVisible());
    }

    void hoveringTells()
    {
        Shown shown;
        QSignalSpy told(&shown.page, &SpacePage::told);
        QTest::mouseMove(shown.view, shown.placeOf("/vsbox01/etc/own"));
        QTRY_VERIFY(!told.isEmpty());
        const QString text = told.last().first().toString();
        QVERIFY2(text.contains(u"/vsbox01/etc/own"_s) && text.contains(u"30.0 kB"_s) &&
                     text.contains(u"private"_s),
                 qPrintable(text));
    }

    void picturesAreSaved()
    {
        Shown shown;
        QTemporaryDir dir;
        const QString path = dir.filePath(u"space.svg"_s);
        shown.page.savePicture = [&](const Picture &picture, const QString &) {
            Refbox::savePicture(picture, path);
        };
        child<QPushButton>(shown.page, u"saveButton"_s)->click();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("Space of sample") && text.contains("libtools.so.1") &&
                text.contains("Faded: private"));
    }

    void kindsAreToldByName()
    {
        FileTreeBuilder builder;
        const auto folder = [&](const char *name) {
            return builder.addDirectory(FileTreeBuilder::root(), name, {});
        };
        const Metadata program;
        Metadata plain;
        plain.permissions = 0644;
        const auto lib = folder("lib");
        builder.addInlineFile(lib, "libc.so.6", program, "x");
        builder.addInlineFile(lib, "some.sort", plain, "x");
        builder.addInlineFile(lib, "run", program, "x");
        builder.addInlineFile(lib, "run.py", program, "x");
        builder.addInlineFile(lib, "a.tar.xz", plain, "x");
        builder.addInlineFile(lib, "a.png", plain, "x");
        builder.addInlineFile(folder("etc"), "passwd", plain, "x");
        builder.addInlineFile(folder("man"), "ls.1.gz", plain, "x");
        const FileTreePtr tree = builder.build();
        const auto kind = [&](const char *path) { return fileKindOf(*tree, tree->find(path)); };
        QCOMPARE(kind("/lib/libc.so.6"), FileKind::Library);
        QCOMPARE(kind("/lib/some.sort"), FileKind::Other);
        QCOMPARE(kind("/lib/run"), FileKind::Program);
        QCOMPARE(kind("/lib/run.py"), FileKind::Script);
        QCOMPARE(kind("/lib/a.tar.xz"), FileKind::Archive);
        QCOMPARE(kind("/lib/a.png"), FileKind::Media);
        QCOMPARE(kind("/etc/passwd"), FileKind::Configuration);
        QCOMPARE(kind("/man/ls.1.gz"), FileKind::Documentation);
    }
};

QTEST_MAIN(TestSpacePage)
#include "tst_spacepage.moc"
