// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/smoketest.h"

#include "unit/assembly/checkfixtures.h"

#include <QTest>

#include <csignal>

using namespace Refbox;

namespace {

using End = SandboxResult::End;

std::vector<SmokeProgram> programsOf(TreeMaker &maker, const char *vserver = "/v1")
{
    const FileTreePtr tree = maker.builder.build();
    Progress progress;
    return smokePrograms(*tree, tree->find(vserver), progress);
}

QStringList pathsOf(const std::vector<SmokeProgram> &programs)
{
    QStringList paths;
    for (const SmokeProgram &program : programs)
        paths += QString::fromStdString(program.path);
    return paths;
}

SandboxResult ended(int status, std::string output = {}, std::string errors = {}, End end = End::Exited)
{
    SandboxResult result;
    result.end = end;
    result.status = status;
    result.output = std::move(output);
    result.errorOutput = std::move(errors);
    return result;
}

std::string programBytes(const char *loader = "")
{
    MadeElf made;
    made.interpreter = loader;
    made.soname = "x";
    return elfBytes(made);
}

} // namespace

class TestSmokeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesWhatIsExecutableInTheFoldersOfPrograms()
    {
        TreeMaker maker;
        for (const char *path :
             {"/v1/bin/ls", "/v1/sbin/mount", "/v1/usr/bin/awk", "/v1/usr/local/bin/own", "/v1/opt/bin/tool",
              "/v1/opt/vim/bin/vi", "/v1/opt/gnu/bash/bin/bash", "/v1/opt/gnu/bash/sbin/s",
              // No folders of programs:
              "/v1/etc/rc", "/v1/opt/x", "/v1/opt/a/b/c/bin/deep", "/v1/lib/libc.so.6"})
            maker.file(path, programBytes(), fileMetadata(0755));
        maker.file("/v1/bin/README", "text", fileMetadata(0644));
        maker.file("/refbox/bin/other", programBytes(), fileMetadata(0755));
        QCOMPARE(pathsOf(programsOf(maker)),
                 QStringList({QStringLiteral("/usr/local/bin/own"), QStringLiteral("/usr/bin/awk"),
                              QStringLiteral("/sbin/mount"), QStringLiteral("/bin/ls"),
                              QStringLiteral("/opt/bin/tool"), QStringLiteral("/opt/gnu/bash/bin/bash"),
                              QStringLiteral("/opt/gnu/bash/sbin/s"), QStringLiteral("/opt/vim/bin/vi")}));
    }

    void choosesOtherProgramsWhereverTheyLie()
    {
        MadeElf made;
        made.interpreter = kMadeLoader;
        const std::string program = elfBytes(made);
        TreeMaker maker;
        maker.file("/v1/bin/ls", program, fileMetadata(0755));
        for (const char *path : {"/v1/usr/libexec/helper", "/v1/srv/app/server", "/v1/opt/a/b/c/bin/deep"})
            maker.file(path, program, fileMetadata(0755));
        // Not to be started: a library, a script, data, and what the sandbox covers.
        maker.file("/v1/lib/libc.so.6", programBytes(), fileMetadata(0755));
        maker.file("/v1/etc/rc", "#!/bin/ls\n", fileMetadata(0755));
        maker.file("/v1/srv/app/data", program, fileMetadata(0644));
        maker.file("/v1/tmp/left", program, fileMetadata(0755));
        maker.file("/refbox/usr/libexec/other", program, fileMetadata(0755));
        QCOMPARE(pathsOf(programsOf(maker)),
                 QStringList({QStringLiteral("/bin/ls"), QStringLiteral("/opt/a/b/c/bin/deep"),
                              QStringLiteral("/srv/app/server"), QStringLiteral("/usr/libexec/helper")}));
    }

    void aProgramOfAFolderIsNotTakenAgainElsewhere()
    {
        MadeElf made;
        made.interpreter = kMadeLoader;
        TreeMaker maker;
        maker.file("/v1/opt/v/lib/prog", elfBytes(made), fileMetadata(0755));
        maker.hardLink("/v1/bin/prog", "/v1/opt/v/lib/prog");
        QCOMPARE(pathsOf(programsOf(maker)), QStringList(QStringLiteral("/bin/prog")));
    }

    void aFolderWithTwoNamesCountsOnce()
    {
        TreeMaker maker;
        maker.file("/v1/usr/bin/ls", programBytes(), fileMetadata(0755));
        maker.link("/v1/bin", "usr/bin");
        QCOMPARE(pathsOf(programsOf(maker)), QStringList(QStringLiteral("/usr/bin/ls")));
    }

    void tellsTheKindsApart()
    {
        TreeMaker maker;
        maker.file("/v1/bin/applet", programBytes() + "BusyBox v1.37.0", fileMetadata(0755));
        maker.link("/v1/bin/alias", "applet");
        maker.file("/v1/bin/program", programBytes(), fileMetadata(0755));
        maker.file("/v1/bin/script", "#!/bin/program\n", fileMetadata(0755));
        maker.file("/v1/bin/words", "BusyBox v1.37.0 is written about here\n", fileMetadata(0755));
        const auto programs = programsOf(maker);
        QCOMPARE(programs.size(), std::size_t(5));
        const std::vector<SmokeKind> kinds{SmokeKind::Applet, SmokeKind::Applet, SmokeKind::Program,
                                           SmokeKind::Script, SmokeKind::Nothing};
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            QVERIFY2(programs[i].kind == kinds[i], programs[i].path.c_str());
            QVERIFY(programs[i].problem.isEmpty());
        }
        QVERIFY(programs.back().argument.empty());
    }

    void whatTheTreeTellsIsKnownBeforehand()
    {
        TreeMaker maker;
        maker.link("/v1/bin/dangling", "/refbox/bin/ls"); // there is no /refbox inside
        maker.file("/v1/bin/loaderless", programBytes(kMadeLoader), fileMetadata(0755));
        maker.file("/v1/bin/mute", "#!/bin/perl\n", fileMetadata(0755));
        maker.file("/refbox/bin/ls", programBytes(), fileMetadata(0755));
        const auto programs = programsOf(maker);
        QCOMPARE(programs.size(), std::size_t(3));
        QVERIFY(programs[0].problem.contains(QStringLiteral("leads nowhere")));
        QVERIFY(programs[1].problem.contains(QLatin1String(kMadeLoader)));
        QVERIFY(programs[2].problem.contains(QStringLiteral("/bin/perl")));
    }

    void givesHarmlessArguments()
    {
        QCOMPARE(harmlessArgument(SmokeKind::Program, "ls"), std::string("--version"));
        QCOMPARE(harmlessArgument(SmokeKind::Program, "lua5.4"), std::string("-v"));
        // Neither answers --version everywhere; BusyBox answers --help before the applet is asked.
        for (const char *name : {"reboot", "poweroff", "halt", "init", "ls"})
            QCOMPARE(harmlessArgument(SmokeKind::Applet, name), std::string("--help"));
        for (const char *name : {"reboot", "poweroff", "halt", "init", "shutdown", "telinit"})
            QCOMPARE(harmlessArgument(SmokeKind::Program, name), std::string("--help"));
        QCOMPARE(harmlessArgument(SmokeKind::Script, "backup"), std::string("--help"));
    }

    void judges_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("errors");
        QTest::addColumn<bool>("runs");
        const auto row = [](const char *name, int status, const char *errors, bool runs,
                            End end = End::Exited) {
            QTest::newRow(name) << static_cast<int>(end) << status << QByteArray(errors) << runs;
        };
        row("done", 0, "", true);
        row("unknown option", 1, "x: unrecognized option '--version'\n", true);
        row("usage", 2, "usage: x FILE\n", true);
        row("as false does", 255, "", true);
        row("glibc", 127, "x: error while loading shared libraries: liby.so.1: cannot open\n", false);
        row("glibc, its words alone", 1, "x: error while loading shared libraries: liby.so.1: cannot\n",
            false);
        row("version", 1, "x: /lib/libc.so.6: version `GLIBC_2.38' not found (required by x)\n", false);
        row("musl", 127, "Error loading shared library liby.so: No such file (needed by x)\n", false);
        row("symbol", 127, "x: symbol lookup error: x: undefined symbol: y\n", false);
        row("format", 2, "sh: x: cannot execute binary file: Exec format error\n", false);
        row("not found", 127, "x: 3: perl: not found\n", false);
        row("not executable", 126, "", false);
        row("SIGSEGV", 128 + SIGSEGV, "", false);
        row("SIGILL", 128 + SIGILL, "", false);
        row("SIGBUS", 128 + SIGBUS, "", false);
        row("SIGABRT", 128 + SIGABRT, "terminate called\n", false);
        row("SIGTERM of its own", 128 + SIGTERM, "", true);
        // Words in a text that it prints are not its fate.
        row("tells of errors", 0, "x explains: error while loading shared libraries: …\n", true);
        row("still runs", 0, "", true, End::TimeLimit);
        row("prints without end", 0, "", true, End::OutputLimit);
        row("never began", 1, "bwrap: execvp /bin/x: No such file or directory\n", false, End::NotStarted);
    }

    void judges()
    {
        QFETCH(int, end);
        QFETCH(int, status);
        QFETCH(QByteArray, errors);
        QFETCH(bool, runs);
        SmokeProgram program;
        program.path = "/bin/x";
        const SmokeOutcome outcome =
            judgeSmoke(program, ended(status, {}, errors.toStdString(), static_cast<End>(end)));
        QCOMPARE(outcome.state == SmokeState::Runs, runs);
        QCOMPARE(outcome.reason.isEmpty(), runs);
        QCOMPARE(outcome.status.has_value(), static_cast<End>(end) == End::Exited);
    }

    void aForeignProgramThatFailsIsForeign()
    {
        SmokeProgram program;
        program.machine = "aarch64";
        // A shell that was asked in the kernel's stead may say anything.
        const SmokeOutcome outcome = judgeSmoke(program, ended(2, {}, "1: Syntax error: \"(\" unexpected\n"));
        QVERIFY(outcome.state == SmokeState::Fails);
        QVERIFY(outcome.reason.contains(QStringLiteral("aarch64")));
        QVERIFY(judgeSmoke(program, ended(0)).state == SmokeState::Runs); // by binfmt_misc
    }

    void quotesTheLineThatTells()
    {
        QCOMPARE(judgeSmoke({}, ended(0, "\n  \nx 1.0\nmore\n", "warning\n")).said, std::string("x 1.0"));
        QCOMPARE(
            judgeSmoke({}, ended(0, "", "BusyBox v1.37.0 multi-call binary.\n\nUsage: ls [FILE]\n")).said,
            std::string("Usage: ls [FILE]"));
        QCOMPARE(judgeSmoke({}, ended(1, "", "usage\n")).said, std::string("usage"));
        QCOMPARE(judgeSmoke({}, ended(127, "began\n", "x: not found\n")).said, std::string("x: not found"));
        QCOMPARE(judgeSmoke({}, ended(0, std::string(5000, 'a'))).said.size(), std::size_t(200));
        QVERIFY(judgeSmoke({}, ended(0)).said.empty());
    }
};

QTEST_GUILESS_MAIN(TestSmokeTest)
#include "tst_smoketest.moc"
