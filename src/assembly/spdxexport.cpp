// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/spdxexport.h"

#include "formats/outputfile.h"
#include "jobs/display.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace Refbox {

namespace {

const QString kNoAssertion = QStringLiteral("NOASSERTION");

QString text(std::string_view bytes)
{
    return displayPath(bytes);
}

// Letters, digits, '.' and '-' are allowed; the rest is written as numbers, so that no two get the same.
QString identifier(const char *kind, std::string_view name)
{
    QString id = QStringLiteral("SPDXRef-") + QLatin1String(kind) + u'-';
    for (const char c : name) {
        const bool isPlain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        id += isPlain ? QString(QLatin1Char(c))
                      : QStringLiteral("-%1-").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
    }
    return id;
}

QJsonObject checksum(const char *algorithm, const QString &hex)
{
    return {{QStringLiteral("algorithm"), QLatin1String(algorithm)}, {QStringLiteral("checksumValue"), hex}};
}

QJsonObject relationship(const QString &from, const char *type, const QString &to)
{
    return {{QStringLiteral("spdxElementId"), from},
            {QStringLiteral("relationshipType"), QLatin1String(type)},
            {QStringLiteral("relatedSpdxElement"), to}};
}

QString declared(const Licensing &licensing)
{
    QStringList parts;
    for (const DeclaredLicence &licence : licensing.declared) {
        const QString expression = QString::fromStdString(licence.expression);
        parts += expression.contains(u' ') && licensing.declared.size() > 1 ? u'(' + expression + u')'
                                                                            : expression;
    }
    parts.removeDuplicates();
    return parts.isEmpty() ? kNoAssertion : parts.join(QStringLiteral(" AND "));
}

class SpdxWriter final
{
public:
    explicit SpdxWriter(const VServerReport &report)
        : m_report(report)
        , m_root(identifier("VServer", report.name))
    {
    }

    QByteArray write()
    {
        addRoot();
        for (const ComponentOrigin &component : m_report.components)
            addComponent(component);
        for (std::size_t i = 0; i < m_report.files.size(); ++i)
            addFile(i);
        QJsonObject document{{QStringLiteral("spdxVersion"), QStringLiteral("SPDX-2.3")},
                             {QStringLiteral("dataLicense"), QStringLiteral("CC0-1.0")},
                             {QStringLiteral("SPDXID"), QStringLiteral("SPDXRef-DOCUMENT")},
                             {QStringLiteral("name"), documentName()},
                             {QStringLiteral("creationInfo"),
                              QJsonObject{{QStringLiteral("created"), created()},
                                          {QStringLiteral("creators"),
                                           QJsonArray{QStringLiteral("Tool: refbox-" REFBOX_VERSION)}}}},
                             {QStringLiteral("packages"), m_packages},
                             {QStringLiteral("files"), m_files},
                             {QStringLiteral("relationships"), m_relationships}};
        if (!m_references.empty())
            document.insert(QStringLiteral("hasExtractedLicensingInfos"), references());
        // Named after what is in it: two documents of one namespace are one document.
        const QByteArray content = QJsonDocument(document).toJson(QJsonDocument::Compact);
        document.insert(QStringLiteral("documentNamespace"),
                        QStringLiteral("urn:sha256:") + QString::fromStdString(hexOf(sha256Of(content))));
        return QJsonDocument(document).toJson(QJsonDocument::Indented);
    }

private:
    QString documentName() const
    {
        return m_report.package.empty() ? text(m_report.name)
                                        : text(m_report.package) + u'/' + text(m_report.name);
    }

    // The newest time in the vserver: the clock's would make each document another.
    QString created() const
    {
        return QDateTime::fromSecsSinceEpoch(std::max<std::int64_t>(0, m_report.newest.seconds),
                                             QTimeZone::utc())
            .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
    }

    void addRoot()
    {
        QStringList sums;
        for (const ReportFile &file : m_report.files)
            sums += QString::fromLatin1(file.sha1.toHex());
        sums.sort();
        const QByteArray code =
            QCryptographicHash::hash(sums.join(QString()).toLatin1(), QCryptographicHash::Sha1).toHex();
        m_packages.append(QJsonObject{
            {QStringLiteral("SPDXID"), m_root},
            {QStringLiteral("name"), text(m_report.name)},
            {QStringLiteral("downloadLocation"), kNoAssertion},
            {QStringLiteral("filesAnalyzed"), true},
            {QStringLiteral("packageVerificationCode"),
             QJsonObject{{QStringLiteral("packageVerificationCodeValue"), QString::fromLatin1(code)}}},
            {QStringLiteral("licenseConcluded"), kNoAssertion},
            {QStringLiteral("licenseDeclared"), kNoAssertion},
            {QStringLiteral("licenseInfoFromFiles"), QJsonArray{kNoAssertion}},
            {QStringLiteral("copyrightText"), kNoAssertion},
            {QStringLiteral("primaryPackagePurpose"), QStringLiteral("CONTAINER")}});
        m_relationships.append(relationship(QStringLiteral("SPDXRef-DOCUMENT"), "DESCRIBES", m_root));
    }

