// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/provesealedcommand.h"

#include "assembly/sealcapabilities.h"
#include "assembly/sealproof.h"
#include "jobs/display.h"

#include <QJsonArray>

namespace Refbox {

namespace {

QJsonObject proofToJson(const SealProof &proof)
{
    QJsonArray attempts;
    for (const SealAttempt &attempt : proof.attempts) {
        attempts.append(QJsonObject{{QStringLiteral("attempt"), attempt.what},
                                    {QStringLiteral("refused"), static_cast<qint64>(attempt.refused)},
                                    {QStringLiteral("succeeded"), static_cast<qint64>(attempt.succeeded)},
                                    {QStringLiteral("firstSuccess"), jsonText(attempt.firstSuccess)},
                                    {QStringLiteral("why"), attempt.why}});
    }
    return {{QStringLiteral("sharedFiles"), static_cast<qint64>(proof.sharedFiles)},
            {QStringLiteral("ownFilesChange"), proof.ownFilesChange},
            {QStringLiteral("attempts"), attempts},
            {QStringLiteral("holds"), proof.holds()}};
}

void printProof(std::ostream &out, const SealProof &proof)
{
    out << "Root in the vserver, without " << sealCapabilitiesInCapitals("CAP_", ", ") << ", tried to change "
        << proof.sharedFiles << " shared files of a copy of the image:\n";
    for (const SealAttempt &attempt : proof.attempts) {
        std::string what = attempt.what.toStdString();
        what.resize(std::max<std::size_t>(what.size(), 28), ' ');
        out << "  " << what << "  ";
        if (attempt.succeeded > 0)
            out << "SUCCEEDED " << attempt.succeeded << " times, first with "
                << displayBytes(attempt.firstSuccess);
        else
            out << "refused " << attempt.refused << (attempt.refused == 1 ? " time: " : " times: ")
                << attempt.why.toStdString();
        out << '\n';
    }
    if (!proof.ownFilesChange)
        out << "Its own files cannot be changed either: the file system is read-only.\n";
    out << (proof.holds() ? "The seal holds.\n" : "The seal does not hold.\n");
}

} // namespace

ProveSealedCommand::ProveSealedCommand(Arguments &parent)
    : Command(parent, "prove-sealed",
              "Try as root in a vserver to change what it shares, on a copy of the image")
{
    m_arguments.add("PATH", m_path, "An image, or a folder where one is mounted").required();
    m_arguments.add("VSERVER", m_vserver, "The vserver to try it in, such as vsbox01").required();
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int ProveSealedCommand::run(CommandContext &context)
{
    const SealProof proof = proveSealed(m_path, m_vserver, context.progress);
    if (m_json)
        printJson(context.out, proofToJson(proof));
    else
        printProof(context.out, proof);
    return proof.holds() ? kDone : kFailed;
}

} // namespace Refbox
