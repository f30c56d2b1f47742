// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/treememory.h"

#include "tree/content.h"
#include "tree/filetreebuilder.h"
#include "unit/formats/tarmaker.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace Refbox;
using RefboxTest::TarMaker;
namespace fs = std::filesystem;

class TestTreeMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(at("cache"));
    }

    void readsWhatChangedOnly()
    {
        write("a.tar", TarMaker().file("a", "one").end());
        const FileTreePtr first = read({"a.tar"});
        QCOMPARE(contentOf(*first, "/a"), std::string("one"));
        QCOMPARE(read({"a.tar"}), first);

        // The same size and time: its stamp still tells.
        const auto time = fs::last_write_time(at("a.tar"));
        write("a.tar", TarMaker().file("a", "two").end());
        fs::last_write_time(at("a.tar"), time);
        const FileTreePtr second = read({"a.tar"});
        QCOMPARE(contentOf(*second, "/a"), std::string("two"));

        fs::remove(at("a.tar"));
        QVERIFY_THROWS_EXCEPTION(Error, read({"a.tar"}));
    }

    void readsAgainWhatTheStoreLost()
    {
        write("a.tar", TarMaker().file("a", "kept in the store").end());
        const FileTreePtr first = read({"a.tar"});
        const std::string object = m_store->objectPath(first->blobHash(first->inodeOf(first->find("/a"))));
        QVERIFY(fs::remove(object));
        const FileTreePtr second = read({"a.tar"});
        QVERIFY(second != first && fs::exists(object));
        QCOMPARE(contentOf(*second, "/a"), std::string("kept in the store"));
        // Another store has none of it.
        const Store other(at("other"));
        Progress progress;
        QVERIFY(rememberedArchive({at("a.tar")}, other, progress).tree != second);
    }

    void partsAndWaysOfReadingCount()
    {
        const std::string whole = TarMaker().file("a", std::string(5000, 'x')).end();
        write("a.tar.001", whole.substr(0, 3000));
        write("a.tar.002", whole.substr(3000));
        const FileTreePtr joined = read({"a.tar.001", "a.tar.002"});
        QCOMPARE(read({"a.tar.001", "a.tar.002"}), joined);
        int calls = 0;
        for (int i = 0; i < 2; ++i)
            rememberedTree({at("a.tar.001"), at("a.tar.002")}, "another way", *m_store, [&] {
                ++calls;
                return ArchiveContents{joined, {}, {}, {}};
            });
        QCOMPARE(calls, 1);
        std::string changed = whole.substr(3000);
        changed.resize(changed.size() + 512);
        write("a.tar.002", changed);
        QVERIFY(read({"a.tar.001", "a.tar.002"}) != joined);
    }

    // What is changed while it is read is not what its stamp says.
    void remembersNothingThatIsBeingWritten()
    {
        write("a.tar", TarMaker().file("a", "one").end());
        int calls = 0;
        const auto readSlowly = [&] {
            return rememberedTree({at("a.tar")}, "slowly", *m_store, [&] {
                if (++calls == 1)
                    write("a.tar", TarMaker().file("a", "and more").file("b").end());
                StoreSink sink(*m_store);
                Progress progress;
                ArchiveContents contents = readArchive(at("a.tar"), sink, progress);
                sink.flush();
                return contents;
            });
        };
        readSlowly();
        readSlowly();
        QCOMPARE(calls, 2);
        readSlowly();
        QCOMPARE(calls, 2);
    }

    void devicesAreReadEachTime()
    {
        int calls = 0;
        for (int i = 0; i < 2; ++i)
            rememberedTree({"/dev/null"}, "device", *m_store, [&] {
                ++calls;
                return ArchiveContents{FileTreeBuilder().build(), {}, {}, {}};
            });
        QCOMPARE(calls, 2);
    }

private:
    std::string at(const std::string &name) const { return m_dir->path().toStdString() + '/' + name; }
    void write(const std::string &name, const std::string &bytes) const
    {
        std::ofstream(at(name), std::ios::binary) << bytes;
    }
    FileTreePtr read(std::vector<std::string> files) const
    {
        for (std::string &file : files)
            file = at(file);
        Progress progress;
        return rememberedArchive(files, *m_store, progress).tree;
    }
    static std::string contentOf(const FileTree &tree, const char *path)
    {
        return readAll(tree, tree.inodeOf(tree.find(path)), 1 << 20);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_APPLESS_MAIN(TestTreeMemory)
#include "tst_treememory.moc"
