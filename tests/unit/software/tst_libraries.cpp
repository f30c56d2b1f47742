// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/libraries.h"
#include "software/loaderfolders.h"
#include "software/scripts.h"

#include "elfmaker.h"
#include "hosttools.h"

#include "tree/filetreebuilder.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Refbox;

namespace {

using Strings = std::vector<std::string>;

// The paths that ldd gives, sorted; "NAME not found" for missing ones.
Strings askLdd(const std::string &program)
{
    Strings result;
    const auto output = outputOf(QStringLiteral("ldd"), {QString::fromStdString(program)});
    static const QRegularExpression found(QStringLiteral("^\\t(?:.* => )?(/.*) \\(0x"));
    static const QRegularExpression missing(QStringLiteral("^\\t(.*) => not found"));
    for (const QByteArray &line : output.value_or(QByteArray()).split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (const auto match = missing.match(text); match.hasMatch())
            result.push_back(match.captured(1).toStdString() + " not found");
        else if (const auto path = found.match(text); path.hasMatch())
            result.push_back(path.captured(1).toStdString());
    }
    std::sort(result.begin(), result.end());
    return result;
}

Strings sortedPaths(const Closure &closure)
{
    Strings result{closure.interpreter};
    for (const ResolvedLibrary &library : closure.libraries)
        result.push_back(library.path);
    for (const MissingLibrary &library : closure.missing)
        result.push_back(library.name + " not found");
    std::sort(result.begin(), result.end());
    return result;
}

// Puts the bytes of a file of this machine at a path of a tree, with the folders above it.
FileTreeBuilder::Handle folderIn(FileTreeBuilder &builder, const std::string &path)
{
    FileTreeBuilder::Handle handle = 0;
    for (const QString &name : QString::fromStdString(path).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const auto next = builder.child(handle, name.toStdString());
        handle = next != FileTreeBuilder::kNone ? next : builder.addDirectory(handle, name.toStdString(), {});
    }
    return handle;
}

void place(FileTreeBuilder &builder, const std::string &path, const std::string &hostPath)
{
    const std::size_t slash = path.rfind('/');
    builder.addHostFile(folderIn(builder, path.substr(0, slash)), path.substr(slash + 1), {},
                        builder.internHostPath(kNoId, hostPath),
                        static_cast<std::uint64_t>(QFileInfo(QString::fromStdString(hostPath)).size()));
}

void placeText(FileTreeBuilder &builder, const std::string &path, std::string_view text)
{
    const std::size_t slash = path.rfind('/');
    builder.addInlineFile(folderIn(builder, path.substr(0, slash)), path.substr(slash + 1), {}, text);
}

void placeLink(FileTreeBuilder &builder, const std::string &path, std::string_view target)
{
    const std::size_t slash = path.rfind('/');
    builder.addSymlink(folderIn(builder, path.substr(0, slash)), path.substr(slash + 1), {}, target);
}

} // namespace

class TestLibraries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLibraryAloneFindsItsLoader();
    void agreesWithLdd();
    void followsSearchPaths_data();
    void followsSearchPaths();
    void rpathReachesDown();
    void reportsMissing();
    void knowsStatic();
    void readsConfiguration();
    void needsTheCache();
    void passesOverForeignLibraries();
    void followsMuslRules();
    void staysInsideTheRoot();
    void expandsTokens();
    void readsScripts_data();
    void readsScripts();
    void findsScriptNeeds();
};

