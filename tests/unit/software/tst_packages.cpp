// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// apt with a repository in a folder: what it resolves, fetches, refuses, and what it leaves alone.
#include "packagelab.h"
#include "software/apt.h"
#include "software/program.h"
#include "software/tarballs.h"
#include "unit/failure.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <fstream>
#include <string>
#include <thread>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

using Names = std::vector<std::string>;

Names namesOf(const std::vector<PackageFile> &files)
{
    Names names;
    for (const PackageFile &file : files)
        names.push_back(file.name);
    return names;
}

// One that nobody has waited for is none: not every machine has an init that does.
bool isRunning(int pid)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/stat");
    std::string number;
    std::string name;
    std::string state;
    return status >> number >> name >> state && state != "Z";
}

} // namespace

class TestPackages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!PackageLab::works())
            QSKIP("apt-get or dpkg-deb is missing.");
        m_lab.emplace();
    }

    void dependenciesComeWithIt()
    {
        m_lab->add({"editor", "library (>= 1), data"});
        m_lab->add({"library"});
        m_lab->add({.name = "data", .architecture = "all"});
        m_lab->add({"other"});
        const PackageWish wish{{"editor"}, {}, {}};
        QVERIFY(!packages().find(wish));
        const std::vector<PackageFile> files = fetch(wish);
        // What others depend on comes first.
        QCOMPARE(files.size(), std::size_t{3});
        QCOMPARE(files.back().name, std::string("editor"));
        for (const PackageFile &file : files) {
            QVERIFY(std::filesystem::is_regular_file(file.path));
            QCOMPARE(file.version, std::string("1.0"));
        }
        QCOMPARE(namesOf(*packages().find(wish)), namesOf(files));
        QVERIFY(!packages().find({{"editor"}, {}, {"data"}}));
        // Where a file is gone it is fetched anew.
        std::filesystem::remove(files.front().path);
        QVERIFY(!packages().find(wish));
        QCOMPARE(fetch(wish).size(), std::size_t{3});
    }

    void someCanBeLeftOut()
    {
        m_lab->add({"editor", "library, perl"});
        m_lab->add({"library"});
        m_lab->add({"perl"});
        QCOMPARE(namesOf(fetch({{"editor"}, {}, {"perl"}})), (Names{"library", "editor"}));
    }

    void aNewerOneComesOnlyWhenAsked()
    {
        m_lab->add({"editor"});
        const PackageWish wish{{"editor"}, {}, {}};
        QCOMPARE(fetch(wish).front().version, std::string("1.0"));
        m_lab->add({.name = "editor", .version = "1:2.0"});
        QCOMPARE(fetch(wish).front().version, std::string("1.0"));
        m_lab->options.refresh = true;
        const PackageFile newer = fetch(wish).front();
        QCOMPARE(newer.version, std::string("1:2.0"));
        QVERIFY(std::filesystem::exists(newer.path));
        // An older one by its version.
        QCOMPARE(fetch({{"editor=1.0"}, {}, {}}).front().version, std::string("1.0"));
    }

    void anotherProcessorsAreOnlyFetched()
    {
        const std::string foreign = machineArchitecture() == "arm64" ? "amd64" : "arm64";
        m_lab->add({.name = "editor", .architecture = foreign});
        const std::vector<PackageFile> files = fetch({{"editor"}, foreign, {}});
        QCOMPARE(files.front().architecture, foreign);
        QVERIFY(!failureOf([&] { fetch({{"editor"}, {}, {}}); }).isEmpty());
    }

    void whatCannotBeHadIsSaid()
    {
        m_lab->add({"editor", "nowhere (>= 2)"});
        const QString unknown = failureOf([&] { fetch({{"unknown"}, {}, {}}); });
        QVERIFY2(unknown.contains(u"Unable to locate package unknown"_s), qPrintable(unknown));
        const QString unmet = failureOf([&] { fetch({{"editor"}, {}, {}}); });
        QVERIFY2(unmet.contains(u"nowhere (>= 2)"_s), qPrintable(unmet));
        // A dot makes it a pattern for apt.
        m_lab->add({"libab1"});
        QVERIFY(!failureOf([&] { fetch({{"lib..1"}, {}, {}}); }).isEmpty());
        m_lab->write("sources.list", "deb [trusted=yes] copy:" + m_lab->path("gone") + " ./\n");
        QVERIFY(!failureOf([&] { fetch({{"libab1"}, {}, {}}); }).isEmpty());
    }

    void aDamagedPackageIsNotTaken()
    {
        const std::string path = m_lab->add({"editor"});
        std::fstream(path, std::ios::binary | std::ios::in | std::ios::out).seekp(100) << "damage";
        const PackageWish wish{{"editor"}, {}, {}};
        const QString failure = failureOf([&] { fetch(wish); });
        // The last is what apt 3 says where it copies from a folder.
        QVERIFY2(failure.contains(u"Hash Sum mismatch"_s) || failure.contains(u"size"_s) ||
                     (failure.contains(u"editor_1.0"_s) && failure.contains(u"Undetermined Error"_s)),
                 qPrintable(failure));
        QVERIFY(!packages().find(wish));
    }

    void offlineTakesWhatIsThere()
    {
        m_lab->add({"editor"});
        m_lab->options.offline = true;
        const PackageWish wish{{"editor"}, {}, {}};
        const QString failure = failureOf([&] { fetch(wish); });
        QVERIFY2(failure.contains(u"offline"_s), qPrintable(failure));
        m_lab->options.offline = false;
        fetch(wish);
        m_lab->options.offline = true;
        QCOMPARE(fetch(wish).size(), std::size_t{1});
    }

    void theMachinesStateIsLeftAlone()
    {
        const auto newest = [] {
            std::filesystem::file_time_type time{};
            std::error_code error;
            for (const char *folder :
                 {"/var/lib/apt", "/var/lib/apt/lists", "/var/cache/apt", "/var/cache/apt/archives"})
                time = std::max(time, std::filesystem::last_write_time(folder, error));
            return time;
        };
        const auto before = newest();
        m_lab->add({.name = "editor", .hasScript = true});
        fetch({{"editor"}, {}, {}});
        QVERIFY(newest() == before);
        QVERIFY(!std::filesystem::exists(m_lab->path("ran")));
    }

    void aSourceComesFromDebiansArchive()
    {
        // A repository with one source package, of which the .dsc is missing, as at some mirrors.
        const std::string bytes = "pretend that this is a tarball\n";
        const auto hash = [](const std::string &text) {
            return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256)
                .toHex()
                .toStdString();
        };
        m_lab->write("archive/pool/tool_1.0.orig.tar.xz", bytes);
        m_lab->write("archive/dists/stable/main/source/Sources",
                     "Package: tool\nBinary: tool\nVersion: 1.0-1\nMaintainer: nobody <a@example.org>\n"
                     "Architecture: any\nFormat: 3.0 (quilt)\nDirectory: pool\nChecksums-Sha256:\n " +
                         hash(bytes) + ' ' + std::to_string(bytes.size()) + " tool_1.0.orig.tar.xz\n " +
                         hash("x") + " 1 tool_1.0-1.dsc\n\n");
        m_lab->write("sources.list", "deb [trusted=yes] copy:" + m_lab->path("archive") + " other main\n");
        SourceOptions options;
        options.aptSources = m_lab->path("sources.list");
        const Tarball tarball{"tool-1.0.tar.xz", hash(bytes), {}, {}, "tool", "stable"};
        Progress progress;
        const Tarballs tarballs(*m_lab->store, options);
        const Tarballs::Obtained got = tarballs.obtain({tarball}, progress);
        std::ifstream file(got.path, std::ios::binary);
        QCOMPARE(std::string(std::istreambuf_iterator<char>(file), {}), bytes);

        Tarball gone = tarball;
        gone.sha256 = hash("other bytes");
        const QString failure = failureOf([&] { tarballs.obtain({gone}, progress); });
        QVERIFY2(failure.contains(u"Debian"_s), qPrintable(failure));
        gone.debianPackage = "unknown";
        QVERIFY(failureOf([&] { tarballs.obtain({gone}, progress); }).contains(u"unknown"_s));
        options.offline = true;
        gone = tarball;
        gone.file = "elsewhere";
        QVERIFY(failureOf([&] {
                    Tarballs(*m_lab->store, options).obtain({gone}, progress);
                }).contains(u"offline"_s));
    }

    void machineSourcesAreRewritten()
    {
        m_lab->write("list", "# a comment\ndeb http:\x2f/a.example/debian stable main\n"
                             "deb [arch=amd64 trusted=yes] copy:/x stable main contrib\n"
                             "deb http:\x2f/security.example/ stable-security main\ndeb-src "
                             "http:\x2f/a.example/debian stable main\n");
        const std::string entries = sourceEntries("next", m_lab->path("list"));
        QCOMPARE(std::count(entries.begin(), entries.end(), '\n'), 2);
        QVERIFY(entries.find("deb-src [arch=amd64 trusted=yes] copy:/x next main\n") != std::string::npos);
        QVERIFY(entries.find(" http:\x2f/a.example/debian next main\n") != std::string::npos);
        m_lab->write("list.sources",
                     "Types: deb\nURIs: http:\x2f/b.example/debian http:\x2f/c.example/\nSuites: stable\n");
        const std::string stanzas = sourceEntries("next", m_lab->path("list.sources"));
        QVERIFY(stanzas.find(" http:\x2f/b.example/debian next main\n") != std::string::npos);
        QVERIFY(stanzas.find(" http:\x2f/c.example/ next main\n") != std::string::npos);
    }

    void aProgramIsStoppedWithAllThatItStarted()
    {
        Progress progress;
        const std::string pidFile = m_lab->path("pid");
        QElapsedTimer since;
        std::thread canceller([&] {
            while (!std::filesystem::exists(pidFile) || std::filesystem::file_size(pidFile) == 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            since.start();
            progress.cancel();
        });
        QVERIFY_THROWS_EXCEPTION(
            Cancelled,
            runProgram({"sh", {"-c", "sleep 1000 & echo $! > \"$0\"; wait", pidFile}, {}}, progress));
        canceller.join();
        QVERIFY(since.elapsed() < 2'000);
        int pid = 0;
        std::ifstream(pidFile) >> pid;
        QVERIFY(pid > 1);
        QTRY_VERIFY(!isRunning(pid));
    }

    void aProgramTellsHowItEnded()
    {
        Progress progress;
        std::vector<std::string> lines;
        ProgramRequest request{"sh", {"-c", "echo one; echo two; echo bad >&2; exit 3"}, {}};
        request.listener = [&](std::string_view line) { lines.emplace_back(line); };
        const ProgramResult result = runProgram(request, progress);
        QCOMPARE(result.status, 3);
        QCOMPARE(lines, (Names{"one", "two"}));
        QCOMPARE(result.errorOutput, std::string("bad\n"));
        QCOMPARE(runProgram({"sh", {"-c", "kill -9 $$"}, {}}, progress).status, 137);
        QVERIFY(failureOf([&] {
                    runProgram({"no-such-program", {}, {}}, progress);
                }).contains(u"not on this machine"_s));
    }

private:
    Packages packages() const { return Packages(*m_lab->store, m_lab->options); }
    std::vector<PackageFile> fetch(const PackageWish &wish) const
    {
        Progress progress;
        return packages().fetch(wish, progress);
    }

    std::optional<PackageLab> m_lab;
};

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"
