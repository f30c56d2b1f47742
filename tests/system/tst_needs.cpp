// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli needs, whatif, links --format and sharing: a user's questions about a package that somebody else
// made.
#include "system/process.h"
#include "unit/software/elfmaker.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

// A refbox with a shell, a script and a library, which a vserver shares.
class Package
{
public:
    Package()
    {
        const std::string loader = Refbox::kMadeLoader;
        file("/refbox" + loader, {{}, "ld-linux-x86-64.so.2", {}, {}});
        file("/refbox/lib/libc.so.6", {{}, "libc.so.6", {}, {}});
        file("/refbox/lib/libedit.so.2", {{}, "libedit.so.2", {"libc.so.6"}, {}});
        file("/refbox/bin/sh", {loader, {}, {"libedit.so.2", "libc.so.6"}, {}});
        file("/refbox/bin/poor", {loader, {}, {"libgone.so.1"}, {}});
        write("/refbox/bin/script", "#!/bin/sh\n");
        for (const std::string &name :
             {loader, std::string("/lib/libc.so.6"), std::string("/lib/libedit.so.2"), std::string("/bin/sh"),
              std::string("/bin/poor"), std::string("/bin/script")})
            link("/vsbox01" + name, "/refbox" + name);
    }

    QString path() const { return m_folder.path(); }

private:
    QString at(const std::string &path) const
    {
        const QString whole = m_folder.path() + QString::fromStdString(path);
        QDir().mkpath(QFileInfo(whole).path());
        return whole;
    }
    void write(const std::string &path, const std::string &bytes) const
    {
        if (!writeFile(at(path), QByteArray::fromStdString(bytes)) ||
            ::chmod(QFile::encodeName(at(path)).constData(), 0755) != 0)
            qFatal("cannot write %s", path.c_str());
    }
    void file(const std::string &path, const Refbox::MadeElf &elf) const { write(path, elfBytes(elf)); }
    void link(const std::string &path, const std::string &existing) const
    {
        if (::link(QFile::encodeName(at(existing)).constData(), QFile::encodeName(at(path)).constData()) != 0)
            qFatal("cannot link %s", path.c_str());
    }

    QTemporaryDir m_folder;
};

QJsonObject firstRoot(const ProcessResult &result)
{
    return QJsonDocument::fromJson(result.out).object().value(u"roots"_s)[0].toObject();
}

QStringList pathsIn(const QJsonArray &array)
{
    QStringList paths;
    for (const QJsonValue &value : array)
        paths += value[u"path"_s].toString();
    return paths;
}

} // namespace

