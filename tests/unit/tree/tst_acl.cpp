// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/acl.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <random>

#include <acl/libacl.h>
#include <sys/acl.h>
#include <sys/xattr.h>

using namespace Refbox;

namespace {

std::optional<std::string> canonical(std::string_view text)
{
    const auto acl = aclFromText(text);
    return acl ? std::optional(aclToText(*acl)) : std::nullopt;
}

Acl randomAcl(std::mt19937 &random)
{
    using Tag = AclEntry::Tag;
    const auto permissions = [&] { return static_cast<std::uint16_t>(random() % 8); };
    Acl acl{
        {Tag::UserObj, permissions(), 0}, {Tag::GroupObj, permissions(), 0}, {Tag::Other, permissions(), 0}};
    for (const Tag tag : {Tag::User, Tag::Group}) {
        std::uint32_t id = 0;
        for (std::uint32_t i = random() % 4; i > 0; --i)
            acl.push_back({tag, permissions(), id += 1 + random() % 100'000});
    }
    if (acl.size() > 3 || random() % 2 == 0)
        acl.push_back({Tag::Mask, permissions(), 0});
    std::shuffle(acl.begin(), acl.end(), random);
    return acl;
}

std::string run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput().trimmed().replace('\n', ',').toStdString();
}

} // namespace

class TestAcl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void badText_data();
    void badText();
    void badAttributes();
    void trivial();
    void roundTrips();
    void agreesWithLibacl();
    void agreesWithSetfacl();
};

void TestAcl::text_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("wanted");
    const QByteArray minimal = "user::rwx,group::r-x,other::---";
    QTest::newRow("minimal") << minimal << minimal;
    QTest::newRow("lines") << QByteArray("user::rwx\ngroup::r-x\n\nother::---\n") << minimal;
    QTest::newRow("short tags") << QByteArray("u::rwx,g::rx,o::") << minimal;
    QTest::newRow("any order") << QByteArray("o::,g::xr,u::xwr") << minimal;
    QTest::newRow("other without a field") << QByteArray("u::rwx,g::r-x,other:---") << minimal;
    const QByteArray named =
        "user::rw-,user:0:r--,user:1000:rwx,group::r--,group:50:---,mask::r--,other::r--";
    QTest::newRow("named") << named << named;
    QTest::newRow("sorted by number")
        << QByteArray("g::r,o::r,mask:r,u:1000:rwx,g:50:-,u:0:r,u::rw") << named;
    QTest::newRow("star's")
        << QByteArray("user::rw-,user:root:r--:0,user:joe:rwx:1000,group::r--,group:staff:---:50,mask::r--,"
                      "other::r--")
        << named;
    QTest::newRow("highest number") << QByteArray("u::r,u:4294967294:r,g::r,m::r,o::r")
                                    << QByteArray(
                                           "user::r--,user:4294967294:r--,group::r--,mask::r--,other::r--");
}

void TestAcl::text()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, wanted);
    QCOMPARE(canonical(text.toStdString()), std::optional(wanted.toStdString()));
}

void TestAcl::badText_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *bad : {"",
                            ",",
                            "user::rwx",
                            "u::rwx,g::r-x",
                            "u::rwx,g::r-x,o::q",
                            "u::rwx,g::r-x,o::r,o::r",
                            "u::rwx,u:5:r,g::r-x,o::r",
                            "u::rwx,u:5:r,u:5:w,g::r-x,m::r,o::r",
                            "u::rwx,u:joe:r,g::r,m::r,o::r",
                            "u::rwx,u:joe:r:,g::r,m::r,o::r",
                            "u::rwx,u:4294967295:r,g::r,m::r,o::r",
                            "u::rwx,u:4294967296:r,g::r,m::r,o::r",
                            "u::rwx,u:-1:r,g::r,m::r,o::r",
                            "u::rwx,u:5x:r,g::r,m::r,o::r",
                            "u::rwx,g::r,m:5:r,o::r",
                            "u::rwx,g::r,o:5:r",
                            "u:rwx,g:r,o:r",
                            "users::r,g::r,o::r",
                            "u::r:::,g::r,o::r",
                            "u::r,g::r,o::r;",
                            "::r,g::r,o::r",
                            "default:u::r,g::r,o::r"})
        QTest::newRow(bad) << QByteArray(bad);
}

void TestAcl::badText()
{
    QFETCH(QByteArray, text);
    QCOMPARE(canonical(text.toStdString()), std::optional<std::string>());
}

