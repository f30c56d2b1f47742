// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// OCI image layouts as files: the same bytes each time, nothing written twice, nothing of others lost, and
// nothing left of what did not end.
#include "assembly/ociexport.h"
#include "assembly/ocilayout.h"

#include "checkfixtures.h"
#include "formats/archivereader.h"
#include "unit/failure.h"
#include "unit/formats/formatfixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <filesystem>
#include <map>
#include <set>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Refbox;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr const char *kAclBytes =
    "\x02\x00\x00\x00\x01\x00\x06\x00\xff\xff\xff\xff\x02\x00\x04\x00\xd2\x04\x00\x00"
    "\x04\x00\x04\x00\xff\xff\xff\xff\x10\x00\x04\x00\xff\xff\xff\xff"
    "\x20\x00\x04\x00\xff\xff\xff\xff";

void fill(TreeMaker &maker, const std::string &extra = {})
{
    Metadata base;
    base.origin = maker.builder.intern("base");
    base.permissions = 0755;
    base.mtime = {1'600'000'000, 123'456'789};
    maker.file("/refbox/bin/tool", std::string(300'000, 'a'), base);
    maker.file("/refbox/bin/applets", std::string(5000, 'b'), base);
    for (const std::string top : {"/vs1", "/vs2"}) {
        maker.hardLink(top + "/bin/tool", "/refbox/bin/tool");
        maker.hardLink(top + "/bin/ls", "/refbox/bin/applets");
        maker.hardLink(top + "/bin/cat", "/refbox/bin/applets");
        maker.file(top + "/etc/hostname", top);
    }
    // The folder's own metadata differs between the vservers: the shared layer must not.
    Inode &folder = maker.builder.inode(maker.builder.find("/vs2/bin"));
    folder.permissions = 0711;
    folder.uid = 7;
    folder.mtimeSeconds = 1'500'000'000;
    Metadata odd;
    odd.uid = 4'000'000'000;
    odd.permissions = 0640;
    odd.mtime = {-2, 250'000'000};
    odd.xattrs = maker.builder.internXattrs(
        {{"system.posix_acl_access", std::string_view(kAclBytes, 44)}, {"user.note", "a\nb\xff"}});
    maker.file("/vs1/etc/odd\xff", "x", odd);
    maker.file("/vs1/" + std::string(200, 'n') + "/" + std::string(200, 'm'), "long");
    maker.builder.addSpecial(maker.folder("/vs1/dev"), "null", {}, FileType::CharDevice, 1, 3);
    if (!extra.empty())
        maker.file("/vs1/etc/extra", extra);
}

QJsonObject jsonOf(const std::string &path)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(RefboxTest::readFile(path))).object();
}

std::string hexOf(const QJsonValue &descriptor)
{
    return descriptor.toObject()["digest"_L1].toString().mid(7).toStdString();
}

} // namespace

class TestOciExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch.emplace();
        qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_scratch->path("cache")));
    }

    void layersAreSharedAndVerified_data()
    {
        QTest::addColumn<Compression>("compression");
        QTest::newRow("none") << Compression::None;
        QTest::newRow("gzip") << Compression::Gzip;
        QTest::newRow("zstd") << Compression::Zstd;
    }

    void layersAreSharedAndVerified()
    {
        QFETCH(Compression, compression);
        m_options.compression = compression;
        const OciReport report = exported("layout");
        m_options.compression = Compression::Gzip;
        QCOMPARE(report.report.verified, std::optional(true));
        QCOMPARE(report.layers.size(), std::size_t{3});
        QCOMPARE(report.images[0].layers[0], report.images[1].layers[0]);
        QCOMPARE(report.layers[0].component, std::string("base"));
        QCOMPARE(report.layers[0].images, 2U);
        // What stands on the disk says the same.
        const QJsonObject index = jsonOf(path("layout/index.json"));
        std::set<std::string> lowest;
        for (const QJsonValue &descriptor : index["manifests"_L1].toArray()) {
            const QJsonObject manifest = jsonOf(blob(hexOf(descriptor)));
            const QJsonObject config = jsonOf(blob(hexOf(manifest["config"_L1])));
            const QJsonArray layers = manifest["layers"_L1].toArray();
            lowest.insert(hexOf(layers[0]));
            QCOMPARE(config["rootfs"_L1].toObject()["diff_ids"_L1].toArray().size(), layers.size());
            QCOMPARE(config["history"_L1].toArray().size(), layers.size());
            QCOMPARE(config["os"_L1].toString(), u"linux"_s);
            for (const QJsonValue &layer : layers) {
                const std::string bytes = RefboxTest::readFile(blob(hexOf(layer)));
                QCOMPARE(sha256Hex(QByteArray::fromStdString(bytes)), hexOf(layer));
                QCOMPARE(static_cast<qint64>(bytes.size()), layer.toObject()["size"_L1].toInteger());
            }
            if (compression == Compression::None)
                QCOMPARE(u"sha256:"_s + QString::fromStdString(hexOf(layers[0])),
                         config["rootfs"_L1].toObject()["diff_ids"_L1].toArray()[0].toString());
        }
        QCOMPARE(lowest.size(), std::size_t{1});
    }

    // The neutral folders of the shared layer say nothing of any vserver.
    void sharedLayersDependOnNoFolder()
    {
        exported("layout");
        const std::string shared = exported("layout").layers[0].blob.digest;
        TreeMaker maker;
        fill(maker);
        maker.builder.inode(maker.builder.find("/vs1/bin")).permissions = 0700;
        maker.builder.inode(maker.builder.find("/vs1/bin")).mtimeSeconds = 1;
        QCOMPARE(exported("other", maker).layers[0].blob.digest, shared);
    }

    void theSameTreeGivesTheSameBytes()
    {
        exported("one");
        qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_scratch->path("another-cache")));
        exported("two");
        QCOMPARE(snapshot("one", false), snapshot("two", false));
    }

    void whatStandsIsNotWrittenAgain()
    {
        exported("layout");
        const auto before = snapshot("layout", true, "index.json");
        const OciReport again = exported("layout");
        QCOMPARE(snapshot("layout", true, "index.json"), before);
        for (const OciLayerReport &layer : again.layers)
            QVERIFY(layer.reused);
        // Also where it is not known what a layer would become.
        qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_scratch->path("another-cache")));
        exported("layout");
        QCOMPARE(snapshot("layout", true, "index.json"), before);
    }

    void whatIsNoLongerUsedGoes()
    {
        exported("layout");
        const auto before = snapshot("layout", false);
        TreeMaker maker;
        fill(maker, "more");
        exported("layout", maker);
        const auto changed = snapshot("layout", false);
        QVERIFY(changed != before);
        QCOMPARE(changed.size(), before.size()); // one layer, configuration and manifest are others
        exported("layout");
        QCOMPARE(snapshot("layout", false), before);
    }

    // A run that is killed removes nothing; the next one does, or uses it.
    void whatKilledRunsLeftGoes()
    {
        exported("layout");
        const auto before = snapshot("layout", false);
        const auto runKilled = [&](const char *name) {
            const pid_t child = fork();
            if (child == 0) {
                Progress progress;
                OciLayout layout(path(name), OutputFile::Flush::No);
                layout.put("of a killed run", progress);
                _exit(0);
            }
            int status = -1;
            return waitpid(child, &status, 0) == child && status == 0;
        };
        const std::string left = blob(sha256Hex("of a killed run"));
        QVERIFY(runKilled("layout"));
        QVERIFY(fs::exists(left));
        {
            const OciLayout failed(path("layout"), OutputFile::Flush::No);
        }
        QCOMPARE(snapshot("layout", false), before);
        QVERIFY(runKilled("layout"));
        QVERIFY(runKilled("layout"));
        exported("layout");
        QCOMPARE(snapshot("layout", false), before);
        // In a new folder; and what is of use stays.
        QVERIFY(runKilled("fresh"));
        exported("fresh");
        QCOMPARE(snapshot("fresh", false), before);
        const QJsonArray manifests = jsonOf(path("layout/index.json"))["manifests"_L1].toArray();
        RefboxTest::writeFile(path("layout/.refbox-added"), hexOf(manifests[0]) + "\n");
        exported("layout");
        QCOMPARE(snapshot("layout", false), before);
    }

    void damagedBlobsAreWrittenAgain()
    {
        const OciReport report = exported("layout");
        const auto before = snapshot("layout", false);
        const std::string file = blob(report.layers[0].blob.digest);
        std::string bytes = RefboxTest::readFile(file);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        RefboxTest::writeFile(file, bytes);
        QVERIFY(snapshot("layout", false) != before);
        exported("layout");
        QCOMPARE(snapshot("layout", false), before);
    }

    void imagesOfOthersStay()
    {
        exported("layout");
        QJsonObject index = jsonOf(path("layout/index.json"));
        QJsonArray manifests = index["manifests"_L1].toArray();
        // As skopeo copies one of ours: the same blobs, and no annotation of Refbox.
        QJsonObject other = manifests[0].toObject();
        other.insert(u"annotations"_s, QJsonObject{{QLatin1StringView(kOciRefName), u"theirs"_s}});
        manifests.append(other);
        index.insert(u"manifests"_s, manifests);
        RefboxTest::writeFile(path("layout/index.json"), toJsonBytes(index).toStdString());
        RefboxTest::writeFile(blob(std::string(64, 'f')), "a blob that nobody knows");
        const auto before = snapshot("layout", false);
        TreeMaker maker;
        fill(maker, "more");
        const OciReport report = exported("layout", maker);
        QVERIFY(!report.report.remarks.empty());
        const auto after = snapshot("layout", false);
        for (const auto &[name, bytes] : before)
            QVERIFY2(name == "index.json" || after.contains(name), name.c_str());
        QCOMPARE(jsonOf(path("layout/index.json"))["manifests"_L1].toArray().size(), 3);
        // A name that is theirs.
        manifests = {};
        other.insert(u"annotations"_s, QJsonObject{{QLatin1StringView(kOciRefName), u"vs1"_s}});
        manifests.append(other);
        index.insert(u"manifests"_s, manifests);
        RefboxTest::writeFile(path("layout/index.json"), toJsonBytes(index).toStdString());
        const auto theirs = snapshot("layout", true);
        QVERIFY(failureOf([&] { exported("layout"); }).contains(u"vs1"_s));
        QCOMPARE(snapshot("layout", true), theirs);
    }

    void imagesThatOthersMadeOfOursStay()
    {
        exported("layout");
        QJsonObject index = jsonOf(path("layout/index.json"));
        QJsonArray manifests = index["manifests"_L1].toArray();
        // As umoci tags one of ours (all annotations, another name), and as it packs a changed one.
        QJsonObject tagged = manifests[0].toObject();
        QJsonObject annotations = tagged["annotations"_L1].toObject();
        annotations.insert(QLatin1StringView(kOciRefName), u"backup"_s);
        tagged.insert(u"annotations"_s, annotations);
        QJsonObject changed = manifests[0].toObject();
        const std::string digest(64, 'e');
        changed.insert(u"digest"_s, QString::fromStdString("sha256:" + digest));
        RefboxTest::writeFile(blob(digest), "{}");
        manifests = {};
        manifests.append(tagged);
        index.insert(u"manifests"_s, manifests);
        RefboxTest::writeFile(path("layout/index.json"), toJsonBytes(index).toStdString());
        const auto before = snapshot("layout", false);
        TreeMaker maker;
        fill(maker, "more");
        exported("layout", maker);
        const auto after = snapshot("layout", false);
        for (const auto &[name, bytes] : before)
            QVERIFY2(name == "index.json" || after.contains(name), name.c_str());
        QCOMPARE(jsonOf(path("layout/index.json"))["manifests"_L1].toArray().size(), 3);
        // Of a name that is wanted: theirs all the same.
        manifests = {};
        manifests.append(changed);
        index.insert(u"manifests"_s, manifests);
        RefboxTest::writeFile(path("layout/index.json"), toJsonBytes(index).toStdString());
        const auto theirs = snapshot("layout", true);
        QVERIFY(!failureOf([&] { exported("layout"); }).isEmpty());
        QCOMPARE(snapshot("layout", true), theirs);
    }

    void otherFoldersAreRefused()
    {
        const auto refused = [&](const char *name) {
            const auto before = snapshot(name, true);
            const QString said = failureOf([&] { exported(name); });
            return !said.isEmpty() && snapshot(name, true) == before;
        };
        fs::create_directory(path("full"));
        RefboxTest::writeFile(path("full/mine"), "x");
        QVERIFY(refused("full"));
        fs::create_directory(path("broken"));
        RefboxTest::writeFile(path("broken/oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
        RefboxTest::writeFile(path("broken/index.json"), "no index");
        QVERIFY(refused("broken"));
        fs::create_directory(path("newer"));
        RefboxTest::writeFile(path("newer/oci-layout"), R"({"imageLayoutVersion":"2.0.0"})");
        QVERIFY(refused("newer"));
        fs::create_directories(path("linked/blobs"));
        fs::create_directory(path("elsewhere"));
        fs::create_directory_symlink(path("elsewhere"), path("linked/blobs/sha256"));
        RefboxTest::writeFile(path("linked/oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
        QVERIFY(refused("linked"));
        QVERIFY(fs::is_empty(path("elsewhere")));
        RefboxTest::writeFile(path("file"), "x");
        QVERIFY(!failureOf([&] { exported("file"); }).isEmpty());
        QVERIFY(!failureOf([&] { exported("missing/folder"); }).isEmpty());
        QVERIFY(!fs::exists(path("missing")));
    }

    // Digests in an index that somebody else wrote are no paths.
    void hostileDigestsTouchNothingOutside()
    {
        exported("layout");
        RefboxTest::writeFile(path("precious"), "x");
        QJsonObject index = jsonOf(path("layout/index.json"));
        QJsonArray manifests = index["manifests"_L1].toArray();
        for (const QString &digest : {u"sha256:../../../precious"_s, u"../precious"_s, u""_s}) {
            QJsonObject hostile = manifests[0].toObject();
            hostile.insert(u"digest"_s, digest);
            QJsonObject annotations = hostile["annotations"_L1].toObject(); // as if it were Refbox's
            annotations.insert(QLatin1StringView(kOciImage),
                               digest + u' ' + annotations[QLatin1StringView(kOciRefName)].toString());
            hostile.insert(u"annotations"_s, annotations);
            manifests.append(hostile);
        }
        index.insert(u"manifests"_s, manifests);
        RefboxTest::writeFile(path("layout/index.json"), toJsonBytes(index).toStdString());
        exported("layout");
        QVERIFY(fs::exists(path("precious")));
    }

    void whatFailsOrIsCancelledLeavesNothing()
    {
        Progress cancelled;
        cancelled.cancel();
        TreeMaker maker;
        fill(maker);
        const PlacedTree placed(maker);
        const auto run = [&](const char *name, Progress &progress) {
            return exportOci(*placed.tree, placed.places.refbox(), placed.places.vservers(), path(name),
                             m_options, progress);
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, run("new", cancelled));
        QVERIFY(!fs::exists(path("new")));
        exported("layout");
        const auto before = snapshot("layout", true);
        QVERIFY_THROWS_EXCEPTION(Cancelled, run("layout", cancelled));
        QCOMPARE(snapshot("layout", true), before);
        // A source that is gone: some layers are written by then.
        RefboxTest::writeFile(path("source"), "content");
        TreeMaker further;
        fill(further, "more");
        Metadata metadata;
        further.builder.addHostFile(further.folder("/vs2/etc"), "gone", metadata,
                                    further.builder.internHostPath(kNoId, path("source")), 7);
        fs::remove(path("source"));
        QVERIFY(!failureOf([&] { exported("layout", further); }).isEmpty());
        QCOMPARE(snapshot("layout", true), before);
    }

    // Its blobs are orphans, its index is the old one: the next run carries on.
    void aKilledRunIsCarriedOn()
    {
        exported("whole");
        const auto whole = snapshot("whole", false);
        fs::create_directory(path("killed"));
        fs::copy(path("whole"), path("killed"), fs::copy_options::recursive);
        fs::remove(path("killed/index.json"));
        RefboxTest::writeFile(path("killed/blobs/sha256/.new-layer.abcdef.part"), "half");
        exported("killed");
        QCOMPARE(snapshot("killed", false), whole);
    }

    void namesThatTheGrammarForbidsAreChangedAndSaid()
    {
        QCOMPARE(
            ociReferenceNames(std::vector<std::string>{"vs-1", "a b", "a--b", "a-b", "..", "\n", "x:y@z/"}),
            (std::vector<std::string>{"vs-1", "a-b-2", "a-b-3", "a-b", "vserver", "vserver-2", "x-y-z"}));
        TreeMaker maker;
        maker.file("/v \n1/bin/sh", "x");
        const OciReport report = exported("layout", maker);
        QCOMPARE(report.images[0].reference, std::string("v-1"));
        QVERIFY(std::ranges::any_of(report.report.remarks, [](const std::string &remark) {
            return remark.find("v-1") != std::string::npos && remark.find('\n') == std::string::npos;
        }));
    }

    void theConfigurationSaysTheProcessorAndTheShell()
    {
        const Progress progress;
        TreeMaker maker;
        maker.program("/v1/bin/tool", {});
        maker.file("/v1/bin/sh", "#!");
        maker.file("/v2/data", "x");
        const PlacedTree placed(maker);
        const FileTree &tree = *placed.tree;
        QCOMPARE(ociPlatform(tree, tree.find("/v1"), progress), (OciPlatform{"amd64", {}, {}}));
        QVERIFY(!ociPlatform(tree, tree.find("/v2"), progress).remark.empty());
        QCOMPARE(startCommand(tree, tree.find("/v1")), std::vector<std::string>{"/bin/sh"});
        QVERIFY(startCommand(tree, tree.find("/v2")).empty());
    }

    void symbolicLinksIntoTheRefboxAreSaid()
    {
        TreeMaker maker;
        fill(maker);
        maker.link("/vs2/bin/lost", "../../refbox/bin/tool");
        const OciReport report = exported("layout", maker);
        QVERIFY(std::ranges::any_of(report.report.remarks, [](const std::string &remark) {
            return remark.find("/vs2/bin/lost") != std::string::npos;
        }));
    }

    // The same file in two layers: each of them is read back.
    void eachLayerIsCompared()
    {
        TreeMaker maker;
        fill(maker);
        maker.hardLink("/vs3/elsewhere/tool", "/refbox/bin/tool");
        const OciReport report = exported("layout", maker);
        QCOMPARE(report.report.verified, std::optional(true));
        QCOMPARE(report.lost.size(), std::size_t{1});
        QCOMPARE(report.lost[0].bytes, std::uint64_t{300'000});
    }

    // Notes of what a layer becomes are trusted only as far as they can be checked.
    void aNoteThatLiesIsFound()
    {
        const OciReport report = exported("layout");
        const std::string shared = report.layers[0].blob.digest;
        const auto isOfShared = [&](const fs::directory_entry &entry) {
            return entry.is_regular_file() &&
                   RefboxTest::readFile(entry.path().string()).find(shared) != std::string::npos;
        };
        for (const auto &entry : fs::recursive_directory_iterator(m_scratch->path("cache"))) {
            if (!isOfShared(entry))
                continue;
            std::string bytes = RefboxTest::readFile(entry.path().string());
            bytes.replace(bytes.find(report.layers[0].diffId), 64, std::string(64, '0'));
            fs::permissions(entry.path(), fs::perms::owner_all);
            RefboxTest::writeFile(entry.path().string(), bytes);
        }
        // Either the store sees that the note is damaged, or the verification does.
        const QString said = failureOf([&] {
            const OciReport again = exported("layout");
            QCOMPARE(again.layers[0].diffId, report.layers[0].diffId);
        });
        QVERIFY2(said.isEmpty() || said.contains(u"checksum"_s), qPrintable(said));
    }

    void socketsAreLeftOutAndSaid()
    {
        TreeMaker maker;
        fill(maker);
        maker.builder.addSpecial(maker.folder("/vs1/run"), "socket", {}, FileType::Socket);
        const OciReport report = exported("layout", maker);
        QCOMPARE(report.report.verified, std::optional(false));
        QVERIFY(std::ranges::any_of(report.report.remarks, [](const std::string &remark) {
            return remark.find("/vs1/run/socket") != std::string::npos;
        }));
    }

    // Every kind of file, ACLs, xattrs, link groups, times: each vserver comes back as it is.
    void randomTreesComeBack()
    {
        for (std::uint32_t seed = 0; seed < 12; ++seed) {
            RefboxTest::RandomTreeOptions options;
            options.sockets = false;
            const FileTreePtr random = RefboxTest::randomTree(seed, 150, options);
            FileTreeBuilder builder;
            builder.copySubtree(FileTreeBuilder::root(), "refbox", *random, FileTree::root(), {});
            // Copies by one builder share their inodes.
            builder.copySubtree(FileTreeBuilder::root(), "v1", *random, FileTree::root(), {});
            builder.copySubtree(FileTreeBuilder::root(), "v2", *random, FileTree::root(), {});
            FileTreeBuilder::CopyOptions apart;
            apart.shareInodes = false;
            builder.copySubtree(FileTreeBuilder::root(), "v3", *random, FileTree::root(), apart);
            const FileTreePtr tree = builder.build();
            const std::vector<NodeId> vservers{tree->find("/v1"), tree->find("/v2"), tree->find("/v3")};
            Progress progress;
            const OciReport report = exportOci(*tree, tree->find("/refbox"), vservers,
                                               path("random" + std::to_string(seed)), m_options, progress);
            QCOMPARE(report.report.verified, std::optional(true));
            QVERIFY(report.lost.empty());
        }
    }

private:
    std::string path(const std::string &name) const { return m_scratch->path(name); }
    std::string blob(const std::string &digest) const { return path("layout/blobs/sha256/" + digest); }

    OciReport exported(const std::string &folder, TreeMaker &maker)
    {
        const PlacedTree placed(maker);
        Progress progress;
        return exportOci(*placed.tree, placed.places.refbox(), placed.places.vservers(), path(folder),
                         m_options, progress);
    }
    OciReport exported(const std::string &folder)
    {
        TreeMaker maker;
        fill(maker);
        return exported(folder, maker);
    }

    // By the path below the folder: bytes, or with inodes which file it is and when it was written.
    std::map<std::string, std::string> snapshot(const std::string &folder, bool inodes,
                                                const std::string &except = {}) const
    {
        std::map<std::string, std::string> files;
        for (const auto &entry : fs::recursive_directory_iterator(path(folder))) {
            const std::string name = fs::relative(entry.path(), path(folder)).string();
            if (name == except)
                continue;
            struct stat status = {};
            ::lstat(entry.path().c_str(), &status);
            files[name] =
                entry.is_regular_file() ? RefboxTest::readFile(entry.path().string()) : std::string();
            if (inodes)
                files[name] += ' ' + std::to_string(status.st_ino) +
                               (entry.is_regular_file() ? ' ' + std::to_string(status.st_mtim.tv_nsec) : "");
        }
        return files;
    }

    std::optional<RefboxTest::Scratch> m_scratch;
    OciExport m_options = {Compression::Gzip, 0, true, false};
};

QTEST_GUILESS_MAIN(TestOciExport)
#include "tst_ociexport.moc"
