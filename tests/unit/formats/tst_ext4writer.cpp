// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4writer.h"

#include "ext4fixture.h"
#include "formats/folderreader.h"

#include <QDir>
#include <QTest>

using namespace Refbox;
using namespace Refbox::Testing;

namespace {

void removeTree(const QString &path)
{
    QDir(path).removeRecursively();
}

} // namespace

class TestExt4Writer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { removeTree(m_dir->path()); }
    void randomTreesAreSound_data();
    void randomTreesAreSound();
    void theKernelSeesTheTree_data() { randomTreesAreSound_data(); }
    void theKernelSeesTheTree();

private:
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
        return RandomTree(seed, at("host")).make(entries);
    }
    static QByteArray fsck(const std::string &image)
    {
        const ToolResult result = runTool(systemTool(QStringLiteral("e2fsck")),
                                          {QStringLiteral("-fn"), QString::fromStdString(image)});
        return result.code == 0 ? QByteArray() : result.output;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestExt4Writer::randomTreesAreSound_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<unsigned>("entries");
    QTest::newRow("nothing") << 1U << 0U;
    for (unsigned seed = 2; seed < 10; ++seed)
        QTest::addRow("seed %u", seed) << seed << seed * 30;
    QTest::newRow("many") << 10U << 3000U;
}

void TestExt4Writer::randomTreesAreSound()
{
    if (systemTool(QStringLiteral("e2fsck")).isEmpty())
        QSKIP("e2fsck is not installed");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    Progress progress;
    writeExt4(*tree, at("image"), {}, progress);
    QCOMPARE(fsck(at("image")), QByteArray());
}

void TestExt4Writer::theKernelSeesTheTree()
{
    if (geteuid() != 0)
        QSKIP("Only root can mount an image");
    QFETCH(unsigned, seed);
    QFETCH(unsigned, entries);
    const FileTreePtr tree = randomTree(seed, entries);
    Progress progress;
    writeExt4(*tree, at("image"), {}, progress);
    QDir(m_dir->path()).mkdir(QStringLiteral("mnt"));
    const LoopMount mount(at("image"), m_dir->filePath(QStringLiteral("mnt")));
    if (!mount.isMounted())
        QSKIP("No loop device can be mounted here: " + mount.reason());
    const FileTreePtr seen = readFolder(at("mnt"), progress);
    QCOMPARE(differencesOf(*tree, *seen), QByteArray());
}

QTEST_GUILESS_MAIN(TestExt4Writer)
#include "tst_ext4writer.moc"