void TestAcl::badAttributes()
{
    const std::string good = aclToXattr(*aclFromText("u::rwx,u:5:r,g::r,m::r,o::r"));
    QVERIFY(aclFromXattr(good));
    for (std::size_t length = 0; length < good.size(); ++length)
        QVERIFY(!aclFromXattr(good.substr(0, length)));
    QVERIFY(!aclFromXattr(good + std::string(8, '\0')));
    QVERIFY(!aclFromXattr(good + good.substr(4, 8)));
    for (const auto &[place, byte] :
         std::vector<std::pair<std::size_t, char>>{{0, 1}, {3, 1}, {4, 3}, {5, 1}, {6, 8}, {7, 1}}) {
        std::string bad = good;
        bad[place] = byte;
        QVERIFY(!aclFromXattr(bad));
    }
    std::string undefinedUser = good;
    undefinedUser.replace(4 + 8 + 4, 4, "\xff\xff\xff\xff");
    QVERIFY(!aclFromXattr(undefinedUser));
    QVERIFY(!aclFromXattr(std::string(1 << 20, '\xff')));
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) { // whatever is taken can be said as text
        std::string bytes = good;
        for (std::uint32_t n = random() % 4; n > 0; --n)
            bytes[random() % bytes.size()] = static_cast<char>(random() % 40);
        if (const auto acl = aclFromXattr(bytes))
            QCOMPARE(aclFromText(aclToText(*acl)), acl);
    }
}

void TestAcl::trivial()
{
    QVERIFY(aclIsTrivial(*aclFromText("u::rwx,g::r-x,o::---")));
    QVERIFY(!aclIsTrivial(*aclFromText("u::rwx,g::r-x,m::rwx,o::---")));
    QVERIFY(!aclIsTrivial(*aclFromText("u::rwx,g::r-x,g:1:r,m::rwx,o::---")));
}

void TestAcl::roundTrips()
{
    std::mt19937 random(2);
    for (int i = 0; i < 2000; ++i) {
        const Acl acl = randomAcl(random);
        const std::string bytes = aclToXattr(acl);
        const auto read = aclFromXattr(bytes);
        QVERIFY(read);
        QVERIFY(std::is_permutation(acl.begin(), acl.end(), read->begin(), read->end()));
        QCOMPARE(aclToXattr(*read), bytes);
        QCOMPARE(aclFromText(aclToText(acl)), read);
    }
}

void TestAcl::agreesWithLibacl()
{
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = aclToText(randomAcl(random));
        acl_t theirs = ::acl_from_text(text.c_str());
        QVERIFY2(theirs != nullptr, text.c_str());
        QCOMPARE(::acl_valid(theirs), 0);
        char *shown = ::acl_to_any_text(theirs, nullptr, ',', TEXT_NUMERIC_IDS);
        QCOMPARE(canonical(text), std::optional(std::string(shown)));
        ::acl_free(shown);
        ::acl_free(theirs);
    }
    // What has the right shape but breaks the rules is refused by both.
    static constexpr const char *kEntries[]{"u::rwx",  "u:5:r--", "u:6:rw-", "g::r--",
                                            "g:5:r--", "m::r-x",  "o::--x"};
    for (unsigned set = 0; set < 1U << 7; ++set) {
        std::string text;
        for (unsigned i = 0; i < 7; ++i) {
            if ((set >> i & 1) != 0)
                text += std::string(text.empty() ? "" : ",") + kEntries[i];
        }
        acl_t theirs = ::acl_from_text(text.c_str());
        const bool valid = theirs != nullptr && ::acl_valid(theirs) == 0;
        ::acl_free(theirs);
        QCOMPARE(canonical(text).has_value(), valid);
    }
}

void TestAcl::agreesWithSetfacl()
{
    const QString setfacl = QStandardPaths::findExecutable(QStringLiteral("setfacl"));
    const QString getfacl = QStandardPaths::findExecutable(QStringLiteral("getfacl"));
    if (setfacl.isEmpty() || getfacl.isEmpty())
        QSKIP("needs the programs setfacl and getfacl (Debian: acl)");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::string name = path.toStdString();
    std::mt19937 random(4);
    for (int i = 0; i < 30; ++i) {
        const Acl acl = randomAcl(random);
        if (aclIsTrivial(acl))
            continue; // is kept as permission bits only
        const std::string bytes = aclToXattr(acl);
        if (::setxattr(name.c_str(), kAclAccess.data(), bytes.data(), bytes.size(), 0) != 0)
            QSKIP("this file system, or this user, cannot set ACLs");
        const QStringList show{QStringLiteral("-cnpE"), path};
        QCOMPARE(run(getfacl, show), aclToText(*aclFromXattr(bytes)));
        // And what setfacl writes is, byte for byte, what we make.
        ::removexattr(name.c_str(), kAclAccess.data());
        QProcess process;
        process.start(setfacl, {QStringLiteral("--set"), QString::fromStdString(aclToText(acl)), path});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        std::string stored(4096, '\0');
        const ssize_t length = ::getxattr(name.c_str(), kAclAccess.data(), stored.data(), stored.size());
        QVERIFY(length > 0);
        stored.resize(static_cast<std::size_t>(length));
        QCOMPARE(stored, bytes);
    }
}

QTEST_APPLESS_MAIN(TestAcl)
#include "tst_acl.moc"
