// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds from tiny tarballs: what comes out, what is refused, what is left behind, and what a recipe cannot
// reach.
#include "recipelab.h"
#include "software/buildlog.h"
#include "software/hosttree.h"
#include "tree/content.h"

#include <QTest>

#include <chrono>
#include <functional>
#include <thread>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Refbox;
using namespace std::chrono_literals;

namespace {

std::string contentOf(const FileTree &tree, const std::string &path)
{
    const NodeId node = tree.find(path);
    if (node == kNoId)
        return "(there is no " + path + ")";
    const ContentReader reader(tree, tree.inodeOf(node));
    std::string bytes(reader.size(), '\0');
    bytes.resize(reader.read(0, bytes));
    return bytes;
}

struct AclEntry
{
    std::uint16_t tag;
    std::uint16_t permissions;
    std::uint32_t id;
};

// As the kernel takes it (linux/posix_acl_xattr.h), little-endian.
std::string aclOf(const std::vector<AclEntry> &entries)
{
    std::string bytes;
    const auto add = [&bytes](std::uint32_t number, int size) {
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(number >> (8 * i) & 0xff);
    };
    add(2, 4);
    for (const AclEntry &entry : entries) {
        add(entry.tag, 2);
        add(entry.permissions, 2);
        add(entry.id, 4);
    }
    return bytes;
}

QString failure(const RecipeLab &lab, const RecipeOrder &order, const RecipeBuildOptions &options = {})
{
    try {
        lab.build(order, options);
    } catch (const Error &error) {
        return error.toString();
    }
    return {};
}

} // namespace

