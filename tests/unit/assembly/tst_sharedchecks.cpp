// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/privilegechecks.h"
#include "assembly/sharedchecks.h"
#include "unit/assembly/checkfixtures.h"

#include <QTest>

using namespace Refbox;

namespace {

Findings sharing(TreeMaker &maker, CheckedKind kind = CheckedKind::Plan)
{
    const PlacedTree placed(maker);
    Findings findings;
    Progress progress;
    checkSharing(placed.places, kind, findings, progress);
    return findings;
}

Findings privileges(TreeMaker &maker)
{
    const PlacedTree placed(maker);
    Findings findings;
    Progress progress;
    checkPrivileges(placed.places, findings, progress);
    return findings;
}

// A security.capability value of version 2.
std::string capabilities(std::uint64_t permitted)
{
    std::string value(20, '\0');
    value[3] = 2;
    for (std::size_t i = 0; i < 4; ++i) {
        value[4 + i] = static_cast<char>(permitted >> (8 * i));
        value[12 + i] = static_cast<char>(permitted >> (32 + 8 * i));
    }
    return value;
}

constexpr auto kWarning = Finding::Severity::Warning;
constexpr auto kInfo = Finding::Severity::Info;

} // namespace

class TestSharedChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unsealedFilesAreOneFinding()
    {
        TreeMaker maker;
        maker.file("/refbox/a", "a");
        maker.file("/refbox/b", "b");
        maker.file("/refbox/sealed", "s", fileMetadata(0755, 0, kImmutable));
        maker.file("/refbox/unused", "u");
        maker.hardLink("/v1/a", "/refbox/a");
        maker.hardLink("/v1/b", "/refbox/b");
        maker.hardLink("/v2/b", "/refbox/b");
        maker.hardLink("/v1/sealed", "/refbox/sealed");
        const Findings findings = sharing(maker);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].id, std::string("unsealed"));
        QCOMPARE(findings[0].path, std::string("/refbox/a"));
        QVERIFY(findings[0].message.startsWith(QStringLiteral("2 shared files")));
        QCOMPARE(findings[0].severity, kWarning);
    }

    void whatSomebodyElseMadeUnsealedIsARemark()
    {
        TreeMaker maker;
        maker.file("/refbox/a", "a");
        maker.hardLink("/v1/a", "/refbox/a");
        const Findings findings = sharing(maker, CheckedKind::Opened);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].severity, kInfo);
    }

    void filesThatOthersCanWriteAreNamed()
    {
        TreeMaker maker;
        maker.file("/refbox/all", "a", fileMetadata(0757));
        maker.file("/refbox/group", "g", fileMetadata(0775));
        maker.file("/refbox/sealed", "s", fileMetadata(0777, 0, kImmutable));
        maker.file("/refbox/unshared", "u", fileMetadata(0777));
        for (const char *name : {"all", "group", "sealed"})
            maker.hardLink(std::string("/v1/") + name, std::string("/refbox/") + name);
        const Findings writable = findingsOf(sharing(maker), "shared-writable");
        QCOMPARE(writable.size(), std::size_t(2));
        QCOMPARE(writable[0].path, std::string("/refbox/all"));
        QVERIFY(writable[0].message.startsWith(QStringLiteral("Every user")));
        QCOMPARE(writable[1].path, std::string("/refbox/group"));
        QVERIFY(writable[1].message.startsWith(QStringLiteral("Group 0")));
    }

    void ownersOtherThanRootAreSummedUp()
    {
        TreeMaker maker;
        for (int i = 0; i < 300; ++i) {
            const std::string name = "/f" + std::to_string(100 + i);
            maker.file("/refbox" + name, "x", fileMetadata(0755, 1000));
            maker.hardLink("/v1" + name, "/refbox" + name);
        }
        maker.file("/refbox/readonly", "x", fileMetadata(0555, 1000));
        maker.hardLink("/v1/readonly", "/refbox/readonly");
        const Findings writable = findingsOf(sharing(maker), "shared-writable");
        QCOMPARE(writable.size(), std::size_t(1));
        QCOMPARE(writable[0].path, std::string("/refbox/f100"));
        QVERIFY2(writable[0].message.contains(QStringLiteral("300 shared files")),
                 qPrintable(writable[0].message));
        QVERIFY(writable[0].message.contains(QStringLiteral("user 1000")));
    }

    void thousandsOfWritableFilesDoNotFloodTheList()
    {
        TreeMaker maker;
        for (int i = 0; i < 3000; ++i) {
            const std::string name = "/f" + std::to_string(i);
            maker.file("/refbox" + name, "x", fileMetadata(0777));
            maker.hardLink("/v1" + name, "/refbox" + name);
        }
        const Findings findings = sharing(maker);
        QCOMPARE(findings.size(), std::size_t(22)); // 20, one for the rest, and one for the seal
        QVERIFY(findings[20].message.startsWith(QStringLiteral("2980 more")));
    }

    void linksPastTheRefboxAreFindings()
    {
        TreeMaker maker;
        maker.file("/v1/lib/x", "x");
        maker.hardLink("/v2/lib/x", "/v1/lib/x");
        maker.file("/v1/lib/y", "y");
        maker.hardLink("/v2/lib/z", "/v1/lib/y");
        maker.file("/v2/doc", "d");
        maker.hardLink("/baby/doc/d", "/v2/doc");
        maker.file("/refbox/bin/a", "a", fileMetadata(0755, 0, kImmutable));
        maker.hardLink("/v1/bin/a", "/refbox/bin/a"); // as it should be
        maker.hardLink("/v2/bin/a", "/refbox/bin/a");
        maker.hardLink("/baby/a", "/refbox/bin/a");
        maker.file("/v1/own", "o");
        maker.hardLink("/v1/own2", "/v1/own"); // within one vserver
        maker.file("/baby/src/s", "s");
        maker.hardLink("/other", "/baby/src/s"); // no vserver is concerned
        const Findings findings = sharing(maker);
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].id, std::string("foreign-link"));
        QCOMPARE(findings[0].path, std::string("/v1/lib/x"));
        QVERIFY2(findings[0].message.startsWith(QStringLiteral("2 files")) &&
                     findings[0].message.contains(QStringLiteral("/v2/lib/x")),
                 qPrintable(findings[0].message));
        QCOMPARE(findings[1].path, std::string("/v2/doc"));
        QVERIFY(findings[1].message.contains(QStringLiteral("/baby/doc/d")));
    }

    void privilegedProgramsAreNamedOnce()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/su", "su", fileMetadata(04755));
        maker.hardLink("/v1/bin/su", "/refbox/bin/su");
        maker.hardLink("/v2/bin/su", "/refbox/bin/su");
        maker.file("/v1/bin/game", "g", fileMetadata(04755, 33));
        maker.file("/v1/bin/wall", "w", fileMetadata(02755));
        maker.file("/v1/locked", "l", fileMetadata(02644)); // once meant locking
        maker.file("/v1/data", "d", fileMetadata(04644));
        maker.file("/v1/bin/plain", "p");
        maker.folder("/v1/mail");
        maker.builder.inode(maker.builder.find("/v1/mail")).permissions = 02775;
        const Findings findings = privileges(maker);
        QCOMPARE(findings.size(), std::size_t(3));
        QCOMPARE(findings[0].path, std::string("/refbox/bin/su"));
        QCOMPARE(findings[0].id, std::string("set-uid"));
        QCOMPARE(findings[0].severity, kInfo);
        QVERIFY(findings[0].message.contains(QStringLiteral("root")));
        QCOMPARE(findings[1].path, std::string("/v1/bin/game"));
        QVERIFY(findings[1].message.contains(QStringLiteral("user 33")));
        QCOMPARE(findings[2].path, std::string("/v1/bin/wall"));
        QCOMPARE(findings[2].id, std::string("set-gid"));
    }

    void aPrivilegedProgramThatOthersWriteIsAWarning()
    {
        TreeMaker maker;
        maker.file("/v1/bin/su", "su", fileMetadata(04775));
        maker.file("/v1/bin/sealed", "su", fileMetadata(04775, 0, kImmutable));
        const Findings findings = privileges(maker);
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].path, std::string("/v1/bin/sealed"));
        QCOMPARE(findings[0].severity, kInfo);
        QCOMPARE(findings[1].severity, kWarning);
    }

    void capabilitiesHaveNames()
    {
        TreeMaker maker;
        Metadata ping = fileMetadata(0755);
        const std::string value = capabilities(1ULL << 13 | 1ULL << 40);
        ping.xattrs = maker.builder.internXattrs({{"security.capability", value}});
        maker.file("/refbox/bin/ping", "p", ping);
        Metadata other = fileMetadata(0755);
        other.xattrs = maker.builder.internXattrs({{"user.note", "n"}});
        maker.file("/refbox/bin/other", "o", other);
        const Findings findings = privileges(maker);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].id, std::string("file-capabilities"));
        QVERIFY2(findings[0].message.contains(QStringLiteral("cap_net_raw, cap_checkpoint_restore")),
                 qPrintable(findings[0].message));
    }

    void brokenCapabilitiesAreNone()
    {
        QCOMPARE(capabilityNames({}), std::string());
        QCOMPARE(capabilityNames(std::string_view("\0\0\0\2\1", 5)), std::string());
        QCOMPARE(capabilityNames(capabilities(0)), std::string());
        QCOMPARE(capabilityNames(capabilities(1ULL << 63)), std::string("63"));
        // Version 1 ends after one pair.
        QCOMPARE(capabilityNames(std::string_view("\0\0\0\1\1\0\0\0\0\0\0\0", 12)), std::string("cap_chown"));
    }

    void aTreeWithoutRefboxIsOneRoot()
    {
        TreeMaker maker;
        maker.file("/bin/su", "su", fileMetadata(04755));
        maker.file("/bin/sh", "sh", fileMetadata(0777));
        QCOMPARE(privileges(maker).size(), std::size_t(1));
        TreeMaker again;
        again.file("/bin/a", "a", fileMetadata(0777));
        again.hardLink("/sbin/a", "/bin/a");
        QVERIFY(sharing(again).empty());
    }
};

QTEST_APPLESS_MAIN(TestSharedChecks)
#include "tst_sharedchecks.moc"
