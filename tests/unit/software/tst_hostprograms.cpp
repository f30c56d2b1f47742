// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/hostprograms.h"

#include "hosttools.h"

#include "tree/acl.h"
#include "tree/content.h"

#include <QTest>

#include <algorithm>
#include <set>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Refbox;

namespace {

HostComponent make(const HostRequest &request)
{
    Progress progress;
    return HostPrograms(nullptr).component(request, progress);
}

const Remark *remarkOf(const HostComponent &component, const char *id)
{
    const auto found = std::find_if(component.remarks.begin(), component.remarks.end(),
                                    [id](const Remark &remark) { return remark.id == id; });
    return found == component.remarks.end() ? nullptr : &*found;
}

std::string bytesAt(const FileTree &tree, const char *path)
{
    const NodeId node = tree.find(path);
    return node == kNoId ? std::string("nothing") : readAll(tree, tree.inodeOf(node), 100'000'000);
}

} // namespace

class TestHostPrograms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsPrograms();
    void takesPrograms();
    void reportsMissingPrograms();
    void resolvesLinksAndKeepsHardLinks();
    void keepsMetadata();
    void dropsForeignSetId();
    void leavesOutWhatNeedsALibrary();
    void givesLibrariesOnce();
    void librariesAreEnough();
    void remarksInterpreters();
    void keepsTheFirstOfOnePlace();
    void takesFolders();
    void linksApplets();
    void reportsMissingLibraries();
    void isDeterministic();

