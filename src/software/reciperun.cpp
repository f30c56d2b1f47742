// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/reciperun.h"

#include "formats/archivereader.h"
#include "formats/folderreader.h"
#include "formats/folderwriter.h"
#include "formats/outputfile.h"
#include "formats/spool.h"
#include "formats/starwriter.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/buildfolder.h"
#include "software/buildlog.h"
#include "software/hosttree.h"
#include "software/keyhash.h"
#include "software/sandbox.h"
#include "software/strippable.h"
#include "software/treemerge.h"
#include "tree/filetreebuilder.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

#include <unistd.h>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kScratchBytes = 2ULL << 30;
constexpr std::chrono::hours kLongestStep{12};
constexpr std::size_t kLastLines = 12;
constexpr std::size_t kVariantDigits = 16;
constexpr const char *kInside = "/build";

// Whoever builds owns what it works on: a tarball's owners mean nothing here, and in the sandbox even root
// may write only what it owns.
void giveTo(FileTreeBuilder &builder, std::uint32_t uid, std::uint32_t gid)
{
    for (FileTreeBuilder::Handle handle = 0; handle < builder.nodeCount(); ++handle) {
        Inode &inode = builder.inode(handle);
        inode.uid = uid;
        inode.gid = gid;
        inode.flags = 0;
        inode.xattrs = 0;
        if (inode.isDirectory())
            inode.permissions |= 0700;
        else if (inode.isRegular())
            inode.permissions |= 0600;
    }
}

std::string variableName(std::string_view prefix, std::string_view name)
{
    std::string variable(prefix);
    for (const char c : name)
        variable += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    return variable;
}

std::string inPrefix(const std::string &prefix, const std::string &path)
{
    return prefix == "/" ? path : prefix + path;
}

class Runner final
{
public:
    Runner(const RecipeRun &run, Progress &progress, Progress *own)
        : m_run(run)
        , m_recipe(run.order.recipe)
        , m_progress(progress)
        , m_own(own)
        , m_part(&progress, own)
        , m_folder(run.store.folder() + "/builds")
        , m_log(m_folder.path() + "/log.txt", lineListener())
    {
    }

    void run();

private:
    void steps();
    void unpack();
    void stageNeeds();
    void runStep(const std::string &name, const std::string &script);
    SandboxRequest request() const;
    std::map<std::string, std::string> environment() const;
    void strip();
    std::string installed() const;
    FileTreePtr collect();
    void refuseOutside(const std::string &dest, const std::string &inside) const;
    void requireProvided(const FileTree &tree) const;
    std::string machineLibrariesOf(const FileTreePtr &tree);
    void keep(const FileTreePtr &tree);
    void keepFailure(Error &error);
    std::string failurePlace() const;
    bool has(std::string_view option) const
    {
        const auto found = m_run.order.options.find(std::string(option));
        return found != m_run.order.options.end() && found->second == "yes";
    }
    std::function<void(const std::string &)> lineListener() const
    {
        if (m_own == nullptr)
            return {};
        return [this](const std::string &line) { m_own->log(severityOfLine(line), displayPath(line)); };
    }
    const CompileHelpers *helpers() const { return m_run.options.helpers; }
    unsigned localJobs() const { return jobsOfEach(m_run.options.jobs, m_run.options.builds); }
    unsigned allJobs() const
    {
        const unsigned all =
            std::max(1U, m_run.options.jobs) + (helpers() != nullptr ? helpers()->slots() : 0);
        return jobsOfEach(all, m_run.options.builds);
    }
    void say(const QString &text)
    {
        if (m_own != nullptr)
            m_own->beginPhase(text);
        m_progress.log(Progress::Severity::Info,
                       translated("software", "%1: %2").arg(displayPath(m_recipe.name), text));
    }
    Error error(const QString &why, const QString &advice = {}) const
    {
        return Error(translated("software", "Cannot build %1").arg(displayPath(m_run.order.title())),
                     displayPath(m_run.order.prefix), why, advice);
    }

    const RecipeRun &m_run;
    const Recipe &m_recipe;
    Progress &m_progress;
    Progress *m_own;
    Progress m_part; // of unpacking, writing …: their phases are not the job's
    BuildFolder m_folder;
    BuildLog m_log;
    std::string m_source; // the unpacked tarball's own folder, inside
    std::vector<SandboxBind> m_needBinds;
    Timestamp m_time; // of all that is made
};

void Runner::run()
{
    try {
        steps();
    } catch (Error &error) {
        keepFailure(error);
        throw;
    }
}