class TestRecipeBuild final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!bubblewrapWorks())
            QSKIP("bubblewrap is missing or cannot run here (a container or chroot may forbid it).");
        if (!std::filesystem::exists("/usr/bin/cc"))
            QSKIP("This machine has no C compiler.");
    }

    void whatIsInstalledComesOut()
    {
        const RecipeLab lab;
        Recipe recipe = lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX/bin\"\n"
                                           "cp data \"$DEST$PREFIX/bin/data\"\n"
                                           "ln \"$DEST$PREFIX/bin/data\" \"$DEST$PREFIX/bin/other\"\n"
                                           "ln -s data \"$DEST$PREFIX/bin/link\"\n"
                                           "chmod 4751 \"$DEST$PREFIX/bin/data\"\n");
        recipe.provides = {"/bin/data"};
        const RecipeOrderPtr order = RecipeLab::order(recipe);
        QVERIFY(!RecipeBuilder(*lab.store, *lab.tarballs).find(*order));
        const FileTreePtr tree = lab.tree(lab.build(*order));
        QCOMPARE(contentOf(*tree, "/bin/data"), std::string("some bytes\n"));
        const Inode &inode = tree->inodeAt(tree->find("/bin/data"));
        QCOMPARE(inode.permissions, 04751);
        QCOMPARE(tree->inodeOf(tree->find("/bin/other")), tree->inodeOf(tree->find("/bin/data")));
        QCOMPARE(tree->symlinkTarget(tree->inodeOf(tree->find("/bin/link"))), std::string_view("data"));
        // Whoever builds, and whenever: of root, with the tarball's time.
        for (NodeId node = 0; node < tree->nodeCount(); ++node) {
            QCOMPARE(tree->inodeAt(node).uid, 0U);
            QCOMPARE(tree->inodeAt(node).gid, 0U);
            QCOMPARE(tree->inodeAt(node).mtimeSeconds, std::int64_t{1});
        }
        QVERIFY(lab.inCache("builds").empty());
    }

    void isNotBuiltTwice()
    {
        const RecipeLab lab;
        const RecipeOrderPtr order =
            RecipeLab::order(lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\n"
                                                "date +%N > \"$DEST$PREFIX/when\"\n"));
        const BuiltRecipe first = lab.build(*order);
        const std::string when = contentOf(*lab.tree(first), "/when");
        std::filesystem::remove(lab.path("sources/tiny-1.0.tar"));
        const BuiltRecipe second = lab.build(*order);
        QCOMPARE(second.archive, first.archive);
        QCOMPARE(contentOf(*lab.tree(second), "/when"), when);
        QVERIFY(lab.tarballs->cached(order->recipe.tarballs.front()).has_value());
        // Where somebody has cleared the cache halfway, it is built anew.
        std::filesystem::remove(first.archive);
        QVERIFY(contentOf(*lab.tree(lab.build(*order)), "/when") != when);
    }

    void sameInputSameBytes()
    {
        const std::string install = "printf 'int main(void) { return __LINE__; }' > p.c\n"
                                    "cc $CFLAGS -g -o p p.c\n"
                                    "ar rc libp.a p.c\n"
                                    "mkdir -p \"$DEST$PREFIX/bin\"\n"
                                    "cp p libp.a \"$DEST$PREFIX/bin/\"\n";
        const RecipeLab one;
        const RecipeLab two;
        const std::string first =
            fileBytes(one.build(*RecipeLab::order(one.recipe("tiny", install))).archive);
        std::this_thread::sleep_for(1100ms); // into another second
        const std::string second =
            fileBytes(two.build(*RecipeLab::order(two.recipe("tiny", install)), {.jobs = 3}).archive);
        QVERIFY(first.size() > 10'000);
        QVERIFY(first == second);
    }

    void whatHasChangedSinceIsTold()
    {
        const RecipeLab lab;
        const std::string install = "mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/made\"\n";
        const RecipeOrderPtr need = RecipeLab::order(lab.recipe("need", install));
        const RecipeOrder order = *RecipeLab::order(lab.recipe("tiny", install), {need});
        const RecipeBuilder builder(*lab.store, *lab.tarballs);
        QVERIFY(!builder.changesSinceBuilt(order));
        lab.build(*need);
        const BuiltRecipe built = lab.build(order);
        const auto changes = [&](const std::function<void(RecipeOrder &)> &change) {
            RecipeOrder changed = order;
            change(changed);
            return builder.changesSinceBuilt(changed).value_or(QStringList{QStringLiteral("never built")});
        };
        using Words = QStringList;
        QCOMPARE(changes([](RecipeOrder &o) { o.options["strip"] = "no"; }),
                 Words{QStringLiteral("its options")});
        QCOMPARE(changes([](RecipeOrder &o) { o.recipe.steps.front().script += "true\n"; }),
                 Words{QStringLiteral("its recipe")});
        QCOMPARE(changes([](RecipeOrder &o) { o.recipe.tarballs.front().sha256[0] ^= 1; }),
                 Words{QStringLiteral("its source")});
        QCOMPARE(changes([&](RecipeOrder &o) {
                     RecipeOrder other = *need;
                     other.options["strip"] = "no";
                     o.needs = {std::make_shared<RecipeOrder>(other)};
                 }),
                 Words{QStringLiteral("what it needs")});
        QCOMPARE(changes([](RecipeOrder &o) { o.prefix = "/opt/elsewhere"; }),
                 Words{QStringLiteral("never built")});
        std::filesystem::remove_all(std::filesystem::path(built.archive).parent_path());
        QCOMPARE(changes([](RecipeOrder &) {}), Words());
    }

    void anotherLibraryOfTheMachineBuildsItAgain()
    {
        const RecipeLab lab;
        const RecipeOrderPtr order = RecipeLab::order(
            lab.recipe("tiny", "printf 'int main(void) { return 0; }' > p.c\n"
                               "cc -o p p.c\nmkdir -p \"$DEST$PREFIX\"\n"
                               "cp p \"$DEST$PREFIX/\"\ndate +%N > \"$DEST$PREFIX/when\"\n"));
        const RecipeBuilder builder(*lab.store, *lab.tarballs);
        const BuiltRecipe built = lab.build(*order);
        const std::string when = contentOf(*lab.tree(built), "/when");
        const std::string listPath = std::filesystem::path(built.archive).parent_path() / "machine.txt";
        std::string list = fileBytes(listPath);
        QVERIFY2(list.find("libc.so.6\n") != std::string::npos, list.c_str());
        QVERIFY(builder.find(*order));
        // As if the library were another one now.
        list[0] = list[0] == 'a' ? 'b' : 'a';
        std::ofstream(listPath, std::ios::binary) << list;
        QVERIFY(!builder.find(*order));
        QCOMPARE(builder.changesSinceBuilt(*order), QStringList{QStringLiteral("this machine's libraries")});
        QVERIFY(contentOf(*lab.tree(lab.build(*order)), "/when") != when);
        QVERIFY(builder.find(*order));
        // Or gone; or the list is not whole.
        const std::string whole = fileBytes(listPath);
        QVERIFY2(whole.ends_with("\nend\n"), whole.c_str());
        std::ofstream(listPath, std::ios::binary) << std::string(64, '0') + "  /nowhere/libgone.so\n" + whole;
        QVERIFY(!builder.find(*order));
        std::ofstream(listPath, std::ios::binary) << whole.substr(0, whole.size() - 4);
        QVERIFY(!builder.find(*order));
        std::ofstream(listPath, std::ios::binary) << whole;
        QVERIFY(builder.find(*order));
    }

    void programsAreStrippedUnlessAskedNotTo()
    {
        const RecipeLab lab;
        Recipe recipe = lab.recipe("tiny", "printf 'int main(void) { return 0; }' > p.c\n"
                                           "cc -g -o p p.c\n"
                                           "mkdir -p \"$DEST$PREFIX/bin\"\n"
                                           "cp p \"$DEST$PREFIX/bin/\"\n"
                                           "chmod 555 \"$DEST$PREFIX/bin/p\"\n");
        const auto size = [&lab](const RecipeOrder &order) {
            const FileTreePtr tree = lab.tree(lab.build(order));
            return tree->inodeAt(tree->find("/bin/p")).size;
        };
        const std::uint64_t stripped = size(*RecipeLab::order(recipe));
        RecipeOrder whole = *RecipeLab::order(recipe);
        whole.options["strip"] = "no";
        QVERIFY(stripped > 0);
        QVERIFY(size(whole) > stripped + 1000);
    }

    void manualsComeWhereAskedFor()
    {
        const RecipeLab lab;
        const Recipe recipe =
            lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX/share/man/man1\" \"$DEST$PREFIX/share/tiny\"\n"
                               "touch \"$DEST$PREFIX/share/man/man1/tiny.1\"\n");
        FileTreePtr tree = lab.tree(lab.build(*RecipeLab::order(recipe)));
        QVERIFY(tree->find("/share/man") == kNoId && tree->find("/share/tiny") != kNoId);
        RecipeOrder whole = *RecipeLab::order(recipe);
        whole.options["manuals"] = "yes";
        tree = lab.tree(lab.build(whole));
        QVERIFY(tree->find("/share/man/man1/tiny.1") != kNoId);
    }

    void whatIsNeededStandsAtItsPrefix()
    {
        const RecipeLab lab;
        const RecipeOrderPtr base = RecipeLab::order(lab.recipe(
            "base",
            "mkdir -p \"$DEST$PREFIX/include\"\necho '#define BASE 42' > \"$DEST$PREFIX/include/base.h\"\n"));
        const RecipeOrderPtr middle = RecipeLab::order(
            lab.recipe(
                "middle",
                "mkdir -p \"$DEST$PREFIX\"\ncp \"$PREFIX_base/include/base.h\" \"$DEST$PREFIX/copy\"\n"),
            {base});
        const RecipeOrderPtr top = RecipeLab::order(
            lab.recipe("top",
                       "printf '#include <base.h>\\nBASE\\n' > t.c\n"
                       "mkdir -p \"$DEST$PREFIX\"\n"
                       "cpp -P $CPPFLAGS t.c > \"$DEST$PREFIX/value\"\n"
                       "cat \"$PREFIX_middle/copy\" >> \"$DEST$PREFIX/value\"\n"
                       "if touch \"$PREFIX_base/new\"; then echo writable >> \"$DEST$PREFIX/value\"; fi\n"
                       "echo \"$LDFLAGS\" >> \"$DEST$PREFIX/value\"\n"),
            {middle});
        QVERIFY(failure(lab, *top).contains(QStringLiteral("base 1.0")));
        lab.build(*base);
        lab.build(*middle);
        const std::string value = contentOf(*lab.tree(lab.build(*top)), "/value");
        QVERIFY2(value.starts_with("42\n#define BASE 42\n"), value.c_str());
        QVERIFY2(value.find("writable") == std::string::npos, value.c_str());
        QVERIFY2(value.find("-Wl,-rpath,/opt/middle/lib") != std::string::npos, value.c_str());
    }

    void aFailedStepSaysWhichAndWhy()
    {
        const RecipeLab lab;
        Recipe recipe = lab.recipe("tiny", "true\n");
        recipe.steps = {{"configure", "echo all is well\n"},
                        {"compile", "echo 'no rule for x' >&2\nexit 3\n"}};
        const QString said = failure(lab, *RecipeLab::order(recipe));
        QVERIFY2(said.contains(QStringLiteral("compile")) && said.contains(QStringLiteral("status 3")) &&
                     said.contains(QStringLiteral("no rule for x")),
                 qPrintable(said));
        QVERIFY(lab.inCache("builds").empty());
        const std::string log = fileBytes(lab.path("cache/failed/tiny-opt-tiny/log.txt"));
        QVERIFY(log.find("all is well") != std::string::npos);
        QVERIFY(!std::filesystem::exists(lab.path("cache/failed/tiny-opt-tiny/build")));

        const QString again = failure(lab, *RecipeLab::order(recipe), {.keepFailed = true});
        QVERIFY(again.contains(QString::fromStdString(lab.path("cache/failed/tiny-opt-tiny"))));
        QVERIFY(std::filesystem::exists(lab.path("cache/failed/tiny-opt-tiny/build/src/tiny-1.0/data")));
        // The next try starts clean.
        recipe.steps = {{"install", "test ! -e leftover\ntouch leftover\nmkdir -p \"$DEST$PREFIX\"\n"
                                    "touch \"$DEST$PREFIX/made\"\nexit \"$OPT_status\"\n"}};
        recipe.options.push_back({"status", "", {"0", "1"}, "1"});
        QVERIFY(!failure(lab, *RecipeLab::order(recipe)).isEmpty());
        recipe.options.back().standard = "0";
        // Of another prefix, at the same time as likely as not: the one says nothing of the other.
        RecipeOrder elsewhere = *RecipeLab::order(recipe);
        elsewhere.prefix = "/";
        elsewhere.options["status"] = "1";
        QVERIFY(!failure(lab, elsewhere).isEmpty());
        QVERIFY(lab.tree(lab.build(*RecipeLab::order(recipe)))->find("/made") != kNoId);
        QCOMPARE(lab.inCache("failed"), std::vector<std::string>{"tiny"});
    }

    void aLogThatCannotBeWrittenIsTold()
    {
        BuildLog log("/dev/full");
        log.addLine("a line");
        log.addLine("another one");
        QCOMPARE(log.lastLines(5), QStringLiteral("a line\nanother one"));
        QVERIFY_THROWS_EXCEPTION(Error, log.close());
        log.close(); // it was told
    }

    // A folder for several people has a default ACL and the set-group-ID bit: what is made there takes them
    // over.
    void nothingComesFromTheFolderOfTheCache()
    {
        const RecipeLab lab;
        const std::string cache = lab.path("cache");
        const std::string acl = aclOf({{0x01, 7, 0xffffffff},
                                       {0x02, 7, 12345},
                                       {0x04, 7, 0xffffffff},
                                       {0x10, 7, 0xffffffff},
                                       {0x20, 5, 0xffffffff}});
        const bool hasAcls =
            ::setxattr(cache.c_str(), "system.posix_acl_default", acl.data(), acl.size(), 0) == 0;
        QCOMPARE(::chmod(cache.c_str(), 02775), 0);
        const FileTreePtr tree =
            lab.tree(lab.build(*RecipeLab::order(lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX/bin\"\n"
                                                                    "cp data \"$DEST$PREFIX/bin/data\"\n"))));
        QCOMPARE(tree->inodeAt(tree->find("/bin")).permissions, 0755);
        QCOMPARE(tree->inodeAt(tree->find("/bin/data")).permissions, 0644);
        for (NodeId node = 0; node < tree->nodeCount(); ++node)
            QVERIFY2(tree->xattrsOf(tree->inodeOf(node)).empty(), std::string(tree->name(node)).c_str());
        if (!hasAcls)
            QSKIP("This file system has no ACLs.");
    }

    void labelsOfThisMachineAreLeftOut()
    {
        const std::vector<XattrView> all{{"security.SMACK64", "_"}, {"security.capability", "c"},
                                         {"security.evm", "e"},     {"security.ima", "i"},
                                         {"security.selinux", "s"}, {"user.note", "n"}};
        const std::vector<XattrView> kept{{"security.capability", "c"}, {"user.note", "n"}};
        QVERIFY(withoutMachineLabels(all) == kept);
    }

    void buildsAtATimeShareTheProcessors()
    {
        QCOMPARE(jobsOfEach(16, 1), 16U);
        QCOMPARE(jobsOfEach(0, 1), 1U);
        QCOMPARE(jobsOfEach(16, 4), 8U);
        QCOMPARE(jobsOfEach(2, 2), 2U);
        QCOMPARE(jobsOfEach(1, 4), 1U);
        QCOMPARE(jobsOfEach(5, 3), 3U);
        const RecipeLab lab;
        const BuiltRecipe built = lab.build(
            *RecipeLab::order(lab.recipe("tiny", "echo \"jobs: $JOBS\"\nmkdir -p \"$DEST$PREFIX\"\n")),
            {.jobs = 6, .builds = 4});
        QVERIFY(fileBytes(built.log).find("jobs: 3\n") != std::string::npos);
    }

    void promisesAreHeld()
    {
        const RecipeLab lab;
        Recipe recipe = lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\ntouch \"$DEST$PREFIX/a\"\n");
        recipe.provides = {"/a", "/bin/b"};
        QVERIFY(failure(lab, *RecipeLab::order(recipe)).contains(QStringLiteral("/opt/tiny/bin/b")));
        recipe = lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\" \"$DEST/etc\"\ntouch \"$DEST/etc/rc\"\n");
        QVERIFY(failure(lab, *RecipeLab::order(recipe)).contains(QStringLiteral("/etc")));
        recipe = lab.recipe("tiny", "true\n");
        QVERIFY(failure(lab, *RecipeLab::order(recipe)).contains(QStringLiteral("installed nothing")));
        QVERIFY(lab.inCache("builds").empty());
    }

    void theSourceMustBeTheRightOne()
    {
        const RecipeLab lab;
        const RecipeOrderPtr order = RecipeLab::order(lab.recipe("tiny", "true\n"));
        lab.write("sources/tiny-1.0.tar", "something else");
        QString said = failure(lab, *order);
        QVERIFY2(said.contains(QString::fromStdString(sha256Hex("something else"))) &&
                     said.contains(QString::fromStdString(order->recipe.tarballs.front().sha256)),
                 qPrintable(said));
        std::filesystem::remove(lab.path("sources/tiny-1.0.tar"));
        said = failure(lab, *order);
        QVERIFY2(said.contains(QStringLiteral("not on this machine")), qPrintable(said));
        // A tarball that is none.
        Recipe recipe = order->recipe;
        lab.write("sources/tiny-1.0.tar", "no archive");
        recipe.tarballs.front().sha256 = sha256Hex("no archive");
        QVERIFY(!failure(lab, *RecipeLab::order(recipe)).isEmpty());
        QVERIFY(lab.inCache("builds").empty());
    }

    void aWrongFileInOneFolderKeepsNoOtherFromGivingIt()
    {
        const RecipeLab lab;
        const RecipeOrderPtr order = RecipeLab::order(lab.recipe("tiny", "true\n"));
        std::filesystem::create_directory(lab.path("mirror"));
        lab.write("mirror/tiny-1.0.tar", "something else");
        const Tarballs tarballs(*lab.store, SourceOptions{{lab.path("mirror"), lab.path("sources")}, true});
        Progress progress;
        const Tarballs::Obtained got = obtainSource(tarballs, *order, progress);
        QCOMPARE(sha256Hex(fileBytes(got.path)), order->recipe.tarballs.front().sha256);
        const auto lines = progress.logFrom(0);
        QCOMPARE(lines.size(), decltype(lines.size()){1});
        QVERIFY(lines[0].severity == Progress::Severity::Warning);
        QVERIFY2(lines[0].text.contains(QString::fromStdString(sha256Hex("something else"))),
                 qPrintable(lines[0].text));
    }

    void aTarballOfAnotherLayoutIsTakenAsItIs()
    {
        const RecipeLab lab;
        Recipe recipe = lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\ncp one two \"$DEST$PREFIX/\"\n");
        const std::string bytes = RefboxTest::TarMaker().file("one", "1").file("two", "2").end();
        lab.write("sources/tiny-1.0.tar", bytes);
        recipe.tarballs.front().sha256 = sha256Hex(bytes);
        const FileTreePtr tree = lab.tree(lab.build(*RecipeLab::order(recipe)));
        QCOMPARE(contentOf(*tree, "/two"), std::string("2"));
    }

    void cannotReachThisMachine()
    {
        const RecipeLab lab;
        QTemporaryDir secrets;
        const std::string secret = secrets.path().toStdString() + "/secret";
        std::ofstream(secret) << "secret";
        const FileTreePtr tree = lab.tree(lab.build(*RecipeLab::order(lab.recipe(
            "tiny", "mkdir -p \"$DEST$PREFIX\"\nexec 3> \"$DEST$PREFIX/said\"\n"
                    "for place in /usr/bin/x /etc/x /x /build/x /opt/x; do\n"
                    "  if touch $place 2>/dev/null; then echo wrote $place >&3; fi\n"
                    "done\n"
                    "if cat " +
                        secret +
                        " 2>/dev/null; then echo read >&3; fi\n"
                        "for place in /root /home /var /etc/passwd /etc/shadow; do\n"
                        "  if [ -e $place ]; then echo saw $place >&3; fi\n"
                        "done\n"
                        "if [ \"$(ls /sys/class/net 2>/dev/null | grep -v lo)\" ]; then echo net >&3; fi\n"
                        "if grep -q -v -e 'lo:' -e '|' /proc/net/dev; then echo net >&3; fi\n"
                        "echo end >&3\n"))));
        QCOMPARE(contentOf(*tree, "/said"), std::string("wrote /build/x\nend\n"));
        QVERIFY(lab.inCache("builds").empty());
    }

    // What it installs is read outside of the sandbox.
    void linksCannotLeadOutOfIt()
    {
        const RecipeLab lab;
        QTemporaryDir secrets;
        const std::string secret = secrets.path().toStdString();
        std::filesystem::create_directories(secret + "/tiny");
        std::ofstream(secret + "/tiny/secret") << "secret";
        for (const std::string &install :
             {"rmdir \"$DEST\"\nln -s " + secret + " \"$DEST\"\n", "ln -s " + secret + " \"$DEST/opt\"\n",
              "mkdir \"$DEST/opt\"\nln -s " + secret + "/tiny \"$DEST/opt/tiny\"\n"})
            QVERIFY2(!failure(lab, *RecipeLab::order(lab.recipe("tiny", install))).isEmpty(),
                     install.c_str());
        const FileTreePtr tree = lab.tree(lab.build(*RecipeLab::order(
            lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\nln -s " + secret + " \"$DEST$PREFIX/link\"\n"))));
        QVERIFY(tree->inodeAt(tree->find("/link")).isSymlink());
        QVERIFY(std::filesystem::exists(secret + "/tiny/secret"));
    }

    void whatItLeavesRunningIsEnded()
    {
        const RecipeLab lab;
        const std::string marker = "86399.25" + std::to_string(::getpid());
        lab.build(*RecipeLab::order(lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\n"
                                                       "setsid sleep " +
                                                           marker +
                                                           " >/dev/null 2>&1 &\n"
                                                           "sleep " +
                                                           marker +
                                                           " &\n"
                                                           "touch \"$DEST$PREFIX/made\"\n")));
        QVERIFY(isGone(marker));
    }

    void stoppingEndsItAtOnce()
    {
        const RecipeLab lab;
        const std::string marker = "86398.25" + std::to_string(::getpid());
        const RecipeOrderPtr order = RecipeLab::order(
            lab.recipe("tiny", "setsid sleep " + marker + " &\necho started\nsleep " + marker + "\n"));
        Progress progress;
        std::thread stopper([&] {
            while (!isRunning(marker))
                std::this_thread::sleep_for(10ms);
            progress.cancel();
        });
        const RecipeBuilder builder(*lab.store, *lab.tarballs);
        QVERIFY_THROWS_EXCEPTION(Cancelled, builder.build(*order, {}, progress));
        stopper.join();
        QVERIFY(isGone(marker));
        QVERIFY(lab.inCache("builds").empty());
        QVERIFY(!builder.find(*order));
        QVERIFY(lab.inCache("failed").empty()); // nothing has failed
    }

    void itsOwnProgressTellsAllAndStopsItAlone()
    {
        const RecipeLab lab;
        Recipe recipe = lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\necho 'a.c:1:2: error: bad' >&2\n"
                                           "echo \"a.c: warning: odd\"\necho fine\n");
        const RecipeBuilder builder(*lab.store, *lab.tarballs);
        Progress job;
        Progress own;
        builder.build(*RecipeLab::order(recipe), {}, job, &own);
        const auto lines = own.logFrom(0);
        const auto severityOf = [&](const QString &text) {
            const auto found = std::ranges::find(lines, text, &Progress::LogLine::text);
            return found == lines.end() ? -1 : static_cast<int>(found->severity);
        };
        QCOMPARE(severityOf(QStringLiteral("a.c:1:2: error: bad")), int(Progress::Severity::Error));
        QCOMPARE(severityOf(QStringLiteral("a.c: warning: odd")), int(Progress::Severity::Warning));
        QCOMPARE(severityOf(QStringLiteral("fine")), int(Progress::Severity::Info));
        // The next build of it is forecast from this one, also with other steps.
        const std::string marker = "86398.75" + std::to_string(::getpid());
        recipe.steps.front().script = "sleep " + marker + '\n';
        Progress second;
        std::thread stopper([&] {
            while (!isRunning(marker))
                std::this_thread::sleep_for(10ms);
            second.cancel();
        });
        QVERIFY_THROWS_EXCEPTION(Cancelled, builder.build(*RecipeLab::order(recipe), {}, job, &second));
        stopper.join();
        QVERIFY(second.snapshot().total > 0);
        QVERIFY(isGone(marker));
        QVERIFY(!job.isCancelled());
    }

    void whatAKilledBuildLeftIsRemoved()
    {
        const RecipeLab lab;
        std::filesystem::create_directories(lab.path("cache/builds/abandoned/build/src"));
        lab.build(*RecipeLab::order(lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX/x\"\n")));
        QVERIFY(lab.inCache("builds").empty());
    }

    void twoAtOnceBuildOnce()
    {
        const RecipeLab lab;
        const RecipeOrderPtr order = RecipeLab::order(
            lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\"\nsleep 0.5\ndate +%N > \"$DEST$PREFIX/when\"\n"));
        std::array<std::string, 2> archives;
        std::array<std::thread, 2> builders;
        for (std::size_t i = 0; i < 2; ++i)
            builders[i] = std::thread([&, i] { archives[i] = lab.build(*order).archive; });
        for (std::thread &builder : builders)
            builder.join();
        QVERIFY(!archives[0].empty());
        QCOMPARE(archives[0], archives[1]);
        QVERIFY(lab.inCache("builds").empty());
    }

    void foldersThatItLocksAreRemovedToo()
    {
        const RecipeLab lab;
        lab.build(*RecipeLab::order(lab.recipe("tiny", "mkdir -p \"$DEST$PREFIX\" locked/deep\n"
                                                       "touch locked/deep/file\nchmod -R a-w locked\n"
                                                       "chmod 0 locked\n")));
        QVERIFY(lab.inCache("builds").empty());
    }

private:
    static bool isRunning(const std::string &marker)
    {
        std::error_code error;
        for (const auto &entry : std::filesystem::directory_iterator("/proc", error)) {
            const std::string command = fileBytes(entry.path().string() + "/cmdline");
            if (command.starts_with("sleep") && command.find(marker) != std::string::npos)
                return true;
        }
        return false;
    }

    static bool isGone(const std::string &marker)
    {
        for (int tries = 0; tries < 50 && isRunning(marker); ++tries)
            std::this_thread::sleep_for(20ms);
        return !isRunning(marker);
    }
};

QTEST_GUILESS_MAIN(TestRecipeBuild)
#include "tst_recipebuild.moc"
