// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/projectfile.h"

#include "jobs/error.h"
#include "project/names.h"
#include "project/sizes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <limits>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Refbox;

namespace {

// A project with these entries behind the two that must stand.
std::string projectText(const std::string &entries)
{
    return "return { refbox = 1, name = 'n',\n" + entries + " }";
}

Project read(const std::string &entries)
{
    return readProject(projectText(entries), QStringLiteral("p.lua"));
}

Component readComponent(const std::string &entries)
{
    return read("components = { { name = 'c', " + entries + " } }").components.front();
}

VServer readVServer(const std::string &entries)
{
    return read("vservers = { { name = 'v', " + entries + " } }").vservers.front();
}

std::string readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "(unreadable)";
}

void writeFile(const QString &path, const std::string &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content.data(), static_cast<qint64>(content.size()));
}

// All of the Error's text, or "" if there is none.
template <typename Function>
QString errorOf(const Function &function)
{
    try {
        function();
    } catch (const Error &error) {
        return error.toString();
    }
    return {};
}

} // namespace

class TestProjectFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDesignsSample();
    void readsImageSettings();
    void readsSources();
    void readsVServers();
    void readsImports();
    void writesDefaultsOnlyWhenCommented();
    void keepsCommentsOfEveryLevel();
    void refuses_data();
    void refuses();
    void refusesNewerFormatBeforeUnknownKeys();
    void refusesToWriteTheUnwritable();
    void knowsCapacities();
    void readsAndWritesSizes();
    void objectsToNames();
    void suggestsWords();
    void savesAndLoads();
    void savingKeepsTheOldFileOnErrors();
    void savingFollowsLinksAndKeepsPermissions();
    void loadingRefusesWhatIsNoFile();
    void loadsFromAPipe();
};

void TestProjectFile::readsTheDesignsSample()
{
    const Project project = readProject(R"(return {
  refbox = 1,                                       -- version of this format
  name = "nano-vserver",
  image = { filesystem = "ext4", size = "fit", free = "10%", label = "nano", seal = true, capacity = "cd-650" },
  components = {
    { name = "base", prefix = "/", source = { host = { "bash-static", "busybox" } } },
    { name = "gnu-bash", prefix = "/opt/gnu/bash", source = { recipe = "bash" }, options = { readline = "bundled" } },
  },
  vservers = {
    { name = "vsbox01", skeleton = "typical",
      links = { { from = "/bin/*", to = "/bin" }, { from = "/opt/gnu/bash/bin/bash", to = "/bin/bash" } },
      files = { ["/etc/hostname"] = "vsbox01\n" } },
  },
})",
                                        QStringLiteral("p.lua"));
    QCOMPARE(project.name, std::string("nano-vserver"));
    QCOMPARE(project.image.free.percent, 10.0);
    QCOMPARE(project.image.label, std::string("nano"));
    QVERIFY(!project.image.size);
    QCOMPARE(project.components.size(), std::size_t{2});
    QCOMPARE(std::get<HostSource>(project.components[0].source).programs[1].program, std::string("busybox"));
    QCOMPARE(std::get<RecipeSource>(project.components[1].source).recipe, std::string("bash"));
    QCOMPARE(project.components[1].options.at("readline"), std::string("bundled"));
    QCOMPARE(project.vservers[0].links[1].to, std::string("/bin/bash"));
    QCOMPARE(project.vservers[0].files.at("/etc/hostname").content, std::string("vsbox01\n"));
    QVERIFY(project.privatePaths == Project().privatePaths);
    QVERIFY(project.comments == (Comments{{"refbox", {" version of this format"}}}));
}

void TestProjectFile::readsImageSettings()
{
    const auto image = [](const std::string &entries) { return read("image = { " + entries + " }").image; };
    QVERIFY(image("") == ImageSettings());
    QVERIFY(image("size = '64M'").size == std::uint64_t{64} << 20);
    QVERIFY(image("size = 1e6").size == 1'000'000u);
    QVERIFY(image("size = 0x100000").size == 1u << 20);
    QCOMPARE(image("free = '12.5%'").free.percent, 12.5);
    QCOMPARE(image("free = '5M'").free.bytes, std::uint64_t{5} << 20);
    QCOMPARE(image("free = 4096").free.bytes, std::uint64_t{4096});
    QVERIFY(!image("seal = false").seal);
    QCOMPARE(image("capacity = 'dvd'").capacity, std::string("dvd"));
    QCOMPARE(image("capacity = 12345").capacity, std::string("12345"));
    QCOMPARE(image("filesystem = 'reiserfs'").filesystem, std::string("reiserfs"));
}

