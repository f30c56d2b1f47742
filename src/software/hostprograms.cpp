// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/hostprograms.h"

#include "formats/folderreader.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/busybox.h"
#include "software/hosttree.h"
#include "software/scripts.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

namespace fs = std::filesystem;

std::string nameOf(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

bool isProgram(const std::string &path)
{
    struct stat status;
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && (status.st_mode & 0111) != 0;
}

QString inQuotes(std::string_view bytes)
{
    return QStringLiteral("“%1”").arg(displayPath(bytes));
}

// Without the advice, which a remark has beside it.
QString reasonOf(const Error &error)
{
    return QStringLiteral("%1: %2: %3").arg(error.failed(), error.where(), error.why());
}

// One component while it is made.
class Maker final
{
public:
    Maker(const HostRequest &request, FileView &view, LibraryResolver &resolver, const Store *store,
          Progress &progress)
        : m_request(request)
        , m_view(view)
        , m_resolver(resolver)
        , m_store(store)
        , m_progress(progress)
        , m_libraries(resolver)
    {
    }

    HostComponent make();

private:
    void addProgram(const HostRequest::Program &program);
    std::optional<std::string> placeOf(const HostRequest::Program &program, const std::string &found);
    bool isLeftOut(const std::string &program, const std::string &real);
    void remarkLeftOut();
    void addFiles(const std::string &path);
    void addFolder(const std::string &hostPath, const std::string &path);
    void collectNeeds(const std::string &hostPath, const std::string &path);
    void addApplets();
    void remarkInterpreters();
    void remark(Remark::Severity severity, const char *id, std::string path, const QString &message,
                const QString &advice = {})
    {
        m_component.remarks.push_back({severity, id, std::move(path), message, advice});
    }

    struct Script
    {
        std::string path;
        ScriptNeeds needs;
    };
    struct BusyBox
    {
        std::string path;
        std::string hostPath;
        HostTree::Handle handle;
    };

    const HostRequest &m_request;
    FileView &m_view;
    LibraryResolver &m_resolver;
    const Store *m_store;
    Progress &m_progress;
    HostTree m_tree;
    HostComponent m_component;
    LibraryCollector m_libraries;
    std::set<std::string> m_sources; // real paths of what was taken
    std::vector<Script> m_scripts;
    std::vector<BusyBox> m_busyBoxes;
    std::map<std::string, QStringList> m_leftOut; // programs by the library that they need
};

HostComponent Maker::make()
{
    for (const HostRequest::Program &program : m_request.programs) {
        m_progress.throwIfCancelled();
        addProgram(program);
    }
    remarkLeftOut();
    for (const std::string &path : m_request.files) {
        m_progress.throwIfCancelled();
        addFiles(path);
    }
    addApplets();
    remarkInterpreters();
    m_component.libraries = m_libraries.libraries();
    m_component.libraryTree = m_libraries.tree(m_component.remarks);
    m_component.tree = m_tree.build();
    return std::move(m_component);
}

std::optional<std::string> Maker::placeOf(const HostRequest::Program &program, const std::string &found)
{
    if (program.as.empty())
        return usualPlace(found);
    const std::string wanted = program.as.ends_with('/') ? program.as + nameOf(found) : program.as;
    const std::string place = cleanAbsolutePath(wanted);
    if (!place.empty())
        return place;
    remark(Remark::Severity::Error, "bad-place", {},
           translated("software", "The program %1 cannot go to %2: that is no absolute path without \"..\".")
               .arg(inQuotes(program.program), inQuotes(program.as)),
           translated("software", "Give a path below the component's prefix, such as /bin/NAME."));
    return std::nullopt;
}

void Maker::addProgram(const HostRequest::Program &program)
{
    const auto found = HostPrograms::find(program.program);
    if (!found) {
        struct stat status;
        const bool isThere =
            program.program.starts_with('/') && ::stat(program.program.c_str(), &status) == 0;
        remark(program.optional ? Remark::Severity::Info : Remark::Severity::Error, "missing-program", {},
               isThere ? translated("software", "%1 is no program.").arg(inQuotes(program.program))
                       : translated("software", "The program %1 is not on this machine.")
                             .arg(inQuotes(program.program)),
               program.optional ? QString()
               : isThere ? translated("software", "Name it among the component's files, or take it out.")
                         : translated("software",
                                      "Install the package that has it, or take it out of the component."));
        return;
    }
    const auto place = placeOf(program, *found);
    if (!place)
        return;
    // The name stays, the bytes are those of the real file: /usr/bin/awk is a chain of links elsewhere.
    const ViewFile *file = m_view.lookup(*found);
    const std::string real = file == nullptr ? *found : m_view.realPath(*file);
    if (m_tree.at(*place) != FileTreeBuilder::kNone) {
        if (m_sources.contains(real))
            return;
        remark(Remark::Severity::Warning, "same-place", *place,
               translated("software",
                          "Two programs of this component go to %1: the first is kept, %2 is left out.")
                   .arg(displayPath(*place), displayPath(*found)),
               translated("software", "Give one of them another place with \"as\"."));
        return;
    }
    try {
        if (isLeftOut(program.program, real))
            return;
        const auto handle = m_tree.addFile(*place, real, m_component.remarks);
        m_sources.insert(real);
        collectNeeds(real, *place);
        if (nameOf(real).starts_with("busybox") && isBusyBox(real))
            m_busyBoxes.push_back({*place, real, handle});
    } catch (const Error &error) {
        remark(Remark::Severity::Error, "unreadable-program", *place,
               translated("software", "The program %1 cannot be taken: %2")
                   .arg(displayPath(real), reasonOf(error)),
               error.advice());
    }
}

bool Maker::isLeftOut(const std::string &program, const std::string &real)
{
    if (m_request.without.empty())
        return false;
    const Closure closure = m_resolver.closure(real);
    const auto &unwanted = m_request.without;
    const auto found =
        std::find_if(closure.libraries.begin(), closure.libraries.end(), [&](const ResolvedLibrary &library) {
            return std::find(unwanted.begin(), unwanted.end(), library.name) != unwanted.end();
        });
    if (found == closure.libraries.end())
        return false;
    m_leftOut[found->name] += displayPath(nameOf(program));
    return true;
}

void Maker::remarkLeftOut()
{
    for (const auto &[library, programs] : m_leftOut)
        remark(Remark::Severity::Info, "left-out", {},
               translated("software", "On this machine these programs need %1, so they are left out: %2.")
                   .arg(displayPath(library), programs.join(QStringLiteral(", "))),
               translated("software",
                          "BusyBox may stand in for them. To have them with the library, take it out of "
                          "\"without\"; else take them from a package or an archive."));
}

void Maker::collectNeeds(const std::string &hostPath, const std::string &path)
{
    const ViewFile *file = m_view.lookup(hostPath);
    if (file == nullptr)
        return;
    const ElfReading &reading = m_view.elf(*file);
    if (!reading.problem.empty())
        remark(Remark::Severity::Warning, "damaged-program", path,
               translated("software", "%1 is an ELF file that cannot be understood: %2.")
                   .arg(displayPath(hostPath), translated("software", reading.problem.c_str())),
               translated("software", "Reinstall its package."));
    if (reading.info)
        m_libraries.add(hostPath, path, *reading.info, m_component.remarks);
    else if (auto needs = scriptNeeds(m_view, hostPath))
        m_scripts.push_back({path, std::move(*needs)});
}

void Maker::addFiles(const std::string &path)
{
    const std::string hostPath = cleanAbsolutePath(path);
    std::string place = hostPath;
    if (m_request.prefix != "/") {
        for (const std::string_view front : {"/usr/local/", "/usr/"}) {
            if (place.starts_with(front)) {
                place.erase(0, front.size() - 1);
                break;
            }
        }
    }
    struct stat status;
    if (hostPath.empty() || ::stat(hostPath.c_str(), &status) != 0) {
        remark(
            Remark::Severity::Error, "missing-file", {},
            translated("software", "%1 is not on this machine, or is no absolute path.").arg(inQuotes(path)),
            translated("software", "Check the spelling, or take it out of the component."));
        return;
    }
    try {
        if (S_ISDIR(status.st_mode)) {
            addFolder(hostPath, place);
        } else if (m_tree.at(place) == FileTreeBuilder::kNone) {
            m_tree.addFile(place, hostPath, m_component.remarks);
            m_sources.insert(hostPath);
            collectNeeds(hostPath, place);
        }
    } catch (const Error &error) {
        remark(Remark::Severity::Error, "unreadable-file", place,
               translated("software", "%1 cannot be taken: %2").arg(displayPath(hostPath), reasonOf(error)),
               error.advice());
    }
}

void Maker::addFolder(const std::string &hostPath, const std::string &path)
{
    const FileTreePtr tree = readFolder(hostPath, m_progress);
    const HostTree::Handle folder = m_tree.folder(path);
    FileTreeBuilder &builder = m_tree.builder();
    // By node, so that files that other entries of the component have brought already are kept.
    std::vector<HostTree::Handle> handles(tree->nodeCount(), FileTreeBuilder::kNone);
    handles[FileTree::root()] = folder;
    for (NodeId node = 1; node < tree->nodeCount(); ++node) {
        const HostTree::Handle parent = handles[tree->parent(node)];
        if (parent == FileTreeBuilder::kNone || !builder.inode(parent).isDirectory())
            continue;
        handles[node] = builder.child(parent, tree->name(node));
        if (handles[node] != FileTreeBuilder::kNone)
            continue;
        handles[node] = builder.copyNode(parent, tree->name(node), *tree, node, {});
        const Inode &inode = tree->inodeAt(node);
        if (inode.isRegular() && inode.size > 0)
            collectNeeds(hostPath + tree->path(node), path + tree->path(node));
    }
}

void Maker::addApplets()
{
    for (const BusyBox &box : m_busyBoxes) {
        m_progress.throwIfCancelled();
        const ElfReading &reading = m_view.elf(*m_view.lookup(box.hostPath));
        if (!reading.info)
            continue;
        const auto applets =
            busyBoxApplets(box.hostPath, *reading.info, m_store, m_component.remarks, m_progress);
        QStringList shadowed;
        for (const std::string &applet : applets) {
            if (m_tree.at('/' + applet) == FileTreeBuilder::kNone)
                m_tree.addLink('/' + applet, box.handle);
            else if ('/' + applet != box.path)
                shadowed += displayPath('/' + applet);
        }
        if (!shadowed.isEmpty())
            remark(
                Remark::Severity::Info, "shadowed-applet", box.path,
                translated("software", "Programs of the component stand where BusyBox has applets too: %1.")
                    .arg(shadowed.join(QStringLiteral(", "))));
        QStringList lacking;
        for (const std::string &applet : missingApplets(applets))
            lacking += QString::fromStdString(applet);
        if (!lacking.isEmpty())
            remark(Remark::Severity::Warning, "missing-applet", box.path,
                   translated("software", "The BusyBox of this machine lacks %1.")
                       .arg(lacking.join(QStringLiteral(", "))),
                   translated("software",
                              "Take a BusyBox that has it from a package, or build one by its recipe."));
    }
}

void Maker::remarkInterpreters()
{
    for (const Script &script : m_scripts) {
        const ScriptHead &head = script.needs.head;
        const bool here = m_sources.contains(script.needs.interpreterPath) ||
                          m_tree.at(head.interpreter) != FileTreeBuilder::kNone;
        const bool envHere = head.byEnv.empty() || m_sources.contains(script.needs.byEnvPath);
        if (here && envHere)
            continue;
        remark(Remark::Severity::Info, "script-interpreter", script.path,
               translated("software", "This script needs %1, which is not among the component's programs.")
                   .arg(displayPath(here ? head.byEnv : head.interpreter)),
               translated("software", "Make sure that another component brings it to the vserver."));
    }
}

} // namespace

