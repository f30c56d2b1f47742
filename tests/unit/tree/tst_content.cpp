// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/error.h"
#include "tree/content.h"
#include "tree/filetreebuilder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <random>
#include <thread>

using namespace Refbox;

namespace {

const Metadata kMetadata{0644, 0, 0, {}, 0, 0, 0};

std::string randomBytes(std::size_t count)
{
    std::mt19937 random(static_cast<std::uint32_t>(count));
    std::string bytes(count, '\0');
    for (char &c : bytes)
        c = static_cast<char>(random());
    return bytes;
}

Sha256 sha256(const std::string &bytes)
{
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256);
    Sha256 hash{};
    std::copy(digest.begin(), digest.end(), hash.begin());
    return hash;
}

} // namespace

class TestContent : public QObject
{
    Q_OBJECT

private:
    std::string hostFile(const char *name, const std::string &bytes) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
            qFatal("cannot write the test's file");
        return file.fileName().toStdString();
    }
    FileTreePtr hostTree(const std::string &path, std::uint64_t size,
                         std::optional<std::uint64_t> offset = {}) const
    {
        FileTreeBuilder builder;
        builder.addHostFile(0, "f", kMetadata, builder.internHostPath(kNoId, path), size, offset);
        return builder.build();
    }
    FileTreePtr extentsTree(const std::string &path, std::uint64_t size,
                            const std::vector<Extent> &extents) const
    {
        FileTreeBuilder builder;
        builder.addExtentsFile(0, "f", kMetadata, builder.internHostPath(kNoId, path), size, extents);
        return builder.build();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void nothing();
    void inlineBytes();
    void rangeOfAHostFile();
    void blob();
    void packed();
    void extents_data();
    void extents();
    void descriptor();
    void hostFileGone();
    void hostFileBecameShorter();
    void hostFileBecameLonger();
    void hostFileBecameAFolder();
    void readAllHasALimit();
    void sameContentOfAllKinds();
    void hugeHolesCostNothing();
    void cancelling();
    void manyThreads();
};

void TestContent::nothing()
{
    FileTreeBuilder builder;
    builder.addInlineFile(0, "empty", kMetadata, "");
    builder.addHostFile(0, "never opened", kMetadata, builder.internHostPath(kNoId, "/none"), 0);
    builder.addSpecial(0, "pipe", kMetadata, FileType::Fifo);
    const auto tree = builder.build();
    for (InodeId inode = 0; inode < tree->inodeCount(); ++inode) {
        const ContentReader reader(*tree, inode);
        std::array<char, 8> buffer{};
        QCOMPARE(reader.size(), 0U);
        QCOMPARE(reader.read(0, buffer), 0U);
        QCOMPARE(reader.descriptor(), -1);
        QCOMPARE(readAll(*tree, inode, 0), std::string());
        QCOMPARE(contentHash(*tree, inode), sha256({}));
    }
}

void TestContent::inlineBytes()
{
    FileTreeBuilder builder;
    builder.addInlineFile(0, "a", kMetadata, "first");
    builder.addInlineFile(0, "b", kMetadata, "second");
    builder.addSymlink(0, "c", kMetadata, "target");
    const auto tree = builder.build();
    QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("b")), 100), std::string("second"));
    QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("c")), 100), std::string("target"));
    const ContentReader reader(*tree, tree->inodeOf(tree->find("a")));
    std::array<char, 3> buffer{};
    QCOMPARE(reader.read(3, buffer), 2U);
    QCOMPARE(std::string(buffer.data(), 2), std::string("st"));
    QCOMPARE(reader.read(5, buffer), 0U);
    QCOMPARE(reader.read(~0ULL, buffer), 0U);
    QCOMPARE(reader.descriptor(), -1);
}

