// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/runtimeexport.h"

#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace Refbox {

namespace {

namespace fs = std::filesystem;

QString cannotWrite()
{
    return translated("assembly", "Cannot write the runtime's configuration");
}

// Whether the file stands there as it is to be; Error where something else does.
bool stands(const RuntimeFile &file, const std::string &path, bool replace)
{
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(path, ignored);
    if (!fs::exists(status))
        return false;
    if (file.isSymlink && fs::is_symlink(status) && fs::read_symlink(path, ignored) == file.content)
        return true;
    if (!file.isSymlink && fs::is_regular_file(status) &&
        fs::file_size(path, ignored) == file.content.size()) {
        std::ifstream stream(path, std::ios::binary);
        if (std::string(std::istreambuf_iterator<char>(stream), {}) == file.content)
            return true;
    }
    const bool isSameKind = file.isSymlink ? fs::is_symlink(status) : fs::is_regular_file(status);
    if (!replace || !isSameKind)
        throw Error(cannotWrite(), displayPath(path),
                    translated("assembly", "Another file stands there, which may have been edited."),
                    isSameKind ? translated("assembly", "Move it away, choose another folder, or let it be "
                                                        "replaced.")
                               : translated("assembly", "Move it away, or choose another folder."));
    return false;
}

void write(const RuntimeFile &file, const std::string &path)
{
    std::error_code error;
    std::error_code ignored;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error)
        throw Error::fromErrno(cannotWrite(), path, error.value());
    if (!file.isSymlink) {
        OutputFile output(path);
        output.write(file.content);
        output.commit();
        return;
    }
    // Beside it in a folder of its own, whose name nobody has.
    std::string beside = path + ".XXXXXX";
    if (::mkdtemp(beside.data()) == nullptr)
        throw Error::fromErrno(cannotWrite(), path, errno);
    const std::string link = beside + "/link";
    fs::create_symlink(file.content, link, error);
    if (!error)
        fs::rename(link, path, error);
    fs::remove_all(beside, ignored);
    if (error)
        throw Error::fromErrno(cannotWrite(), path, error.value());
}

// What the runtimes will not do with it as it is.
std::vector<std::string> remarksOf(std::span<const RuntimeKind> kinds, const RuntimeConfig &config)
{
    std::vector<std::string> remarks;
    const auto remark = [&](const QString &text) {
        remarks.push_back(text.arg(displayPath(config.name)).toStdString());
    };
    if (config.shell.empty())
        remark(translated("assembly", "%1: it holds no shell to start"));
    if (!config.hasUsr && std::ranges::find(kinds, RuntimeKind::Nspawn) != kinds.end())
        remark(translated("assembly",
                          "%1: it has no folder /usr, without which systemd-nspawn takes it for no "
                          "system and starts nothing"));
    if (!config.isSealed && !config.readOnly)
        remark(translated("assembly",
                          "%1: files that it shares are not sealed, so root in it can change them for all: "
                          "mount the image read-only, or let a project seal them in an ext file system"));
    return remarks;
}

} // namespace

ExportReport exportRuntime(std::span<const RuntimeKind> kinds, const RuntimeConfig &config,
                           const std::string &folder, bool replace)
{
    std::error_code ignored;
    const std::string absolute = fs::absolute(folder, ignored).lexically_normal().string();
    ExportReport report;
    report.path = folder;
    std::vector<RuntimeFile> files;
    for (const RuntimeKind kind : kinds) {
        for (RuntimeFile &file : runtimeFiles(kind, config))
            files.push_back(std::move(file));
        for (std::string &command : runtimeCommands(kind, config, absolute))
            report.commands.push_back(std::move(command));
    }
    std::erase_if(files, [&](const RuntimeFile &file) {
        report.bytes += file.isSymlink ? 0 : file.content.size();
        return stands(file, absolute + '/' + file.path, replace);
    });
    for (const RuntimeFile &file : files)
        write(file, absolute + '/' + file.path);
    report.remarks = remarksOf(kinds, config);
    return report;
}

} // namespace Refbox