    QJsonObject package(const QString &id, const QString &name, const std::string &version,
                        const Licensing &licensing)
    {
        for (const DeclaredLicence &licence : licensing.declared)
            noteReferences(licence);
        QJsonObject object{{QStringLiteral("SPDXID"), id},
                           {QStringLiteral("name"), name},
                           {QStringLiteral("downloadLocation"), kNoAssertion},
                           {QStringLiteral("filesAnalyzed"), false},
                           {QStringLiteral("licenseConcluded"), kNoAssertion},
                           {QStringLiteral("licenseDeclared"), declared(licensing)},
                           {QStringLiteral("copyrightText"), kNoAssertion}};
        if (!version.empty())
            object.insert(QStringLiteral("versionInfo"), text(version));
        if (!licensing.hints.empty()) {
            QStringList hints;
            for (const std::string &hint : licensing.hints)
                hints += text(hint);
            object.insert(QStringLiteral("licenseComments"),
                          QStringLiteral("Its copyright file declares no licence in a machine-readable form; "
                                         "it names %1.")
                              .arg(hints.join(QStringLiteral(", "))));
        }
        return object;
    }

    void addComponent(const ComponentOrigin &component)
    {
        if (component.component.empty())
            return; // the vserver's own files: the vserver contains them
        const QString id = identifier("Component", component.component);
        QJsonObject object = package(id, text(component.component), component.version, component.licensing);
        if (component.kind == "recipe" && !component.location.empty())
            object.insert(QStringLiteral("downloadLocation"), QString::fromStdString(component.location));
        if (!component.sha256.empty())
            object.insert(QStringLiteral("checksums"),
                          QJsonArray{checksum("SHA256", QString::fromStdString(component.sha256))});
        m_packages.append(object);
        m_relationships.append(relationship(m_root, "CONTAINS", id));
        for (const PackageOrigin &origin : component.packages)
            addPackage(origin, id);
    }

    void addPackage(const PackageOrigin &origin, const QString &component)
    {
        const QString id = identifier("Package", origin.package.name + ' ' + origin.package.version + ' ' +
                                                     origin.package.architecture);
        if (!m_known.contains(id)) {
            m_known.insert(id);
            m_packages.append(
                package(id, text(origin.package.name), origin.package.version, origin.licensing));
        }
        m_relationships.append(relationship(component, "CONTAINS", id));
    }

    void addFile(std::size_t number)
    {
        const ReportFile &file = m_report.files[number];
        const QString id = QStringLiteral("SPDXRef-File-%1").arg(number);
        QJsonObject object{{QStringLiteral("SPDXID"), id},
                           {QStringLiteral("fileName"), u'.' + text(file.path)},
                           {QStringLiteral("checksums"),
                            QJsonArray{checksum("SHA1", QString::fromLatin1(file.sha1.toHex())),
                                       checksum("SHA256", QString::fromStdString(hexOf(file.sha256)))}},
                           {QStringLiteral("licenseConcluded"), kNoAssertion},
                           {QStringLiteral("licenseInfoInFiles"), QJsonArray{kNoAssertion}},
                           {QStringLiteral("copyrightText"), kNoAssertion}};
        if (!file.hostPath.empty())
            object.insert(
                QStringLiteral("comment"),
                file.package.empty()
                    ? QStringLiteral("From %1 of the machine that built it.").arg(text(file.hostPath))
                    : QStringLiteral("From %1 of the machine that built it, of the package %2.")
                          .arg(text(file.hostPath), text(file.package)));
        m_files.append(object);
        m_relationships.append(relationship(m_root, "CONTAINS", id));
        // A package whose files were not analysed must not contain any.
        if (!file.component.empty())
            m_relationships.append(
                relationship(id, "GENERATED_FROM", identifier("Component", file.component)));
    }

    // An expression's own names have to be explained in the document.
    void noteReferences(const DeclaredLicence &licence)
    {
        for (const QString &word : QString::fromStdString(licence.expression).split(u' ')) {
            if (word.startsWith(QStringLiteral("LicenseRef-")))
                m_references.emplace(word, text(licence.name));
        }
    }

    QJsonArray references() const
    {
        QJsonArray array;
        for (const auto &[id, name] : m_references)
            array.append(
                QJsonObject{{QStringLiteral("licenseId"), id},
                            {QStringLiteral("extractedText"),
                             QStringLiteral("The copyright file of the package declares: %1").arg(name)}});
        return array;
    }

    const VServerReport &m_report;
    QString m_root;
    QJsonArray m_packages;
    QJsonArray m_files;
    QJsonArray m_relationships;
    QSet<QString> m_known;
    std::map<QString, QString> m_references;
};

} // namespace

std::string spdxDocument(const VServerReport &report)
{
    return SpdxWriter(report).write().toStdString();
}

void saveSpdx(const std::string &path, const VServerReport &report)
{
    OutputFile file(path);
    file.write(spdxDocument(report));
    file.commit();
}

} // namespace Refbox