void TestContent::rangeOfAHostFile()
{
    const std::string bytes = randomBytes(600'000);
    const auto tree = hostTree(hostFile("range", bytes), 500'000, 77);
    QCOMPARE(readAll(*tree, 1, 500'000), bytes.substr(77, 500'000));
    QCOMPARE(contentHash(*tree, 1), sha256(bytes.substr(77, 500'000)));
    const ContentReader reader(*tree, 1);
    QVERIFY(reader.descriptor() >= 0);
    QCOMPARE(reader.descriptorOffset(), 77U);
    std::vector<char> buffer(1000);
    QCOMPARE(reader.read(499'990, buffer), 10U);
    QCOMPARE(std::string(buffer.data(), 10), bytes.substr(77 + 499'990, 10));
}

void TestContent::blob()
{
    const std::string bytes = randomBytes(1000);
    FileTreeBuilder builder;
    const auto path = builder.internHostPath(kNoId, hostFile("blob", bytes));
    builder.addBlobFile(0, "b", kMetadata, sha256(bytes), path, bytes.size());
    const auto tree = builder.build();
    QCOMPARE(readAll(*tree, 1, 1000), bytes);
    QCOMPARE(contentHash(*tree, 1), sha256(bytes));
}

namespace {

// Two files whose bytes are made up: each byte is its place plus the file's key; the second begins with a
// hole.
class Counting final : public PackedContent
{
public:
    const std::string &hostPath() const override { return m_path; }
    void read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const override
    {
        for (std::size_t i = 0; i < buffer.size(); ++i)
            buffer[i] = key == 2 && offset + i < 4096 ? '\0' : static_cast<char>(key + offset + i);
    }
    std::uint64_t nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const override
    {
        return key == 2 ? std::min<std::uint64_t>(size, std::max<std::uint64_t>(offset, 4096)) : offset;
    }

private:
    std::string m_path = "/the/image";
};

} // namespace

void TestContent::packed()
{
    FileTreeBuilder builder;
    const std::uint32_t packed = builder.addPackedContent(std::make_shared<Counting>());
    builder.addPackedFile(0, "a", kMetadata, packed, 1, 10000);
    builder.addPackedFile(0, "b", kMetadata, packed, 2, 10000);
    builder.addPackedFile(0, "none", kMetadata, packed, 3, 0);
    const FileTreePtr made = builder.build();
    // A copy reads the same, and lives on without the tree that it was made from.
    FileTreeBuilder copier;
    copier.copySubtree(0, "in", *made, FileTree::root(), {});
    const FileTreePtr tree = copier.build();
    const InodeId a = tree->inodeOf(tree->find("/in/a"));
    const InodeId b = tree->inodeOf(tree->find("/in/b"));
    QCOMPARE(tree->hostPath(b), std::string("/the/image"));
    const std::string bytes = readAll(*tree, a, 10000);
    QCOMPARE(bytes.size(), std::size_t(10000));
    QCOMPARE(bytes[9999], static_cast<char>(10000));
    const ContentReader reader(*tree, b);
    QCOMPARE(reader.descriptor(), -1);
    QCOMPARE(reader.nextData(5), std::uint64_t(4096));
    QCOMPARE(reader.nextData(5000), std::uint64_t(5000));
    char two[2] = {'x', 'x'};
    QCOMPARE(reader.read(9999, two), std::size_t(1));
    QCOMPARE(two[0], static_cast<char>(10001));
    QCOMPARE(two[1], 'x');
    QVERIFY(sameContent(*tree, a, *made, made->inodeOf(made->find("/a"))));
    QVERIFY(!sameContent(*tree, a, *tree, b));
    QVERIFY(contentPlace(*tree, a) != contentPlace(*tree, b));
    QCOMPARE(contentPlace(*tree, a), contentPlace(*made, made->inodeOf(made->find("/a"))));
    QCOMPARE(contentHash(*tree, a), sha256(bytes));
    QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("/in/none")), 10), std::string());
}

void TestContent::extents_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 0; seed < 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestContent::extents()
{
    QFETCH(std::uint32_t, seed);
    std::mt19937 random(seed);
    const std::string stored = randomBytes(5000);
    std::vector<Extent> extents;
    std::string wanted(1 + random() % 3000, '\0');
    for (std::uint64_t at = random() % 2 * 50; at < 3000; at += random() % 3 == 0 ? random() % 400 : 0) {
        const std::uint64_t length = 1 + random() % 300;
        const std::uint64_t physical = random() % (stored.size() - length);
        extents.push_back({at, physical, length}); // the last may stand over the file's end
        for (std::uint64_t i = 0; i < length && at + i < wanted.size(); ++i)
            wanted[at + i] = stored[physical + i];
        at += length;
    }
    const auto tree = extentsTree(hostFile("extents", stored), wanted.size(), extents);
    QCOMPARE(readAll(*tree, 1, wanted.size()), wanted);
    QCOMPARE(contentHash(*tree, 1), sha256(wanted));
    const ContentReader reader(*tree, 1);
    for (int i = 0; i < 200; ++i) {
        const std::uint64_t offset = random() % (wanted.size() + 10);
        std::string buffer(random() % 700, '#');
        const std::string part =
            offset < wanted.size() ? wanted.substr(offset, buffer.size()) : std::string();
        QCOMPARE(reader.read(offset, buffer), part.size());
        QCOMPARE(buffer.substr(0, part.size()), part);
        const std::uint64_t data = reader.nextData(offset);
        QVERIFY(data >= std::min<std::uint64_t>(offset, wanted.size()) && data <= wanted.size());
        for (std::uint64_t hole = offset; hole < data; ++hole)
            QCOMPARE(wanted[hole], '\0');
    }
}

void TestContent::descriptor()
{
    const std::string bytes = randomBytes(100);
    const std::string path = hostFile("one", bytes);
    const auto whole = extentsTree(path, 60, {{0, 30, 64}});
    QCOMPARE(ContentReader(*whole, 1).descriptorOffset(), 30U);
    QVERIFY(ContentReader(*whole, 1).descriptor() >= 0);
    const auto withHole = extentsTree(path, 80, {{0, 30, 64}});
    QCOMPARE(ContentReader(*withHole, 1).descriptor(), -1);
    ContentReader first(*whole, 1);
    const ContentReader moved(std::move(first));
    std::string buffer(60, '\0');
    QCOMPARE(moved.read(0, buffer), 60U);
    QCOMPARE(buffer, bytes.substr(30, 60));
}

void TestContent::hostFileGone()
{
    const auto tree = hostTree("/nowhere/at all\n", 5);
    try {
        readAll(*tree, 1, 5);
        QFAIL("no error");
    } catch (const Error &error) {
        QCOMPARE(error.where(), QStringLiteral("/nowhere/at all\\x0a"));
        QCOMPARE(error.why(), QStringLiteral("No such file or directory"));
    }
}

void TestContent::hostFileBecameShorter()
{
    const std::string path = hostFile("shorter", randomBytes(1000));
    const auto range = hostTree(path, 1000);
    const auto extents = extentsTree(path, 1000, {{0, 900, 100}, {200, 950, 51}});
    FileTreeBuilder builder;
    builder.addBlobFile(0, "b", kMetadata, {}, builder.internHostPath(kNoId, path), 2000);
    const auto blob = builder.build();
    QVERIFY_THROWS_EXCEPTION(Error, readAll(*extents, 1, 1000)); // reaches one byte too far
    hostFile("shorter", randomBytes(999));
    QVERIFY_THROWS_EXCEPTION(Error, readAll(*range, 1, 1000));
    QVERIFY_THROWS_EXCEPTION(Error, contentHash(*range, 1));
    QVERIFY_THROWS_EXCEPTION(Error, readAll(*blob, 1, 2000));
    std::string buffer(999, '\0');
    QCOMPARE(ContentReader(*range, 1).read(0, buffer), 999U);
}

void TestContent::hostFileBecameLonger()
{
    const auto path = hostFile("longer", "12345678");
    const auto tree = hostTree(path, 8);
    QCOMPARE(readAll(*tree, tree->inodeOf(tree->find("f")), 100), std::string("12345678"));
    hostFile("longer", "123456789");
    try {
        const ContentReader reader(*tree, tree->inodeOf(tree->find("f")));
        QFAIL("it was cut without a word");
    } catch (const Error &error) {
        QVERIFY(error.why().contains(QLatin1String("longer")));
        QCOMPARE(error.where(), QString::fromStdString(path));
    }
    // A part of a file, as of an archive that is read where it lies, has more behind it.
    const auto begin = hostTree(path, 4, 0);
    QCOMPARE(readAll(*begin, begin->inodeOf(begin->find("f")), 100), std::string("1234"));
    const auto part = hostTree(path, 4, 2);
    QCOMPARE(readAll(*part, part->inodeOf(part->find("f")), 100), std::string("3456"));
}

void TestContent::hostFileBecameAFolder()
{
    const auto tree = hostTree(m_folder.path().toStdString(), 5);
    QVERIFY_THROWS_EXCEPTION(Error, readAll(*tree, 1, 5));
}

void TestContent::readAllHasALimit()
{
    const auto tree = hostTree(hostFile("limit", randomBytes(100)), 100);
    QCOMPARE(readAll(*tree, 1, 100).size(), 100U);
    QVERIFY_THROWS_EXCEPTION(Error, readAll(*tree, 1, 99));
    // A size that lies must not be believed before it is compared with the limit.
    QVERIFY_THROWS_EXCEPTION(Error, readAll(*hostTree("/dev/null", 1ULL << 62), 1, 1000));
}

void TestContent::sameContentOfAllKinds()
{
    const std::string bytes = randomBytes(700'000);
    std::string other = bytes;
    other.back() ^= 1;
    const std::string path = hostFile("same", "head" + bytes + "tail");
    const std::string otherPath = hostFile("other", other);
    const auto build = [](const std::string &content, const std::string &host, std::uint64_t offset) {
        FileTreeBuilder builder;
        const auto hostPath = builder.internHostPath(kNoId, host);
        builder.addInlineFile(0, "a", kMetadata, content);
        builder.addHostFile(0, "b", kMetadata, hostPath, content.size(), offset);
        const std::vector<Extent> parts{{0, offset, 300'000}, {300'000, offset + 300'000, 400'000}};
        builder.addExtentsFile(0, "c", kMetadata, hostPath, content.size(), parts);
        return builder.build();
    };
    const auto ours = build(bytes, path, 4);
    const auto theirs = build(other, otherPath, 0);
    for (InodeId a = 1; a < ours->inodeCount(); ++a) {
        for (InodeId b = 1; b < ours->inodeCount(); ++b) {
            QVERIFY(sameContent(*ours, a, *ours, b));
            QVERIFY(!sameContent(*ours, a, *theirs, b));
        }
    }
    FileTreeBuilder builder;
    builder.addBlobFile(0, "x", kMetadata, sha256("1"), builder.internHostPath(kNoId, "/none"), 1);
    builder.addBlobFile(0, "y", kMetadata, sha256("1"), builder.internHostPath(kNoId, "/other"), 1);
    builder.addBlobFile(0, "z", kMetadata, sha256("2"), builder.internHostPath(kNoId, "/none"), 1);
    const auto blobs = builder.build();
    QVERIFY(sameContent(*blobs, 1, *blobs, 2)); // nothing is read
    QVERIFY(!sameContent(*blobs, 1, *blobs, 3));
    QVERIFY(!sameContent(*blobs, 1, *ours, 1)); // sizes
}

void TestContent::hugeHolesCostNothing()
{
    const std::string path = hostFile("holes", "abcdef");
    constexpr std::uint64_t kHuge = 1ULL << 60;
    const auto a = extentsTree(path, kHuge, {{5, 0, 3}, {kHuge - 3, 3, 3}});
    const auto b = extentsTree(path, kHuge, {{5, 0, 1}, {6, 1, 2}, {kHuge - 3, 3, 3}});
    const auto c = extentsTree(path, kHuge, {{5, 0, 3}, {kHuge - 3, 2, 3}});
    QVERIFY(sameContent(*a, 1, *b, 1));
    QVERIFY(!sameContent(*a, 1, *c, 1));
}

void TestContent::cancelling()
{
    const auto tree = extentsTree(hostFile("x", "x"), 1ULL << 60, {{0, 0, 1}});
    Progress progress;
    std::thread watcher([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        progress.cancel();
    });
    QVERIFY_THROWS_EXCEPTION(Cancelled, contentHash(*tree, 1, &progress));
    watcher.join();
    const auto other = hostTree(hostFile("y", "yy"), 2);
    const auto same = extentsTree(hostFile("z", "yy"), 2, {{0, 0, 2}});
    QVERIFY_THROWS_EXCEPTION(Cancelled, sameContent(*other, 1, *same, 1, &progress));
}

void TestContent::manyThreads()
{
    const std::string bytes = randomBytes(300'000);
    const std::string path = hostFile("threads", bytes);
    const auto tree = extentsTree(path, 300'000, {{0, 0, 100'000}, {100'000, 100'000, 200'000}});
    const ContentReader reader(*tree, 1);
    std::atomic<int> wrong{0};
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                std::string buffer(1000, '\0');
                for (std::uint64_t offset = t * 1000; offset + 1000 <= bytes.size(); offset += 4000) {
                    reader.read(offset, buffer);
                    wrong += buffer != bytes.substr(offset, 1000) ? 1 : 0;
                    wrong += contentHash(*tree, 0) != sha256({}) ? 1 : 0;
                }
            });
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_APPLESS_MAIN(TestContent)
#include "tst_content.moc"
