// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/sealproof.h"

#include "assembly/sealattacks.h"
#include "formats/filedescriptor.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <fcntl.h>
#include <linux/fs.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace Refbox {

namespace {

namespace fs = std::filesystem;

QString cannotTry()
{
    return translated("assembly", "Cannot try the seal");
}

[[noreturn]] void failed(const std::string &where, int error)
{
    throw Error::fromErrno(cannotTry(), where, error);
}

// The image that a folder's file system is mounted from.
std::string backingImage(const std::string &folder)
{
    struct stat status
    {
    };
    if (::stat(folder.c_str(), &status) != 0)
        failed(folder, errno);
    std::ifstream link("/sys/dev/block/" + std::to_string(major(status.st_dev)) + ':' +
                       std::to_string(minor(status.st_dev)) + "/loop/backing_file");
    std::string file;
    if (!std::getline(link, file) || file.empty())
        throw Error(cannotTry(), displayPath(folder),
                    translated("assembly", "No image is mounted there through a loop device."),
                    translated("assembly", "Give the image itself: it is tried on a copy."));
    // What was written there must be in the file before that is copied.
    const FileDescriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open.get() >= 0)
        ::syncfs(open.get());
    return file;
}

// Holes stay holes; a file system that can shares the blocks.
void copySparse(const std::string &from, const std::string &to, Progress &progress)
{
    const FileDescriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (source.get() < 0)
        failed(from, errno);
    const FileDescriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (target.get() < 0)
        failed(to, errno);
    struct stat status
    {
    };
    if (::fstat(source.get(), &status) != 0 || ::ftruncate(target.get(), status.st_size) != 0)
        failed(to, errno);
    if (::ioctl(target.get(), FICLONE, source.get()) == 0)
        return;
    progress.beginPhase(translated("assembly", "Copying the image"),
                        static_cast<std::uint64_t>(status.st_size), Progress::Unit::Bytes);
    std::vector<char> buffer(1U << 20U);
    for (off_t at = 0; at < status.st_size;) {
        at = ::lseek(source.get(), at, SEEK_DATA);
        if (at < 0 && errno == ENXIO)
            return; // nothing but a hole follows
        const off_t end = at < 0 ? -1 : ::lseek(source.get(), at, SEEK_HOLE);
        if (end < 0)
            failed(from, errno);
        while (at < end) {
            progress.throwIfCancelled();
            const auto wanted = std::min<off_t>(static_cast<off_t>(buffer.size()), end - at);
            const ssize_t count = ::pread(source.get(), buffer.data(), static_cast<std::size_t>(wanted), at);
            if (count <= 0)
                failed(from, count < 0 ? errno : EIO);
            for (ssize_t done = 0; done < count;) {
                const ssize_t written = ::pwrite(target.get(), buffer.data() + done,
                                                 static_cast<std::size_t>(count - done), at + done);
                if (written <= 0)
                    failed(to, written < 0 ? errno : EIO);
                done += written;
            }
            at += count;
            progress.advance(static_cast<std::uint64_t>(count));
        }
    }
}

void mountCopy(const std::string &image, const std::string &folder)
{
    // This thread's mounts, and only its: they go when it ends.
    if (::unshare(CLONE_NEWNS | CLONE_FS) != 0 ||
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        failed("/", errno);
    QProcess mount;
    // Not nodev: vservers use devices, and it would stop the attack on the disk in the capabilities' place.
    mount.start(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop,nosuid"),
                                          QString::fromStdString(image), QString::fromStdString(folder)});
    if (!mount.waitForFinished(-1) || mount.exitStatus() != QProcess::NormalExit || mount.exitCode() != 0)
        throw Error(
            cannotTry(), displayPath(image),
            translated("assembly", "It cannot be mounted: %1")
                .arg(QString::fromLocal8Bit(mount.readAllStandardError()).trimmed()),
            translated("assembly", "This needs loop devices, and a kernel that knows the file system."));
}

// As the configurations bind the refbox. Outside the vserver, so that it takes nothing from its files;
// whoever is inside reaches it by what is opened here.
FileDescriptor bindReadOnly(const std::string &refbox, const std::string &place)
{
    if (::mkdir(place.c_str(), 0700) != 0 ||
        ::mount(refbox.c_str(), place.c_str(), nullptr, MS_BIND, nullptr) != 0 ||
        ::mount(nullptr, place.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0)
        failed(place, errno);
    FileDescriptor opened(::open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.isOpen())
        failed(place, errno);
    return opened;
}

using FileKey = std::pair<dev_t, ino_t>;

template <typename Visit>
void visitFiles(const std::string &folder, Visit visit)
{
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        struct stat status
        {
        };
        if (::lstat(entry.path().c_str(), &status) == 0 && S_ISREG(status.st_mode))
            visit(entry.path().string(), FileKey(status.st_dev, status.st_ino));
    }
}

