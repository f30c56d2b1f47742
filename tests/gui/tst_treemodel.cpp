// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foundmodel.h"
#include "gui/treemodel.h"
#include "tree/filetreebuilder.h"
#include "tree/treesizes.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

using namespace Refbox;

namespace {

SnapshotPtr snapshotOf(FileTreeBuilder &builder)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->title = QStringLiteral("test");
    snapshot->tree = builder.build();
    snapshot->bytes = subtreeBytes(*snapshot->tree);
    snapshot->refbox = snapshot->tree->find("/refbox");
    return snapshot;
}

SnapshotPtr smallSnapshot()
{
    FileTreeBuilder builder;
    Metadata setUid;
    setUid.permissions = 04755;
    const auto refbox = builder.addDirectory(FileTreeBuilder::root(), "refbox", {});
    const auto bin = builder.addDirectory(refbox, "bin", {});
    const auto busybox = builder.addInlineFile(bin, "busybox", setUid, std::string(1500, 'x'));
    builder.addHardLink(bin, "ls", busybox);
    builder.addSymlink(bin, "sh", {}, "busybox");
    const auto vserver = builder.addDirectory(FileTreeBuilder::root(), "vsbox01", {});
    builder.addHardLink(vserver, "ls", busybox);
    builder.addSpecial(vserver, "null", {}, FileType::CharDevice, 1, 3);
    builder.addInlineFile(vserver, "line\nbreak", {}, "x");
    return snapshotOf(builder);
}

QString cell(const TreeModel &model, const SnapshotPtr &snapshot, const char *path, NodeColumn column)
{
    const QModelIndex index = model.indexOf(snapshot->tree->find(path));
    return index.siblingAtColumn(static_cast<int>(column)).data().toString();
}

} // namespace

class TestTreeModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAConsistentModel()
    {
        for (const auto root : {TreeModel::RootRow::Shown, TreeModel::RootRow::Hidden}) {
            TreeModel model(root);
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.setSnapshot(smallSnapshot());
            QCOMPARE(model.rowCount(), root == TreeModel::RootRow::Shown ? 1 : 2);
            model.setSnapshot(smallSnapshot(), smallSnapshot()->refbox);
            model.setSnapshot(nullptr);
            QCOMPARE(model.rowCount(), 0);
        }
    }

    void everyNodeIsFoundAndLeadsBack()
    {
        const SnapshotPtr snapshot = smallSnapshot();
        TreeModel model(TreeModel::RootRow::Shown);
        model.setSnapshot(snapshot);
        for (NodeId node = 0; node < snapshot->tree->nodeCount(); ++node) {
            const QModelIndex index = model.indexOf(node);
            QCOMPARE(model.nodeOf(index), node);
            QCOMPARE(model.index(index.row(), 0, index.parent()), index);
        }
        model.setSnapshot(snapshot, snapshot->refbox);
        QVERIFY(!model.indexOf(snapshot->tree->find("/vsbox01")).isValid());
    }

    void cellsTellWhatAFileIs()
    {
        const SnapshotPtr snapshot = smallSnapshot();
        TreeModel model(TreeModel::RootRow::Shown);
        model.setSnapshot(snapshot);
        QCOMPARE(cell(model, snapshot, "/", NodeColumn::Name), QStringLiteral("test"));
        QCOMPARE(cell(model, snapshot, "/refbox/bin/busybox", NodeColumn::Size), QStringLiteral("1.5 kB"));
        QCOMPARE(cell(model, snapshot, "/refbox/bin", NodeColumn::Size), QStringLiteral("1.5 kB"));
        QCOMPARE(cell(model, snapshot, "/vsbox01/ls", NodeColumn::Links), QStringLiteral("×3"));
        QCOMPARE(cell(model, snapshot, "/refbox/bin/busybox", NodeColumn::Mode),
                 QStringLiteral("-rwsr-xr-x"));
        QCOMPARE(cell(model, snapshot, "/vsbox01/null", NodeColumn::Size), QStringLiteral("1, 3"));
        QCOMPARE(cell(model, snapshot, "/vsbox01/null", NodeColumn::Mode), QStringLiteral("crwxr-xr-x"));
        QCOMPARE(cell(model, snapshot, "/refbox/bin/sh", NodeColumn::Mode), QStringLiteral("lrwxr-xr-x"));
        QCOMPARE(cell(model, snapshot, "/vsbox01/line\nbreak", NodeColumn::Name),
                 QStringLiteral("line\\x0abreak"));
    }

    void dragsCarryPathsExactly()
    {
        const SnapshotPtr snapshot = smallSnapshot();
        TreeModel model(TreeModel::RootRow::Hidden);
        model.setSnapshot(snapshot);
        const QModelIndex odd = model.indexOf(snapshot->tree->find("/vsbox01/line\nbreak"));
        const std::unique_ptr<QMimeData> data(model.mimeData({odd, odd.siblingAtColumn(1)}));
        QCOMPARE(draggedPaths(*data), std::vector<std::string>{"/vsbox01/line\nbreak"});

        std::vector<std::string> dropped;
        NodeId where = kNoId;
        const QModelIndex folder = model.indexOf(snapshot->tree->find("/vsbox01"));
        QVERIFY(!model.dropMimeData(data.get(), Qt::LinkAction, -1, -1, folder)); // not allowed yet
        model.onDrop = [&](const std::vector<std::string> &paths, NodeId target) {
            dropped = paths;
            where = target;
            return true;
        };
        QVERIFY(model.flags(folder).testFlag(Qt::ItemIsDropEnabled));
        QVERIFY(!model.flags(odd).testFlag(Qt::ItemIsDropEnabled));
        QVERIFY(model.dropMimeData(data.get(), Qt::LinkAction, -1, -1, folder));
        QCOMPARE(dropped.size(), std::size_t{1});
        QCOMPARE(where, snapshot->tree->find("/vsbox01"));
    }

    void foundNamesAreATable()
    {
        const SnapshotPtr snapshot = smallSnapshot();
        FoundModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFound(snapshot, {snapshot->tree->find("/vsbox01/ls")});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("/vsbox01/ls"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("1.5 kB"));
        model.setFound(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestTreeModel)
#include "tst_treemodel.moc"
