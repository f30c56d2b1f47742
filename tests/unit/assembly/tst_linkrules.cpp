// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The package's linkrules.lua against the planner's assembler, over random trees and rules: the same names,
// the same links. The judge is the real Lua.
#include "assembly/packagescripts.h"
#include "assembly/vserverassembler.h"
#include "project/projectfile.h"
#include "tree/content.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdint>
#include <map>
#include <set>

using namespace Refbox;

namespace {

using Names = std::vector<std::string>;

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_generator(seed)
    {
    }
    bool in(quint32 count) { return m_generator.bounded(count) == 0; }
    quint32 below(quint32 count) { return m_generator.bounded(count); }
    const std::string &of(const Names &list) { return list[below(static_cast<quint32>(list.size()))]; }

private:
    QRandomGenerator m_generator;
};

const Names kNames{"a", "b", "ab", "abc", "*", "[x]", "-d", "a b", "]", "\xc3\xa9"};

// The tools that mkvserver asks for, and a random rest: with random modes, as libraries and scripts that are
// read have no execute bit, and need others nonetheless.
FileTreePtr randomRefbox(Chance &chance, Chance &chanceOfModes)
{
    static constexpr std::array<std::uint16_t, 4> kModes{0755, 0644, 0400, 04711};
    FileTreeBuilder builder;
    Metadata file;
    const auto bin = builder.addDirectory(FileTreeBuilder::root(), "bin", {});
    for (const char *tool : {"bash", "lua", "chattr", "chmod", "chown", "cp", "find", "ln", "mkdir", "mknod",
                             "mv", "rm", "stat", "touch"})
        builder.addInlineFile(bin, tool, file, tool);
    std::vector<FileTreeBuilder::Handle> folders{FileTreeBuilder::root(), bin};
    std::vector<FileTreeBuilder::Handle> files;
    for (int i = 0; i < 40; ++i) {
        const auto folder = folders[chance.below(static_cast<quint32>(folders.size()))];
        const std::string &name = chance.of(kNames);
        Metadata random;
        random.permissions = kModes[chanceOfModes.below(static_cast<quint32>(kModes.size()))];
        if (builder.child(folder, name) != FileTreeBuilder::kNone)
            continue;
        switch (chance.below(6)) {
        case 0:
        case 1:
            folders.push_back(builder.addDirectory(folder, name, {}));
            break;
        case 2:
            files.push_back(builder.addSymlink(folder, name, random, chance.of(kNames)));
            break;
        case 3:
            if (!files.empty()) {
                builder.addHardLink(folder, name, files[chance.below(static_cast<quint32>(files.size()))]);
                break;
            }
            [[fallthrough]];
        default:
            files.push_back(builder.addInlineFile(folder, name, random, chance.in(5) ? "" : name));
        }
    }
    return builder.build();
}

std::string randomPattern(Chance &chance)
{
    static const Names kParts{"*", "?", "a*",  "*b*",     "[ab]", "[!a]*", "[a-b]?", "**",   "**",
                              "a", "b", "\\*", "\\[x\\]", "[]]",  "[x",    "bin",    "*[*]*"};
    std::string pattern;
    for (quint32 i = 0, count = 1 + chance.below(3); i < count; ++i)
        pattern += "/" + chance.of(kParts);
    return pattern;
}

VServer randomVServer(Chance &chance)
{
    static const Names kPlaces{"/", "/x", "/x/", "/etc", "/a/b", "/bin", "/etc/a/"};
    VServer vserver;
    vserver.name = "profile";
    vserver.skeleton = chance.in(2) ? "typical" : "empty";
    for (quint32 i = 0, count = 1 + chance.below(5); i < count; ++i) {
        LinkRule rule;
        rule.from = randomPattern(chance);
        rule.to = chance.of(kPlaces);
        rule.manner = static_cast<LinkManner>(chance.in(2) ? 0 : chance.below(3));
        rule.needs = !chance.in(3);
        if (chance.in(2))
            rule.except.push_back(randomPattern(chance));
        vserver.links.push_back(std::move(rule));
    }
    if (chance.in(2))
        vserver.files["/etc/hostname"] = PrivateFile{.content = "profile\n"};
    if (chance.in(2))
        vserver.files["/a"] = PrivateFile{.content = "own", .permissions = 0751, .uid = 3, .gid = 4};
    if (chance.in(3))
        vserver.files["/x/b/c"] = PrivateFile{.content = "own"};
    return vserver;
}