std::vector<std::string> programFolders()
{
    std::vector<std::string> folders;
    const char *path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        if (rest.starts_with('/')) // relative ones would depend on where we were started
            folders.emplace_back(rest.substr(0, colon));
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    folders.insert(folders.end(), usualPath().begin(), usualPath().end());
    return folders;
}

std::string usualPlace(const std::string &found)
{
    const std::string folder = found.substr(0, found.rfind('/'));
    return (folder.ends_with("/sbin") ? "/sbin/" : "/bin/") + nameOf(found);
}

HostPrograms::HostPrograms(const Store *store)
    : m_store(store)
    , m_resolver(m_view)
{
}

std::optional<std::string> HostPrograms::find(const std::string &program)
{
    if (program.starts_with('/'))
        return isProgram(program) ? std::optional(program) : std::nullopt;
    if (program.empty() || program.find('/') != std::string::npos)
        return std::nullopt;
    for (const std::string &folder : programFolders()) {
        std::string candidate = folder;
        candidate.append(1, '/').append(program);
        if (isProgram(candidate))
            return candidate;
    }
    return std::nullopt;
}

HostComponent HostPrograms::component(const HostRequest &request, Progress &progress)
{
    return Maker(request, m_view, m_resolver, m_store, progress).make();
}

} // namespace Refbox