void TestProjectFile::readsSources()
{
    const Component host = readComponent("source = { host = { 'busybox', { program = '/usr/bin/bash-static', "
                                         "as = '/bin/bash', optional = true } }, files = { '/usr/share/x' }, "
                                         "without = { 'libcrypto.so.3' } }");
    const auto &source = std::get<HostSource>(host.source);
    QVERIFY((source.programs ==
             std::vector<HostProgram>{{"busybox", "", false}, {"/usr/bin/bash-static", "/bin/bash", true}}));
    QCOMPARE(source.files, std::vector<std::string>{"/usr/share/x"});
    QCOMPARE(source.without, std::vector<std::string>{"libcrypto.so.3"});
    QCOMPARE(host.prefix, std::string("/"));
    QCOMPARE(std::get<FolderSource>(readComponent("source = { folder = '../x' }").source).path,
             std::string("../x"));
    QCOMPARE(std::get<ArchiveSource>(readComponent("source = { archive = 'a b.deb' }").source).path,
             std::string("a b.deb"));
    const PackagesSource packages = std::get<PackagesSource>(
        readComponent("source = { packages = { 'bash=5.2-1', './x.deb' }, architecture = 'arm64', "
                      "without = { 'perl-base' } }")
            .source);
    QCOMPARE(packages.packages, (std::vector<std::string>{"bash=5.2-1", "./x.deb"}));
    QCOMPARE(packages.architecture, std::string("arm64"));
    QCOMPARE(packages.without, std::vector<std::string>{"perl-base"});
}

void TestProjectFile::readsVServers()
{
    const VServer vserver =
        readVServer("skeleton = 'minimal', links = { [2] = { from = '/b', to = '/', needs = false, "
                    "except = { '/b/x' } }, [1] = { from = '/a', to = '/a/', manner = 'symbolic' } },"
                    "files = { ['/x'] = { content = 'c', mode = '4755', uid = 7, gid = 8 }, "
                    "['/y'] = {} }");
    QCOMPARE(vserver.skeleton, std::string("minimal"));
    QCOMPARE(vserver.links[0].from, std::string("/a"));
    QVERIFY(vserver.links[0].manner == LinkManner::Symbolic);
    QVERIFY(vserver.links[0].needs);
    QVERIFY(!vserver.links[1].needs);
    QCOMPARE(vserver.links[1].except, std::vector<std::string>{"/b/x"});
    QVERIFY((vserver.files.at("/x") == PrivateFile{"c", 04755, 7, 8}));
    QVERIFY(vserver.files.at("/y") == PrivateFile());
}

void TestProjectFile::readsImports()
{
    QVERIFY(!readVServer("links = {}").import);
    QVERIFY(readVServer("import = 'old/a.tar.zst'").import == Import{.path = "old/a.tar.zst"});
    QVERIFY((readVServer("import = { path = '/n.img', folder = '/vsbox01', relink = 'any-time' }").import ==
             Import{"/n.img", "/vsbox01", Relink::AnyTime, {}}));
    QVERIFY(readVServer("import = { path = 'x', relink = 'nothing' }").import->relink == Relink::Nothing);

    Project project;
    project.name = "n";
    project.vservers.push_back({.name = "v", .skeleton = "empty", .import = Import{.path = "v.tar"}});
    QVERIFY(writeProject(project).find("import = \"v.tar\"") != std::string::npos);
    project.vservers[0].import->relink = Relink::Nothing;
    QVERIFY(writeProject(project).find("import = { path = \"v.tar\", relink = \"nothing\" }") !=
            std::string::npos);
    project.vservers[0].import->comments = {{"", {" back"}}, {"folder", {" all"}}, {"}", {" end"}}};
    QVERIFY(readProject(writeProject(project), QStringLiteral("p.lua")) == project);
}

