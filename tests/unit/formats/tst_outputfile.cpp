// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/outputfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Refbox;
namespace fs = std::filesystem;

namespace {

// The bytes of a file that wait for the disk; nullopt: this kernel does not tell (cachestat(2), Linux 6.5).
std::optional<std::uint64_t> waitingBytes(int fd)
{
    constexpr long kCachestat = 451; // on every processor; not in the headers of Debian 12
    struct
    {
        std::uint64_t offset = 0;
        std::uint64_t length = 0; // 0: all
    } range;
    struct
    {
        std::uint64_t cached = 0;
        std::uint64_t dirty = 0;
        std::uint64_t writeback = 0;
        std::uint64_t evicted = 0;
        std::uint64_t recentlyEvicted = 0;
    } pages;
    if (::syscall(kCachestat, fd, &range, &pages, 0) != 0)
        return std::nullopt;
    return pages.dirty * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

class TestOutputFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void takesTheTargetsPlaceOnlyAtCommit();
    void leavesNothingWithoutCommit();
    void hasTheUsualPermissions();
    void followsSymbolicLinks();
    void refuses_data();
    void refuses();
    void refusesWhatTheTargetBecameMeanwhile();
    void acceptsTheLongestName();
    void removesOnlyStaleFiles();
    void removesWhatAKilledRunLeft();
    void recognizesItsTarget();
    void reportsAFullDisk();
    void flushCanBeCancelled();
    void theDiskTakesBytesBeforeTheFlush();
    void aDiskThatFailsIsTold();

private:
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
    int entries() const
    {
        return static_cast<int>(
            QDir(m_dir->path())
                .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
                .size());
    }
    static std::string contentOf(const std::string &path)
    {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }
    static void put(const std::string &path, std::string_view text) { std::ofstream(path) << text; }
    static void write(OutputFile &file, std::string_view text) { file.write({text.data(), text.size()}); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestOutputFile::takesTheTargetsPlaceOnlyAtCommit()
{
    put(at("target"), "old");
    OutputFile file(at("target"));
    write(file, "new bytes");
    const std::string_view tail = "!";
    file.writeAt(9, {tail.data(), tail.size()});
    QCOMPARE(contentOf(at("target")), std::string("old"));
    QCOMPARE(contentOf(file.temporaryPath()), std::string("new bytes!"));
    file.commit();
    QCOMPARE(contentOf(at("target")), std::string("new bytes!"));
    QCOMPARE(entries(), 1);
    QVERIFY_THROWS_EXCEPTION(Error, file.commit());
}

void TestOutputFile::leavesNothingWithoutCommit()
{
    put(at("target"), "old");
    {
        OutputFile file(at("target"));
        OutputFile other(at("fresh"), OutputFile::Flush::No);
        write(file, "half");
        QCOMPARE(entries(), 3);
    }
    QCOMPARE(entries(), 1);
    QCOMPARE(contentOf(at("target")), std::string("old"));
}

void TestOutputFile::hasTheUsualPermissions()
{
    const mode_t before = umask(027);
    OutputFile file(at("target"));
    struct stat status
    {
    };
    QCOMPARE(stat(file.temporaryPath().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0600));
    file.commit();
    umask(before);
    QCOMPARE(stat(at("target").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0640));
}

void TestOutputFile::followsSymbolicLinks()
{
    fs::create_directory(at("real"));
    put(at("real/file"), "old");
    fs::create_symlink("real/file", at("relative"));
    fs::create_symlink(at("relative"), at("absolute"));
    fs::create_symlink("real/fresh", at("dangling"));
    for (const char *name : {"absolute", "dangling"}) {
        OutputFile file(at(name));
        write(file, name);
        file.commit();
        QVERIFY(fs::is_symlink(at(name)));
        QCOMPARE(contentOf(at(name)), std::string(name));
    }
    QCOMPARE(contentOf(at("real/file")), std::string("absolute"));
    QCOMPARE(contentOf(at("real/fresh")), std::string("dangling"));
}

void TestOutputFile::refuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("device") << "device"
                            << "device";
    QTest::newRow("link to a device") << "devicelink"
                                      << "device";
    QTest::newRow("folder") << "folder"
                            << "folder";
    QTest::newRow("fifo") << "fifo"
                          << "fifo";
    QTest::newRow("socket") << "socket"
                            << "socket";
    QTest::newRow("loop of links") << "loop"
                                   << "";
    QTest::newRow("missing folder") << "missing"
                                    << "No such file";
    QTest::newRow("name of a folder") << "slash"
                                      << "no name";
    QTest::newRow("dot") << "dot"
                         << "directory";
    QTest::newRow("nothing") << "empty"
                             << "no name";
    QTest::newRow("below a file") << "belowfile"
                                  << "directory";
    QTest::newRow("name too long") << "long"
                                   << "too long";
}

void TestOutputFile::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    std::string path = at(kind.toStdString());
    if (kind == QLatin1String("device"))
        path = "/dev/null";
    else if (kind == QLatin1String("devicelink"))
        fs::create_symlink("/dev/full", path);
    else if (kind == QLatin1String("folder"))
        fs::create_directory(path);
    else if (kind == QLatin1String("fifo"))
        QCOMPARE(mkfifo(path.c_str(), 0600), 0);
    else if (kind == QLatin1String("loop"))
        fs::create_symlink("loop", path);
    else if (kind == QLatin1String("missing"))
        path = at("missing/file");
    else if (kind == QLatin1String("slash"))
        path = at("name/");
    else if (kind == QLatin1String("dot"))
        path = at(".");
    else if (kind == QLatin1String("empty"))
        path = {};
    else if (kind == QLatin1String("long"))
        path = at(std::string(256, 'n'));
    else if (kind == QLatin1String("belowfile")) {
        put(at("file"), "x");
        path = at("file/below");
    } else if (kind == QLatin1String("socket")) {
        const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        QCOMPARE(bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        close(fd);
    }
    const int before = entries();
    try {
        OutputFile file(path);
        QFAIL("accepted");
    } catch (const Error &error) {
        QVERIFY2(error.toString().contains(reason), qPrintable(error.toString()));
        QVERIFY(!error.advice().isEmpty() || kind == QLatin1String("loop") ||
                kind == QLatin1String("belowfile"));
    }
    QCOMPARE(entries(), before);
}

void TestOutputFile::refusesWhatTheTargetBecameMeanwhile()
{
    OutputFile file(at("target"));
    QCOMPARE(mkfifo(at("target").c_str(), 0600), 0);
    QVERIFY_THROWS_EXCEPTION(Error, file.commit());
    QVERIFY(fs::is_fifo(at("target")));
}

void TestOutputFile::acceptsTheLongestName()
{
    const std::string name(255, 'n');
    OutputFile file(at(name));
    file.commit();
    QVERIFY(fs::exists(at(name)));
}

void TestOutputFile::removesOnlyStaleFiles()
{
    const OutputFile running(at("target"));
    put(at(".target.abcDEF.part"), "left by a killed run");
    put(at(".target.abcDE.part"), "somebody's");
    put(at(".target.abc-EF.part"), "somebody's");
    put(at(".targets.abcDEF.part"), "of another target");
    fs::create_directory(at(".target.abcDEG.part"));
    {
        const OutputFile next(at("target"));
        QVERIFY(fs::exists(running.temporaryPath()));
        QVERIFY(!fs::exists(at(".target.abcDEF.part")));
    }
    QCOMPARE(entries(), 5);
}

void TestOutputFile::removesWhatAKilledRunLeft()
{
    const pid_t child = fork();
    if (child == 0) {
        const OutputFile file(at("target"));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(entries(), 1);
    OutputFile file(at("target"));
    QCOMPARE(entries(), 1);
    file.commit();
    QCOMPARE(entries(), 1);
}

void TestOutputFile::recognizesItsTarget()
{
    put(at("target"), "old");
    put(at("other"), "old");
    const OutputFile file(at("target"));
    const int target = open(at("target").c_str(), O_RDONLY | O_CLOEXEC);
    const int other = open(at("other").c_str(), O_RDONLY | O_CLOEXEC);
    QVERIFY(file.replaces(target));
    QVERIFY(!file.replaces(other));
    QVERIFY(!file.replaces(file.fd()));
    close(target);
    close(other);
}

void TestOutputFile::reportsAFullDisk()
{
    // A limit on the size of files stands in for the full disk: it needs no root.
    put(at("target"), "old");
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    QString message;
    try {
        OutputFile file(at("target"));
        for (int i = 0; i < 100; ++i)
            write(file, std::string(100, 'x'));
    } catch (const Error &error) {
        message = error.toString();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    QVERIFY2(message.contains(QLatin1String("target")) && message.contains(QLatin1String("File too large")),
             qPrintable(message));
    QCOMPARE(contentOf(at("target")), std::string("old"));
    QCOMPARE(entries(), 1);
}

void TestOutputFile::flushCanBeCancelled()
{
    Progress progress;
    OutputFile file(at("target"));
    write(file, std::string(10 << 20, 'x'));
    file.flush(progress);
    QCOMPARE(progress.snapshot().done, std::uint64_t(10 << 20));
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(Cancelled, file.flush(progress));
}

void TestOutputFile::theDiskTakesBytesBeforeTheFlush()
{
    constexpr std::size_t kBytes = 10 << 20;
    OutputFile waiting(at("waiting"), OutputFile::Flush::No);
    write(waiting, std::string(kBytes, 'x'));
    const auto usual = waitingBytes(waiting.fd());
    if (!usual)
        QSKIP("This kernel does not tell which bytes wait for the disk");
    if (*usual < kBytes)
        QSKIP("This file system keeps nothing back, or is no disk's");
    OutputFile file(at("target"));
    write(file, std::string(kBytes, 'x'));
    for (int i = 0; i < 2000 && waitingBytes(file.fd()).value_or(0) > 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    QCOMPARE(waitingBytes(file.fd()).value_or(1), std::uint64_t(0));
}

// A file system on a loop device whose file cannot grow: writing goes well, into memory, and fails on the
// disk.
void TestOutputFile::aDiskThatFailsIsTold()
{
    if (::geteuid() != 0)
        QSKIP("Only root can mount a disk that fails");
    const std::string script =
        "cd '" + m_dir->path().toStdString() +
        "' && mkdir small disk && mount -t tmpfs -o size=6M tmpfs small && truncate -s 64M small/image && "
        "PATH=$PATH:/sbin:/usr/sbin mkfs.ext4 -q -O ^has_journal small/image && "
        "mount -o loop,errors=continue small/image disk";
    const bool isMounted = std::system((script + " 2>/dev/null").c_str()) == 0;
    QString told;
    std::string content;
    if (isMounted) {
        put(at("disk/target"), "old");
        ::sync();
        try {
            Progress progress;
            OutputFile file(at("disk/target"));
            for (int i = 0; i < 20; ++i)
                write(file, std::string(1 << 20, 'x'));
            file.flush(progress); // it is the one to tell: the kernel tells once
        } catch (const Error &error) {
            told = error.toString();
        }
        content = contentOf(at("disk/target"));
    }
    const std::string end = "cd '" + m_dir->path().toStdString() + "' && umount disk; umount small";
    const int ended = std::system((end + " 2>/dev/null").c_str());
    if (!isMounted)
        QSKIP("No loop device can be mounted here");
    QCOMPARE(ended, 0);
    QVERIFY2(told.contains(QStringLiteral("Cannot write the file")), qPrintable(told));
    QCOMPARE(content, std::string("old"));
}

QTEST_APPLESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
