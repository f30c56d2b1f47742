// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/elf.h"

#include "hosttools.h"

#include "tree/filetreebuilder.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Refbox;
using namespace std::string_view_literals;

namespace {

// What readelf says, in the form of an ElfInfo's fields.
struct Judged
{
    QStringList needed;
    QString interpreter;
    QString soname;
};

std::optional<Judged> askReadelf(const QString &path)
{
    const auto dynamic = outputOf(QStringLiteral("readelf"), {QStringLiteral("-dlW"), path});
    if (!dynamic)
        return std::nullopt;
    Judged judged;
    const QString text = QString::fromUtf8(*dynamic);
    static const QRegularExpression needed(QStringLiteral("\\(NEEDED\\).*\\[(.*)\\]"));
    static const QRegularExpression soname(QStringLiteral("\\(SONAME\\).*\\[(.*)\\]"));
    static const QRegularExpression interpreter(QStringLiteral("program interpreter: (.*)\\]"));
    for (auto it = needed.globalMatch(text); it.hasNext();)
        judged.needed += it.next().captured(1);
    judged.soname = soname.match(text).captured(1);
    judged.interpreter = interpreter.match(text).captured(1);
    return judged;
}

QStringList toStrings(const std::vector<std::string> &list)
{
    QStringList result;
    for (const std::string &s : list)
        result += QString::fromStdString(s);
    return result;
}

const QStringList kSamples{QStringLiteral("/bin/ls"),           QStringLiteral("/usr/bin/busybox"),
                           QStringLiteral("/usr/bin/bash"),     QStringLiteral("/usr/bin/bash-static"),
                           QStringLiteral("/usr/bin/readelf"),  QStringLiteral("/lib64/ld-linux-x86-64.so.2"),
                           QStringLiteral("/lib/ld-linux.so.2")};

} // namespace

class TestElf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithReadelf_data();
    void agreesWithReadelf();
    void readsNotes();
    void tellsTypes();
    void predictsStrip_data();
    void predictsStrip();
    void isNoElf();
    void readsFromTree();
    void survivesFlippedBytes();
    void survivesTruncation();
    void knowsTheHostsMachine();
    void findsBuiltInFolders();
};

void TestElf::agreesWithReadelf_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : kSamples)
        QTest::newRow(qPrintable(path)) << path;
}

void TestElf::agreesWithReadelf()
{
    QFETCH(QString, path);
    if (!hasTool("readelf") || !QFile::exists(path))
        QSKIP("readelf or this file is not on this machine.");
    const auto judged = askReadelf(path);
    QVERIFY(judged);
    const ElfReading reading = readElfFile(path.toStdString(), ElfDetail::Everything);
    QVERIFY2(reading.info, reading.problem.c_str());
    QCOMPARE(toStrings(reading.info->needed), judged->needed);
    QCOMPARE(QString::fromStdString(reading.info->interpreter), judged->interpreter);
    QCOMPARE(QString::fromStdString(reading.info->soname), judged->soname);
}

void TestElf::readsNotes()
{
    if (!hasTool("gcc"))
        QSKIP("gcc is not on this machine.");
    const QTemporaryDir folder;
    const QString plain = folder.filePath(QStringLiteral("plain"));
    QVERIFY(compileC("int main(void) { return 0; }\n", plain, {}));
    const auto info = readElfFile(plain.toStdString(), ElfDetail::Needs).info;
    QVERIFY(info);
    const auto notes = outputOf(QStringLiteral("readelf"), {QStringLiteral("-nW"), plain});
    QVERIFY(notes);
    static const QRegularExpression abi(QStringLiteral("ABI: (\\d+\\.\\d+\\.\\d+)"));
    const QString expected = abi.match(QString::fromUtf8(*notes)).captured(1);
    QCOMPARE(info->minimumKernel ? QString::fromStdString(info->minimumKernel->toString()) : QString(),
             expected);

    // The loader has no ABI tag: unknown, not 0.
    const auto loader = readElfFile(info->interpreter, ElfDetail::Needs).info;
    QVERIFY(loader);
    QVERIFY(!loader->minimumKernel);

    if (info->machine.name() == "x86-64") {
        const QString v3 = folder.filePath(QStringLiteral("v3"));
        if (!compileC("int main(void) { return 0; }\n", v3, {QStringLiteral("-Wl,-z,x86-64-v3")}))
            QSKIP("This linker cannot mark the x86-64 level.");
        QCOMPARE(readElfFile(v3.toStdString(), ElfDetail::Needs).info->x86Level, std::optional<int>(3));
    }
}