// What stands at a path, in words that do not depend on who says it.
using Pictured = std::map<std::string, std::string>;

std::string octal(std::uint32_t mode)
{
    return QByteArray::number(mode, 8).toStdString();
}

std::string inodeOf(const FileTree &refbox, const std::string &path)
{
    const NodeId node = refbox.find(path);
    return node == kNoId ? "nowhere" : std::to_string(refbox.inodeOf(node));
}

Pictured byThePlanner(const FileTreePtr &refbox, const VServer &vserver, const NeedsOfFile &needs)
{
    FileTreeBuilder builder;
    const auto base = builder.copySubtree(FileTreeBuilder::root(), "refbox", *refbox, FileTree::root(), {});
    VServerAssembler assembler(builder, *refbox, base, {"/etc/**"}, {1000, 0});
    Findings findings;
    assembler.assemble(vserver, needs, findings);
    const FileTreePtr tree = builder.build();
    const NodeId root = tree->find("/" + vserver.name);
    const NodeId shared = tree->find("/refbox");
    const std::size_t prefix = tree->path(root).size();
    Pictured picture;
    for (NodeId node = root + 1; node < tree->subtreeEnd(root); ++node) {
        const InodeId id = tree->inodeOf(node);
        const Inode &inode = tree->inode(id);
        const NodeId first = tree->names(id).front();
        std::string text;
        if (inode.isDirectory())
            text = "folder " + octal(inode.permissions);
        else if (tree->isInside(first, shared))
            text = "link " + inodeOf(*refbox, tree->path(first).substr(7));
        else if (inode.isSymlink())
            text = "symlink " + std::string(tree->symlinkTarget(id));
        else if (inode.isDevice())
            text = "device " + octal(inode.permissions) + ' ' + std::to_string(inode.deviceMinor());
        else
            text = "file " + octal(inode.permissions) + ' ' + std::to_string(inode.uid) + ' ' +
                   readAll(*tree, id, 10000);
        picture[tree->path(node).substr(prefix)] = text;
    }
    return picture;
}

class Mkvserver
{
public:
    Mkvserver(const QString &lua, const QString &folder)
        : m_lua(lua)
        , m_folder(folder)
    {
    }

    QByteArray run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(m_lua, QStringList{m_folder + QStringLiteral("/baby/bin/linkrules.lua"), m_folder,
                                         QStringLiteral("vsbox02"), QStringLiteral("profile")} +
                                 words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished() || process.exitCode() != 0)
            return "failed: " + process.readAllStandardError();
        return process.readAllStandardOutput();
    }

    Pictured make(const FileTree &refbox) const
    {
        QByteArray lists[4];
        for (NodeId node = 0; node < refbox.nodeCount(); ++node) {
            const Inode &inode = refbox.inodeAt(node);
            const QByteArray path =
                "." + QByteArray::fromStdString(node == 0 ? std::string() : refbox.path(node)) + '\0';
            if (inode.isDirectory())
                lists[0] += path;
            if (inode.isRegular() && inode.size == 0)
                lists[1] += path;
            if (inode.isRegular())
                lists[2] += path;
            lists[3] += path;
        }
        const QByteArray all = lists[0] + '\0' + lists[1] + '\0' + lists[2] + '\0' + lists[3];
        const QByteArrayList steps = run({QStringLiteral("plan")}, all).split('\0');
        Pictured picture;
        for (qsizetype i = 0; i + 1 < steps.size();) {
            const QByteArray &kind = steps[i];
            const std::string path = steps[i + 1].toStdString();
            const std::string third = i + 2 < steps.size() ? steps[i + 2].toStdString() : std::string();
            std::string text;
            i += kind == "sealed" ? 2 : kind == "device" ? 5 : kind == "file" ? 4 : 3;
            if (kind == "sealed") {
                m_sealed.insert(path);
                continue;
            }
            if (kind == "like")
                text = "folder " + octal(refbox.inodeAt(refbox.find(third)).permissions);
            else if (kind == "link")
                text = "link " + inodeOf(refbox, third);
            else if (kind == "copy")
                text = copied(refbox, third);
            else if (kind == "device")
                text = "device " + third + ' ' + steps[i - 1].toStdString();
            else if (kind == "file")
                text = "file " + octal(third.empty() ? 0 : std::stoul(third, nullptr, 8)) + ' ' +
                       steps[i - 1].split(':').first().toStdString() + ' ' +
                       run({QStringLiteral("content"), QString::fromStdString(path)}).toStdString();
            else
                text = kind.toStdString() + ' ' + third;
            picture[path] = text;
        }
        return picture;
    }

    mutable std::set<std::string> m_sealed; ///< of the last one