void Runner::steps()
{
    say(translated("software", "unpacking %1").arg(displayPath(fs::path(m_run.tarball).filename().string())));
    unpack();
    stageNeeds();
    m_folder.make("build/dest");
    m_folder.make("build/tmp");
    m_progress.advance();
    for (const RecipeStep &step : m_recipe.steps) {
        say(translated("software", "step %1").arg(displayPath(step.name)));
        runStep(step.name, step.script);
        m_progress.advance();
    }
    installed(); // before anything looks at what is there
    if (!has(kManualsOption))
        runStep("leave out manuals", "cd \"$DEST$PREFIX\"\n"
                                     "rm -rf man info doc share/man share/info share/doc share/gtk-doc\n");
    if (has(kStripOption))
        strip();
    const FileTreePtr tree = collect();
    requireProvided(*tree);
    keep(tree);
    removeTree(failurePlace());
    m_progress.advance();
    say(translated("software", "built, %1").arg(formatSize(tree->contentBytes())));
}

void Runner::unpack()
{
    Spool spool;
    const FileTreePtr tree = readArchive(m_run.tarball, spool, m_part).tree;
    FileTreeBuilder builder;
    FileTreeBuilder::CopyOptions copy;
    copy.contentsOnly = true;
    builder.copySubtree(FileTreeBuilder::root(), {}, *tree, FileTree::root(), copy);
    builder.keepAlive(spool.resource());
    giveTo(builder, ::geteuid(), ::getegid());
    m_folder.make("build");
    FolderWriteOptions options;
    options.flush = false;
    writeFolder(*builder.build(), FileTree::root(), m_folder.path() + "/build/src", options, m_part);
    const auto top = tree->children(FileTree::root());
    m_source = std::string(kInside) + "/src";
    if (top.size() == 1 && tree->inodeAt(top[0]).isDirectory())
        m_source += '/' + std::string(tree->name(top[0]));
    for (NodeId node = 0; node < tree->nodeCount(); ++node) {
        const Timestamp time = tree->inodeAt(node).mtime();
        if (tree->inodeAt(node).isRegular() && time.seconds > m_time.seconds)
            m_time = {time.seconds, 0};
    }
}

void Runner::stageNeeds()
{
    if (m_run.needs.empty())
        return;
    static const std::set<std::string> kTaken = {"usr", "bin",  "sbin", "lib", "lib32", "lib64", "libx32",
                                                 "etc", "proc", "dev",  "tmp", "run",   "build"};
    FileTreeBuilder builder;
    for (const StagedNeed &need : m_run.needs) {
        const std::string top = need.prefix.substr(1, need.prefix.find('/', 1) - 1);
        if (top.empty() || kTaken.contains(top))
            throw error(translated("software", "It needs %1, whose prefix %2 is this machine's own here.")
                            .arg(displayPath(need.recipe), displayPath(need.prefix)),
                        translated("software", "Give that component a prefix such as /opt/vendor/name."));
        mergeTree(builder, need.prefix, *need.tree);
    }
    giveTo(builder, ::geteuid(), ::getegid());
    const FileTreePtr tree = builder.build();
    FolderWriteOptions options;
    options.flush = false;
    const std::string folder = m_folder.path() + "/needs";
    writeFolder(*tree, FileTree::root(), folder, options, m_part);
    for (const NodeId child : tree->children(FileTree::root())) {
        const std::string name(tree->name(child));
        m_needBinds.push_back({folder + '/' + name, '/' + name, false});
    }
}

std::map<std::string, std::string> Runner::environment() const
{
    // The sources' place is the same in every build; mapped all the same, so that no path of it is kept.
    const std::string map = " -ffile-prefix-map=" + m_source + "=. -ffile-prefix-map=" + kInside + "=.";
    std::map<std::string, std::string> variables = {
        {"SRC", m_source},
        {"DEST", std::string(kInside) + "/dest"},
        {"PREFIX", m_run.order.prefix},
        {"JOBS", std::to_string(allJobs())},
        {"CFLAGS", "-O2" + map},
        {"CXXFLAGS", "-O2" + map},
        {"HOME", std::string(kInside) + "/tmp"},
        {"TMPDIR", std::string(kInside) + "/tmp"},
        {"LC_ALL", "C"},
        {"TZ", "UTC"},
        {"SOURCE_DATE_EPOCH", std::to_string(m_time.seconds)},
        {"FORCE_UNSAFE_CONFIGURE", "1"}, // GNU's configure would not be run by root
    };
    for (const auto &[name, value] : m_run.order.options)
        variables[variableName("OPT_", name)] = value;
    std::string path;
    std::string pkgConfig;
    for (const StagedNeed &need : m_run.needs) {
        variables[variableName("PREFIX_", need.recipe)] = need.prefix;
        // Needs may share a prefix.
        const std::string include = "-I" + need.prefix + "/include";
        if (variables["CPPFLAGS"].find(include) != std::string::npos)
            continue;
        variables["CPPFLAGS"].append(include).append(1, ' ');
        variables["LDFLAGS"] += "-L" + need.prefix + "/lib -Wl,-rpath," + need.prefix + "/lib ";
        path += need.prefix + "/bin:";
        pkgConfig += need.prefix + "/lib/pkgconfig:";
    }
    if (!pkgConfig.empty())
        variables["PKG_CONFIG_PATH"] = pkgConfig;
    variables["PATH"] = path + "/usr/sbin:/usr/bin:/sbin:/bin";
    return variables;
}

