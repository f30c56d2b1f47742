// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogtools.h"
#include "gui/needspage.h"
#include "gui/needsview.h"
#include "needsfixture.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    SnapshotPtr snapshot;
    NeedsPage page;
    NeedsView *view = child<NeedsView>(page, u"view"_s);
    QToolButton *whatIf = child<QToolButton>(page, u"whatIfButton"_s);

    explicit Shown(SnapshotPtr shown = needsSnapshot())
        : snapshot(std::move(shown))
    {
        page.resize(900, 640);
        page.setSnapshot(snapshot);
        page.show();
    }

    NodeId node(const char *path) const { return snapshot->tree->find(path); }
    void select(const char *path)
    {
        page.selectNode(node(path));
        QTRY_VERIFY(page.isIdle());
    }
    QString empty() const
    {
        const auto *label = child<QLabel>(page, u"emptyLabel"_s);
        return label->isVisible() ? label->text() : QString();
    }
    BoxId box(const QString &name) const
    {
        for (BoxId number = 0; view->scene() && number < view->scene()->boxes.size(); ++number) {
            if (view->scene()->boxes[number].name == name)
                return number;
        }
        return kNoId;
    }
    QPoint middle(BoxId number) const { return view->placeOf(number).center().toPoint(); }
    void click(const QString &name) const
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, middle(box(name)));
    }
    // The lightness of a box's fill, beside its text.
    QColor fill(BoxId number) const
    {
        const QImage image = view->viewport()->grab().toImage();
        return image.pixelColor(view->placeOf(number).bottomRight().toPoint() - QPoint(7, 7));
    }
    NeedsMark::Kind mark(const QString &name) const
    {
        return view->marks().empty() ? NeedsMark::Kind::None : view->marks()[box(name)].kind;
    }
};

} // namespace

class TestNeedsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItWillShow()
    {
        NeedsPage bare;
        bare.show();
        QVERIFY(child<QLabel>(bare, u"emptyLabel"_s)->text().contains(u"Open a package"_s));
        Shown shown;
        QVERIFY(shown.empty().startsWith(u"Select a program"_s));
        shown.select("/");
        QVERIFY(shown.empty().startsWith(u"Select a vserver"_s));
        shown.select("/vsbox01/etc/motd");
        QVERIFY(shown.empty().contains(u"/vsbox01/etc/motd needs nothing"_s));
        shown.select("/vsbox01/etc");
        QVERIFY(shown.empty().startsWith(u"Nothing in /vsbox01/etc"_s));
        QVERIFY(!shown.whatIf->isEnabled());
        shown.page.setSnapshot(nullptr);
        QVERIFY(shown.empty().contains(u"Open a package"_s));
    }

    void showsAProgramAndAFolder()
    {
        Shown shown;
        shown.select("/vsbox01/bin/tool");
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(5));
        QCOMPARE(shown.view->current(), shown.box(u"tool"_s));
        QVERIFY(shown.box(u"plain"_s) == kNoId && shown.box(u"libgone.so"_s) != kNoId);
        shown.select("/vsbox01");
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(7));
        QCOMPARE(shown.view->current(), kNoId);
        QCOMPARE(child<QLabel>(shown.page, u"titleLabel"_s)->text(), u"/vsbox01"_s);
        QVERIFY(shown.view->placeOf(shown.box(u"script"_s)).bottom() <
                shown.view->placeOf(shown.box(u"tool"_s)).top());
    }

    void computesNothingWhileHidden()
    {
        Shown shown;
        shown.page.hide();
        shown.page.selectNode(shown.node("/vsbox01/bin/tool"));
        QVERIFY(!shown.page.isIdle() && !shown.view->scene());
        shown.page.show();
        QTRY_VERIFY(shown.page.isIdle());
        QVERIFY(shown.view->scene());
    }

    void theNewestSelectionWins()
    {
        Shown shown;
        for (int i = 0; i < 20; ++i) {
            shown.page.selectNode(shown.node("/vsbox01/bin"));
            shown.page.selectNode(shown.node("/refbox/bin/plain"));
        }
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(child<QLabel>(shown.page, u"titleLabel"_s)->text(), u"/refbox/bin/plain"_s);
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(3));
        // Whatever the others still answer.
        QTest::qWait(50);
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(3));
    }

    void canGoAwayWhileItComputes()
    {
        for (int i = 0; i < 20; ++i) {
            Shown shown;
            shown.page.selectNode(shown.node("/vsbox01/bin"));
        }
        QTest::qWait(20);
    }

    void hoverLightsUpWhatBelongsTogether()
    {
        Shown shown;
        shown.select("/vsbox01/bin");
        const BoxId plain = shown.box(u"plain"_s);
        const BoxId gone = shown.box(u"libgone.so"_s);
        const QColor before = shown.fill(gone);
        QTest::mouseMove(shown.view->viewport(), shown.middle(plain));
        QTRY_COMPARE(shown.view->hovered(), plain);
        const QColor faded = shown.fill(gone);
        QVERIFY2(faded.lightness() > before.lightness(), qPrintable(faded.name() + before.name()));
        QTest::mouseMove(shown.view->viewport(), shown.middle(gone));
        QTRY_COMPARE(shown.view->hovered(), gone);
        QCOMPARE(shown.fill(gone), before);
        QTest::mouseMove(shown.view->viewport(), QPoint(2, 2));
        QTRY_COMPARE(shown.view->hovered(), kNoId);
        QCOMPARE(shown.fill(gone), before);
    }

    void aClickSelectsAndKeepsThePicture()
    {
        Shown shown;
        shown.select("/vsbox01/bin");
        QSignalSpy selected(&shown.page, &NeedsPage::nodeSelected);
        const auto scene = shown.view->scene();
        shown.click(u"liba.so"_s);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<NodeId>(), shown.node("/vsbox01/lib/liba.so"));
        // The window tells all its views, this one too.
        shown.page.selectNode(shown.node("/vsbox01/lib/liba.so"));
        QVERIFY(shown.page.isIdle());
        QCOMPARE(shown.view->scene(), scene);
        QVERIFY(shown.view->accessibleDescription().startsWith(u"library /vsbox01/lib/liba.so"_s));
        shown.click(u"libgone.so"_s); // nowhere to go
        QCOMPARE(selected.size(), 1);
        QCOMPARE(shown.view->current(), shown.box(u"libgone.so"_s));
    }

    void aDoubleClickAndEnterGoThere()
    {
        Shown shown;
        shown.select("/vsbox01/bin");
        QTest::mouseDClick(shown.view->viewport(), Qt::LeftButton, {}, shown.middle(shown.box(u"liba.so"_s)));
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(child<QLabel>(shown.page, u"titleLabel"_s)->text(), u"/vsbox01/lib/liba.so"_s);
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(3));
        shown.click(u"libc.so.6"_s);
        QTest::keyClick(shown.view, Qt::Key_Return);
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(child<QLabel>(shown.page, u"titleLabel"_s)->text(), u"/vsbox01/lib/libc.so.6"_s);
    }

    void keysWalk()
    {
        Shown shown;
        shown.select("/vsbox01/bin/script");
        QSignalSpy selected(&shown.page, &NeedsPage::nodeSelected);
        QTest::keyClick(shown.view, Qt::Key_Up); // the top already
        QCOMPARE(selected.size(), 0);
        QTest::keyClick(shown.view, Qt::Key_Down);
        QCOMPARE(shown.view->current(), shown.box(u"tool"_s));
        QTest::keyClick(shown.view, Qt::Key_Down);
        QTest::keyClick(shown.view, Qt::Key_Home);
        const BoxId first = shown.view->current();
        QTest::keyClick(shown.view, Qt::Key_Right);
        QVERIFY(shown.view->current() != first);
        QTest::keyClick(shown.view, Qt::Key_Left);
        QCOMPARE(shown.view->current(), first);
    }

    void zooms()
    {
        Shown shown;
        shown.select("/vsbox01/bin");
        QCOMPARE(shown.view->zoom(), 1.0); // it fits
        const QPointF at = shown.view->placeOf(0).center();
        QWheelEvent wheel(at, shown.view->viewport()->mapToGlobal(at), {}, QPoint(0, 840), Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.view->viewport(), &wheel);
        QVERIFY(shown.view->zoom() > 3);
        QVERIFY(shown.view->horizontalScrollBar()->maximum() > 0);
        QVERIFY((shown.view->placeOf(0).center() - at).manhattanLength() < 60);
        child<QToolButton>(shown.page, u"fitButton"_s)->click();
        QCOMPARE(shown.view->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(shown.view, Qt::Key_Minus);
        QVERIFY(shown.view->zoom() < 1);
    }

    void tellsWhatBreaks()
    {
        Shown shown;
        shown.select("/vsbox01/bin");
        shown.click(u"libc.so.6"_s);
        shown.whatIf->click();
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(shown.mark(u"libc.so.6"_s), NeedsMark::Kind::Dropped);
        for (const char *name : {"tool", "plain", "script", "liba.so"})
            QCOMPARE(shown.mark(QLatin1String(name)), NeedsMark::Kind::Breaks);
        QCOMPARE(shown.mark(u"libgone.so"_s), NeedsMark::Kind::None);
        const QColor broken = shown.fill(shown.box(u"plain"_s));
        QVERIFY2(broken.red() - broken.blue() > 10, qPrintable(broken.name()));
        const auto *tree = child<QTreeWidget>(shown.page, u"breaksTree"_s);
        QVERIFY(tree->isVisible());
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->childCount(), 4);
        QVERIFY(child<QLabel>(shown.page, u"breaksLabel"_s)->text().startsWith(u'4'));
        // Another choice, another answer.
        shown.click(u"script"_s);
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(child<QLabel>(shown.page, u"breaksLabel"_s)->text(), u"Nothing would break."_s);
        QCOMPARE(shown.mark(u"plain"_s), NeedsMark::Kind::None);
        shown.whatIf->click();
        QVERIFY(!tree->isVisible() && shown.view->marks().empty());
    }

    void theRefboxIsAnsweredForEveryVserver()
    {
        Shown shown;
        shown.select("/refbox/lib/libc.so.6");
        shown.whatIf->click();
        QTRY_VERIFY(shown.page.isIdle());
        auto *tree = child<QTreeWidget>(shown.page, u"breaksTree"_s);
        QCOMPARE(tree->topLevelItemCount(), 2);
        QSignalSpy selected(&shown.page, &NeedsPage::nodeSelected);
        QTreeWidgetItem *vserver = tree->topLevelItem(1);
        QCOMPARE(vserver->text(0), u"/vsbox01"_s);
        QCOMPARE(vserver->child(0)->text(1), u"It would lack the library libc.so.6."_s);
        Q_EMIT tree->itemActivated(vserver->child(0), 0);
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<NodeId>(), shown.node("/vsbox01/bin/plain"));
        QCOMPARE(shown.view->current(), shown.box(u"plain"_s));
    }

    void unfoldsAStackAndCutsALongList()
    {
        TreeMaker maker;
        maker.library(kMadeLoader);
        for (int i = 0; i < 230; ++i)
            maker.program("/bin/p" + std::to_string(1000 + i), {});
        Shown shown(snapshotOf(maker));
        shown.select("/bin");
        QVERIFY(child<QLabel>(shown.page, u"hintLabel"_s)->text().startsWith(u"The first 200 of 230"_s));
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(2));
        QSignalSpy selected(&shown.page, &NeedsPage::nodeSelected);
        QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, shown.middle(0));
        QCOMPARE(selected.size(), 0);
        QTest::keyClick(shown.view, Qt::Key_Enter);
        QCOMPARE(shown.view->scene()->boxes.size(), std::size_t(201));
        QCOMPARE(shown.view->current(), shown.box(u"p1000"_s));
    }

    void tooManyForAPicture()
    {
        TreeMaker maker;
        std::vector<std::string> needed;
        for (int i = 0; i < 2100; ++i)
            needed.push_back("libx" + std::to_string(i) + ".so");
        maker.program("/bin/greedy", needed);
        Shown shown(snapshotOf(maker));
        shown.select("/bin/greedy");
        QVERIFY2(shown.empty().contains(u"needs 2102 files"_s), qPrintable(shown.empty()));
    }

    void aNewPlanKeepsTheSelection()
    {
        Shown shown;
        shown.select("/vsbox01/bin/tool");
        shown.page.setSnapshot(needsSnapshot());
        QTRY_VERIFY(shown.page.isIdle());
        QCOMPARE(child<QLabel>(shown.page, u"titleLabel"_s)->text(), u"/vsbox01/bin/tool"_s);
        TreeMaker maker;
        maker.file("/etc/motd", "text");
        shown.page.setSnapshot(snapshotOf(maker));
        QTRY_VERIFY(shown.page.isIdle());
        QVERIFY(shown.empty().startsWith(u"Select a program"_s));
    }

    void savesItsPicture()
    {
        Shown shown;
        shown.select("/vsbox01/bin");
        const QTemporaryDir folder;
        QString suggested;
        shown.page.savePicture = [&](const Picture &picture, const QString &name) {
            suggested = name;
            for (const char *ending : {"svg", "pdf", "png"})
                savePicture(picture, folder.filePath(u"needs."_s + QLatin1String(ending)));
        };
        child<QToolButton>(shown.page, u"saveButton"_s)->click();
        QCOMPARE(suggested, u"needs-bin"_s);
        QFile svg(folder.filePath(u"needs.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray drawing = svg.readAll();
        QVERIFY(drawing.contains("libgone.so") && drawing.contains(">missing<"));
        const QImage png(folder.filePath(u"needs.png"_s));
        QVERIFY(png.width() > 400);
    }
};

QTEST_MAIN(TestNeedsPage)
#include "tst_needspage.moc"