void TestLibraries::agreesWithLdd()
{
    if (!hasTool("ldd"))
        QSKIP("ldd is not on this machine.");
    HostView view;
    LibraryResolver resolver(view);
    int compared = 0;
    const std::vector<std::string> names = view.list("/usr/bin");
    for (std::size_t i = 0; i < names.size() && compared < 40; i += 7) {
        const std::string path = "/usr/bin/" + names[i];
        const ViewFile *file = view.lookup(path);
        if (file == nullptr || view.realPath(*file) != path)
            continue;
        const ElfReading &elf = view.elf(*file);
        if (!elf.info || elf.info->interpreter.empty() || elf.info->machine != hostMachine())
            continue;
        const Strings ours = sortedPaths(resolver.closure(path));
        const Strings theirs = askLdd(path);
        QVERIFY2(ours == theirs, path.c_str());
        ++compared;
    }
    QVERIFY(compared > 5);
}

void TestLibraries::followsSearchPaths_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("found");
    const QString runpath = QStringLiteral("--enable-new-dtags");
    const QString rpath = QStringLiteral("--disable-new-dtags");
    QTest::newRow("RUNPATH") << runpath << QStringLiteral("@/lib") << true;
    QTest::newRow("RPATH") << rpath << QStringLiteral("@/lib") << true;
    QTest::newRow("$ORIGIN") << runpath << QStringLiteral("$ORIGIN/../lib") << true;
    QTest::newRow("${ORIGIN}") << rpath << QStringLiteral("${ORIGIN}/../lib") << true;
    QTest::newRow("second of two") << runpath << QStringLiteral("/nonexistent:@/lib") << true;
    QTest::newRow("elsewhere") << runpath << QStringLiteral("/nonexistent") << false;
}

void TestLibraries::followsSearchPaths()
{
    QFETCH(QString, flag);
    QFETCH(QString, path);
    QFETCH(bool, found);
    if (!hasTool("gcc") || !hasTool("ldd"))
        QSKIP("gcc or ldd is not on this machine.");
    const QTemporaryDir folder;
    const QString top = QFileInfo(folder.path()).canonicalFilePath();
    QDir(top).mkpath(QStringLiteral("lib"));
    QDir(top).mkpath(QStringLiteral("bin"));
    QVERIFY(compileC(
        "int x(void) { return 1; }\n", top + QStringLiteral("/lib/librefboxx.so"),
        {QStringLiteral("-shared"), QStringLiteral("-fPIC"), QStringLiteral("-Wl,-soname,librefboxx.so")}));
    const QString program = top + QStringLiteral("/bin/program");
    QVERIFY(compileC(
        "int x(void); int main(void) { return x(); }\n", program,
        {QStringLiteral("-L") + top + QStringLiteral("/lib"), QStringLiteral("-lrefboxx"),
         QStringLiteral("-Wl,%1,-rpath,%2").arg(flag, QString(path).replace(QLatin1Char('@'), top))}));
    HostView view;
    const Closure closure = LibraryResolver(view).closure(program.toStdString());
    QCOMPARE(closure.isComplete(), found);
    QStringList shown;
    for (std::string p : sortedPaths(closure))
        shown += QDir::cleanPath(QString::fromStdString(p));
    QStringList expected;
    for (std::string p : askLdd(program.toStdString()))
        expected += QDir::cleanPath(QString::fromStdString(p));
    shown.sort();
    expected.sort();
    QCOMPARE(shown, expected);
}