SandboxRequest Runner::request() const
{
    SandboxRequest request;
    request.binds = m_needBinds;
    request.binds.push_back({m_folder.path() + "/build", kInside, true});
    // Debian's cc and awk are links through it.
    std::error_code error;
    if (fs::is_directory("/etc/alternatives", error))
        request.binds.push_back({"/etc/alternatives", "/etc/alternatives", false});
    request.environment = environment();
    if (helpers() != nullptr)
        helpers()->addTo(request, localJobs());
    request.workingFolder = m_source;
    request.scratchBytes = kScratchBytes;
    request.timeLimit = kLongestStep;
    request.outputLimit = 64UL * 1024;
    return request;
}

void Runner::runStep(const std::string &name, const std::string &script)
{
    m_log.addLine("==> " + name);
    SandboxRequest step = request();
    // Through one pipe: through two, lines of output and errors would get into each other.
    step.command = {"/bin/sh", "-euxc", "exec 2>&1\numask 022\n" + script, name};
    step.listener = [this](std::string_view bytes) { m_log.add(bytes); };
    const SandboxResult result = runInSandbox(step, m_part);
    if (result.succeeded())
        return;
    const QString end = result.end == SandboxResult::End::TimeLimit
                            ? translated("software", "The step %1 took too long.").arg(displayPath(name))
                            : translated("software", "The step %1 ended with status %2.")
                                  .arg(displayPath(name))
                                  .arg(result.status);
    throw error(end + QLatin1Char('\n') + m_log.lastLines(kLastLines));
}

void Runner::strip()
{
    const Strippable files = findStrippable(m_folder.path() + "/build/dest");
    for (const auto &[option, paths] :
         {std::pair("--strip-unneeded", &files.linked), std::pair("--strip-debug", &files.objects)}) {
        if (paths->empty())
            continue;
        SandboxRequest stripping = request();
        stripping.command = {"/usr/bin/strip", "-D", "-p", option, "--"};
        for (const std::string &path : *paths)
            stripping.command.push_back(kInside + std::string("/dest") + path);
        const SandboxResult result = runInSandbox(stripping, m_part);
        if (!result.succeeded())
            throw error(
                translated("software", "Stripping failed: %1").arg(displayPath(result.errorOutput).trimmed()),
                translated("software", "Give it the option strip = \"no\"."));
    }
}

void Runner::refuseOutside(const std::string &dest, const std::string &inside) const
{
    for (const auto &entry : fs::recursive_directory_iterator(dest)) {
        const std::string path = entry.path().string().substr(dest.size());
        const bool above = inside == path || inside.starts_with(path + '/');
        if (!above && path != inside && !path.starts_with(inside == "/" ? inside : inside + '/'))
            throw error(
                translated("software", "It installs %1, outside of its prefix.").arg(displayPath(path)),
                translated("software", "Its step install must put all below $DEST$PREFIX."));
    }
}

// The folder that was installed to. No part of its path may be a link: a recipe could lead us to any place of
// this machine that way.
std::string Runner::installed() const
{
    std::string path = m_folder.path() + "/build/dest";
    std::string_view rest = m_run.order.prefix;
    for (;;) {
        std::error_code failed;
        if (!fs::is_directory(fs::symlink_status(path, failed)))
            throw error(translated("software", "It has installed nothing."),
                        translated("software", "Its step install must put all below $DEST$PREFIX."));
        rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
        if (rest.empty())
            return path;
        const std::size_t end = std::min(rest.find('/'), rest.size());
        path.append(1, '/').append(rest.substr(0, end));
        rest.remove_prefix(end);
    }
}