void TestProjectFile::writesDefaultsOnlyWhenCommented()
{
    Project project;
    project.name = "n";
    project.components.push_back({.name = "c", .source = HostSource{.programs = {{"sh"}}}});
    project.vservers.push_back(
        {.name = "v", .links = {{.from = "/a", .to = "/b"}}, .files = {{"/f", {.content = "x"}}}});
    const std::string plain = "return {\n"
                              "  refbox = 1,\n"
                              "  name = \"n\",\n"
                              "  image = { filesystem = \"ext4\", size = \"fit\" },\n"
                              "  components = {\n"
                              "    { name = \"c\", prefix = \"/\", source = { host = { \"sh\" } } },\n"
                              "  },\n"
                              "  vservers = {\n"
                              "    {\n"
                              "      name = \"v\",\n"
                              "      skeleton = \"typical\",\n"
                              "      links = {\n"
                              "        { from = \"/a\", to = \"/b\" },\n"
                              "      },\n"
                              "      files = { [\"/f\"] = \"x\" },\n"
                              "    },\n"
                              "  },\n"
                              "}\n";
    QCOMPARE(QByteArray::fromStdString(writeProject(project)), QByteArray::fromStdString(plain));
    project.image.comments["seal"] = {" sealed"};
    project.comments["private"] = {" etc"};
    project.vservers[0].links[0].comments["needs"] = {" all"};
    project.vservers[0].files["/f"].comments["mode"] = {" rw"};
    const std::string commented = writeProject(project);
    for (const char *entry : {"    -- sealed\n    seal = true,\n", "  -- etc\n  private = { \"/etc/**\" },\n",
                              "          -- all\n          needs = true,\n",
                              "          -- rw\n          mode = \"0644\",\n          content = \"x\",\n"})
        QVERIFY2(commented.find(entry) != std::string::npos, commented.c_str());
    QVERIFY(readProject(commented, QStringLiteral("p.lua")) == project);
}

// One comment of its own before, in and behind everything: none may be lost, and each must stay where it was.
void TestProjectFile::keepsCommentsOfEveryLevel()
{
    const std::string text = R"(#!/usr/bin/lua
--[[ c1 ]] return { --c2
  --c3
  refbox = 1, --c4
  name --[[c5]] = --[[c6]] 'n' --c7
  , --c8
  image = { --c9
    filesystem = 'ext4', --c10
    --c11
  }, --c12
  private = { --c13
    '/a', --c14
    --c15
    '/b'
    --c16
  },
  components = {
    --c17
    { name = 'c', --c18
      source = { --c19
        --c20
        host = { --c21
          'x', --c22
          --c23
          { program = 'y', --c24
            --c25
          },
          --c26
        },
        files = { '/f' --c27
        },
        --c28
      },
      options = { --c29
        o = 'p', --c30
        --c31
      } --c32
    },
    --c33
  }, --c34
  vservers = {
    { name = 'v', --c35
      links = { --c36
        { from = '/a', --c37
          to = '/b',
          except = { '/c' --c38
          } --c39
        },
        --c40
      },
      files = {
        --c41
        ['/f'] = 'x', --c42
        ['/g'] = { content = 'y', --c43
          --c44
        },
        --c45
      },
      --c46
    }
    --c47
  },
  --c48
}
--c49
; --c50
)";
    const Project project = readProject(text, QStringLiteral("p.lua"));
    const std::string written = writeProject(project);
    for (int i = 1; i <= 50; ++i) {
        const std::string comment = 'c' + std::to_string(i);
        const QByteArrayList lines = QByteArray::fromStdString(written).split('\n');
        const auto count = std::ranges::count_if(lines, [&](const QByteArray &line) {
            return line.trimmed() == QByteArray::fromStdString("--" + comment) ||
                   line.trimmed() == QByteArray::fromStdString("-- " + comment);
        });
        QVERIFY2(count == 1, (comment + "\n" + written).c_str());
    }
    QVERIFY(readProject(written, QStringLiteral("p.lua")) == project);
    QVERIFY(written.starts_with(
        "#!/usr/bin/lua\n-- c1\n--c2\nreturn {\n  --c3\n  --c4\n  refbox = 1,\n"
        "  --c5\n  --c6\n  --c7\n  --c8\n  name = \"n\",\n  --c9\n  --c12\n  image = {\n"));
    QVERIFY(written.ends_with("    --c47\n  },\n  --c48\n}\n--c49\n--c50\n"));
    QVERIFY((project.vservers[0].files.at("/f").comments == Comments{{"", {"c41", "c42"}}}));
    QVERIFY((project.components[0].comments.at("options.o") == std::vector<std::string>{"c30"}));
    QVERIFY((std::get<HostSource>(project.components[0].source).programs[1].comments ==
             Comments{{"", {"c23"}}, {"program", {"c24"}}, {"}", {"c25"}}}));
}

