// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/signature.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "software/sandbox.h"

#include <filesystem>
#include <string_view>

namespace Refbox {

namespace {

constexpr const char *kProgram = "/usr/bin/gpgv";

// The rest of the line "[GNUPG:] WORD REST" (GnuPG's doc/DETAILS); empty where there is none.
QString statusLine(const std::string &output, std::string_view word)
{
    const std::string start = "[GNUPG:] " + std::string(word) + ' ';
    const std::size_t at = output.find(start);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + start.size();
    return displayPath(std::string_view(output).substr(begin, output.find('\n', begin) - begin));
}

QString afterFirstWord(const QString &text)
{
    return text.section(QLatin1Char(' '), 1);
}

} // namespace

SignatureCheck checkSignature(const std::string &file, const std::string &signature,
                              const std::string &keyring, Progress &progress)
{
    std::error_code error;
    if (!std::filesystem::exists(kProgram, error))
        throw Error(translated("software", "Cannot check the signature"), displayPath(signature),
                    translated("software", "gpgv is not on this machine."),
                    translated("software", "Install it (package gpgv), or take the keyring away."));
    for (const std::string &path : {file, signature, keyring}) {
        if (!std::filesystem::is_regular_file(path, error))
            throw Error(translated("software", "Cannot check the signature"), displayPath(path),
                        translated("software", "There is no such file."));
    }
    SandboxRequest request;
    request.command = {kProgram,    "--homedir",   "/tmp",       "--status-fd", "1",
                       "--keyring", "/check/keys", "/check/sig", "/check/file"};
    request.binds = {{keyring, "/check/keys"}, {signature, "/check/sig"}, {file, "/check/file"}};
    request.timeLimit = std::chrono::minutes(5);
    const SandboxResult result = runInSandbox(request, progress);
    if (result.succeeded() && !statusLine(result.output, "VALIDSIG").isEmpty())
        return {SignatureCheck::Verdict::Good, afterFirstWord(statusLine(result.output, "GOODSIG"))};
    if (const QString bad = statusLine(result.output, "BADSIG"); !bad.isEmpty())
        return {SignatureCheck::Verdict::Bad, afterFirstWord(bad)};
    if (const QString key = statusLine(result.output, "NO_PUBKEY"); !key.isEmpty())
        return {SignatureCheck::Verdict::UnknownKey, key};
    return {SignatureCheck::Verdict::Bad, {}};
}

} // namespace Refbox
