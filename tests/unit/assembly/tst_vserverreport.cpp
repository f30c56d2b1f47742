// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/spdxexport.h"
#include "assembly/vserverreport.h"
#include "unit/assembly/projectlab.h"
#include "unit/software/elfmaker.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

VServerReport reportOf(const Plan &plan, bool withFiles)
{
    VServerReportInput input{.tree = *plan.tree};
    input.vserver = plan.vservers.front();
    input.refbox = plan.refbox;
    input.vservers = plan.vservers;
    input.plan = &plan;
    Progress progress;
    return makeVServerReport(input, withFiles, progress);
}

const ReportTool *toolOf(const VServerReport &report, std::string_view name)
{
    const auto found = std::ranges::find(report.tools, name, &ReportTool::name);
    return found == report.tools.end() ? nullptr : &*found;
}

QJsonObject documentOf(const VServerReport &report)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(spdxDocument(report))).object();
}

QJsonObject packageOf(const QJsonObject &document, const QString &name)
{
    for (const QJsonValue &package : document[u"packages"_s].toArray()) {
        if (package[u"name"_s] == name)
            return package.toObject();
    }
    return {};
}

} // namespace

class TestVServerReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsSayWhoProvidesThem()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/ls", "ls"}, {"/bin/cat", "cat"}});
        lab.component("extra", {{"/bin/awk", "awk"}}, "/opt/gnu/awk");
        VServer &vserver = lab.vserver("v1", {linkRule("/bin/ls", "/bin/ls")});
        vserver.files["/bin/vi"] = {.content = "#!/bin/sh\n", .permissions = 0755};
        const VServerReport report = reportOf(lab.plan(), false);
        QCOMPARE(report.name, "v1");
        QVERIFY(*toolOf(report, "ls") == (ReportTool{"ls", "/bin/ls", "base", ""}));
        QVERIFY(*toolOf(report, "vi") == (ReportTool{"vi", "/bin/vi", "", ""}));
        QVERIFY(*toolOf(report, "cat") == (ReportTool{"cat", "", "base", "/bin/cat"}));
        QVERIFY(*toolOf(report, "awk") == (ReportTool{"awk", "", "extra", "/opt/gnu/awk/bin/awk"}));
        QVERIFY(*toolOf(report, "sed") == (ReportTool{"sed", "", "", ""}));
        QVERIFY(toolOf(report, "yacc") == nullptr); // nobody develops software there
        QVERIFY(report.files.empty());
    }

    void sizesTellSharedFromPrivate()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/ls", std::string(1000, 'x')}, {"/bin/cat", std::string(500, 'y')}});
        VServer &vserver = lab.vserver("v1", {linkRule("/bin/ls", "/bin/ls")});
        vserver.files["/etc/motd"] = {.content = "hello"};
        const VServerReport report = reportOf(lab.plan(), false);
        QCOMPARE(report.totals.sharedBytes, 1000U);
        QCOMPARE(report.totals.privateBytes, 5U);
        QCOMPARE(report.totals.aloneBytes(), 1005U);
        QCOMPARE(report.totals.addedBytes, 5U);
        const auto base = std::ranges::find(report.components, "base", &ComponentOrigin::component);
        QVERIFY(base != report.components.end());
        QCOMPARE(base->kind, "folder");
        QCOMPARE(base->files, 1U);
        QCOMPARE(base->bytes, 1000U);
        const auto own = std::ranges::find(report.components, "", &ComponentOrigin::component);
        QVERIFY(own != report.components.end());
        QCOMPARE(own->kind, "project");
    }

    void programsOfTheMachineHavePackagesAndNeeds()
    {
        ProjectLab lab;
        Component shell;
        shell.name = "shell";
        shell.source = HostSource{.programs = {{.program = "bash"}}};
        lab.project.components.push_back(shell);
        lab.vserver("v1", {linkRule("/bin/*", "/bin"), linkRule("/bin/bash", "/bin/again")});
        const VServerReport report = reportOf(lab.plan(), true);
        QCOMPARE(report.needs.programs, 1U); // of two names
        QVERIFY(report.needs.libraries > 0);
        QCOMPARE(report.needs.machines, std::set<std::string>{hostMachine().name()});
        QVERIFY(report.needs.kernel);
        QVERIFY(!report.needs.kernelPath.empty());
        QVERIFY(!report.files.empty());
        for (const ReportFile &file : report.files) {
            if (file.component == "shell")
                QVERIFY2(file.hostPath.starts_with('/'), file.path.c_str());
        }
        if (!std::filesystem::exists("/var/lib/dpkg/info/bash.list"))
            QSKIP("bash is no package of dpkg here");
        const auto component = std::ranges::find(report.components, "shell", &ComponentOrigin::component);
        QVERIFY(component != report.components.end());
        const auto bash = std::ranges::find_if(
            component->packages, [](const PackageOrigin &origin) { return origin.package.name == "bash"; });
        QVERIFY(bash != component->packages.end());
        QVERIFY(!bash->package.version.empty());
        const auto file = std::ranges::find(report.files, "/bin/bash", &ReportFile::path);
        QVERIFY(file != report.files.end());
        QCOMPARE(file->package, "bash");
    }

    void objectsAreNoPrograms()
    {
        ProjectLab lab;
        std::string object = elfBytes({});
        object[offsetof(Elf64_Ehdr, e_type)] = ET_REL;
        lab.component("base", {{"/lib/x.o", object},
                               {"/lib/libx.so", elfBytes({{}, "libx.so", {}, {}})},
                               {"/bin/x", elfBytes({kMadeLoader, {}, {}, {}})},
                               {"/bin/short", std::string(ELFMAG)}});
        lab.vserver("v1", {linkRule("/**", "/")});
        const VServerReport report = reportOf(lab.plan(), false);
        QCOMPARE(report.needs.programs, 1U);
        QCOMPARE(report.needs.libraries, 1U);
        QVERIFY(!report.needs.kernel);
        QCOMPARE(report.needs.unknownKernel, 1U);
    }

    void theBillOfMaterialsIsWhole()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/ls", "ls"}, {"/bin/new\nline", "odd"}});
        VServer &vserver = lab.vserver("v1", {linkRule("/**", "/")});
        vserver.files["/etc/motd"] = {.content = "hello"};
        const VServerReport report = reportOf(lab.plan(), true);
        QCOMPARE(report.files.size(), 3U);
        const QJsonObject document = documentOf(report);
        QCOMPARE(document[u"spdxVersion"_s], u"SPDX-2.3"_s);
        QVERIFY(document[u"documentNamespace"_s].toString().startsWith(u"urn:sha256:"_s));
        QCOMPARE(packageOf(document, u"base"_s)[u"licenseDeclared"_s], u"NOASSERTION"_s);

        // Every element stands in one relationship as the part of another that there is.
        QSet<QString> known{u"SPDXRef-DOCUMENT"_s};
        QStringList sums;
        for (const QJsonValue &package : document[u"packages"_s].toArray())
            known.insert(package[u"SPDXID"_s].toString());
        for (const QJsonValue &file : document[u"files"_s].toArray()) {
            known.insert(file[u"SPDXID"_s].toString());
            sums += file[u"checksums"_s][0][u"checksumValue"_s].toString();
            QVERIFY(!file[u"fileName"_s].toString().contains(u'\n'));
        }
        QCOMPARE(known.size(), 3 + 3); // the document, two packages, three files
        QSet<QString> parts;
        int fromComponents = 0;
        for (const QJsonValue &relationship : document[u"relationships"_s].toArray()) {
            QVERIFY(known.contains(relationship[u"spdxElementId"_s].toString()));
            if (relationship[u"relationshipType"_s] == u"GENERATED_FROM"_s) {
                ++fromComponents;
                continue;
            }
            const QString part = relationship[u"relatedSpdxElement"_s].toString();
            QVERIFY(known.contains(part));
            QVERIFY(!parts.contains(part));
            parts.insert(part);
        }
        QCOMPARE(parts.size(), known.size() - 1);
        QCOMPARE(fromComponents, 2); // of three files, one is the vserver's own

        // SPDX 2.3, 7.9: the SHA-1 of the sorted SHA-1s.
        sums.sort();
        const QByteArray code =
            QCryptographicHash::hash(sums.join(QString()).toLatin1(), QCryptographicHash::Sha1).toHex();
        QCOMPARE(
            packageOf(document, u"v1"_s)[u"packageVerificationCode"_s][u"packageVerificationCodeValue"_s],
            QString::fromLatin1(code));
        const QByteArray sha256 = QCryptographicHash::hash("hello", QCryptographicHash::Sha256).toHex();
        QVERIFY(spdxDocument(report).find(sha256.toStdString()) != std::string::npos);
        QCOMPARE(spdxDocument(reportOf(lab.plan(), true)), spdxDocument(report));
    }

    void licencesAreExplained()
    {
        VServerReport report;
        report.name = "v1";
        ComponentOrigin origin;
        origin.component = "base";
        origin.kind = "recipe";
        origin.licensing.declared = {{"GPL-2.0-only OR MIT", "x"}, {"LicenseRef-mine", "Mine, all mine"}};
        origin.packages = {{{"a b", "1", "amd64"}, {{}, {"GPL-2"}}}, {{"a-20-b", "1", "amd64"}, {}}};
        report.components = {origin};
        const QJsonObject document = documentOf(report);
        QCOMPARE(packageOf(document, u"base"_s)[u"licenseDeclared"_s],
                 u"(GPL-2.0-only OR MIT) AND LicenseRef-mine"_s);
        const QJsonArray explained = document[u"hasExtractedLicensingInfos"_s].toArray();
        QCOMPARE(explained.size(), 1);
        QCOMPARE(explained[0][u"licenseId"_s], u"LicenseRef-mine"_s);
        QVERIFY(explained[0][u"extractedText"_s].toString().contains(u"Mine, all mine"_s));
        QVERIFY(packageOf(document, u"a b"_s)[u"licenseComments"_s].toString().contains(u"GPL-2"_s));
        QVERIFY(packageOf(document, u"a b"_s)[u"SPDXID"_s] != packageOf(document, u"a-20-b"_s)[u"SPDXID"_s]);
    }

    void itCanBeCancelled()
    {
        ProjectLab lab;
        lab.component("base", {{"/bin/ls", "ls"}});
        lab.vserver("v1", {linkRule("/**", "/")});
        const Plan plan = lab.plan();
        VServerReportInput input{.tree = *plan.tree};
        input.vserver = plan.vservers.front();
        input.plan = &plan;
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, makeVServerReport(input, true, progress));
    }
};

QTEST_GUILESS_MAIN(TestVServerReport)
#include "tst_vserverreport.moc"
