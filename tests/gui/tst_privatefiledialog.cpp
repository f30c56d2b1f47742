// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/privatefiledialog.h"

#include "dialogtools.h"
#include "gui/fieldhint.h"

#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTimer>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestPrivateFileDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAFile();
    void keepsBytes_data();
    void keepsBytes();
    void keepsEndsOfLines();
    void refusesWhatIsNoText();
    void objectsToPaths();
    void setsPermissionsAndOwners();
    void saysPermissionsInWords_data();
    void saysPermissionsInWords();
    void beginsWithWhatThePlanHas();
    void keepsWhatWasTyped();
    void asksBeforeTextIsLost();

private:
    static VServer vserver();
};

VServer TestPrivateFileDialog::vserver()
{
    VServer made{.name = "vsbox01"};
    made.files["/etc/motd"] = {.content = "hello\n"};
    made.files["/etc/rc"] = {};
    return made;
}

void TestPrivateFileDialog::addsAFile()
{
    PrivateFileDialog dialog(vserver());
    dialog.show();
    QVERIFY(!defaultButton(dialog)->isEnabled());
    typeInto(dialog, u"pathEdit"_s, u"/etc/issue"_s);
    auto *content = child<QPlainTextEdit>(dialog, u"contentEdit"_s);
    QTest::keyClicks(content, u"Hello,"_s);
    QTest::keyClick(content, Qt::Key_Return);
    QTest::keyClick(content, Qt::Key_Tab);
    QTest::keyClicks(content, u"you"_s);
    QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.path(), "/etc/issue");
    QVERIFY(dialog.file() == (PrivateFile{.content = "Hello,\n\tyou"}));
}

void TestPrivateFileDialog::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isText");
    const auto row = [](const char *name, const QByteArray &bytes, bool isText) {
        QTest::newRow(name) << bytes << isText;
    };
    row("empty", "", true);
    row("newline", "a\n", true);
    row("no newline", "a", true);
    row("many newlines", "\n\n\na\n\n\n", true);
    row("CRLF", "a\r\nb\r\n", true);
    row("byte order mark", "\xEF\xBB\xBFx\n", true);
    row("umlauts",
        "gr\xC3\xB6\xC3\x9F"
        "e\n",
        true);
    row("no-break space",
        "a\xC2\xA0"
        "b\n",
        true);
    row("beyond 16 bits", "\xF0\x9F\x93\xA6\n", true);
    row("mixed ends", "a\r\nb\nc\r\n", false);
    row("old Mac", "a\rb\r", false);
    row("Latin-1",
        "gr\xF6\xDF"
        "e\n",
        false);
    row("NUL", QByteArray("a\0b\n", 4), false);
    row("escape", "\x1B[1m\n", false);
    row("line separator",
        "a\xE2\x80\xA8"
        "b\n",
        false);
    row("paragraph separator",
        "a\xE2\x80\xA9"
        "b\n",
        false);
    row("no character",
        "a\xEF\xB7\x90"
        "b\n",
        false);
    row("surrogate",
        "a\xED\xA0\x80"
        "b\n",
        false);
    row("large", QByteArray(kLargestText + 1, 'x'), false);
}

void TestPrivateFileDialog::keepsBytes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isText);
    const PrivateFile file{.content = bytes.toStdString()};
    PrivateFileDialog dialog(vserver());
    dialog.setFile("/etc/motd", file);
    QVERIFY(dialog.file() == file);
    auto *content = child<QPlainTextEdit>(dialog, u"contentEdit"_s);
    QCOMPARE(content->isReadOnly(), !isText);
    if (!isText)
        return;
    // An edit in the middle leaves the rest alone.
    content->moveCursor(QTextCursor::Start);
    content->insertPlainText(u"X"_s);
    const qsizetype start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    QCOMPARE(QByteArray::fromStdString(dialog.file().content), QByteArray(bytes).insert(start, 'X'));
}

void TestPrivateFileDialog::keepsEndsOfLines()
{
    PrivateFileDialog dialog(vserver());
    dialog.setFile("/etc/motd", {.content = "a\r\n"});
    auto *content = child<QPlainTextEdit>(dialog, u"contentEdit"_s);
    content->moveCursor(QTextCursor::End);
    QTest::keyClick(content, Qt::Key_B);
    QTest::keyClick(content, Qt::Key_Return);
    QCOMPARE(dialog.file().content, "a\r\nb\r\n");
}