void TestProjectFile::refuses_data()
{
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *entries, const char *message) {
        QTest::newRow(name) << QString::fromUtf8(entries) << QString::fromUtf8(message);
    };
    row("unknown key", "komponents = {}",
        "p.lua:2:1: The key \"komponents\" is unknown in the project.\nDid you mean \"components\"?");
    row("far key", "zzz = {}", "It may hold: refbox, name, image, private, components, vservers.");
    row("positional", "5", "p.lua:2:1: Found the number 5 without a name in the project");
    row("nested key", "image = { label = '', sael = true }",
        "p.lua:2:23: The key \"sael\" is unknown in the image's settings.\nDid you mean \"seal\"?");
    row("code", "image = os.exit()", "p.lua:2:9: Found \"os\" where a value is expected");
    row("image", "image = 'ext4'",
        "p.lua:2:9: Found the string \"ext4\" where the image's settings should be, a table { … }");
    row("filesystem", "image = { filesystem = 'a b' }",
        "p.lua:2:24: The file system, \"a b\", holds something else");
    row("size word", "image = { size = 'big' }",
        "p.lua:2:18: The image's size, \"big\", is neither \"fit\" nor a size");
    row("size 0", "image = { size = 0 }",
        "\"size\" in the image's settings should be from 1 to 9223372036854775807, but it is the number 0");
    row("size negative", "image = { size = -5 }", "from 1 to");
    row("size fraction", "image = { size = 1.5 }", "should be a whole number, but it is the number 1.5");
    row("size infinite", "image = { size = 1e999 }", "should be a whole number, but it is the number 1e999");
    row("size string too large", "image = { size = '9999999T' }", "neither");
    row("size true", "image = { size = true }", "should be a whole number, but it is true");
    row("free", "image = { free = '100%' }", "p.lua:2:18: The free space, \"100%\", is neither a share");
    row("free negative", "image = { free = '-1%' }", "neither a share");
    row("label", "image = { label = 'a\\nb' }", "p.lua:2:19: The label, \"a\\x0ab\", is too long, or holds");
    row("seal", "image = { seal = 'yes' }",
        "\"seal\" in the image's settings should be true or false, but it is the string \"yes\"");
    row("uuid", "image = { uuid = '1234' }", "p.lua:2:18: The UUID, \"1234\", is not like");
    row("compression", "image = { compression = 'rar' }",
        "p.lua:2:25: The compression, \"rar\", is none of \"gzip\"");
    row("block size", "image = { blocksize = '2M' }", "p.lua:2:23: The block size, \"2M\", is no size");
    row("block size as number", "image = { blocksize = -1 }", "p.lua:2:23");
    row("reserved", "image = { reserved = '60%' }", "p.lua:2:22: The share reserved for root, \"60%\"");
    row("feature", "image = { features = { '' } }", "p.lua:2:24");
    row("level", "image = { level = 23 }", "p.lua:2:19");
    row("capacity", "image = { capacity = 'floppy' }",
        "p.lua:2:22: The capacity, \"floppy\", is none of \"cd-650\"");
    row("private", "private = { 'etc' }", "p.lua:2:13: The pattern, \"etc\", does not begin with '/'");
    row("private string", "private = '/etc'", "should be a table { … }, but it is the string \"/etc\"");
    row("components", "components = { name = 'x' }",
        "p.lua:2:16: The key \"name\" stands in the list \"components\", where entries have no names");
    row("hole", "components = { nil, {} }",
        "p.lua:2:21: The list \"components\" has no entry 1, but entry 2 stands in it");
    row("no name", "components = { {} }", "p.lua:2:16: \"name\" is missing in the component");
    row("no source", "components = { { name = 'a' } }", "p.lua:2:16: \"source\" is missing in the component");
    row("component name", "components = { { name = '../a', source = { host = {} } } }",
        "p.lua:2:25: The component's name, \"../a\", does not begin with a letter or digit");
    row("name of 65",
        "components = { { name = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } }",
        "is longer than 64 characters");
    row("components twice",
        "components = { { name = 'a', source = { host = {} } },\n{ name = 'a', source = { host = {} } } }",
        "p.lua:3:10: There is a second component \"a\"; the first is at line 2, column 25");
    row("prefix", "components = { { name = 'a', prefix = '/opt/../x', source = { host = {} } } }",
        "p.lua:2:39: The prefix, \"/opt/../x\", holds \"..\"");
    row("prefix slash", "components = { { name = 'a', prefix = '/opt/', source = { host = {} } } }",
        "ends with '/'");
    row("prefix double", "components = { { name = 'a', prefix = '//opt', source = { host = {} } } }",
        "holds two '/' beside each other");
    row("prefix relative", "components = { { name = 'a', prefix = 'opt', source = { host = {} } } }",
        "does not begin with '/'");
    row("source empty", "components = { { name = 'a', source = {} } }",
        "p.lua:2:39: The source says nothing");
    row("source double", "components = { { name = 'a', source = { host = {}, recipe = 'b' } } }",
        "The source says more than one thing");
    row("files with folder", "components = { { name = 'a', source = { files = {}, folder = 'b' } } }",
        "The source says more than one thing");
    row("packages with host", "components = { { name = 'a', source = { host = {}, packages = {} } } }",
        "The source says more than one thing");
    row("architecture alone", "components = { { name = 'a', source = { architecture = 'arm64' } } }",
        "\"packages\" is missing");
    for (const char *bad :
         {"B", "a", "Bash", "--help", "bash-", "ba sh", "bash;", "bash=", "bash=x", "bash=1 2"})
        row(bad, QByteArray("components = { { name = 'a', source = { packages = { '") + bad + "' } } } }",
            "The package, ");
    row("architecture",
        "components = { { name = 'a', source = { packages = {}, architecture = 'x86-64' } } }",
        "The architecture, \"x86-64\", is none");
    row("folder", "components = { { name = 'a', source = { folder = '' } } }",
        "p.lua:2:50: The folder, \"\", is empty");
    row("archive NUL", "components = { { name = 'a', source = { archive = 'a\\0b' } } }", "holds a NUL byte");
    row("recipe", "components = { { name = 'a', source = { recipe = 'a/b' } } }",
        "The recipe, \"a/b\", holds something else");
    row("host number", "components = { { name = 'a', source = { host = { 5 } } } }",
        "p.lua:2:50: Found the number 5 where the program");
    row("host relative", "components = { { name = 'a', source = { host = { 'bin/sh' } } } }",
        "The program, \"bin/sh\", does not begin with '/'");
    row("host as",
        "components = { { name = 'a', source = { host = { { program = 'sh', as = 'bin/sh' } } } } }",
        "The program's place, \"bin/sh\", does not begin");
    row("host no program", "components = { { name = 'a', source = { host = { { as = '/bin/sh' } } } } }",
        "\"program\" is missing");
    row("host files", "components = { { name = 'a', source = { host = {}, files = { 'x' } } } }",
        "The file, \"x\", does not begin");
    row("host without a path",
        "components = { { name = 'a', source = { host = {}, without = { '/lib/x' } } } }",
        "The library, \"/lib/x\", holds a '/'");
    row("host without nothing", "components = { { name = 'a', source = { host = {}, without = { '' } } } }",
        "The library, \"\", is empty");
    row("options", "components = { { name = 'a', source = { host = {} }, options = { readline = true } } }",
        "An option should be a string, but it is true");
    row("options list", "components = { { name = 'a', source = { host = {} }, options = { 'x' } } }",
        "Found the string \"x\" without a name in \"options\"");
    row("vserver refbox", "vservers = { { name = 'refbox' } }", "The vserver's name, \"refbox\", is taken");
    row("vserver baby", "vservers = { { name = 'baby' } }", "is taken");
    row("vserver lost", "vservers = { { name = 'lost+found' } }", "is taken");
    row("vservers twice", "vservers = { { name = 'a' }, { name = 'a' } }", "There is a second vserver \"a\"");
    row("skeleton", "vservers = { { name = 'a', skeleton = 'big' } }", "The skeleton, \"big\", is none of");
    row("import empty", "vservers = { { name = 'a', import = '' } }", "The import's path, \"\", is empty");
    row("import number", "vservers = { { name = 'a', import = 5 } }",
        "Found the number 5 where the import (a path, or a table with a path) should be");
    row("import no path", "vservers = { { name = 'a', import = { folder = '/' } } }", "\"path\" is missing");
    row("import folder", "vservers = { { name = 'a', import = { path = 'a', folder = '/../etc' } } }",
        "The import's folder, \"/../etc\", holds \"..\"");
    row("import relink", "vservers = { { name = 'a', import = { path = 'a', relink = 'all' } } }",
        "is none of \"exact\", \"any-time\" and \"nothing\"");
    row("import key", "vservers = { { name = 'a', import = { path = 'a', times = true } } }",
        "\"times\" is unknown in the import");
    row("rule from", "vservers = { { name = 'a', links = { { from = 'bin', to = '/' } } } }",
        "The path in the refbox, \"bin\", does not begin");
    row("rule from up", "vservers = { { name = 'a', links = { { from = '/../bin', to = '/' } } } }",
        "holds \"..\"");
    row("rule to up", "vservers = { { name = 'a', links = { { from = '/bin', to = '/../refbox/' } } } }",
        "The place in the vserver, \"/../refbox/\", holds \"..\"");
    row("rule no to", "vservers = { { name = 'a', links = { { from = '/bin' } } } }",
        "\"to\" is missing in the link rule");
    row("rule manner",
        "vservers = { { name = 'a', links = { { from = '/b', to = '/', manner = 'soft' } } } }",
        "The manner, \"soft\", is none of");
    row("rule except", "vservers = { { name = 'a', links = { { from = '/b', to = '/', except = { 5 } } } } }",
        "An entry of \"except\" should be a string, but it is the number 5");
    row("file path", "vservers = { { name = 'a', files = { ['/etc/../x'] = '' } } }",
        "p.lua:2:38: The file's path, \"/etc/../x\", holds \"..\"");
    row("file relative", "vservers = { { name = 'a', files = { hostname = '' } } }",
        "The file's path, \"hostname\", does not begin");
    row("file number", "vservers = { { name = 'a', files = { ['/x'] = 5 } } }",
        "Found the number 5 where the file (a string, or a table");
    row("file in file", "vservers = { { name = 'a', files = { ['/x'] = '', ['/x/y'] = '' } } }",
        "p.lua:2:51: The file \"/x/y\" lies in \"/x\", which is a file too");
    row("mode number", "vservers = { { name = 'a', files = { ['/x'] = { mode = 755 } } } }",
        "The mode should be a string of octal digits, but it is the number 755.\nWrite it as in mode = "
        "\"0755\".");
    row("mode digits", "vservers = { { name = 'a', files = { ['/x'] = { mode = '0798' } } } }",
        "is no octal number");
    row("mode large", "vservers = { { name = 'a', files = { ['/x'] = { mode = '17777' } } } }",
        "is no octal number");
    row("uid", "vservers = { { name = 'a', files = { ['/x'] = { uid = 4294967295 } } } }",
        "should be from 0 to 4294967294");
}