class TestNeeds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsAsText()
    {
        const ProcessResult result = runCli({u"needs"_s, m_package.path(), u"/vsbox01/bin/script"_s});
        VERIFY_EXIT(result, 0);
        QCOMPARE(result.out, QByteArray("/vsbox01/bin/script\n"
                                        "  interpreter /bin/sh -> /vsbox01/bin/sh\n"
                                        "    loader /lib64/ld-linux-x86-64.so.2 -> "
                                        "/vsbox01/lib64/ld-linux-x86-64.so.2\n"
                                        "    library libedit.so.2 -> /vsbox01/lib/libedit.so.2\n"
                                        "      library libc.so.6 -> /vsbox01/lib/libc.so.6\n"
                                        "    library libc.so.6 -> /vsbox01/lib/libc.so.6\n"));
    }

    void needsTellWhatIsMissing()
    {
        const ProcessResult result =
            runCli({u"needs"_s, m_package.path(), u"/vsbox01/bin"_s, u"/refbox/bin/poor"_s});
        VERIFY_EXIT(result, 1);
        QVERIFY2(result.out.contains("\n  library libgone.so.1 -> missing\n"), result.out.constData());
        QVERIFY2(result.out.contains("/refbox/bin/poor\n"), result.out.constData());
    }

    void needsAsJson()
    {
        const ProcessResult result = runCli({u"needs"_s, u"--json"_s, m_package.path(), u"/vsbox01/bin"_s});
        VERIFY_EXIT(result, 1);
        const QJsonObject root = firstRoot(result);
        QCOMPARE(root.value(u"root"_s).toString(), u"/vsbox01"_s);
        QCOMPARE(root.value(u"missing"_s).toArray(), QJsonArray{u"libgone.so.1"_s});
        QCOMPARE(root.value(u"files"_s).toArray().size(), 6);
        int missing = 0;
        for (const QJsonValue &need : root.value(u"needs"_s).toArray())
            missing += need.toObject().contains(u"to"_s) ? 0 : 1;
        QCOMPARE(missing, 1);
    }

    void needsAsDot()
    {
        const ProcessResult result =
            runCli({u"needs"_s, u"--dot"_s, m_package.path(), u"/vsbox01/bin/poor"_s});
        VERIFY_EXIT(result, 1);
        QVERIFY(result.out.startsWith("digraph needs {\n") && result.out.endsWith("}\n"));
        QCOMPARE(result.out.count(" -> "), 2);
        QVERIFY(result.out.contains("[label=\"libgone.so.1\\nmissing\", color=\"#D55E00\""));
    }

    void needsRefuseNonsense()
    {
        VERIFY_EXIT(runCli({u"needs"_s, m_package.path()}), 2);
        VERIFY_EXIT(runCli({u"needs"_s, m_package.path(), u"/nothing"_s}), 1);
        VERIFY_EXIT(runCli({u"needs"_s, u"--json"_s, u"--dot"_s, m_package.path(), u"/refbox"_s}), 2);
        VERIFY_EXIT(runCli({u"needs"_s, u"--root"_s, u"/refbox"_s, m_package.path(), u"/vsbox01/bin/sh"_s}),
                    2);
    }

    void whatIfTheRefboxLosesALibrary()
    {
        const ProcessResult result =
            runCli({u"whatif"_s, m_package.path(), u"--drop"_s, u"/refbox/lib/libedit.so.2"_s});
        VERIFY_EXIT(result, 1);
        QCOMPARE(result.out, QByteArray("/refbox\n"
                                        "  1 name goes:\n"
                                        "    /refbox/lib/libedit.so.2\n"
                                        "  2 files break:\n"
                                        "    /refbox/bin/script: would lack the library libedit.so.2, which "
                                        "/refbox/bin/sh needs\n"
                                        "    /refbox/bin/sh: would lack the library libedit.so.2\n"
                                        "/vsbox01\n"
                                        "  1 name goes:\n"
                                        "    /vsbox01/lib/libedit.so.2\n"
                                        "  2 files break:\n"
                                        "    /vsbox01/bin/script: would lack the library libedit.so.2, which "
                                        "/vsbox01/bin/sh needs\n"
                                        "    /vsbox01/bin/sh: would lack the library libedit.so.2\n"));
    }

    void whatIfAsJson()
    {
        const ProcessResult result =
            runCli({u"whatif"_s, u"--json"_s, u"--drop"_s, u"/vsbox01/lib"_s, m_package.path()});
        VERIFY_EXIT(result, 1);
        const QJsonObject root = firstRoot(result);
        QCOMPARE(root.value(u"root"_s).toString(), u"/vsbox01"_s);
        QCOMPARE(root.value(u"goes"_s).toArray().size(), 3);
        QCOMPARE(pathsIn(root.value(u"breaks"_s).toArray()),
                 (QStringList{u"/vsbox01/bin/script"_s, u"/vsbox01/bin/sh"_s}));
        QVERIFY(root.value(u"switches"_s).toArray().isEmpty());
    }

    void whatIfNothingBreaks()
    {
        const ProcessResult result =
            runCli({u"whatif"_s, u"--drop"_s, u"/vsbox01/bin/script"_s, m_package.path()});
        VERIFY_EXIT(result, 0);
        QVERIFY(result.out.endsWith("  nothing breaks\n"));
        VERIFY_EXIT(runCli({u"whatif"_s, m_package.path()}), 2);
        VERIFY_EXIT(runCli({u"whatif"_s, m_package.path(), u"--drop"_s, u"/"_s}), 2);
        VERIFY_EXIT(runCli({u"whatif"_s, m_package.path(), u"--drop"_s, u"/nothing"_s}), 1);
    }

    void linksInEveryFormat()
    {
        const auto links = [&](const QStringList &options) {
            return runCli(QStringList{u"links"_s, m_package.path()} + options);
        };
        const ProcessResult json = links({u"--json"_s});
        VERIFY_EXIT(json, 0);
        QCOMPARE(links({u"--format"_s, u"json"_s}).out, json.out);
        QCOMPARE(links({u"--format"_s, u"text"_s}).out, links({}).out);
        QVERIFY(links({u"--format"_s, u"dot"_s}).out.startsWith("digraph links {\n"));
        const ProcessResult csv = links({u"--format"_s, u"csv"_s});
        QCOMPARE(csv.out.count("\r\n"), 7);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"links.csv"_s);
        const ProcessResult file = links({u"--format"_s, u"csv"_s, u"--output"_s, path});
        VERIFY_EXIT(file, 0);
        QVERIFY(file.out.isEmpty());
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), csv.out);
        VERIFY_EXIT(links({u"--format"_s, u"xml"_s}), 2);
        VERIFY_EXIT(links({u"--format"_s, u"csv"_s, u"--summary"_s}), 2);
        VERIFY_EXIT(links({u"--format"_s, u"csv"_s, u"--json"_s}), 2);
        VERIFY_EXIT(links({u"--output"_s, u"/nonexistent/folder/file"_s}), 1);
    }

    void sharingInEveryFormat()
    {
        const auto sharing = [&](const QStringList &options) {
            return runCli(QStringList{u"sharing"_s, m_package.path()} + options);
        };
        // A folder that no project has made knows no components: its own folders stand for them.
        const ProcessResult text = sharing({});
        VERIFY_EXIT(text, 0);
        const QStringList lines = QString::fromUtf8(text.out).split(u'\n');
        QVERIFY2(lines[0].contains(u"vsbox01"_s) && lines[1].startsWith(u"bin "_s) &&
                     lines[2].startsWith(u"lib "_s) && lines[3].startsWith(u"lib64 "_s),
                 text.out.constData());
        const ProcessResult json = sharing({u"--json"_s});
        VERIFY_EXIT(json, 0);
        QCOMPARE(sharing({u"--format"_s, u"json"_s}).out, json.out);
        const QJsonObject all = QJsonDocument::fromJson(json.out).object();
        const QJsonObject bin = all.value(u"rows"_s)[0].toObject();
        QCOMPARE(bin.value(u"kind"_s).toString(), u"folder"_s);
        QCOMPARE(bin.value(u"cells"_s)[0][u"used"_s][u"files"_s].toInt(), 3);
        QCOMPARE(bin.value(u"unused"_s)[u"files"_s].toInt(), 0);
        QCOMPARE(all.value(u"vservers"_s)[0][u"shared"_s][u"files"_s].toInt(), 6);
        const ProcessResult csv = sharing({u"--format"_s, u"csv"_s});
        VERIFY_EXIT(csv, 0);
        QCOMPARE(csv.out.count("\r\n"), 1 + 3 + 6); // header, folders, totals
        QTemporaryDir folder;
        const QString path = folder.filePath(u"sharing.csv"_s);
        const ProcessResult file = sharing({u"--format"_s, u"csv"_s, u"--output"_s, path});
        VERIFY_EXIT(file, 0);
        QVERIFY(file.out.isEmpty());
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), csv.out);
        VERIFY_EXIT(sharing({u"--format"_s, u"dot"_s}), 2);
        VERIFY_EXIT(sharing({u"--format"_s, u"csv"_s, u"--json"_s}), 2);
        VERIFY_EXIT(sharing({u"--refbox"_s, u"/nothing"_s}), 1);
        VERIFY_EXIT(sharing({u"--output"_s, u"/nonexistent/folder/file"_s}), 1);
    }

private:
    Package m_package;
};

QTEST_GUILESS_MAIN(TestNeeds)
#include "tst_needs.moc"