void TestPrivateFileDialog::refusesWhatIsNoText()
{
    const PrivateFile file{.content = std::string("\x7F"
                                                  "ELF\0",
                                                  5),
                           .permissions = 0755};
    PrivateFileDialog dialog(vserver());
    dialog.setFile("/etc/motd", file);
    auto *content = child<QPlainTextEdit>(dialog, u"contentEdit"_s);
    QVERIFY(content->toPlainText().contains(u"7f 45 4c 46 00"_s));
    QVERIFY(content->toPlainText().contains(u".ELF."_s));
    QTest::keyClicks(content, u"x"_s);
    typeInto(dialog, u"modeEdit"_s, u"700"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(dialog.file() == (PrivateFile{.content = file.content, .permissions = 0700}));
    QVERIFY(child<FieldHint>(dialog, u"contentHint"_s)->text().contains(u"5 B"_s));
}

void TestPrivateFileDialog::objectsToPaths()
{
    PrivateFileDialog dialog(vserver());
    dialog.setFile("/etc/motd", vserver().files["/etc/motd"]);
    dialog.show();
    QVERIFY(defaultButton(dialog)->isEnabled());
    for (const QString &wrong : {u"etc/motd"_s, u"/"_s, u"/etc/"_s, u"/etc/../x"_s, u"/etc/rc"_s}) {
        typeInto(dialog, u"pathEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(child<FieldHint>(dialog, u"pathHint"_s)->isObjecting());
    }
    typeInto(dialog, u"pathEdit"_s, u"/etc/motd"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());

    PrivateFileDialog odd(vserver());
    odd.setFile("/etc/\xff", {});
    QCOMPARE(QByteArray::fromStdString(odd.path()), QByteArray("/etc/\xff"));
}

void TestPrivateFileDialog::setsPermissionsAndOwners()
{
    PrivateFileDialog dialog(vserver());
    PrivateFile file = vserver().files["/etc/motd"];
    file.comments["content"] = {" why"};
    dialog.setFile("/etc/motd", file);
    dialog.show();
    typeInto(dialog, u"modeEdit"_s, u"4750"_s);
    QCOMPARE(child<FieldHint>(dialog, u"modeHint"_s)->text(), u"rwsr-x---"_s);
    typeInto(dialog, u"uidEdit"_s, u"1000"_s);
    typeInto(dialog, u"gidEdit"_s, u"4294967294"_s);
    file.permissions = 04750;
    file.uid = 1000;
    file.gid = 4294967294;
    QVERIFY(dialog.file() == file);
    QVERIFY(defaultButton(dialog)->isEnabled());
    for (const QString &wrong : {u"4294967295"_s, u"-1"_s, u"root"_s, u""_s}) {
        typeInto(dialog, u"gidEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
    }
    typeInto(dialog, u"gidEdit"_s, u"0"_s);
    for (const QString &wrong : {u"8"_s, u"75"_s, u"00755"_s, u"0x1f"_s}) {
        typeInto(dialog, u"modeEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
    }
}

void TestPrivateFileDialog::saysPermissionsInWords_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *digits, const char *words) {
        QTest::newRow(digits) << QString::fromLatin1(digits) << QString::fromLatin1(words);
    };
    row("0644", "rw-r--r--");
    row("0000", "---------");
    row("1777", "rwxrwxrwt");
    row("1666", "rw-rw-rwT");
    row("6711", "rws--s--x");
    row("6600", "rwS--S---");
}

void TestPrivateFileDialog::saysPermissionsInWords()
{
    QFETCH(const QString, digits);
    QFETCH(const QString, words);
    const auto permissions = parsePermissions(digits);
    QVERIFY(permissions);
    QCOMPARE(permissionWords(*permissions), words);
    QCOMPARE(permissionDigits(*permissions), digits);
}

void TestPrivateFileDialog::beginsWithWhatThePlanHas()
{
    const PrivateFile passwd{.content = "root:x:0:0::/:/bin/sh\n", .permissions = 0600, .uid = 1, .gid = 2};
    PrivateFileDialog dialog(vserver());
    dialog.setPlanned([&](const std::string &path) {
        return path == "/etc/passwd"    ? std::optional(PlannedFile{.file = passwd, .isShared = false})
               : path == "/etc/passwd-" ? std::optional(PlannedFile{.file = {}, .isShared = true})
                                        : std::nullopt;
    });
    dialog.show();
    auto *content = child<QPlainTextEdit>(dialog, u"contentEdit"_s);
    auto *hint = child<FieldHint>(dialog, u"pathHint"_s);
    typeInto(dialog, u"pathEdit"_s, u"/etc/passwd"_s);
    QVERIFY(dialog.file() == passwd);
    QVERIFY2(hint->text().contains(u"already"_s), qPrintable(hint->text()));
    QTest::keyClicks(child<QLineEdit>(dialog, u"pathEdit"_s), u"-"_s);
    QVERIFY(dialog.file() == PrivateFile());
    QVERIFY2(hint->text().contains(u"private copy"_s), qPrintable(hint->text()));
    QTest::keyClicks(child<QLineEdit>(dialog, u"pathEdit"_s), u"x"_s);
    QVERIFY(content->toPlainText().isEmpty());

    PrivateFileDialog edited(vserver());
    edited.setPlanned([&](const std::string &) { return PlannedFile{.file = passwd}; });
    edited.suggestPath("/etc/passwd");
    content = child<QPlainTextEdit>(edited, u"contentEdit"_s);
    content->moveCursor(QTextCursor::End);
    content->insertPlainText(u"me:x:1:1::/:/bin/sh\n"_s);
    QCOMPARE(edited.path(), "/etc/passwd");
    PrivateFile longer = passwd;
    longer.content += "me:x:1:1::/:/bin/sh\n";
    QVERIFY(edited.file() == longer);
    QVERIFY(defaultButton(edited)->isEnabled());
}

void TestPrivateFileDialog::keepsWhatWasTyped()
{
    PrivateFileDialog dialog(vserver());
    dialog.setPlanned([](const std::string &) { return PlannedFile{.file = {.content = "planned"}}; });
    QTest::keyClicks(child<QPlainTextEdit>(dialog, u"contentEdit"_s), u"mine"_s);
    typeInto(dialog, u"pathEdit"_s, u"/etc/passwd"_s);
    QCOMPARE(dialog.file().content, "mine");

    PrivateFileDialog existing(vserver());
    existing.setPlanned([](const std::string &) { return PlannedFile{.file = {.content = "planned"}}; });
    existing.setFile("/etc/motd", vserver().files["/etc/motd"]);
    typeInto(existing, u"pathEdit"_s, u"/etc/passwd"_s);
    QCOMPARE(existing.file().content, "hello\n");
}

void TestPrivateFileDialog::asksBeforeTextIsLost()
{
    int asked = 0;
    QString answer;
    const auto escape = [&](QDialog &dialog) {
        QTimer::singleShot(0, &dialog, [&] {
            auto *box = dialog.findChild<QMessageBox *>(u"questionBox"_s);
            if (box == nullptr)
                return;
            ++asked;
            child<QPushButton>(*box, answer)->click();
        });
        QTest::keyClick(&dialog, Qt::Key_Escape);
    };
    PrivateFileDialog untouched(vserver());
    untouched.setFile("/etc/motd", vserver().files["/etc/motd"]);
    untouched.show();
    escape(untouched);
    QTRY_VERIFY(!untouched.isVisible());
    QCOMPARE(asked, 0);

    PrivateFileDialog dialog(vserver());
    dialog.setFile("/etc/motd", vserver().files["/etc/motd"]);
    dialog.show();
    QTest::keyClicks(child<QPlainTextEdit>(dialog, u"contentEdit"_s), u"more"_s);
    answer = u"noButton"_s;
    escape(dialog);
    QCOMPARE(asked, 1);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.file().content.starts_with("more"));
    answer = u"yesButton"_s;
    escape(dialog);
    QCOMPARE(asked, 2);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

QTEST_MAIN(TestPrivateFileDialog)
#include "tst_privatefiledialog.moc"
