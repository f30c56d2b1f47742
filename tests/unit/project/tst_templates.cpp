// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/projectfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Refbox;

namespace {

QString templatePath(const QString &name)
{
    return qEnvironmentVariable("REFBOX_SOURCE_DIR") + QStringLiteral("/resources/templates/") + name +
           QStringLiteral(".lua");
}

Project load(const char *name)
{
    return loadProject(templatePath(QString::fromLatin1(name)).toStdString());
}

const Component *component(const Project &project, const std::string &name)
{
    const auto found = std::ranges::find(project.components, name, &Component::name);
    return found == project.components.end() ? nullptr : &*found;
}

} // namespace

class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areCanonical_data();
    void areCanonical();
    void classicPackageIsWhole();
    void minimalIsOneVServer();
    void emptyIsEmpty();
    void startScriptIsBash();
};

void TestTemplates::areCanonical_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"nano-vserver", "minimal", "empty"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTemplates::areCanonical()
{
    QFETCH(QString, name);
    QFile file(templatePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();
    const Project project = readProject(text, name);
    QCOMPARE(QByteArray::fromStdString(writeProject(project)), QByteArray::fromStdString(text));
    QCOMPARE(QString::fromStdString(project.name), name);
    for (const QByteArray &line : QByteArray::fromStdString(text).split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 110, line.constData());
}

void TestTemplates::classicPackageIsWhole()
{
    const Project project = load("nano-vserver");
    for (const char *name : {"base", "gnu-bash", "gnu-coreutils", "sgi-attr", "sgi-acl", "schily", "gnu-tar",
                             "e2fsprogs", "tecgraf-lua"})
        QVERIFY2(component(project, name) != nullptr, name);
    QCOMPARE(component(project, "gnu-coreutils")->prefix, std::string("/opt/gnu/coreutils"));
    const auto &coreutils = std::get<HostSource>(component(project, "gnu-coreutils")->source).programs;
    QVERIFY(coreutils.size() > 100);
    QCOMPARE(project.vservers.size(), std::size_t{1});
    const VServer &vserver = project.vservers.front();
    QCOMPARE(vserver.name, std::string("vsbox01"));
    for (const char *path :
         {"/etc/group", "/etc/hostname", "/etc/hosts", "/etc/passwd", "/etc/profile", "/etc/rc"})
        QVERIFY2(vserver.files.contains(path), path);
    QCOMPARE(vserver.files.at("/etc/rc").permissions, std::uint16_t{0755});
    QVERIFY(project.image.seal);
    QCOMPARE(capacityBytes(project.image.capacity), std::optional<std::uint64_t>(681'574'400));
}

void TestTemplates::minimalIsOneVServer()
{
    const Project project = load("minimal");
    QCOMPARE(project.components.size(), std::size_t{1});
    QCOMPARE(project.vservers.size(), std::size_t{1});
    QCOMPARE(project.vservers.front().links.size(), std::size_t{4});
}

void TestTemplates::emptyIsEmpty()
{
    const Project project = load("empty");
    QVERIFY(project.components.empty());
    QVERIFY(project.vservers.empty());
}

void TestTemplates::startScriptIsBash()
{
    const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
    if (bash.isEmpty())
        QSKIP("Bash is not installed: nothing to check the start script with.");
    const std::string script = load("nano-vserver").vservers.front().files.at("/etc/rc").content;
    QVERIFY(script.starts_with("#!/bin/bash\n"));
    QProcess process;
    process.start(bash, {QStringLiteral("-n")});
    process.write(script.data(), static_cast<qint64>(script.size()));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