void TestLibraries::rpathReachesDown()
{
    if (!hasTool("gcc") || !hasTool("ldd"))
        QSKIP("gcc or ldd is not on this machine.");
    // program → liba (found by the program's path) → libb (no path of its own): an RPATH reaches down to
    // libb, a RUNPATH does not.
    const QTemporaryDir folder;
    const QString top = folder.path();
    const QString library = QStringLiteral("-L") + top;
    const auto shared = [&](const char *name, const QByteArray &source, const QStringList &more) {
        return compileC(source, top + QStringLiteral("/lib%1.so").arg(QString::fromLatin1(name)),
                        QStringList{QStringLiteral("-shared"), QStringLiteral("-fPIC"),
                                    QStringLiteral("-Wl,-soname,lib%1.so").arg(QString::fromLatin1(name))} +
                            more);
    };
    QVERIFY(shared("refboxb", "int b(void) { return 1; }\n", {}));
    QVERIFY(shared("refboxa", "int b(void); int a(void) { return b(); }\n",
                   {library, QStringLiteral("-lrefboxb")}));
    for (const bool old : {true, false}) {
        const QString program = top + (old ? QStringLiteral("/old") : QStringLiteral("/new"));
        QVERIFY(compileC("int a(void); int main(void) { return a(); }\n", program,
                         {library, QStringLiteral("-lrefboxa"), QStringLiteral("-Wl,-rpath-link,") + top,
                          (old ? QStringLiteral("-Wl,--disable-new-dtags,-rpath,")
                               : QStringLiteral("-Wl,--enable-new-dtags,-rpath,")) +
                              top}));
        HostView view;
        const Closure closure = LibraryResolver(view).closure(program.toStdString());
        QCOMPARE(closure.isComplete(), old);
        QCOMPARE(sortedPaths(closure), askLdd(program.toStdString()));
        if (!old) {
            QCOMPARE(closure.missing.size(), std::size_t(1));
            QCOMPARE(closure.missing[0].name, std::string("librefboxb.so"));
            QCOMPARE(closure.missing[0].neededBy, (top + QStringLiteral("/librefboxa.so")).toStdString());
        }
    }
}

void TestLibraries::reportsMissing()
{
    FileTreeBuilder builder;
    place(builder, "/bin/ls", "/bin/ls");
    placeText(builder, "/bin/text", "hello\n");
    const FileTreePtr tree = builder.build();
    TreeView view(*tree);
    LibraryResolver resolver(view);
    const Closure closure = resolver.closure("/bin/ls");
    QVERIFY(closure.isElf);
    QVERIFY(!closure.isComplete());
    QVERIFY(!closure.interpreter.empty());
    QVERIFY(closure.interpreterReal.empty());
    QVERIFY(!closure.missing.empty());
    QCOMPARE(closure.missing[0].neededBy, std::string("/bin/ls"));
    QVERIFY(!resolver.closure("/bin/text").isElf);
    QVERIFY(!resolver.closure("/bin/nothing").isElf);
    QVERIFY(!resolver.closure("bin/ls").isElf);
}

void TestLibraries::knowsStatic()
{
    HostView view;
    if (view.lookup("/usr/bin/bash-static") == nullptr)
        QSKIP("bash-static is not on this machine.");
    const Closure closure = LibraryResolver(view).closure("/usr/bin/bash-static");
    QVERIFY(closure.isElf);
    QVERIFY(closure.isComplete());
    QVERIFY(closure.libraries.empty());
    QCOMPARE(closure.interpreter, std::string());
}

void TestLibraries::readsConfiguration()
{
    FileTreeBuilder builder;
    placeText(builder, "/etc/ld.so.conf",
              "# comment\ninclude ld.so.conf.d/*.conf\n/first/  # more\n\nhwcap 1 nosegneg\n\t/second\n"
              "include /etc/ld.so.conf\nrelative\n/first\ninclude /etc/none/*\n/third=libc6");
    placeText(builder, "/etc/ld.so.conf.d/b.conf", "/b\n");
    placeText(builder, "/etc/ld.so.conf.d/a.conf", "/a\n");
    placeText(builder, "/etc/ld.so.conf.d/.hidden.conf", "/hidden\n");
    placeText(builder, "/etc/ld.so.conf.d/c.conf.old", "/c\n");
    const FileTreePtr tree = builder.build();
    TreeView view(*tree);
    QCOMPARE(readLoaderConfiguration(view, "/etc/ld.so.conf"),
             (Strings{"/a", "/b", "/first", "/second", "/third"}));
    QCOMPARE(readLoaderConfiguration(view, "/etc/nothing"), Strings{});
}

