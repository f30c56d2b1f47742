// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every format's writer does when something stands in its way.
#include "formats/folderreader.h"
#include "formats/imageformat.h"
#include "imagefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <thread>

#include <sys/mount.h>

using namespace Refbox;
using namespace Refbox::Testing;

class TestImageWriting final : public QObject, protected ImageFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir(m_dir->path()).mkdir(QStringLiteral("host"));
    }
    void refusesItsOwnSource_data() { formats(); }
    void refusesItsOwnSource();
    void noticesSourcesThatAreGone_data() { formats(); }
    void noticesSourcesThatAreGone();
    void noticesChangingSources_data() { formats(); }
    void noticesChangingSources();
    void leavesNothingOnAFullDisk_data() { formats(); }
    void leavesNothingOnAFullDisk();
    void leavesNothingWhenCancelled_data() { formats(); }
    void leavesNothingWhenCancelled();

private:
    static void formats()
    {
        QTest::addColumn<int>("format");
        for (const ImageFormatInfo &info : imageFormats())
            QTest::newRow(info.name.data()) << int(info.format);
    }
    static ImageOptions optionsOf(int format)
    {
        ImageOptions options;
        options.format = static_cast<ImageFormat>(format);
        options.compression = ImageCompression::Lz4; // the quickest
        options.flush = false;
        return options;
    }
    FileTreePtr randomTree(unsigned seed, unsigned entries)
    {
        Limits limits;
        limits.longestTarget = 1000;
        limits.largestHole = 50;
        return RandomTree(seed, at("host"), limits).make(entries);
    }
    FileTreePtr hostTree() const
    {
        Progress progress;
        return readFolder(at("host"), progress);
    }
    // Why the image could not be written; empty: it was.
    QString messageOf(const FileTree &tree, int format, const std::string &name = "image") const
    {
        Progress progress;
        try {
            writeImage(tree, at(name), optionsOf(format), progress);
        } catch (const Error &error) {
            return error.toString();
        }
        return {};
    }
};

void TestImageWriting::refusesItsOwnSource()
{
    QFETCH(int, format);
    for (const std::size_t size : {5U, 50000U, 400000U}) {
        std::ofstream(at("host/file")) << std::string(size, 'x');
        const QString message = messageOf(*hostTree(), format, "host/file");
        QVERIFY2(message.contains(QLatin1String("source")), qPrintable(message));
        QCOMPARE(bytesOf("host/file"), QByteArray(qsizetype(size), 'x'));
    }
    std::filesystem::remove(at("host/file"));
    // An image's own tree, too, unless it has to be unpacked anyway.
    QCOMPARE(messageOf(*randomTree(3, 100), format), QString());
    const QByteArray before = bytesOf("image");
    Progress progress;
    const FileTreePtr back = readImage(static_cast<ImageFormat>(format), at("image"), progress);
    const QString again = messageOf(*back, format);
    QCOMPARE(again.contains(QLatin1String("source")), format != int(ImageFormat::SquashFs));
    QVERIFY(bytesOf("image") == before);
}

void TestImageWriting::noticesSourcesThatAreGone()
{
    QFETCH(int, format);
    for (const int size : {3000, 100000, 400000}) {
        std::ofstream(at("host/file")) << std::string(std::size_t(size), 'x');
        const FileTreePtr tree = hostTree();
        std::filesystem::resize_file(at("host/file"), std::uintmax_t(size) / 2);
        QString message = messageOf(*tree, format);
        QVERIFY2(message.contains(QLatin1String("host/file")) && message.contains(QLatin1String("shorter")),
                 qPrintable(message));
        std::filesystem::remove(at("host/file"));
        message = messageOf(*tree, format);
        QVERIFY2(message.contains(QLatin1String("host/file")) && message.contains(QLatin1String("No such")),
                 qPrintable(message));
        QCOMPARE(entries(), QStringList{QStringLiteral("host")});
    }
}

void TestImageWriting::noticesChangingSources()
{
    QFETCH(int, format);
    std::ofstream(at("host/large")) << std::string(100 << 20, 'x');
    const FileTreePtr tree = hostTree();
    std::atomic<bool> isWriting{false};
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        std::fstream file(at("host/large"), std::ios::in | std::ios::out);
        while (!stop) {
            file.seekp(99 << 20);
            file << 'y' << std::flush;
            isWriting = true;
        }
    });
    while (!isWriting)
        std::this_thread::yield();
    const QString message = messageOf(*tree, format);
    stop = true;
    writer.join();
    QVERIFY2(message.contains(QLatin1String("host/large")) && message.contains(QLatin1String("changed")),
             qPrintable(message));
    QCOMPARE(entries(), QStringList{QStringLiteral("host")});
}

void TestImageWriting::leavesNothingOnAFullDisk()
{
    QFETCH(int, format);
    if (geteuid() != 0)
        QSKIP("Only root can mount a small disk");
    const FileTreePtr tree = randomTree(6, 2000);
    QDir(m_dir->path()).mkdir(QStringLiteral("small"));
    if (mount("none", at("small").c_str(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("A tmpfs cannot be mounted here");
    std::ofstream(at("small/image")) << "old";
    const QString message = messageOf(*tree, format, "small/image");
    const QByteArray left = bytesOf("small/image");
    const QStringList names = entries(QStringLiteral("small"));
    umount(at("small").c_str());
    QVERIFY2(message.contains(QLatin1String("No space left")) &&
                 message.contains(QLatin1String("small/image")),
             qPrintable(message));
    QCOMPARE(left, QByteArray("old"));
    QCOMPARE(names, QStringList{QStringLiteral("image")});
}

void TestImageWriting::leavesNothingWhenCancelled()
{
    QFETCH(int, format);
    const FileTreePtr tree = randomTree(7, 3000);
    int cancelled = 0;
    for (int delay = 0; delay < 30; ++delay) {
        std::ofstream(at("image")) << "old";
        Progress progress;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(delay));
            progress.cancel();
        });
        try {
            writeImage(*tree, at("image"), optionsOf(format), progress);
        } catch (const Cancelled &) {
            ++cancelled;
            QCOMPARE(bytesOf("image"), QByteArray("old"));
        }
        canceller.join();
        QCOMPARE(entries(), QStringList({QStringLiteral("host"), QStringLiteral("image")}));
    }
    QVERIFY(cancelled > 0);
}

QTEST_GUILESS_MAIN(TestImageWriting)
#include "tst_imagewriting.moc"
