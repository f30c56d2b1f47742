// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The package without Refbox: its image is mounted, and nothing but what it holds makes a vserver, enters it,
// packs it and checks it. The guide's commands are run as they stand. The seal is tried.
#include "system/loopmount.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The same link rules as vsbox01's, one of each manner and kind: what mkvserver makes after them is compared.
constexpr const char *kProfile =
    "{\n"
    "name = \"%NAME%\",\n"
    "skeleton = \"typical\",\n"
    "links = {\n"
    "{ from = \"/bin/*\", to = \"/bin\", except = { \"/bin/[x-z]*\", \"/bin/?m\" } },\n"
    "{ from = \"/sbin/**\", to = \"/sbin/\" },\n"
    "{ from = \"/opt/gnu/coreutils/bin/[a-m]*\", to = \"/bin\" },\n"
    "{ from = \"/opt/gnu/coreutils/bin/\\\\[\", to = \"/bin/\" },\n"
    "{ from = \"/opt/gnu/bash/bin/bash\", to = \"/bin/bash\" },\n"
    "{ from = \"/opt/sgi\", to = \"/srv/sgi\", manner = \"copy\" },\n"
    "{ from = \"/opt/tecgraf/bin/*\", to = \"/usr/bin\", manner = \"symbolic\" },\n"
    "{ from = \"/opt/*/tar/**\", to = \"/opt/packed\", needs = false },\n"
    "{ from = \"/opt/gnu/tar/bin/tar\", to = \"/etc/tar\" },\n"
    "{ from = \"/odd/**\", to = \"/odd\" },\n"
    "},\n"
    "files = {\n"
    "[\"/etc/hostname\"] = \"%NAME%\\n\",\n"
    "[\"/etc/hosts\"] = \"127.0.0.1 localhost\\n127.0.1.1 %NAME% not-profile\\n\",\n"
    "[\"/bin/ls\"] = { mode = \"0750\", uid = 7, gid = 8, content = \"#!/bin/sh\\necho 'my own'\\0\\n\" },\n"
    "[\"/srv/new/file\"] = \"x\",\n"
    "},\n"
    "},\n";

QByteArray profile(const char *name)
{
    return QByteArray(kProfile).replace("%NAME%", name);
}

// A block of the guide that a shell can run, and what it needs.
struct GuideBlock
{
    QString commands;
    QStringList needs;
};

QList<GuideBlock> blocksOf(const QString &markdown)
{
    static const QRegularExpression block(u"^```sh run(?: needs=([^\n]*))?\n(.*?)^```$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    QList<GuideBlock> blocks;
    for (auto matches = block.globalMatch(markdown); matches.hasNext();) {
        const auto match = matches.next();
        blocks.append({match.captured(2), match.captured(1).split(u',', Qt::SkipEmptyParts)});
    }
    return blocks;
}

bool isHere(const QString &need)
{
    if (need.startsWith(u"file:"_s))
        return QFile::exists(need.section(u':', 1));
    if (!need.startsWith(u"kernel:"_s))
        return hasProgram(need.toLatin1().constData());
    QFile known(u"/proc/filesystems"_s);
    return known.open(QIODevice::ReadOnly) &&
           QString::fromLatin1(known.readAll()).contains(u'\t' + need.section(u':', 1) + u'\n');
}

} // namespace

class TestWithoutRefbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NEED_ROOT();
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir().mkpath(path(u"odd/deep"_s)));
        for (const char *name : {"odd/a b", "odd/new\nline", "odd/-dash", "odd/'$(quote)\""})
            QVERIFY(writeFile(path(QString::fromLatin1(name)), "odd"));
        QVERIFY(writeFile(path(u"odd/empty"_s), ""));
        VERIFY_EXIT(runProgram(u"ln"_s, {u"-s"_s, u"a b"_s, path(u"odd/link"_s)}), 0);
        VERIFY_EXIT(runProgram(u"sh"_s,
                               {u"-c"_s, u"printf odd >\"$(printf 'odd/deep/\\377')\"; chmod 2710 odd/deep; "
                                         "chown 5:6 odd/deep; setfacl -m u:7:rx,d:g:8:rwx odd/deep; "
                                         "setfattr -n user.note -v 'a\\\"b' odd/deep; "
                                         "setfattr -n trusted.bytes -v 0x00ff0a odd/deep; "
                                         "touch -d @1000000000.25 odd/deep"_s},
                               m_dir.path()),
                    0);

        VERIFY_EXIT(runCli({u"new"_s, path(u"nano.refbox.lua"_s), u"--template"_s, u"nano-vserver"_s}), 0);
        QFile file(path(u"nano.refbox.lua"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        QVERIFY(text.contains("  vservers = {\n") && text.contains("  components = {\n"));
        text.replace(
            "  components = {\n",
            "  components = {\n{ name = \"odd\", prefix = \"/odd\", source = { folder = \"odd\" } },\n");
        text.replace("free = 0", "free = \"12M\"");
        text.replace("  vservers = {\n", "  vservers = {\n" + profile("profile"));
        QVERIFY(writeFile(project(), text));
        text.replace("  vservers = {\n", "  vservers = {\n" + profile("vsbox02"));
        QVERIFY(writeFile(path(u"both.refbox.lua"_s), text));
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, project(), image()}), 0);
    }

    void init()
    {
        QFile::remove(path(u"work.img"_s));
        QVERIFY(QFile::copy(image(), path(u"work.img"_s)));
        m_mount = std::make_unique<LoopMount>(path(u"work.img"_s), root(), u"loop"_s);
        if (m_mount->result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + m_mount->result().err).constData());
    }

    void cleanup() { m_mount.reset(); }

    // QTemporaryDir does not delete names that are no text.
    void cleanupTestCase() { std::filesystem::remove_all(m_dir.path().toStdString()); }

    void theScriptsRunFromEverywhere_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("from the host") << 0;
        QTest::newRow("by the package's own Bash") << 1;
        QTest::newRow("the package as the root") << 2;
        QTest::newRow("the refbox as the root") << 3;
    }

    // The whole life of a vserver, with an environment that offers nothing of the host.
    void theScriptsRunFromEverywhere()
    {
        QFETCH(int, way);
        std::unique_ptr<LoopMount> bound;
        if (way == 3) {
            bound = std::make_unique<LoopMount>(root(), root() + u"/refbox/mnt"_s, u"bind"_s);
            VERIFY_EXIT(bound->result(), 0);
        }
        const auto script = [&](const QStringList &words) {
            const QString name = u"/baby/bin/"_s + words.first();
            QStringList command{u"env"_s, u"-i"_s};
            if (way == 0)
                command << root() + name;
            else if (way == 1)
                command << root() + u"/refbox/bin/bash"_s << root() + name;
            else if (way == 2)
                command << u"/usr/sbin/chroot"_s << root() << u"/refbox/bin/bash"_s << name;
            else
                command << u"/usr/sbin/chroot"_s << root() + u"/refbox"_s << u"/bin/bash"_s
                        << u"/mnt"_s + name;
            return runProgram(command.first(), command.mid(1) + words.mid(1), root());
        };
        VERIFY_EXIT(script({u"check"_s}), 0);
        VERIFY_EXIT(script({u"mkvserver"_s, u"vsbox07"_s, u"vsbox01"_s}), 0);
        const ProcessResult hostName = script({u"enter"_s, u"vsbox07"_s, u"/bin/cat"_s, u"/etc/hostname"_s});
        VERIFY_EXIT(hostName, 0);
        QCOMPARE(hostName.out, "vsbox07\n");
        VERIFY_EXIT(script({u"enter"_s, u"vsbox07"_s, u"/bin/bash"_s, u"-c"_s, u"[ $PWD = / ]; exit 7"_s}),
                    7);
        const QString inside = way < 2    ? root() + u"/vs.tar.gz"_s
                               : way == 2 ? u"/vs.tar.gz"_s
                                          : u"/mnt/vs.tar.gz"_s;
        VERIFY_EXIT(script({u"starball"_s, u"vsbox07"_s, inside}), 0);
        VERIFY_EXIT(runCli({u"compare"_s, u"--no-flags"_s, u"--below-a"_s, u"/vsbox07"_s, root(),
                            root() + u"/vs.tar.gz"_s}),
                    0);
        VERIFY_EXIT(script({u"unseal"_s}), 0);
        VERIFY_EXIT(script({u"seal"_s}), 0);
        VERIFY_EXIT(script({u"check"_s}), 0);
    }

    // Entry by entry: names, types, modes, owners, times, ACLs, contents, seals; and which of the refbox's
    // inodes each one shares.
    void mkvserverMakesWhatThePlannerMakes()
    {
        VERIFY_EXIT(script({u"mkvserver"_s, u"vsbox02"_s, u"profile"_s}), 0);
        const QString planned = path(u"both.img"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, path(u"both.refbox.lua"_s), planned}), 0);
        const LoopMount both(planned, path(u"both"_s), u"loop,ro"_s);
        VERIFY_EXIT(both.result(), 0);
        VERIFY_EXIT(runCli({u"compare"_s, u"--below-a"_s, u"/vsbox02"_s, u"--below-b"_s, u"/vsbox02"_s,
                            root(), path(u"both"_s)}),
                    0);
        const QStringList mine = sharedNames(root());
        QVERIFY2(mine.size() > 150, QByteArray::number(mine.size()));
        QCOMPARE(mine, sharedNames(path(u"both"_s)));
        VERIFY_EXIT(script({u"check"_s}), 0);
    }

    void mkvserverLeavesNothingWhenItFails()
    {
        const auto before = snapshot(root());
        const QByteArray flags = runProgram(u"lsattr"_s, {u"-R"_s, root() + u"/refbox"_s}).out;
        QVERIFY(flags.contains("i---"));
        for (const QStringList &wrong : {QStringList{u"vsbox01"_s},
                                         {u"refbox"_s},
                                         {u"../x"_s},
                                         {u"new"_s, u"nobody"_s},
                                         {u"-x"_s},
                                         {u""_s}}) {
            const ProcessResult result = script(QStringList{u"mkvserver"_s} + wrong);
            QVERIFY2(result.exitCode == 1 && !result.err.isEmpty(), result.said().constData());
        }
        // Stopped at different times: by the second, all is unsealed.
        for (const char *seconds : {"0.05", "0.4", "0.7", "1"}) {
            runProgram(u"timeout"_s,
                       {QString::fromLatin1(seconds), root() + u"/baby/bin/mkvserver"_s, u"halted"_s});
            if (QFile::exists(root() + u"/halted"_s))
                break; // a fast machine
            const auto after = snapshot(root());
            QVERIFY2(after == before, seconds);
            QCOMPARE(runProgram(u"lsattr"_s, {u"-R"_s, root() + u"/refbox"_s}).out, flags);
        }
    }

    // The project says that nothing is sealed, and somebody did it nonetheless.
    void mkvserverSaysThatASealIsInItsWay()
    {
        const QStringList projects = QDir(root() + u"/baby/doc"_s).entryList({u"*.refbox.lua"_s});
        QCOMPARE(projects.size(), 1);
        QFile file(root() + u"/baby/doc/"_s + projects.first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        text.replace("seal = true", "seal = false");
        if (!text.contains("seal = false"))
            text.replace("image = {", "image = { seal = false,");
        QVERIFY(text.contains("seal = false"));
        QVERIFY(writeFile(file.fileName(), text));
        VERIFY_REFUSED(script({u"mkvserver"_s, u"vsbox07"_s, u"vsbox01"_s}), "call /baby/bin/unseal before");
        QVERIFY(!QFile::exists(root() + u"/vsbox07"_s) && !QFile::exists(root() + u"/.vsbox07.new"_s));
        VERIFY_EXIT(script({u"unseal"_s}), 0);
        VERIFY_EXIT(script({u"mkvserver"_s, u"vsbox07"_s, u"vsbox01"_s}), 0);
        VERIFY_EXIT(script({u"seal"_s}), 0);
    }

    void mkvserverSaysWhatItWillNotKeep()
    {
        const ProcessResult whole = script({u"mkvserver"_s, u"vsbox07"_s, u"vsbox01"_s});
        VERIFY_EXIT(whole, 0);
        QVERIFY2(!whole.err.contains("not kept"), whole.said().constData());
        VERIFY_EXIT(script({u"unseal"_s}), 0);
        const QString tools = root() + u"/refbox/opt/gnu/coreutils/bin/"_s;
        QVERIFY(QFile::rename(tools + u"cp"_s, tools + u"copy"_s)); // which leaves BusyBox's
        const ProcessResult poorer = script({u"mkvserver"_s, u"vsbox08"_s, u"vsbox01"_s});
        VERIFY_EXIT(poorer, 0);
        QVERIFY2(
            poorer.err.contains("not kept: access control lists and extended attributes of copied files"),
            poorer.said().constData());
    }

    void checkFindsWhatIsWrong()
    {
        VERIFY_EXIT(script({u"unseal"_s}), 0);
        QFile shared(root() + u"/refbox/opt/gnu/coreutils/bin/cat"_s);
        QVERIFY(shared.open(QIODevice::ReadWrite) && shared.seek(100) && shared.putChar('!'));
        shared.close();
        VERIFY_EXIT(runProgram(u"ln"_s, {u"-s"_s, u"/no/where"_s, root() + u"/vsbox01/lost"_s}), 0);
        const ProcessResult result = script({u"check"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.out.contains("/vsbox01/lost: leads nowhere") &&
                     result.out.contains("/refbox/opt/gnu/coreutils/bin/cat: is not what it was") &&
                     result.out.contains("2 problems"),
                 result.said().constData());
    }

    // Whatever the language of whoever calls it: sha256sum translates its answers.
    void checkKnowsNoLanguage()
    {
        VERIFY_EXIT(script({u"unseal"_s}), 0);
        QVERIFY(writeFile(root() + u"/refbox/odd/new\nline"_s, "changed"));
        QVERIFY(writeFile(root() + u"/refbox/odd/a b"_s, "changed"));
        const ProcessResult result = runProgram(u"env"_s, {u"-u"_s, u"LC_ALL"_s, u"LANG=de_DE.UTF-8"_s,
                                                           u"LANGUAGE=de"_s, root() + u"/baby/bin/check"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.out.contains("/refbox/odd/new?line: is not what it was") &&
                     result.out.contains("/refbox/odd/a b: is not what it was") &&
                     result.out.contains("2 problems"),
                 result.said().constData());
    }

    void checkTrustsNoBrokenList()
    {
        const QString list = root() + u"/baby/doc/SHA256SUMS"_s;
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (const QByteArray &broken : {QByteArray(), QByteArray("nonsense\n"), whole.first(30)}) {
            QVERIFY(writeFile(list, broken));
            const ProcessResult result = script({u"check"_s});
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.out.contains("/baby/doc/SHA256SUMS: "), result.said().constData());
        }
    }

    // One makes the vserver, and the others leave it alone.
    void severalRunsWithOneName()
    {
        const ProcessResult result = runProgram(
            u"sh"_s, {u"-c"_s, u"for i in 1 2 3; do { \"$1\" twin; echo \"ended $?\"; } & done; wait"_s,
                      u"sh"_s, root() + u"/baby/bin/mkvserver"_s});
        QVERIFY2(result.out.count("ended 0\n") == 1 && result.out.count("ended 1\n") == 2,
                 result.said().constData());
        QVERIFY(!QFile::exists(root() + u"/.twin.new"_s) && !QFile::exists(root() + u"/twin/.twin.new"_s));
        VERIFY_EXIT(script({u"enter"_s, u"twin"_s, u"/bin/cat"_s, u"/etc/hostname"_s}), 0);
        VERIFY_EXIT(script({u"check"_s}), 0);
        // Another one of that name is refused, and what is there is left alone.
        const auto before = snapshot(root());
        VERIFY_REFUSED(script({u"mkvserver"_s, u"twin"_s}), "there already");
        QVERIFY(QDir().mkdir(root() + u"/.other.new"_s));
        VERIFY_REFUSED(script({u"mkvserver"_s, u"other"_s}), ".other.new");
        QVERIFY(QDir().rmdir(root() + u"/.other.new"_s));
        QVERIFY(snapshot(root()) == before);
    }

    void theSealHolds()
    {
        const QByteArray before = hashOf(image());
        const ProcessResult proof = runCli({u"prove-sealed"_s, image(), u"vsbox01"_s});
        VERIFY_EXIT(proof, 0);
        QVERIFY2(proof.out.contains("The seal holds") && !proof.out.contains("read-only"),
                 proof.said().constData());
        // Not by the disk below it, and not by what the configurations bind either.
        for (const char *attack :
             {"Take a capability back", "Write to the image's disk", "Make a bind writable"}) {
            static const QString refused = u"^  %1 +refused 1 time: "_s;
            QVERIFY2(QRegularExpression(refused.arg(QString::fromLatin1(attack)),
                                        QRegularExpression::MultilineOption)
                         .match(QString::fromUtf8(proof.out))
                         .hasMatch(),
                     proof.said().constData());
        }
        QCOMPARE(hashOf(image()), before);
        // Of a mounted folder, it is the image below it that is copied.
        VERIFY_EXIT(runCli({u"prove-sealed"_s, root(), u"vsbox01"_s}), 0);
        VERIFY_REFUSED(runCli({u"prove-sealed"_s, m_dir.path(), u"vsbox01"_s}), "image");
        VERIFY_REFUSED(runCli({u"prove-sealed"_s, image(), u"vsbox09"_s}), "vsbox09");
        VERIFY_REFUSED(runCli({u"prove-sealed"_s, project(), u"vsbox01"_s}), "mounted");
    }

    void aBrokenSealIsSeen()
    {
        // One file of all.
        VERIFY_EXIT(runProgram(u"chattr"_s, {u"-i"_s, root() + u"/vsbox01/bin/cat"_s}), 0);
        const ProcessResult proof = runCli({u"prove-sealed"_s, u"--json"_s, root(), u"vsbox01"_s});
        QVERIFY2(proof.exitCode == 1, proof.said().constData());
        int broken = 0;
        for (const QJsonValue &value :
             QJsonDocument::fromJson(proof.out).object().value("attempts"_L1).toArray()) {
            const QJsonObject attempt = value.toObject();
            broken += attempt.value("succeeded"_L1).toInt() > 0 ? 1 : 0;
            if (attempt.value("succeeded"_L1).toInt() > 0)
                QCOMPARE(attempt.value("firstSuccess"_L1).toString(), u"/bin/cat"_s);
        }
        QVERIFY2(broken >= 7, proof.out.constData());
    }

    void theGuidesCommandsRun_data()
    {
        QTest::addColumn<QString>("templateName");
        QTest::addColumn<QString>("filesystem");
        QTest::newRow("nano-vserver") << u"nano-vserver"_s << u"ext4"_s;
        QTest::newRow("nano-vserver, read-only") << u"nano-vserver"_s << u"squashfs"_s;
        QTest::newRow("minimal") << u"minimal"_s << u"ext4"_s;
    }

    // From top to bottom as they stand, in one shell, in the folder with the image.
    void theGuidesCommandsRun()
    {
        QFETCH(QString, templateName);
        QFETCH(QString, filesystem);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"project.refbox.lua"_s);
        VERIFY_EXIT(runCli({u"new"_s, file, u"--template"_s, templateName}), 0);
        QFile text(file);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QByteArray changed = text.readAll();
        changed.replace("filesystem = \"ext4\"", "filesystem = \"" + filesystem.toLatin1() + '"');
        QVERIFY(writeFile(file, changed));
        const QString written = folder.filePath(templateName + u".img"_s);
        VERIFY_EXIT(runCli({u"export"_s, u"image"_s, file, written}), 0);
        VERIFY_EXIT(runCli({u"export"_s, u"folder"_s, file, u"/baby/doc"_s, folder.filePath(u"doc"_s)}), 0);
        QFile guide(folder.filePath(u"doc/guide.md"_s));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        const QList<GuideBlock> blocks = blocksOf(QString::fromUtf8(guide.readAll()));
        QVERIFY2(blocks.size() >= 10, QByteArray::number(blocks.size()));

        QByteArray script = "set -e\n";
        int run = 0;
        for (const GuideBlock &block : blocks) {
            QStringList missing;
            for (const QString &need : block.needs) {
                if (!isHere(need))
                    missing += need;
            }
            if (missing.isEmpty()) {
                script += "echo 'block " + QByteArray::number(++run) + "'\n" + block.commands.toUtf8();
                continue;
            }
            // Only what a Debian that builds Refbox may lack is a reason.
            for (const QString &need : missing) {
                static const QSet<QString> mayLack{u"systemd-nspawn"_s,
                                                   u"lxc-start"_s,
                                                   u"vcontext"_s,
                                                   u"kernel:binfmt_misc"_s,
                                                   u"file:/run/systemd/system"_s,
                                                   u"kernel:squashfs"_s,
                                                   u"bwrap"_s};
                QVERIFY2(mayLack.contains(need), need.toUtf8());
                qInfo("not run, as %s is not here: %s", qPrintable(need),
                      qPrintable(block.commands.section(u'\n', 0, 0)));
            }
        }
        QVERIFY(writeFile(folder.filePath(u"guide.sh"_s), script));
        const ProcessResult result =
            runProgram(u"unshare"_s, {u"--mount"_s, u"--propagation"_s, u"private"_s, u"sh"_s, u"guide.sh"_s},
                       folder.path());
        runProgram(u"chattr"_s, {u"-R"_s, u"-i"_s, folder.path()}); // what is sealed cannot be deleted
        VERIFY_EXIT(result, 0);
        QVERIFY(result.out.contains("block " + QByteArray::number(run) + "\n"));
    }

    void thePackageWithoutToolsHasNoScripts()
    {
        const QString empty = path(u"empty.refbox.lua"_s);
        VERIFY_EXIT(runCli({u"new"_s, empty, u"--template"_s, u"empty"_s}), 0);
        const ProcessResult tree = runCli({u"tree"_s, empty});
        VERIFY_EXIT(tree, 0);
        QVERIFY(tree.out.contains("guide.html"));
        QVERIFY(!tree.out.contains("package.sh"));
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString project() const { return path(u"project.refbox.lua"_s); }
    QString image() const { return path(u"package.img"_s); }
    QString root() const { return path(u"mnt"_s); }

    ProcessResult script(const QStringList &words) const
    {
        return runProgram(root() + u"/baby/bin/"_s + words.first(), words.mid(1));
    }

    // "name in the vserver = first name in the refbox", sorted.
    static QStringList sharedNames(const QString &mounted)
    {
        const auto inodes = [&](const QString &folder) {
            return QString::fromLatin1(
                       runProgram(u"find"_s,
                                  {u"."_s, u"!"_s, u"-type"_s, u"d"_s, u"-printf"_s, u"%i %p\\0"_s},
                                  mounted + folder)
                           .out)
                .split(u'\0', Qt::SkipEmptyParts);
        };
        QStringList ofRefbox = inodes(u"/refbox"_s);
        std::sort(ofRefbox.begin(), ofRefbox.end(),
                  [](const QString &a, const QString &b) { return a.section(u' ', 1) < b.section(u' ', 1); });
        QHash<QString, QString> first;
        for (const QString &line : ofRefbox) {
            if (!first.contains(line.section(u' ', 0, 0)))
                first.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
        }
        QStringList shared;
        for (const QString &line : inodes(u"/vsbox02"_s)) {
            if (const auto found = first.constFind(line.section(u' ', 0, 0)); found != first.cend())
                shared += line.section(u' ', 1) + u" = "_s + *found;
        }
        shared.sort();
        return shared;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<LoopMount> m_mount;
};

QTEST_GUILESS_MAIN(TestWithoutRefbox)
#include "tst_withoutrefbox.moc"