FileTreePtr Runner::collect()
{
    const std::string root = installed();
    refuseOutside(m_folder.path() + "/build/dest", m_run.order.prefix);
    const FileTreePtr found = readFolder(root, m_part);
    Metadata top;
    top.mtime = m_time;
    FileTreeBuilder builder(top);
    FileTreeBuilder::CopyOptions copy;
    copy.contentsOnly = true;
    builder.copySubtree(FileTreeBuilder::root(), {}, *found, FileTree::root(), copy);
    for (FileTreeBuilder::Handle handle = 0; handle < builder.nodeCount(); ++handle) {
        Inode &inode = builder.inode(handle);
        inode.uid = 0;
        inode.gid = 0;
        inode.mtimeSeconds = m_time.seconds;
        inode.mtimeNanoseconds = 0;
        // A subtree's handles are in the order of its nodes.
        if (inode.xattrs != 0)
            inode.xattrs =
                builder.internXattrs(withoutMachineLabels(found->xattrsOf(found->inodeOf(handle))));
    }
    return builder.build();
}

void Runner::requireProvided(const FileTree &tree) const
{
    QStringList missing;
    for (const std::string &path : m_recipe.provides) {
        if (tree.find(path) == kNoId)
            missing += displayPath(inPrefix(m_run.order.prefix, path));
    }
    if (!missing.isEmpty())
        throw error(translated("software", "It was built, but lacks what the recipe promises: %1.")
                        .arg(missing.join(QStringLiteral(", "))),
                    translated("software", "Look at the log for what was left out, and why."));
}

// By content: another build of a library may be what the next program would have been linked with.
std::string Runner::machineLibrariesOf(const FileTreePtr &tree)
{
    std::vector<PlacedTree> trees{{m_run.order.prefix, tree}};
    trees.insert(trees.end(), m_run.needs.begin(), m_run.needs.end());
    HostView machine;
    std::string list;
    for (const NeededLibrary &library : machineLibraries(trees, machine, m_part).libraries)
        list += sha256OfFile(library.hostPath, m_run.store) + "  " + library.hostPath + '\n';
    return list + kMachineEnd + '\n';
}

void Runner::keep(const FileTreePtr &tree)
{
    const std::string folder = m_folder.make("result");
    writeStar(*tree, FileTree::root(), folder + "/tree.tar", {}, m_part);
    const std::string machine = machineLibrariesOf(tree);
    OutputFile list(folder + "/machine.txt");
    list.write(machine);
    list.commit();
    KeyHash variant;
    variant.add(machine);
    const std::string place = m_run.result + '/' + variant.hex().substr(0, kVariantDigits);
    m_log.close();
    std::error_code failed;
    fs::rename(m_folder.path() + "/log.txt", folder + "/log.txt", failed);
    if (!failed)
        fs::create_directories(m_run.result, failed);
    if (!failed) {
        // Only what find() refuses can be there, such as a result whose archive somebody has deleted: of
        // those that it knows, plans read the bytes in place.
        removeTree(place);
        fs::rename(folder, place, failed);
    }
    if (failed)
        throw Error::fromErrno(translated("software", "Cannot keep what was built"), place, failed.value());
}

// Of the recipe at this prefix: a package may have it at several, built at the same time.
std::string Runner::failurePlace() const
{
    std::string name = inPrefix(m_run.order.prefix, {});
    std::ranges::replace(name, '/', '-');
    return m_run.store.folder() + "/failed/" + m_recipe.name + name;
}

// The log of the last failure stays, and on request all of its folder.
void Runner::keepFailure(Error &error)
{
    const std::string place = failurePlace();
    try {
        m_log.close();
    } catch (const Error &) {
        // What there is of it may tell enough.
    }
    try {
        if (m_run.options.keepFailed) {
            m_folder.keepAs(place);
            error.addContext(
                translated("software", "the build's folder was kept: %1").arg(displayPath(place)));
            return;
        }
        removeTree(place);
        std::error_code failed;
        fs::create_directories(place, failed);
        fs::rename(m_folder.path() + "/log.txt", place + "/log.txt", failed);
        if (!failed)
            error.addContext(translated("software", "the log is in %1").arg(displayPath(place + "/log.txt")));
    } catch (const Error &) {
        // The first error tells more.
    }
}

} // namespace

void runRecipe(const RecipeRun &run, Progress &progress, Progress *own)
{
    Runner(run, progress, own).run();
}

} // namespace Refbox
