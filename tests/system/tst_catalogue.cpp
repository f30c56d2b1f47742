// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The catalogue's recipes that the classic package does not use: each built from its authors' tarball, twice,
// in different folders and the second time with another machine's help; the bytes compared; each program run
// for what it is for.
#include "system/distccd.h"
#include "system/loopmount.h"
#include "system/sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Recipe
{
    const char *name;
    const char *prefix;
    const char *trial; ///< in Bash, in /tmp of the vserver; ends well where the programs do what they should
};

constexpr Recipe kRecipes[] = {
    {"ncurses", "/opt/gnu/ncurses",
     "[ $(tput -T xterm cols) = 80 ]; infocmp xterm | sed 's/^xterm|/mine|/' > mine.ti; tic -o ti mine.ti; "
     "[ $(TERMINFO=/tmp/ti tput -T mine cols) = 80 ]"},
    {"curl", "/opt/curl", "echo hello > f; [ \"$(curl -s file:///tmp/f)\" = hello ]; curl --version"},
    {"diffutils", "/opt/gnu/diffutils",
     "printf 'a\\nb\\n' > x; printf 'a\\nc\\n' > y; cp x z; cmp x z; cmp -s x y && exit 1; diff x z; "
     "diff -u x y > d && exit 1; grep -qx -- '-b' d; grep -qx +c d; sdiff -s x y | grep -q '^b.*|.*c$'; "
     "diff3 x z y | grep -qx ====3"},
    {"dropbear", "/opt/dropbear",
     "dropbearkey -t ed25519 -f host > /dev/null; mkdir -p /root/.ssh; chmod 700 /root /root/.ssh; "
     "dropbearkey -t ed25519 -f mine | grep '^ssh-ed25519' > /root/.ssh/authorized_keys; "
     "chmod 600 /root/.ssh/authorized_keys; echo /bin/bash > /etc/shells; "
     "dropbear -F -E -s -r host -p 127.0.0.1:$PORT 2> log & server=$!; trap 'kill $server' EXIT; "
     "for i in 1 2 3 4 5 6 7 8 9 10; do "
     "said=$(dbclient -y -y -i mine -p $PORT root@127.0.0.1 'echo inside $0') && break; sleep 0.3; done; "
     "cat log >&2; [ \"${said%% *}\" = inside ]"},
    {"e2fsprogs", "/opt/e2fsprogs",
     "mkdir -p /proc/self; touch /proc/self/mounts; truncate -s 4M fs; mke2fs -q -t ext4 fs; e2fsck -fn fs; "
     "dumpe2fs -h fs | grep -q 'Inode count'; resize2fs fs 6M; [ $(stat -c %s fs) = 6291456 ]; "
     "{ chattr || true; } 2>&1 | grep -q Usage; lsattr -V 2>&1 | grep -q 1.47"},
    {"findutils", "/opt/gnu/findutils",
     "mkdir -p t/u; touch t/a.x t/u/b.x t/u/c.y; "
     "[ \"$(find t -name '*.x' -print0 | xargs -0 -n1 basename | sort | tr '\\n' ' ')\" = 'a.x b.x ' ]; "
     "[ $(find t -type f -printf . | wc -c) = 3 ]"},
    {"gawk", "/opt/gnu/gawk",
     "[ $(echo 6 7 | awk '{ print $1 * $2 }') = 42 ]; [ $(gawk 'BEGIN { print strftime(\"%Y\", 0, 1) }') = "
     "1970 ]"},
    {"gettext", "/opt/gnu/gettext",
     "printf 'msgid \"yes\"\\nmsgstr \"ja\"\\n' > de.po; msgfmt -o de.mo de.po; "
     "msgunfmt de.mo | grep -q '^msgstr \"ja\"'; [ \"$(ngettext one many 2)\" = many ]; "
     "[ \"$(msgcat de.po | grep -c ja)\" = 1 ]"},
    {"grep", "/opt/gnu/grep",
     "[ $(printf 'abc\\nxyz\\n' | grep -oE 'b.') = bc ]; grep --version | grep -q 'GNU grep'"},
    {"gzip", "/opt/gnu/gzip",
     "seq 1 9999 > n; gzip -9k n; [ $(stat -c %s n.gz) -lt $(stat -c %s n) ]; zcat n.gz | cmp - n; "
     "gunzip -t n.gz"},
    {"less", "/opt/gnu/less",
     "seq 1 99 > n; [ $(less n | wc -l) = 99 ]; less --version | grep -q 'less 668'; "
     "printf '#command\\nx quit\\n' > k; lesskey -o keys k; [ -s keys ]"},
    {"nano", "/opt/gnu/nano", "nano --version | grep -q 'GNU nano'"},
    {"sed", "/opt/gnu/sed", "echo abc > f; sed -E -i 's/(b)/[\\1]/' f; [ $(cat f) = 'a[b]c' ]"},
    {"xz", "/opt/tukaani/xz",
     "seq 1 9999 > n; xz -T2 -k n; xzcat n.xz | cmp - n; xz -t n.xz; xz -l n.xz | grep -q CRC64; "
     "[ \"$(lzma < n | unlzma | md5sum)\" = \"$(md5sum < n)\" ]"},
};

