// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/error.h"

#include <QtTest>

#include <cerrno>
#include <clocale>
#include <memory>

using namespace Refbox;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allParts();
    void fewParts();
    void fromErrno_data();
    void fromErrno();
    void contextIsOutermostFirst();
    void cloneAndRaiseKeepAll();
    void cancelledIsNoError();
};

void TestError::allParts()
{
    const Error error(QStringLiteral("Cannot write"), QStringLiteral("/x"),
                      QStringLiteral("The disk is full"), QStringLiteral("Free some space."));
    QCOMPARE(error.toString(), QStringLiteral("Cannot write: /x: The disk is full.\nFree some space."));
    QCOMPARE(QByteArray(error.what()), error.toString().toUtf8());
}

void TestError::fewParts()
{
    QCOMPARE(Error(QStringLiteral("Cannot go on"), {}, {}).toString(), QStringLiteral("Cannot go on."));
    QCOMPARE(Error(QStringLiteral("Cannot go on"), {}, QStringLiteral("It ends.")).toString(),
             QStringLiteral("Cannot go on: It ends."));
}

void TestError::fromErrno_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("advised");
    QTest::newRow("full") << ENOSPC << QStringLiteral("No space left on device") << true;
    QTest::newRow("missing") << ENOENT << QStringLiteral("No such file or directory") << true;
    QTest::newRow("not allowed") << EACCES << QStringLiteral("Permission denied") << true;
    QTest::newRow("no advice") << ENOTDIR << QStringLiteral("Not a directory") << false;
    QTest::newRow("unheard of") << 99'999 << QStringLiteral("Error number 99999") << false;
}

void TestError::fromErrno()
{
    QFETCH(int, number);
    QFETCH(QString, why);
    QFETCH(bool, advised);
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    const Error error = Error::fromErrno(QStringLiteral("Cannot read"), "/a\n", number);
    std::setlocale(LC_ALL, "C");
    QCOMPARE(error.failed(), QStringLiteral("Cannot read"));
    QCOMPARE(error.where(), QStringLiteral("/a\\x0a"));
    QCOMPARE(error.why(), why);
    QCOMPARE(!error.advice().isEmpty(), advised);
    QCOMPARE(Error::fromErrno({}, "/a", number, QStringLiteral("Do so.")).advice(), QStringLiteral("Do so."));
}

void TestError::contextIsOutermostFirst()
{
    Error error(QStringLiteral("Cannot read"), {}, {});
    error.addContext(QStringLiteral("while inner")).addContext(QStringLiteral("while outer"));
    QCOMPARE(error.context(), QStringList({QStringLiteral("while outer"), QStringLiteral("while inner")}));
    QCOMPARE(QByteArray(error.what()), QByteArray("Cannot read.\n  while outer\n  while inner"));
}

void TestError::cloneAndRaiseKeepAll()
{
    Error error(QStringLiteral("f"), QStringLiteral("w"), QStringLiteral("y"), QStringLiteral("a"));
    error.addContext(QStringLiteral("c"));
    const std::unique_ptr<QException> clone(static_cast<const QException &>(error).clone());
    try {
        clone->raise();
        QFAIL("nothing raised");
    } catch (const Error &raised) {
        QCOMPARE(raised.toString(), error.toString());
        QCOMPARE(raised.context(), error.context());
    }
}

void TestError::cancelledIsNoError()
{
    const std::unique_ptr<QException> clone(Cancelled().clone());
    try {
        clone->raise();
        QFAIL("nothing raised");
    } catch (const Error &) {
        QFAIL("an error");
    } catch (const Cancelled &) {
    }
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