private:
    static std::string copied(const FileTree &refbox, const std::string &path)
    {
        const InodeId id = refbox.inodeOf(refbox.find(path));
        const Inode &inode = refbox.inode(id);
        return inode.isSymlink() ? "symlink " + std::string(refbox.symlinkTarget(id))
                                 : "file " + octal(inode.permissions) + " 0 " + readAll(refbox, id, 10000);
    }

    QString m_lua;
    QString m_folder;
};

QByteArray shown(const Pictured &a, const Pictured &b)
{
    QByteArray text;
    for (const auto &[path, what] : a) {
        const auto other = b.find(path);
        if (other == b.end() || other->second != what)
            text += QByteArray::fromStdString(path + ": " + what + " | " +
                                              (other == b.end() ? "nothing" : other->second) + "\n");
    }
    return text;
}

} // namespace

class TestLinkRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void luaMakesWhatThePlannerMakes()
    {
        QString lua = QStandardPaths::findExecutable(QStringLiteral("lua5.4"));
        if (lua.isEmpty())
            QSKIP("lua5.4 is not installed");
        std::size_t entries = 0;
        std::size_t links = 0;
        for (quint32 seed = 1; seed <= 150; ++seed) {
            Chance chance(seed);
            Chance chanceOfModes(seed);
            const FileTreePtr refbox = randomRefbox(chance, chanceOfModes);
            Project project;
            project.name = "random";
            project.vservers.push_back(randomVServer(chance));
            // Some programs need others; the shell needs nothing.
            const NodeId needed = chance.below(refbox->nodeCount());
            const NeedsOfFile needs = [&](NodeId node) {
                return refbox->name(node) == "bash" || node % 5 != 0 || node == needed
                           ? Names()
                           : Names{refbox->path(needed), refbox->path(node / 2)};
            };
            const PackageScripts scripts = makePackageScripts(project, *refbox, needs);
            QVERIFY(scripts.has("mkvserver"));
            const QTemporaryDir folder;
            QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("baby/bin")) &&
                    QDir(folder.path()).mkpath(QStringLiteral("baby/doc")));
            const auto write = [&](const char *place, const std::string &name, const std::string &bytes) {
                QFile file(folder.filePath(QLatin1String(place) + QString::fromStdString(name)));
                return file.open(QIODevice::WriteOnly) &&
                       file.write(bytes.data(), qsizetype(bytes.size())) >= 0;
            };
            for (const ScriptFile &script : scripts.bin)
                QVERIFY(write("baby/bin/", script.name, script.bytes));
            for (const ScriptFile &data : scripts.doc)
                QVERIFY(write("baby/doc/", data.name, data.bytes));
            QVERIFY(write("baby/doc/", "random.refbox.lua", writeProject(project)));

            VServer asNew = project.vservers.front();
            asNew.name = "vsbox02";
            if (asNew.files.contains("/etc/hostname"))
                asNew.files["/etc/hostname"].content = "vsbox02\n";
            const Pictured planned = byThePlanner(refbox, asNew, needs);
            const Mkvserver mkvserver(lua, folder.path());
            const Pictured made = mkvserver.make(*refbox);
            const QByteArray different = shown(planned, made) + "--\n" + shown(made, planned);
            QVERIFY2(different == "--\n", ("seed " + QByteArray::number(seed) + "\n" + different +
                                           QByteArray::fromStdString(writeProject(project)))
                                              .constData());
            // Sealed is what is shared and regular, and nothing else.
            std::set<std::string> sealed;
            for (const std::string &path : mkvserver.m_sealed) {
                QVERIFY(refbox->inodeAt(refbox->find(path)).isRegular());
                sealed.insert("link " + inodeOf(*refbox, path));
            }
            for (const auto &[path, what] : planned) {
                entries += 1;
                if (!what.starts_with("link "))
                    continue;
                links += 1;
                const InodeId id = static_cast<InodeId>(std::stoul(what.substr(5)));
                QCOMPARE(sealed.contains(what), refbox->inode(id).isRegular());
            }
        }
        QVERIFY2(entries > 3000 && links > 300,
                 (QByteArray::number(qulonglong(entries)) + " " + QByteArray::number(qulonglong(links)))
                     .constData());
    }
};

QTEST_GUILESS_MAIN(TestLinkRules)
#include "tst_linkrules.moc"