void TestLibraries::needsTheCache()
{
    HostView host;
    const Closure onHost = LibraryResolver(host).closure("/bin/ls");
    if (!onHost.isComplete() || onHost.interpreter.find("musl") != std::string::npos)
        QSKIP("/bin/ls of this machine is not a usual dynamic program.");
    for (const bool withCache : {true, false}) {
        FileTreeBuilder builder;
        place(builder, "/bin/ls", "/bin/ls");
        place(builder, onHost.interpreter, onHost.interpreterReal);
        for (const ResolvedLibrary &library : onHost.libraries)
            place(builder, "/opt/libraries/" + library.name, library.realPath);
        placeText(builder, "/etc/ld.so.conf", "/opt/libraries\n");
        if (withCache)
            placeText(builder, "/etc/ld.so.cache", "x");
        const FileTreePtr tree = builder.build();
        TreeView view(*tree);
        const Closure closure = LibraryResolver(view).closure("/bin/ls");
        QCOMPARE(closure.isComplete(), withCache);
        if (!withCache)
            QCOMPARE(closure.missing[0].withLdconfig, "/opt/libraries/" + closure.missing[0].name);
    }
}

void TestLibraries::passesOverForeignLibraries()
{
    if (hostMachine().name() != "x86-64" || !QFile::exists(QStringLiteral("/lib32/libc.so.6")))
        QSKIP("There is no 32-bit C library on this machine.");
    HostView host;
    const Closure onHost = LibraryResolver(host).closure("/bin/ls");
    FileTreeBuilder builder;
    place(builder, "/bin/ls", "/bin/ls");
    place(builder, onHost.interpreter, onHost.interpreterReal);
    // The loader's first folder has a 32-bit libc, the right one stands in /lib.
    const std::string first =
        LibraryResolver(host).defaultFolders(*host.elf(*host.lookup("/bin/ls")).info).front();
    place(builder, first + "/libc.so.6", "/lib32/libc.so.6");
    for (const ResolvedLibrary &library : onHost.libraries)
        place(builder, "/lib/" + library.name, library.realPath);
    const FileTreePtr tree = builder.build();
    TreeView view(*tree);
    const Closure closure = LibraryResolver(view).closure("/bin/ls");
    QVERIFY(closure.isComplete());
    for (const ResolvedLibrary &library : closure.libraries)
        QCOMPARE(library.path, "/lib/" + library.name);
}

void TestLibraries::followsMuslRules()
{
    if (!hasTool("gcc"))
        QSKIP("gcc is not on this machine.");
    const QTemporaryDir folder;
    const QString library = folder.filePath(QStringLiteral("librefboxm.so"));
    const QString program = folder.filePath(QStringLiteral("program"));
    QVERIFY(compileC(
        "int x(void) { return 1; }\n", library,
        {QStringLiteral("-shared"), QStringLiteral("-fPIC"), QStringLiteral("-Wl,-soname,librefboxm.so")}));
    QVERIFY(compileC("int x(void); int main(void) { return x(); }\n", program,
                     {QStringLiteral("-L") + folder.path(), QStringLiteral("-lrefboxm"),
                      QStringLiteral("-Wl,--dynamic-linker=/lib/ld-musl-x86_64.so.1")}));
    const QString copy = library + QStringLiteral(".copy");
    QVERIFY(QFile::copy(library, copy));
    for (const bool withPathFile : {true, false}) {
        FileTreeBuilder builder;
        place(builder, "/bin/program", program.toStdString());
        place(builder, "/lib/ld-musl-x86_64.so.1", library.toStdString()); // any ELF file will do here
        place(builder, withPathFile ? "/odd/librefboxm.so" : "/usr/local/lib/librefboxm.so",
              copy.toStdString());
        if (withPathFile)
            placeText(builder, "/etc/ld-musl-x86_64.path", "/nowhere\n/odd\n");
        const FileTreePtr tree = builder.build();
        TreeView view(*tree);
        Closure closure = LibraryResolver(view).closure("/bin/program");
        // libc.so.6 is the loader itself there.
        QVERIFY(closure.missing.empty());
        QCOMPARE(closure.interpreterReal, std::string("/lib/ld-musl-x86_64.so.1"));
        QCOMPARE(closure.libraries.size(), std::size_t(1));
        QCOMPARE(closure.libraries[0].path,
                 std::string(withPathFile ? "/odd/librefboxm.so" : "/usr/local/lib/librefboxm.so"));
    }
}