void TestElf::tellsTypes()
{
    if (!hasTool("gcc"))
        QSKIP("gcc is not on this machine.");
    const QTemporaryDir folder;
    const QByteArray main = "int main(void) { return 0; }\n";
    const auto typeOf = [&](const char *name, const QStringList &options) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        if (!compileC(main, path, options))
            qFatal("gcc failed");
        return readElfFile(path.toStdString(), ElfDetail::Everything).info.value();
    };
    QCOMPARE(typeOf("pie", {QStringLiteral("-pie")}).type, ElfType::Pie);
    QCOMPARE(typeOf("exec", {QStringLiteral("-no-pie")}).type, ElfType::Executable);
    const ElfInfo library = typeOf("libx.so.1", {QStringLiteral("-shared"), QStringLiteral("-fPIC"),
                                                 QStringLiteral("-Wl,-soname,libx.so.1")});
    QCOMPARE(library.type, ElfType::Shared);
    QCOMPARE(library.soname, std::string("libx.so.1"));
    QCOMPARE(typeOf("object.o", {QStringLiteral("-c")}).type, ElfType::Relocatable);
    const ElfInfo fixed = typeOf("static", {QStringLiteral("-static")});
    QCOMPARE(fixed.type, ElfType::Executable);
    QVERIFY(fixed.isStatic());
    const ElfInfo staticPie = typeOf("staticpie", {QStringLiteral("-static-pie")});
    QCOMPARE(staticPie.type, ElfType::Pie);
    QVERIFY(staticPie.isStatic());
    const ElfInfo paths = typeOf("runpath", {QStringLiteral("-Wl,--enable-new-dtags,-rpath,/a:$ORIGIN/b")});
    QCOMPARE(paths.runpath, (std::vector<std::string>{"/a", "$ORIGIN/b"}));
    QVERIFY(paths.rpath.empty());
    const ElfInfo old = typeOf("rpath", {QStringLiteral("-Wl,--disable-new-dtags,-rpath,/a")});
    QCOMPARE(old.rpath, (std::vector<std::string>{"/a"}));
    QVERIFY(typeOf("nodeflib", {QStringLiteral("-Wl,-z,nodefaultlib")}).noDefaultFolders);
}

void TestElf::predictsStrip_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("debug") << QStringList{QStringLiteral("-g")};
    QTest::newRow("symbols only") << QStringList{};
    QTest::newRow("compressed debug") << QStringList{QStringLiteral("-g"), QStringLiteral("-gz")};
    QTest::newRow("static") << QStringList{QStringLiteral("-g"), QStringLiteral("-static")};
    QTest::newRow("library") << QStringList{QStringLiteral("-g3"), QStringLiteral("-shared"),
                                            QStringLiteral("-fPIC")};
    QTest::newRow("stripped") << QStringList{QStringLiteral("-s")};
}

void TestElf::predictsStrip()
{
    QFETCH(QStringList, options);
    if (!hasTool("gcc") || !hasTool("strip"))
        QSKIP("gcc or strip is not on this machine.");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("program"));
    QByteArray source = "#include <stdio.h>\nstatic int hidden(int n) { return n * 2; }\n";
    for (int i = 0; i < 200; ++i)
        source += QByteArray("int function_number_%1(int n) { return hidden(n) + %1; }\n")
                      .replace("%1", QByteArray::number(i));
    source += "int main(void) { return puts(\"x\"); }\n";
    QVERIFY(compileC(source, path, options));
    const auto info = readElfFile(path.toStdString(), ElfDetail::Everything).info;
    QVERIFY(info);
    const qint64 before = QFileInfo(path).size();
    const QString strippedPath = path + QStringLiteral("-stripped");
    QVERIFY(outputOf(QStringLiteral("strip"),
                     {QStringLiteral("--strip-unneeded"), QStringLiteral("-o"), strippedPath, path}));
    const qint64 saved = before - QFileInfo(strippedPath).size();
    const auto predicted = static_cast<qint64>(info->strippableBytes);
    const bool close = std::abs(predicted - saved) <= std::max<qint64>(saved * 3 / 100, 128);
    QVERIFY2(close, qPrintable(QStringLiteral("said %1, strip saved %2").arg(predicted).arg(saved)));
    QCOMPARE(info->stripped, options.contains(QStringLiteral("-s")));
    const auto after = readElfFile(strippedPath.toStdString(), ElfDetail::Everything).info;
    QVERIFY(after && after->stripped);
    QCOMPARE(after->strippableBytes, std::uint64_t(0));
}

void TestElf::isNoElf()
{
    for (const std::string_view bytes : {std::string_view(), std::string_view("#!/bin/sh\n"),
                                         std::string_view("\x7f"
                                                          "EL")}) {
        const ElfReading reading = readElf(bytes, ElfDetail::Everything);
        QVERIFY(!reading.isElf());
    }
    const ElfReading truncated = readElf(std::string_view("\x7f"
                                                          "ELF\2\1\1"),
                                         ElfDetail::Needs);
    QVERIFY(!truncated.info);
    QVERIFY(!truncated.problem.empty());
    QVERIFY(!readElfFile("/nonexistent", ElfDetail::Needs).isElf());
    QVERIFY(!readElfFile("/dev/null", ElfDetail::Needs).isElf());
    QVERIFY(!readElfFile("/", ElfDetail::Needs).isElf());
}