private:
    QString script(const char *name, const QByteArray &text = "#!/bin/sh\n")
    {
        const QString path = m_folder->filePath(QString::fromLatin1(name));
        writeFile(path, text);
        if (::chmod(qPrintable(path), 0755) != 0)
            qFatal("chmod");
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHostPrograms::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHostPrograms::findsPrograms()
{
    const QByteArray path = qgetenv("PATH");
    script("refbox-test-tool");
    qputenv("PATH", "relative:" + m_folder->path().toUtf8());
    QCOMPARE(HostPrograms::find("refbox-test-tool"),
             m_folder->filePath(QStringLiteral("refbox-test-tool")).toStdString());
    QVERIFY(HostPrograms::find("ls")); // not in this PATH, but in a usual place
    QCOMPARE(HostPrograms::find("/bin/ls"), std::optional<std::string>("/bin/ls"));
    QCOMPARE(HostPrograms::find("/bin"), std::nullopt);
    QCOMPARE(HostPrograms::find("/etc/passwd"), std::nullopt);
    QCOMPARE(HostPrograms::find("bin/ls"), std::nullopt);
    QCOMPARE(HostPrograms::find(""), std::nullopt);
    qputenv("PATH", path);
}

void TestHostPrograms::takesPrograms()
{
    const HostComponent component = make(
        {{{"/bin/ls", "", false}, {"/bin/cat", "/usr/bin/tools/", false}, {"/bin/cp", "/sbin/copy", false}},
         {}});
    const FileTree &tree = *component.tree;
    QCOMPARE(QByteArray::fromStdString(bytesAt(tree, "/bin/ls")), readFile(QStringLiteral("/bin/ls")));
    QVERIFY(tree.find("/usr/bin/tools/cat") != kNoId);
    QVERIFY(tree.find("/sbin/copy") != kNoId);
    QCOMPARE(tree.find("/lib"), kNoId); // libraries are told apart
    const Inode &inode = tree.inodeAt(tree.find("/bin/ls"));
    QCOMPARE(inode.uid, 0U);
    QCOMPARE(inode.gid, 0U);
    const HostComponent bad = make({{{"/bin/ls", "../x", false}, {"/bin/cat", "/a/../b", false}}, {}});
    QCOMPARE(bad.remarks.size(), std::size_t(2));
    QCOMPARE(bad.remarks[0].id, std::string("bad-place"));
    QCOMPARE(bad.tree->nodeCount(), 1U);
}

void TestHostPrograms::reportsMissingPrograms()
{
    const HostComponent component =
        make({{{"refbox-no-such-thing", "", false}, {"refbox-no-such-other", "", true}},
              {"/no/such/file", "relative"}});
    QCOMPARE(component.remarks.size(), std::size_t(4));
    QCOMPARE(component.remarks[0].severity, Remark::Severity::Error);
    QVERIFY(component.remarks[0].message.contains(QStringLiteral("refbox-no-such-thing")));
    QVERIFY(!component.remarks[0].advice.isEmpty());
    QCOMPARE(component.remarks[1].severity, Remark::Severity::Info);
    QCOMPARE(component.remarks[2].id, std::string("missing-file"));
    QCOMPARE(component.remarks[3].id, std::string("missing-file"));
}

void TestHostPrograms::resolvesLinksAndKeepsHardLinks()
{
    const QString real = script("real");
    const std::string folder = m_folder->path().toStdString();
    QCOMPARE(::link((folder + "/real").c_str(), (folder + "/hard").c_str()), 0);
    QCOMPARE(::symlink("real", (folder + "/soft").c_str()), 0);
    const HostComponent component = make({{{folder + "/real", "", false},
                                           {folder + "/hard", "", false},
                                           {folder + "/soft", "", false},
                                           {folder + "/soft", "/bin/real", false}},
                                          {}});
    const FileTree &tree = *component.tree;
    const InodeId inode = tree.inodeOf(tree.find("/bin/real"));
    QVERIFY(tree.inode(inode).isRegular());
    QCOMPARE(tree.names(inode).size(), std::size_t(3));
    QCOMPARE(tree.inodeOf(tree.find("/bin/soft")), inode);
    QCOMPARE(tree.inodeOf(tree.find("/bin/hard")), inode);
    QVERIFY(!remarkOf(component, "same-place"));
    Q_UNUSED(real)
}

void TestHostPrograms::keepsMetadata()
{
    const QString path = script("tool");
    const std::string file = path.toStdString();
    QCOMPARE(::chmod(file.c_str(), 04751), 0);
    if (::setxattr(file.c_str(), "user.refbox", "a\0b", 3, 0) != 0)
        QSKIP("The temporary folder's file system has no extended attributes.");
    const std::string acl =
        aclToXattr(*aclFromText("user::rwx,user:1234:r--,group::r-x,mask::r-x,other::--x"));
    const bool hasAcl = ::setxattr(file.c_str(), "system.posix_acl_access", acl.data(), acl.size(), 0) == 0;
    // A capability of version 2: cap_net_raw+ep.
    const std::string capability("\1\0\0\2\0\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20);
    const bool hasCapability =
        ::setxattr(file.c_str(), "security.capability", capability.data(), capability.size(), 0) == 0;
    QCOMPARE(::chmod(file.c_str(), 04751), 0);
    struct stat status;
    QCOMPARE(::stat(file.c_str(), &status), 0);
    const HostComponent component = make({{{file, "/bin/tool", false}}, {}});
    const FileTree &tree = *component.tree;
    const InodeId id = tree.inodeOf(tree.find("/bin/tool"));
    const Inode &inode = tree.inode(id);
    QCOMPARE(unsigned(inode.permissions), ::getuid() == 0 ? 04751U : 0751U);
    QCOMPARE(inode.mtimeSeconds, std::int64_t(status.st_mtim.tv_sec));
    QCOMPARE(inode.mtimeNanoseconds, std::uint32_t(status.st_mtim.tv_nsec));
    QVERIFY(tree.xattr(id, "user.refbox") == std::string_view("a\0b", 3));
    QCOMPARE(tree.xattr(id, kAclAccess).has_value(), hasAcl);
    QCOMPARE(tree.xattr(id, kCapability).has_value(), hasCapability);
}

void TestHostPrograms::dropsForeignSetId()
{
    if (::getuid() != 0)
        QSKIP("Only root can give files away.");
    const std::string file = script("tool").toStdString();
    QCOMPARE(::chown(file.c_str(), 0, 1234), 0);
    QCOMPARE(::chmod(file.c_str(), 06755), 0);
    const HostComponent component = make({{{file, "/bin/tool", false}}, {}});
    const Inode &inode = component.tree->inodeAt(component.tree->find("/bin/tool"));
    QCOMPARE(inode.gid, 0U);
    QCOMPARE(unsigned(inode.permissions), 04755U); // root's own bit stays
    QVERIFY(remarkOf(component, "set-id-dropped"));
}

void TestHostPrograms::leavesOutWhatNeedsALibrary()
{
    HostRequest request;
    request.programs = {{"true"}, {"cat"}};
    const HostComponent plain = make(request);
    request.programs = {{"ls"}, {"true"}, {"cat"}};
    const HostComponent whole = make(request);
    // Some library that ls needs and true does not, whatever this machine's programs are linked with.
    const auto known = [&](const NeededLibrary &library) {
        return std::find_if(plain.libraries.begin(), plain.libraries.end(), [&](const NeededLibrary &other) {
                   return other.name == library.name;
               }) != plain.libraries.end();
    };
    const auto own = std::find_if_not(whole.libraries.begin(), whole.libraries.end(), known);
    if (own == whole.libraries.end())
        QSKIP("this machine's ls needs no library of its own");
    request.without = {"libabsent.so.1", own->name};
    const HostComponent component = make(request);
    QCOMPARE(component.tree->find("/bin/ls"), kNoId);
    QVERIFY(component.tree->find("/bin/true") != kNoId && component.tree->find("/bin/cat") != kNoId);
    QVERIFY(component.libraries == plain.libraries);
    const Remark *remark = remarkOf(component, "left-out");
    QVERIFY(remark != nullptr && remark->severity == Remark::Severity::Info);
    QVERIFY(remark->message.contains(QString::fromStdString(own->name)) &&
            remark->message.contains(QLatin1String("ls")));
    QCOMPARE(remarkOf(whole, "left-out"), nullptr);
}

void TestHostPrograms::givesLibrariesOnce()
{
    const HostComponent component =
        make({{{"/bin/ls", "", false}, {"/bin/cp", "", false}, {"/bin/cat", "", false}}, {}});
    std::set<std::string> places;
    for (const NeededLibrary &library : component.libraries) {
        QVERIFY(places.insert(library.wantedPath).second);
        const NodeId node = component.libraryTree->find(library.wantedPath);
        QVERIFY(node != kNoId);
        QCOMPARE(component.libraryTree->hostPath(component.libraryTree->inodeOf(node)), library.hostPath);
        QVERIFY(component.libraryTree->inodeAt(node).isRegular());
    }
    const auto info = readElfFile("/bin/ls", ElfDetail::Needs).info;
    QVERIFY(info);
    QVERIFY(places.contains(info->interpreter));
    QCOMPARE(std::count_if(component.libraries.begin(), component.libraries.end(),
                           [](const auto &l) { return l.isLoader; }),
             1);
    QVERIFY(std::is_sorted(component.libraries.begin(), component.libraries.end(),
                           [](const auto &a, const auto &b) { return a.wantedPath < b.wantedPath; }));
}

void TestHostPrograms::librariesAreEnough()
{
    if (::getuid() != 0)
        QSKIP("Needs root for chroot.");
    // The proof: the programs run in a root that has nothing but these files.
    const HostComponent component = make({{{"/bin/ls", "", false}, {"/usr/bin/bash", "", true}}, {}});
    for (const FileTreePtr &tree : {component.tree, component.libraryTree}) {
        for (NodeId node = 0; node < tree->nodeCount(); ++node) {
            const QString path = m_folder->path() + QString::fromStdString(tree->path(node));
            if (tree->inodeAt(node).isDirectory()) {
                QDir().mkpath(path);
                continue;
            }
            writeFile(path, QByteArray::fromStdString(readAll(*tree, tree->inodeOf(node), 100'000'000)));
            QCOMPARE(::chmod(qPrintable(path), 0755), 0);
        }
    }
    const auto output = outputOf(QStringLiteral("chroot"),
                                 {m_folder->path(), QStringLiteral("/bin/ls"), QStringLiteral("/bin")});
    QVERIFY(output);
    QVERIFY(output->contains("ls\n"));
}

void TestHostPrograms::remarksInterpreters()
{
    const std::string plain = script("plain").toStdString();
    const std::string odd = script("odd", "#!/opt/odd/interpreter -x\n").toStdString();
    const HostComponent alone = make({{{plain, "", false}}, {}});
    QVERIFY(remarkOf(alone, "script-interpreter"));
    QCOMPARE(remarkOf(alone, "script-interpreter")->severity, Remark::Severity::Info);
    const HostComponent together = make({{{plain, "", false}, {"/bin/sh", "", false}}, {}});
    QVERIFY(!remarkOf(together, "script-interpreter"));
    const HostComponent strange = make({{{odd, "", false}}, {}});
    QVERIFY(
        remarkOf(strange, "script-interpreter")->message.contains(QStringLiteral("/opt/odd/interpreter")));
}

void TestHostPrograms::keepsTheFirstOfOnePlace()
{
    const HostComponent component = make(
        {{{"/bin/ls", "/bin/x", false}, {"/bin/cat", "/bin/x", false}, {"/bin/cp", "/bin/x/y", false}}, {}});
    QCOMPARE(QByteArray::fromStdString(bytesAt(*component.tree, "/bin/x")),
             readFile(QStringLiteral("/bin/ls")));
    QVERIFY(remarkOf(component, "same-place"));
    const Remark *inFile = remarkOf(component, "unreadable-program");
    QVERIFY(inFile && inFile->severity == Remark::Severity::Error);
}

void TestHostPrograms::takesFolders()
{
    script("data/sub/tool");
    writeFile(m_folder->filePath(QStringLiteral("data/text")), "text");
    const std::string data = m_folder->filePath(QStringLiteral("data")).toStdString();
    QCOMPARE(::symlink("text", (data + "/link").c_str()), 0);
    QVERIFY(QFile::copy(QStringLiteral("/bin/ls"), QString::fromStdString(data + "/elf")));
    const HostComponent component = make({{}, {data, data + "/text"}});
    const FileTree &tree = *component.tree;
    QVERIFY(tree.find(data + "/sub/tool") != kNoId);
    QCOMPARE(bytesAt(tree, (data + "/text").c_str()), std::string("text"));
    QVERIFY(tree.inodeAt(tree.find(data + "/link")).isSymlink());
    QVERIFY(!component.libraries.empty()); // those of the program in it

    HostRequest request{{}, {"/usr/bin/env"}, "/opt/x"};
    QVERIFY(make(request).tree->find("/bin/env") != kNoId);
    request.prefix = "/";
    QVERIFY(make(request).tree->find("/usr/bin/env") != kNoId);
}

void TestHostPrograms::linksApplets()
{
    const auto listed = outputOf(QStringLiteral("busybox"), {QStringLiteral("--list-full")});
    if (!listed)
        QSKIP("BusyBox is not on this machine.");
    const HostComponent component = make({{{"busybox", "", false}, {"/usr/bin/env", "/bin/cat", false}}, {}});
    const FileTree &tree = *component.tree;
    const InodeId box = tree.inodeOf(tree.find("/bin/busybox"));
    const auto lines = listed->trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const NodeId node = tree.find(line.toStdString());
        QVERIFY2(node != kNoId, line.constData());
        QCOMPARE(tree.inodeOf(node) == box, line != "bin/cat"); // the program that was named wins
    }
    QVERIFY(remarkOf(component, "shadowed-applet")->message.contains(QStringLiteral("/bin/cat")));
    const Remark *lacking = remarkOf(component, "missing-applet");
    QCOMPARE(lacking != nullptr && lacking->message.contains(QStringLiteral("dpkg")),
             !listed->contains("/dpkg\n"));
}

void TestHostPrograms::reportsMissingLibraries()
{
    if (!hasTool("gcc"))
        QSKIP("gcc is not on this machine.");
    const QString library = m_folder->filePath(QStringLiteral("librefboxgone.so"));
    const QString program = m_folder->filePath(QStringLiteral("program"));
    QVERIFY(compileC("int x(void) { return 1; }\n", library,
                     {QStringLiteral("-shared"), QStringLiteral("-fPIC"),
                      QStringLiteral("-Wl,-soname,librefboxgone.so")}));
    QVERIFY(compileC("int x(void); int main(void) { return x(); }\n", program,
                     {QStringLiteral("-L") + m_folder->path(), QStringLiteral("-lrefboxgone")}));
    QFile::remove(library);
    const HostComponent component = make({{{program.toStdString(), "", false}}, {}});
    QVERIFY(remarkOf(component, "missing-library")->message.contains(QStringLiteral("librefboxgone.so")));
    QVERIFY(component.tree->find("/bin/program") != kNoId);
}

void TestHostPrograms::isDeterministic()
{
    const HostRequest request{{{"/bin/ls", "", false}, {"/bin/cat", "", false}}, {}};
    const HostComponent a = make(request);
    const HostComponent b = make(request);
    QVERIFY(a.libraries == b.libraries);
    QCOMPARE(a.tree->nodeCount(), b.tree->nodeCount());
    for (NodeId node = 0; node < a.tree->nodeCount(); ++node) {
        QCOMPARE(a.tree->path(node), b.tree->path(node));
        QVERIFY(a.tree->inodeAt(node).mtime() == b.tree->inodeAt(node).mtime());
    }
}

QTEST_GUILESS_MAIN(TestHostPrograms)
#include "tst_hostprograms.moc"