void TestLibraries::staysInsideTheRoot()
{
    FileTreeBuilder builder;
    placeText(builder, "/secret", "outside\n");
    placeText(builder, "/box/etc/file", "inside\n");
    placeText(builder, "/box/secret", "decoy\n");
    placeLink(builder, "/box/up", "../../../../secret");
    placeLink(builder, "/box/etc/absolute", "/etc/file");
    placeLink(builder, "/box/loop", "loop");
    placeLink(builder, "/box/folder", "etc");
    placeLink(builder, "/box/dangling", "/box/etc/file");
    placeLink(builder, "/box/slash", "etc/");
    const FileTreePtr tree = builder.build();
    TreeView view(*tree, tree->find("/box"));
    const auto real = [&](const char *path) {
        const ViewFile *file = view.lookup(path);
        return file == nullptr ? std::string("nothing") : view.realPath(*file);
    };
    QCOMPARE(real("/"), std::string("/"));
    QCOMPARE(real("/.."), std::string("/"));
    QCOMPARE(real("/../secret"), std::string("/secret"));
    QCOMPARE(view.head(*view.lookup("/../secret"), 100), std::string("decoy\n"));
    QCOMPARE(view.head(*view.lookup("/up"), 100), std::string("decoy\n"));
    QCOMPARE(real("/etc/absolute"), std::string("/etc/file"));
    QCOMPARE(real("/folder/../folder/file"), std::string("/etc/file"));
    QCOMPARE(real("/folder/absolute"), std::string("/etc/file"));
    QCOMPARE(real("/slash"), std::string("/etc"));
    QCOMPARE(real("/slash/file"), std::string("/etc/file"));
    QCOMPARE(real("/loop"), std::string("nothing"));
    QCOMPARE(real("/dangling"), std::string("nothing"));
    QCOMPARE(real("/etc/file/x"), std::string("nothing"));
    QCOMPARE(real("/etc/file/"), std::string("nothing"));
    QCOMPARE(real("etc/file"), std::string("nothing"));
    QCOMPARE(view.nodeNoFollow("/folder"), tree->find("/box/folder"));
    QCOMPARE(view.node("/folder"), tree->find("/box/etc"));
    QCOMPARE(view.list("/etc"), (Strings{"absolute", "file"}));
}

void TestLibraries::expandsTokens()
{
    const PathTokens tokens{"lib64", "x86_64"};
    const auto expand = [&](const char *text) { return expandTokens(text, "/opt/x", tokens); };
    QCOMPARE(expand("$ORIGIN/../lib"), std::string("/opt/x/../lib"));
    QCOMPARE(expand("${ORIGIN}"), std::string("/opt/x"));
    QCOMPARE(expand("/usr/$LIB/${PLATFORM}x"), std::string("/usr/lib64/x86_64x"));
    QCOMPARE(expand("$ORIGINAL/$"), std::string("$ORIGINAL/$"));
    QCOMPARE(expand("${ORIGIN/${"), std::string("${ORIGIN/${"));
    QCOMPARE(expand(""), std::string());
}

