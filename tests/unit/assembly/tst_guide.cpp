// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guide says of a package what is true of its image's format and of the programs in its refbox.
#include "projectlab.h"
#include "tree/content.h"

#include <QTest>

#include <filesystem>

using namespace Refbox;

namespace {

// Without its line breaks, which are of no meaning.
QString guideOf(const ProjectLab &lab)
{
    const Plan plan = lab.plan();
    const NodeId page = plan.tree->find("/baby/doc/guide.md");
    if (page == kNoId)
        return {};
    return QString::fromStdString(readAll(*plan.tree, plan.tree->inodeOf(page), std::size_t{1} << 20U))
        .simplified();
}

// A static shell, and BusyBox with the applets that starball needs.
void addTools(ProjectLab &lab)
{
    lab.component("tools", {{"/bin/bash", "shell"}, {"/bin/busybox", "box"}});
    for (const char *applet : {"tar", "gzip", "cat", "find", "mv", "rm", "stat"})
        std::filesystem::create_symlink("busybox", lab.pathOf("tools", std::string("/bin/") + applet));
    lab.vserver("v1", {linkRule("/bin/bash", "/bin/bash")});
}

} // namespace

class TestGuide final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormatThatCanOnlyBeReadIsCopied_data()
    {
        QTest::addColumn<QString>("filesystem");
        QTest::addColumn<bool>("hasLinks");
        QTest::addColumn<bool>("hasAcls");
        QTest::newRow("iso9660") << QStringLiteral("iso9660") << false << false;
        QTest::newRow("squashfs") << QStringLiteral("squashfs") << true << false;
        QTest::newRow("erofs") << QStringLiteral("erofs") << true << true;
    }

    void aFormatThatCanOnlyBeReadIsCopied()
    {
        QFETCH(QString, filesystem);
        QFETCH(bool, hasLinks);
        QFETCH(bool, hasAcls);
        ProjectLab lab;
        addTools(lab);
        lab.project.image.filesystem = filesystem.toStdString();
        const QString guide = guideOf(lab);
        QCOMPARE(guide.contains(QStringLiteral("cp -a /mnt/. ")), hasLinks);
        QCOMPARE(guide.contains(QStringLiteral("a link costs a name, not a copy")), hasLinks);
        QCOMPARE(guide.contains(QStringLiteral("`refbox-cli export folder --from lab.img lab.tree`")),
                 !hasLinks);
        QCOMPARE(guide.contains(QStringLiteral("-indev lab.img -extract / lab.tree mount ")), !hasLinks);
        const QString copying = guide.section(QStringLiteral("This file system can only be read"), 1)
                                    .section(QStringLiteral("```"), 0, 0);
        QVERIFY(!copying.isEmpty());
        QCOMPARE(copying.contains(QStringLiteral("access control lists"), Qt::CaseInsensitive), !hasAcls);
    }

    void starBallsKeepWhatTheArchiverKeeps_data()
    {
        QTest::addColumn<QString>("archiver");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("BusyBox alone") << QString() << false;
        QTest::newRow("star") << QStringLiteral("/bin/star") << true;
        QTest::newRow("bsdtar") << QStringLiteral("/opt/x/bin/bsdtar") << true;
        QTest::newRow("GNU tar") << QStringLiteral("/opt/gnu/tar/bin/tar") << true;
    }

    void starBallsKeepWhatTheArchiverKeeps()
    {
        QFETCH(QString, archiver);
        QFETCH(bool, keeps);
        ProjectLab lab;
        addTools(lab);
        if (!archiver.isEmpty())
            lab.component("archiver", {{archiver.toStdString(), "packs"}});
        const QString guide = guideOf(lab);
        QVERIFY(guide.contains(QStringLiteral("/mnt/baby/bin/starball v1 ")));
        QCOMPARE(guide.contains(QStringLiteral("extended attributes are kept.")), keeps);
        QCOMPARE(guide.contains(QStringLiteral("extended attributes are lost")), !keeps);
    }

    // As the configurations of the runtimes drop them.
    void examplesDropWhatTheSealDependsOn()
    {
        ProjectLab lab;
        addTools(lab);
        const QString guide = guideOf(lab);
        for (const char *part : {"--drop-capability=CAP_LINUX_IMMUTABLE,CAP_MKNOD,CAP_SYS_ADMIN,",
                                 "lxc.cap.drop = linux_immutable mknod sys_admin ",
                                 "--bounding-set -linux_immutable,-mknod,-sys_admin,"})
            QVERIFY2(guide.contains(QLatin1String(part)), part);
    }
};

QTEST_GUILESS_MAIN(TestGuide)
#include "tst_guide.moc"