void TestProjectFile::refuses()
{
    QFETCH(QString, entries);
    QFETCH(QString, message);
    const QString error = errorOf([&] { read(entries.toStdString()); });
    QVERIFY2(error.contains(message), qPrintable(error));
    QVERIFY2(error.startsWith(QStringLiteral("Cannot read the project: p.lua:")), qPrintable(error));
}

void TestProjectFile::refusesNewerFormatBeforeUnknownKeys()
{
    const auto error = [](const char *text) {
        return errorOf([&] { readProject(text, QStringLiteral("p.lua")); });
    };
    QVERIFY(error("return { refbox = 2, new = {} }")
                .contains(QStringLiteral(
                    "p.lua:1:19: The project has format 2; this Refbox reads up to format 1")));
    QVERIFY(error("return { name = 'x' }").contains(QStringLiteral("p.lua:1:8: This is no Refbox project")));
    QVERIFY(error("return { refbox = 0, name = 'x' }").contains(QStringLiteral("should be from 1")));
    QVERIFY(error("return { refbox = '1', name = 'x' }").contains(QStringLiteral("whole number")));
    QVERIFY(error("return { refbox = 1 }").contains(QStringLiteral("\"name\" is missing in the project")));
    QVERIFY(error("return { refbox = 1, name = '../x' }").contains(QStringLiteral("The project's name")));
    QVERIFY(error("return { refbox = 1, name = 5 }")
                .contains(QStringLiteral("should be a string, but it is the number 5")));
}

