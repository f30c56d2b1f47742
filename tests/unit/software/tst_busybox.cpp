// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/busybox.h"

#include "hosttools.h"

#include <QTest>

#include <algorithm>

using namespace Refbox;
using namespace std::string_view_literals;

namespace {

using Strings = std::vector<std::string>;
const std::string kBusyBox = "/usr/bin/busybox";

bool has(const Strings &list, const char *path)
{
    return std::find(list.begin(), list.end(), path) != list.end();
}

} // namespace

class TestBusyBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesDishonestLines();
    void hasACatalogue();
    void recognizesItself();
    void asksTheBinary();
    void keepsTheAnswer();
    void looksNamesUp();
    void worksWithoutASandbox();
    void tellsWhatIsMissing();
};

void TestBusyBox::refusesDishonestLines()
{
    const std::string text = "bin/ls\nsbin/init\nbin/ls\n/bin/absolute\n../up\nbin/../up\nbin//x\nbin/\n./x\n"
                             "bin/a b\nbin/\x1b[2J\n# comment\n\nusr/bin/[\nlast/line";
    QCOMPARE(parseAppletList(text), (Strings{"bin/ls", "last/line", "sbin/init", "usr/bin/["}));
    QCOMPARE(parseAppletList("bin/a\0b\n"sv), Strings{});
    QCOMPARE(parseAppletList(std::string(100'000, 'x')), Strings{});
    std::string many;
    for (int i = 0; i < 100'000; ++i)
        many += "bin/x" + std::to_string(i) + '\n';
    QCOMPARE(parseAppletList(many).size(), std::size_t(2000));
}

void TestBusyBox::hasACatalogue()
{
    const Strings &applets = catalogueApplets();
    QVERIFY(applets.size() > 400);
    QVERIFY(has(applets, "bin/ls") && has(applets, "usr/bin/dpkg") && has(applets, "usr/bin/["));
    std::vector<std::string> names;
    for (const std::string &path : applets)
        names.push_back(path.substr(path.rfind('/') + 1));
    std::sort(names.begin(), names.end());
    QVERIFY(std::adjacent_find(names.begin(), names.end()) == names.end());
}

void TestBusyBox::recognizesItself()
{
    if (!QFile::exists(QString::fromStdString(kBusyBox)))
        QSKIP("BusyBox is not on this machine.");
    QVERIFY(isBusyBox(kBusyBox));
    QVERIFY(!isBusyBox("/usr/bin/env"));
    QVERIFY(!isBusyBox("/nonexistent"));
    const QTemporaryDir folder;
    const QString fake = folder.filePath(QStringLiteral("busybox"));
    writeFile(fake, "#!/bin/sh\necho BusyBox v1.0\n");
    QVERIFY(!isBusyBox(fake.toStdString()));
}

void TestBusyBox::asksTheBinary()
{
    const auto expected = outputOf(QString::fromStdString(kBusyBox), {QStringLiteral("--list-full")});
    if (!expected)
        QSKIP("BusyBox is not on this machine.");
    Progress progress;
    Remarks remarks;
    const auto info = readElfFile(kBusyBox, ElfDetail::Needs).info;
    const Strings applets = busyBoxApplets(kBusyBox, *info, nullptr, remarks, progress);
    if (!remarks.empty())
        QSKIP("There is no sandbox here.");
    Strings lines;
    for (const QByteArray &line : expected->trimmed().split('\n'))
        lines.push_back(line.toStdString());
    std::sort(lines.begin(), lines.end());
    QCOMPARE(applets, lines);
}

void TestBusyBox::keepsTheAnswer()
{
    if (!QFile::exists(QString::fromStdString(kBusyBox)))
        QSKIP("BusyBox is not on this machine.");
    const QTemporaryDir folder;
    const Store store(folder.path().toStdString());
    store.putNote("busybox-applets 1\n" + fileStamp(kBusyBox), "bin/noted\n");
    Progress progress;
    Remarks remarks;
    const auto info = readElfFile(kBusyBox, ElfDetail::Needs).info;
    QCOMPARE(busyBoxApplets(kBusyBox, *info, &store, remarks, progress), Strings{"bin/noted"});
}

void TestBusyBox::looksNamesUp()
{
    const std::string_view table = "junk\0ash\0cat\0ls\0sh\0unknown\0vi\0ash\0cat\0\0"sv;
    QCOMPARE(appletsByNames(table), (Strings{"bin/ash", "bin/cat", "bin/ls", "bin/sh", "bin/vi"}));
    QCOMPARE(appletsByNames("nothing to see"), catalogueApplets());
    QCOMPARE(appletsByNames({}), catalogueApplets());

    const auto listed = outputOf(QString::fromStdString(kBusyBox), {QStringLiteral("--list")});
    if (!listed)
        QSKIP("BusyBox is not on this machine.");
    const Strings byNames = appletsByNames(readFile(QString::fromStdString(kBusyBox)).toStdString());
    Strings names;
    for (const std::string &path : byNames)
        names.push_back(path.substr(path.rfind('/') + 1));
    std::sort(names.begin(), names.end());
    Strings expected;
    for (const QByteArray &line : listed->trimmed().split('\n')) {
        const std::string name = line.toStdString();
        const auto known = [&](const std::string &path) {
            return path.ends_with('/' + name) || path == name;
        };
        if (std::any_of(catalogueApplets().begin(), catalogueApplets().end(), known))
            expected.push_back(name);
    }
    std::sort(expected.begin(), expected.end());
    QCOMPARE(names, expected);
}

void TestBusyBox::worksWithoutASandbox()
{
    if (!QFile::exists(QString::fromStdString(kBusyBox)))
        QSKIP("BusyBox is not on this machine.");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    Progress progress;
    Remarks remarks;
    const auto info = readElfFile(kBusyBox, ElfDetail::Needs).info;
    const Strings applets = busyBoxApplets(kBusyBox, *info, nullptr, remarks, progress);
    qputenv("PATH", path);
    QCOMPARE(remarks.size(), std::size_t(1));
    QCOMPARE(remarks[0].id, std::string("sandbox"));
    QVERIFY(has(applets, "bin/ls"));
}

void TestBusyBox::tellsWhatIsMissing()
{
    QCOMPARE(missingApplets({"usr/bin/wget", "bin/vi", "bin/rpm", "usr/bin/ftpput", "usr/bin/ftpget"}),
             Strings{"dpkg"});
    QCOMPARE(missingApplets(catalogueApplets()), Strings{});
}

QTEST_GUILESS_MAIN(TestBusyBox)
#include "tst_busybox.moc"