// Bash in ways that the classic package does not take.
constexpr const char *kFurtherBash =
    "    { name = \"static-bash\", prefix = \"/opt/static\", source = { recipe = \"bash\" },\n"
    "      options = { linking = \"static\", gettext = \"bundled\" } },\n"
    "    { name = \"own-bash\", prefix = \"/opt/own\", source = { recipe = \"bash\" },\n"
    "      options = { gettext = \"bundled\" } },\n";

QByteArray projectText()
{
    QByteArray text = "return {\n  refbox = 1,\n  name = \"further\",\n  components = {\n"
                      "    { name = \"base\", prefix = \"/\", source = { host = {\n"
                      "      { program = \"bash-static\", as = \"/bin/bash\" },\n"
                      "      { program = \"busybox\", as = \"/bin/busybox\" } } } },\n";
    QByteArray links = "        { from = \"/bin/*\", to = \"/bin\" },\n"
                       "        { from = \"/sbin/*\", to = \"/sbin\" },\n"
                       "        { from = \"/usr/bin/*\", to = \"/usr/bin\" },\n"
                       "        { from = \"/opt/gnu/ncurses/share/terminfo/**\", "
                       "to = \"/opt/gnu/ncurses/share/terminfo\" },\n";
    for (const Recipe &recipe : kRecipes) {
        text += QByteArray("    { name = \"") + recipe.name + "\", prefix = \"" + recipe.prefix +
                "\", source = { recipe = \"" + recipe.name + "\" } },\n";
        for (const char *folder : {"bin", "sbin"})
            links += QByteArray("        { from = \"") + recipe.prefix + '/' + folder + "/*\", to = \"/" +
                     folder + "\" },\n";
    }
    text += kFurtherBash;
    for (const char *folder : {"/opt/static/bin", "/opt/own/bin"})
        links += QByteArray("        { from = \"") + folder + "/*\", to = \"" + folder + "\" },\n";
    return text + "  },\n  vservers = { { name = \"v\", links = {\n" + links +
           "      },\n      files = { [\"/etc/passwd\"] = \"root:*:0:0:root:/root:/bin/bash\\n\" },\n"
           "  } },\n}\n";
}

} // namespace

class TestCatalogueSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QByteArray why = whyNothingCanBeBuilt(); !why.isEmpty())
            QSKIP(why.constData());
        QVERIFY(writeFile(path(u"further.refbox.lua"_s), projectText()));
        build(u"first"_s, {});
        if (QTest::currentTestFailed())
            return;
        // From the star-ball: in the image, what it shares is sealed.
        QVERIFY(QDir().mkpath(vserver()));
        if (::geteuid() == 0)
            VERIFY_EXIT(runProgram(u"tar"_s, {u"--zstd"_s, u"-xpf"_s, path(u"first.out/v.tar.zst"_s), u"-C"_s,
                                              vserver()}),
                        0);
    }

    void theyAreBuiltAlikeElsewhere()
    {
        QStringList hosts;
        std::unique_ptr<Distccd> distccd;
        if (hasProgram("distccd") && hasProgram("distcc")) {
            distccd = std::make_unique<Distccd>();
            QVERIFY(distccd->waitUntilReady());
            hosts = {u"--compile-hosts"_s, u"127.0.0.1:%1/2"_s.arg(distccd->port())};
        }
        build(u"second with a longer name"_s, hosts);
        if (QTest::currentTestFailed())
            return;
        if (distccd)
            QVERIFY2(distccd->compiled(u".c"_s) > 100, distccd->log().right(2000).toUtf8());
        const ProcessResult compared = runCli({u"compare"_s, u"--json"_s, path(u"first.out/further.img"_s),
                                               path(u"second with a longer name.out/further.img"_s)});
        QByteArray differences;
        for (const QJsonValue &difference :
             QJsonDocument::fromJson(compared.out).object().value("differences"_L1).toArray()) {
            // The logs tell how each build went.
            const QString place = difference["path"_L1].toString();
            if (!place.startsWith(u"/baby/doc/"_s) || !place.endsWith(u".log"_s))
                differences += QJsonDocument(difference.toObject()).toJson(QJsonDocument::Compact) + '\n';
        }
        QVERIFY2(compared.exitCode == 0 || compared.exitCode == 1, compared.said());
        QVERIFY2(differences.isEmpty(), differences.constData());
    }

    void theCatalogueTellsTheirSizes()
    {
        const ProcessResult catalogue = runCli({u"catalogue"_s, u"--json"_s});
        VERIFY_EXIT(catalogue, 0);
        QMap<QString, double> told;
        for (const QJsonValue &recipe :
             QJsonDocument::fromJson(catalogue.out).object().value("recipes"_L1).toArray())
            told[recipe["name"_L1].toString()] = recipe["bytes"_L1].toDouble();
        const ProcessResult plan = runCli({u"plan"_s, u"--json"_s, path(u"further.refbox.lua"_s)});
        QMap<QString, double> built;
        for (const QJsonValue &component :
             QJsonDocument::fromJson(plan.out).object().value("components"_L1).toArray())
            built[component["name"_L1].toString()] = component["bytes"_L1].toDouble();
        QStringList wrong;
        for (const Recipe &recipe : kRecipes) {
            const QString name = QString::fromLatin1(recipe.name);
            QVERIFY2(built.value(name) > 0, plan.said());
            const double ratio = told.value(name) / built.value(name);
            if (ratio < 0.9 || ratio > 1.1)
                wrong += u"%1 has %2 bytes"_s.arg(name).arg(built.value(name), 0, 'f', 0);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", "_s)));
    }

    void theyDoTheirWork_data()
    {
        QTest::addColumn<QByteArray>("script");
        for (const Recipe &recipe : kRecipes)
            QTest::newRow(recipe.name) << QByteArray(recipe.trial);
    }

    void theyDoTheirWork()
    {
        NEED_ROOT();
        QFETCH(QByteArray, script);
        const QString inside =
            u"export PORT=%1; rm -rf /tmp/*; cd /tmp; "_s.arg(freePort()) + QString::fromUtf8(script);
        VERIFY_EXIT(runInRoot(vserver(), inside), 0);
    }

    void bashTakesWhatItIsToldTo()
    {
        NEED_ROOT();
        const ProcessResult headers =
            runProgram(u"readelf"_s, {u"-lW"_s, vserver() + u"/opt/static/bin/bash"_s});
        VERIFY_EXIT(headers, 0);
        QVERIFY2(!headers.out.contains("INTERP"), headers.out.constData());
        VERIFY_EXIT(runInRoot(vserver(), u"/opt/static/bin/bash -c 'bind -l' | grep -qx accept-line"_s), 0);
        VERIFY_EXIT(runInRoot(vserver(), u"/opt/own/bin/bash -c 'bind -l' | grep -qx accept-line"_s), 0);
        const LoopMount mount(path(u"first.out/further.img"_s), path(u"mnt"_s), u"loop,ro"_s);
        if (mount.result().exitCode != 0)
            QSKIP(("loop mounts do not work here: " + mount.result().err).constData());
        QFile log(path(u"mnt/baby/doc/own-bash.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("whether included gettext is requested... yes"));
    }

    void curlFetchesFromTheNetwork()
    {
        NEED_ROOT();
        const LineServer server;
        QVERIFY(server.port() != 0);
        const ProcessResult said =
            runInRoot(vserver(), u"curl -s --http0.9 http://127.0.0.1:%1/"_s.arg(server.port()));
        QCOMPARE(said.out, QByteArray("hello from outside\n"));
    }

    // On a terminal that the host's script(1) makes.
    void nanoWritesWhatIsTyped()
    {
        NEED_ROOT();
        const QString file = vserver() + u"/tmp/new.txt"_s;
        QFile::remove(file);
        const QString nano = u"TERM=xterm chroot %1 /bin/nano --ignorercfiles /tmp/new.txt"_s.arg(vserver());
        const QString typed = u"{ sleep 1; printf 'typed\\017\\r\\030'; sleep 1; }"_s;
        VERIFY_EXIT(runProgram(u"bash"_s, {u"-c"_s, typed + u" | script -qec '"_s + nano + u"' /dev/null"_s}),
                    0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("typed\n"));
    }

private:
    void build(const QString &name, const QStringList &options)
    {
        qputenv("REFBOX_CACHE", QFile::encodeName(path(name)));
        const ProcessResult built = runProgram(
            refboxCli(),
            QStringList{u"build"_s, path(u"further.refbox.lua"_s), u"--out"_s, path(name + u".out"_s)} +
                options,
            {}, 3500);
        VERIFY_EXIT(built, 0);
    }

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString vserver() const { return path(u"v"_s); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestCatalogueSources)
#include "tst_catalogue.moc"