void TestLibraries::readsScripts_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("interpreter");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("byEnv");
    const QString none;
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QTest::newRow("plain") << QByteArray("#!/bin/sh\necho\n") << s("/bin/sh") << none << none;
    QTest::newRow("blanks") << QByteArray("#! \t/bin/sh  -e  x \n") << s("/bin/sh") << s("-e  x") << none;
    QTest::newRow("no newline") << QByteArray("#!/bin/sh") << s("/bin/sh") << none << none;
    QTest::newRow("env") << QByteArray("#!/usr/bin/env bash\n") << s("/usr/bin/env") << s("bash")
                         << s("bash");
    QTest::newRow("env -S") << QByteArray("#!/usr/bin/env -S A=1 lua -i\n") << s("/usr/bin/env")
                            << s("-S A=1 lua -i") << s("lua");
    QTest::newRow("env -Slua") << QByteArray("#!/usr/bin/env -Slua -i\n") << s("/usr/bin/env")
                               << s("-Slua -i") << s("lua");
    QTest::newRow("nothing") << QByteArray("#!  \n/bin/sh\n") << none << none << none;
    QTest::newRow("no script") << QByteArray("echo\n") << none << none << none;
    QTest::newRow("empty") << QByteArray() << none << none << none;
    QTest::newRow("NUL") << QByteArray("#!/bin/sh\0junk", 14) << s("/bin/sh") << none << none;
    QTest::newRow("too long") << QByteArray("#!/" + QByteArray(1000, 'x'))
                              << s("/") + QString(253, QLatin1Char('x')) << none << none;
}

void TestLibraries::readsScripts()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, interpreter);
    QFETCH(QString, argument);
    QFETCH(QString, byEnv);
    const auto script =
        readScriptHead(std::string_view(head.constData(), static_cast<std::size_t>(head.size())));
    QCOMPARE(script.has_value(), !interpreter.isEmpty());
    if (script) {
        QCOMPARE(QString::fromStdString(script->interpreter), interpreter);
        QCOMPARE(QString::fromStdString(script->argument), argument);
        QCOMPARE(QString::fromStdString(script->byEnv), byEnv);
    }
}

void TestLibraries::findsScriptNeeds()
{
    FileTreeBuilder builder;
    placeText(builder, "/bin/script", "#!/bin/sh\n");
    placeText(builder, "/bin/viaenv", "#!/usr/bin/env bash\n");
    placeText(builder, "/bin/bash", "x");
    placeLink(builder, "/usr/bin/env", "../../bin/bash");
    placeLink(builder, "/bin/sh", "/bin/missing");
    const FileTreePtr tree = builder.build();
    TreeView view(*tree);
    QCOMPARE(scriptNeeds(view, "/bin/script")->missing(), std::string("/bin/sh"));
    const auto viaEnv = scriptNeeds(view, "/bin/viaenv");
    QCOMPARE(viaEnv->missing(), std::string());
    QCOMPARE(viaEnv->interpreterPath, std::string("/bin/bash"));
    QCOMPARE(viaEnv->byEnvPath, std::string("/bin/bash"));
    QVERIFY(!scriptNeeds(view, "/bin/bash"));
    QVERIFY(!scriptNeeds(view, "/bin/nothing"));
}

// libm asks for the loader, which stands outside of the folders of libraries.
void TestLibraries::aLibraryAloneFindsItsLoader()
{
    TreeMaker maker;
    maker.library("/lib/libm.so.6", {"libc.so.6", "ld-linux-x86-64.so.2"});
    maker.library("/lib/libc.so.6", {"ld-linux-x86-64.so.2"});
    maker.library("/lib/libodd.so", {"ld-linux-other.so.1"});
    maker.library("/libx32/ld-linux-x86-64.so.2");
    const FileTreePtr tree = maker.builder.build();
    TreeView view(*tree);
    LibraryResolver resolver(view);
    const Closure closure = resolver.closure("/lib/libm.so.6");
    QVERIFY(closure.missing.empty());
    QCOMPARE(closure.libraries.size(), std::size_t{1});
    QCOMPARE(closure.needs.back().library, LibraryNeed::kLoader);
    QCOMPARE(resolver.closure("/lib/libodd.so").missing.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestLibraries)
#include "tst_libraries.moc"