// Paths inside the vserver.
std::vector<std::string> sharedFiles(const std::string &mounted, const std::string &vserver)
{
    std::set<FileKey> ofRefbox;
    visitFiles(mounted + "/refbox", [&](const std::string &, const FileKey &key) { ofRefbox.insert(key); });
    std::vector<std::string> files;
    const std::string root = mounted + '/' + vserver;
    visitFiles(root, [&](const std::string &path, const FileKey &key) {
        if (ofRefbox.contains(key))
            files.push_back(path.substr(root.size()));
    });
    std::ranges::sort(files);
    return files;
}

void attack(const std::vector<std::string> &files, const std::vector<SealAttack> &attacks, SealProof &proof,
            Progress &progress)
{
    for (const SealAttack &each : attacks) {
        SealAttempt attempt{each.what, 0, 0, {}, {}};
        for (const std::string &file : files) {
            progress.throwIfCancelled();
            const int error = each.attempt(file);
            if (error == ENOENT)
                continue; // an earlier one succeeded: nothing is known
            if (error == 0 && ++attempt.succeeded == 1)
                attempt.firstSuccess = file;
            if (error != 0 && ++attempt.refused == 1)
                attempt.why = QString::fromLocal8Bit(std::strerror(error));
            if (each.once)
                break;
        }
        if (attempt.refused + attempt.succeeded > 0)
            proof.attempts.push_back(std::move(attempt));
        progress.advance();
    }
}

void tryInside(const std::string &copy, const std::string &folder, const std::string &vserver,
               SealProof &proof, Progress &progress)
{
    mountCopy(copy, folder);
    const std::string root = folder + '/' + vserver;
    std::error_code ignored;
    if (!fs::is_directory(folder + "/refbox", ignored) ||
        !fs::is_directory(fs::symlink_status(root, ignored)))
        throw Error(cannotTry(), displayPath("/" + vserver),
                    translated("assembly", "The image has no such vserver, or no /refbox."));
    std::vector<std::string> files;
    try {
        files = sharedFiles(folder, vserver);
    } catch (const fs::filesystem_error &error) { // a damaged image
        throw Error(cannotTry(), displayPath(error.path1().string()),
                    QString::fromLocal8Bit(error.code().message().c_str()),
                    translated("assembly", "Check the image's file system."));
    }
    proof.sharedFiles = static_cast<std::uint32_t>(files.size());
    if (files.empty())
        throw Error(cannotTry(), displayPath("/" + vserver),
                    translated("assembly", "It shares no file with the refbox: there is nothing to seal."));
    const FileDescriptor bound = bindReadOnly(folder + "/refbox", folder + ".bound");
    if (::chroot(root.c_str()) != 0 || ::chdir("/") != 0)
        failed(root, errno);
    dropSealCapabilities();
    proof.ownFilesChange = canWriteOwnFiles();
    attack(files, sealAttacks(bound.get()), proof, progress);
}

} // namespace

bool SealProof::holds() const
{
    return std::ranges::all_of(attempts, [](const SealAttempt &attempt) { return attempt.succeeded == 0; });
}

SealProof proveSealed(const std::string &path, const std::string &vserver, Progress &progress)
{
    if (::geteuid() != 0)
        throw Error(cannotTry(), displayPath(path),
                    translated("assembly", "Mounting an image and entering a vserver takes root."),
                    translated("assembly", "Run it as root: it works on a copy."));
    if (vserver.empty() || vserver.front() == '.' || vserver.find('/') != std::string::npos)
        throw Error(cannotTry(), displayPath(vserver),
                    translated("assembly", "This is no name of a vserver."));
    std::error_code ignored;
    const std::string image = fs::is_directory(path, ignored) ? backingImage(path) : path;
    const QTemporaryDir place;
    if (!place.isValid())
        throw Error(cannotTry(), place.path(), place.errorString());
    const std::string copy = place.filePath(QStringLiteral("copy.img")).toStdString();
    const std::string folder = place.filePath(QStringLiteral("mounted")).toStdString();
    if (::mkdir(folder.c_str(), 0700) != 0)
        failed(folder, errno);
    copySparse(image, copy, progress);
    progress.beginPhase(translated("assembly", "Trying the seal"), sealAttacks(-1).size());
    SealProof proof;
    std::exception_ptr failure;
    // Namespace, root folder and capabilities are a thread's own: they end with it, whatever happens.
    std::thread([&] {
        try {
            tryInside(copy, folder, vserver, proof, progress);
        } catch (...) {
            failure = std::current_exception();
        }
    }).join();
    if (failure)
        std::rethrow_exception(failure);
    return proof;
}

} // namespace Refbox