void TestElf::readsFromTree()
{
    const QByteArray bytes = readFile(QStringLiteral("/bin/ls"));
    if (!bytes.startsWith("\x7f"
                          "ELF"))
        QSKIP("/bin/ls is no ELF file on this machine.");
    // The same file as a whole, behind some other bytes, in pieces that stand in the wrong order, and in
    // memory.
    const QTemporaryDir folder;
    const QString shifted = folder.filePath(QStringLiteral("shifted"));
    const qsizetype half = bytes.size() / 2 / 4096 * 4096;
    writeFile(shifted, QByteArray(777, 'x') + bytes);
    const QString swapped = folder.filePath(QStringLiteral("swapped"));
    writeFile(swapped, bytes.mid(half) + bytes.left(half));

    FileTreeBuilder builder;
    const auto size = static_cast<std::uint64_t>(bytes.size());
    const auto cut = static_cast<std::uint64_t>(half);
    const auto path = [&](const QString &p) { return builder.internHostPath(kNoId, p.toStdString()); };
    builder.addHostFile(0, "a", {}, path(QStringLiteral("/bin/ls")), size);
    builder.addHostFile(0, "b", {}, path(shifted), size, 777);
    const std::array extents{Extent{0, size - cut, cut}, Extent{cut, 0, size - cut}};
    builder.addExtentsFile(0, "c", {}, path(swapped), size, extents);
    builder.addInlineFile(0, "d", {}, bytes.toStdString());
    const FileTreePtr tree = builder.build();
    const ElfReading expected = readElfFile("/bin/ls", ElfDetail::Everything);
    QVERIFY(expected.info);
    for (const NodeId node : tree->children(FileTree::root())) {
        const ContentReader reader(*tree, tree->inodeOf(node));
        QVERIFY(readElf(reader, ElfDetail::Everything) == expected);
    }
}

void TestElf::survivesFlippedBytes()
{
    for (const char *sample : {"/bin/ls", "/lib/ld-linux.so.2"}) {
        const std::string original = readFile(QString::fromLatin1(sample)).toStdString();
        if (original.size() < 4096)
            continue;
        std::mt19937 random(4711);
        const ElfReading clean = readElf(original, ElfDetail::Everything);
        QVERIFY(clean.info);
        // The headers, the dynamic section and the section headers are what can lie: most flips go there.
        const std::array<std::size_t, 3> starts{0, original.size() / 2, original.size() - 2048};
        int understood = 0;
        for (int round = 0; round < 3000; ++round) {
            std::string bytes = original;
            const int flips = 1 + round % 4;
            for (int i = 0; i < flips; ++i) {
                const std::size_t start = round % 2 == 0 ? 0 : starts[random() % starts.size()];
                bytes[start + random() % (round % 2 == 0 ? 1024 : 2048)] = static_cast<char>(random());
            }
            const ElfReading reading = readElf(bytes, ElfDetail::Everything);
            understood += reading.info.has_value();
            if (reading.info)
                QVERIFY(reading.info->strippableBytes <= bytes.size());
        }
        QVERIFY(understood > 0);
    }
}

void TestElf::survivesTruncation()
{
    const std::string original = readFile(QStringLiteral("/bin/ls")).toStdString();
    if (original.size() < 4096)
        QSKIP("/bin/ls is too small.");
    for (std::size_t size = 0; size < original.size(); size += size < 2048 ? 1 : 997) {
        const ElfReading reading = readElf(std::string_view(original).substr(0, size), ElfDetail::Everything);
        QVERIFY(size < 4 || reading.isElf());
    }
}

void TestElf::knowsTheHostsMachine()
{
    const auto self = readElfFile("/proc/self/exe", ElfDetail::Needs);
    QVERIFY(self.info);
    QVERIFY(self.info->machine == hostMachine());
    QVERIFY(self.info->isProgram());
    const auto other = readElfFile("/lib/ld-linux.so.2", ElfDetail::Needs);
    if (other.info && hostMachine().bits == 64) {
        QCOMPARE(other.info->machine.name(), std::string("i386"));
        QCOMPARE(int(other.info->machine.bits), 32);
    }
}

void TestElf::findsBuiltInFolders()
{
    const std::string_view list = "junk\1\2/lib64/\0/usr/lib64/\0\0\0"sv;
    QCOMPARE(builtInLibraryFolders(list), (std::vector<std::string>{"/lib64", "/usr/lib64"}));
    QCOMPARE(builtInLibraryFolders("/lib/\0nothing/\0"sv), std::vector<std::string>{});
    QCOMPARE(builtInLibraryFolders(""), std::vector<std::string>{});

    const auto self = readElfFile("/proc/self/exe", ElfDetail::Needs);
    const QString loader = QString::fromStdString(self.info->interpreter);
    const auto help = outputOf(loader, {QStringLiteral("--help")});
    if (!help || !help->contains("(system search path)"))
        QSKIP("This machine's loader does not tell its folders.");
    QStringList expected;
    for (const QByteArray &line : help->split('\n')) {
        if (line.endsWith("(system search path)"))
            expected += QString::fromUtf8(line.trimmed().split(' ').front());
    }
    QCOMPARE(toStrings(builtInLibraryFolders(readFile(loader).toStdString())), expected);
}

QTEST_APPLESS_MAIN(TestElf)
#include "tst_elf.moc"