void TestProjectFile::refusesToWriteTheUnwritable()
{
    Project project = read("");
    project.image.size = std::numeric_limits<std::uint64_t>::max();
    QVERIFY_THROWS_EXCEPTION(Error, writeProject(project));
    project.image.size.reset();
    for (const double percent : {100.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        project.image.free.percent = percent;
        QVERIFY_THROWS_EXCEPTION(Error, writeProject(project));
    }
}

void TestProjectFile::knowsCapacities()
{
    QVERIFY(capacityBytes("cd-650") == 681'574'400u);
    QVERIFY(capacityBytes("cd-700") == 734'003'200u);
    QVERIFY(capacityBytes("mini-cd") == 193'986'560u);
    QVERIFY(capacityBytes("dvd") == 4'700'372'992u);
    QVERIFY(capacityBytes("1000") == 1000u);
    QVERIFY(capacityBytes("1K") == 1024u);
    for (const char *none : {"", "floppy", "0", "-1", "1 M", "cd-650 "})
        QVERIFY2(!capacityBytes(none), none);
}

void TestProjectFile::readsAndWritesSizes()
{
    QVERIFY(parseSize("0") == 0u);
    QVERIFY(parseSize("64MiB") == 64u << 20);
    QVERIFY(parseSize("64MB") == 64'000'000u);
    QVERIFY(parseSize("7T") == std::uint64_t{7} << 40);
    QVERIFY(parseSize("9223372036854775807") == std::uint64_t{std::numeric_limits<std::int64_t>::max()});
    for (const char *bad : {"", "M", "5m", "5 M", " 5", "+5", "5.5M", "5iB", "5MIB", "9223372036854775808",
                            "9007199254740992K"})
        QVERIFY2(!parseSize(bad), bad);
    QCOMPARE(sizeText(0), std::string("0"));
    QCOMPARE(sizeText(1000), std::string("1000"));
    QCOMPARE(sizeText(std::uint64_t{64} << 20), std::string("64M"));
    QCOMPARE(sizeText(std::uint64_t{1} << 50), std::string("1024T"));
    QVERIFY(parsePercent("0%") == 0.0);
    QVERIFY(parsePercent("99.9%") == 99.9);
    for (const char *bad : {"", "%", "10", "100%", "1e1%", "-5%", "+5%", "5%%", "nan%", "inf%", "1.2.3%"})
        QVERIFY2(!parsePercent(bad), bad);
    QCOMPARE(percentText(12.5), std::string("12.5%"));
    QVERIFY(parsePercent(percentText(1e-300)) == 1e-300);
}

void TestProjectFile::objectsToNames()
{
    for (const char *good : {"a", "0", "gnu-bash", "libstdc++", "a.b_c+d-e", "Z"})
        QVERIFY2(!objectionToName(good), good);
    for (const char *bad : {"", ".", "..", "-a", "_a", "+a", "a b", "a/b", "\u00e4", "a\n"})
        QVERIFY2(objectionToName(bad), bad);
    for (const char *good : {"/a", "/a/b c", "/a/...", "/\xff"})
        QVERIFY2(!objectionToPath(good, false), good);
    for (const char *bad : {"", "/", "a", "/a/", "//", "/a//b", "/.", "/..", "/a/../b", "/a/."})
        QVERIFY2(objectionToPath(bad, false), bad);
    QVERIFY(!objectionToPath("/", true));
    QVERIFY(objectionToPath('/' + std::string(256, 'x'), false));
    QVERIFY(!objectionToPath('/' + std::string(255, 'x'), false));
    QVERIFY(!objectionToProjectName("My \u00fcber project"));
    for (const char *bad : {"", ".hidden", "-rf", "a/b", "a\nb", "a\\b", "\xff"})
        QVERIFY2(objectionToProjectName(bad), bad);
    QVERIFY(!objectionToProgram("["));
    for (const char *bad : {"", ".", "..", "bin/sh", "/bin/", "/../sh"})
        QVERIFY2(objectionToProgram(bad), bad);
}

void TestProjectFile::suggestsWords()
{
    static constexpr std::array<std::string_view, 3> kWords = {"name", "prefix", "source"};
    QVERIFY(nearestWord("nmae", kWords) == "name");
    QVERIFY(nearestWord("nam", kWords) == "name");
    QVERIFY(nearestWord("prefixes", kWords) == "prefix");
    QVERIFY(nearestWord("Source", kWords) == "source");
    QVERIFY(!nearestWord("completely", kWords));
    QVERIFY(!nearestWord("", kWords));
    QVERIFY(!nearestWord(std::string(100'000, 'x'), kWords));
}

void TestProjectFile::savesAndLoads()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("p \u00fc.refbox.lua")).toStdString();
    const Project project = read("-- hello\nimage = { label = 'x' }");
    saveProject(project, path);
    QVERIFY(loadProject(path) == project);
    QCOMPARE(readFile(QString::fromStdString(path)), writeProject(project));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestProjectFile::savingKeepsTheOldFileOnErrors()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.lua"));
    writeFile(path, "old");
    Project broken = read("");
    broken.name = "a/b";
    const QString error = errorOf([&] { saveProject(broken, path.toStdString()); });
    QVERIFY2(error.startsWith(QStringLiteral("Cannot save the project")), qPrintable(error));
    QVERIFY2(error.contains(QStringLiteral("The project's name")), qPrintable(error));
    QCOMPARE(readFile(path), std::string("old"));

    const Project fine = read("");
    QVERIFY(errorOf([&] {
                saveProject(fine, folder.path().toStdString());
            }).contains(QStringLiteral("That is a folder")));
    QVERIFY(errorOf([&] { saveProject(fine, "/dev/null"); }).contains(QStringLiteral("no regular file")));
    QVERIFY(!errorOf([&] {
                 saveProject(fine, (folder.path() + QStringLiteral("/no/p.lua")).toStdString());
             }).isEmpty());
    QVERIFY(!errorOf([&] { saveProject(fine, (path + QStringLiteral("/p.lua")).toStdString()); }).isEmpty());
    QVERIFY(!errorOf([&] { saveProject(fine, ""); }).isEmpty());
    QVERIFY(errorOf([&] {
                saveProject(fine, folder.path().toStdString() + "/\xff.lua");
            }).contains(QStringLiteral("not UTF-8")));
    // A full disk: /dev/full takes no byte, but it is no regular file either.
    QVERIFY(!errorOf([&] { saveProject(fine, "/dev/full"); }).isEmpty());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QCOMPARE(readFile(path), std::string("old"));
}

void TestProjectFile::savingFollowsLinksAndKeepsPermissions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.lua"));
    const QString link = folder.filePath(QStringLiteral("l.lua"));
    writeFile(path, "old");
    QCOMPARE(::chmod(path.toLocal8Bit().constData(), 0640), 0);
    QVERIFY(QFile::link(path, link));
    saveProject(read(""), link.toStdString());
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(loadProject(path.toStdString()) == read(""));
    struct stat status
    {
    };
    QCOMPARE(::stat(path.toLocal8Bit().constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t{0640});
}

void TestProjectFile::loadingRefusesWhatIsNoFile()
{
    const QTemporaryDir folder;
    const auto error = [](const std::string &path) { return errorOf([&] { loadProject(path); }); };
    QVERIFY(error(folder.path().toStdString()).contains(QStringLiteral("That is a folder")));
    QVERIFY(error("/dev/zero").contains(QStringLiteral("neither a file nor a pipe")));
    QVERIFY(error(folder.path().toStdString() + "/none").contains(QStringLiteral("No such file")));
    QVERIFY(!error("").isEmpty());
    const QString large = folder.filePath(QStringLiteral("large"));
    writeFile(large, "");
    QVERIFY(QFile::resize(large, qint64{1} << 40));
    QVERIFY(error(large.toStdString()).contains(QStringLiteral("at most")));
    const std::string fifo = folder.path().toStdString() + "/fifo";
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    QVERIFY(error(fifo).contains(QStringLiteral("There is no \"return")));
}

void TestProjectFile::loadsFromAPipe()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    std::string text = projectText("");
    text.insert(text.size() - 1, "--" + std::string(200'000, 'x') + '\n'); // more than a pipe holds
    std::thread writer([&] {
        for (std::size_t done = 0; done < text.size();) {
            const ssize_t count = ::write(ends[1], text.data() + done, text.size() - done);
            if (count <= 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        ::close(ends[1]);
    });
    const Project project = loadProject("/dev/fd/" + std::to_string(ends[0]));
    writer.join();
    ::close(ends[0]);
    QCOMPARE(project.name, std::string("n"));
}

QTEST_APPLESS_MAIN(TestProjectFile)
#include "tst_projectfile.moc"
