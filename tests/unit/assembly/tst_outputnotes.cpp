// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Outputs that stand as they were written are not written again, and any others are.
#include "assembly/builder.h"
#include "assembly/outputnotes.h"

#include "projectlab.h"

#include <QTest>

#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestOutputNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_lab.emplace();
        qputenv("REFBOX_CACHE", (m_folder->path() + u"/cache"_s).toUtf8());
        m_options = {};
        m_options.folder = (m_folder->path() + u"/out"_s).toStdString();
        m_lab->component("tools", {{"/bin/a", "one"}, {"/bin/b", "two"}});
        m_lab->vserver("vs", {linkRule("/bin/a", "/bin")});
    }

    void whatStandsIsNotWrittenAgain()
    {
        const BuildReport first = build();
        QCOMPARE(unchanged(first), (std::vector<bool>{false, false}));
        const std::string stamp = fileStamp(first.outputs[0].path);
        const BuildReport second = build();
        QCOMPARE(unchanged(second), (std::vector<bool>{true, true}));
        for (std::size_t i = 0; i < first.outputs.size(); ++i) {
            QCOMPARE(second.outputs[i].path, first.outputs[i].path);
            QCOMPARE(second.outputs[i].bytes, first.outputs[i].bytes);
            QCOMPARE(second.outputs[i].commands, first.outputs[i].commands);
            QCOMPARE(second.outputs[i].verified, std::optional(true));
        }
        QCOMPARE(fileStamp(first.outputs[0].path), stamp); // with its inode
    }

    void whatSomebodyTouchedIsWrittenAgain()
    {
        const BuildReport first = build();
        const std::string image = bytesOf(first.outputs[0].path);
        // The same size, as a mounted image keeps it.
        std::fstream(first.outputs[0].path, std::ios::in | std::ios::out | std::ios::binary) << "touched";
        std::filesystem::remove(first.outputs[1].path);
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, false}));
        QVERIFY(bytesOf(first.outputs[0].path) == image);
        QVERIFY(std::filesystem::exists(first.outputs[1].path));
    }

    void whatBecomesAnotherIsWrittenAgain()
    {
        build();
        // In the image alone, for the vserver does not link it.
        m_lab->project.components.clear();
        m_lab->component("tools", {{"/bin/a", "one"}, {"/bin/b", "TWO"}});
        // Written anew, and so another file to whoever does not read it; only what is left alone is known.
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, false}));
        QCOMPARE(unchanged(build()), (std::vector<bool>{true, true}));
        m_lab->project.image.label = "other";
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, true}));
        m_lab->project.image.size = 32UL << 20;
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, true}));
        m_lab->project.vservers[0].files["/etc/motd"] = PrivateFile{"hello\n"};
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, false}));
        ::chmod(m_lab->pathOf("tools", "/bin/b").c_str(), 0700);
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, true}));
        m_options.compression = Compression::Gzip;
        QCOMPARE(unchanged(build()), (std::vector<bool>{true, false}));
    }

    void whatWasNotVerifiedIsWrittenAgain()
    {
        m_options.verify = false;
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, false}));
        m_options.verify = true;
        QCOMPARE(unchanged(build()), (std::vector<bool>{false, false}));
        m_options.verify = false;
        QCOMPARE(unchanged(build()), (std::vector<bool>{true, true}));
    }

    void everythingInATreeChangesItsIdentity()
    {
        using Alter = std::function<void(FileTreeBuilder &, FileTreeBuilder::Handle)>;
        std::vector<Alter> alterations{
            [](FileTreeBuilder &, FileTreeBuilder::Handle) {},
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.inode(h).permissions = 0600; },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.inode(h).uid = 7; },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.inode(h).gid = 7; },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.inode(h).mtimeSeconds = 7; },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.inode(h).mtimeNanoseconds = 7; },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.inode(h).flags = kImmutable; },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) {
                b.inode(h).xattrs = b.internXattrs({{"user.a", "b"}});
            },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle h) { b.addHardLink(0, "again", h); },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle) { b.addInlineFile(0, "again", {}, "bytes"); },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle) { b.addInlineFile(0, "again", {}, "other"); },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle) { b.addSymlink(0, "again", {}, "bytes"); },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle) { b.addSpecial(0, "again", {}, FileType::Fifo); },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle) {
                b.addSpecial(0, "again", {}, FileType::CharDevice, 1, 3);
            },
            [](FileTreeBuilder &b, FileTreeBuilder::Handle) {
                b.addSpecial(0, "again", {}, FileType::CharDevice, 1, 5);
            },
        };
        // Content that stands in a file of this machine: which file, where in it, and its stamp.
        const std::string host = (m_folder->path() + u"/host"_s).toStdString();
        std::ofstream(host) << "some bytes";
        const auto hostFile = [&host](std::uint64_t size, std::uint64_t offset) -> Alter {
            return [=, &host](FileTreeBuilder &b, FileTreeBuilder::Handle) {
                b.addHostFile(0, "again", {}, b.internHostPath(kNoId, host), size, offset);
            };
        };
        const auto extents = [&host](std::uint64_t physical) -> Alter {
            return [=, &host](FileTreeBuilder &b, FileTreeBuilder::Handle) {
                const std::array<Extent, 1> pieces{Extent{4, physical, 4}};
                b.addExtentsFile(0, "again", {}, b.internHostPath(kNoId, host), 8, pieces);
            };
        };
        const auto touched = [&host](const Alter &alter) -> Alter {
            return [=, &host](FileTreeBuilder &b, FileTreeBuilder::Handle h) {
                std::ofstream(host) << "more bytes";
                alter(b, h);
            };
        };
        alterations.insert(alterations.end(), {hostFile(4, 0), hostFile(4, 1), hostFile(5, 0), extents(0),
                                               extents(1), touched(hostFile(4, 0)), touched(extents(0))});
        std::set<std::string> identities;
        const Progress progress;
        for (const Alter &alter : alterations) {
            FileTreeBuilder builder;
            alter(builder, builder.addInlineFile(0, "file", {}, "bytes"));
            const FileTreePtr tree = builder.build();
            identities.insert(outputIdentity(*tree, FileTree::root(), "options", progress));
            QCOMPARE(outputIdentity(*tree, FileTree::root(), "options", progress),
                     outputIdentity(*tree, FileTree::root(), "options", progress));
        }
        QCOMPARE(identities.size(), alterations.size());
    }

private:
    BuildReport build() const
    {
        Progress progress;
        return buildPackage(m_lab->plan(), m_options, progress);
    }

    static std::vector<bool> unchanged(const BuildReport &report)
    {
        std::vector<bool> all;
        for (const ExportReport &output : report.outputs)
            all.push_back(output.unchanged);
        return all;
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<ProjectLab> m_lab;
    BuildOptions m_options;
};

QTEST_GUILESS_MAIN(TestOutputNotes)
#include "tst_outputnotes.moc"
