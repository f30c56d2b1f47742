// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/sealattacks.h"

#include "assembly/sealcapabilities.h"
#include "formats/filedescriptor.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Refbox {

namespace {

[[noreturn]] void failed(int error)
{
    throw Error::fromErrno(translated("assembly", "Cannot try the seal"), "/", error);
}

// Each for itself: one that comes back is enough.
int raiseTheCapabilities()
{
    int error = 0;
    for (const SealCapability &capability : kSealCapabilities) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        std::array<__user_cap_data_struct, 2> data{};
        if (::syscall(SYS_capget, &header, data.data()) != 0)
            return errno;
        __user_cap_data_struct &part = data.at(capability.number / 32);
        part.effective |= 1U << capability.number % 32;
        part.permitted |= 1U << capability.number % 32;
        if (::syscall(SYS_capset, &header, data.data()) == 0)
            return 0;
        error = errno;
    }
    return error;
}

// The disk that the image is on, past its file system. What is written is what stands there already.
int writeToTheDisk()
{
    const char *const name = "/.refbox-proof-disk";
    struct stat root
    {
    };
    if (::stat("/", &root) != 0 || ::mknod(name, S_IFBLK | 0600, root.st_dev) != 0)
        return errno;
    constexpr ssize_t kSector = 512;
    std::array<char, kSector> bytes{};
    int error = 0;
    errno = 0; // which a short read or write leaves alone
    const FileDescriptor disk(::open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (disk.get() < 0 || ::pread(disk.get(), bytes.data(), bytes.size(), 0) != kSector ||
        ::pwrite(disk.get(), bytes.data(), bytes.size(), 0) != kSector)
        error = errno != 0 ? errno : EIO;
    ::unlink(name);
    return error;
}

// What is mounted where the current folder is moved to, as the configurations bind the refbox.
int makeWritable(int folder)
{
    if (::fchdir(folder) != 0)
        return errno;
    const int error = ::mount(nullptr, ".", nullptr, MS_REMOUNT | MS_BIND, nullptr) == 0 ? 0 : errno;
    return ::chdir("/") == 0 ? error : errno;
}

int openFor(const std::string &path, int flags)
{
    const FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW));
    return file.get() < 0 ? errno : 0;
}

int liftFlag(const std::string &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.get() < 0)
        return errno;
    int flags = 0;
    if (::ioctl(file.get(), FS_IOC_GETFLAGS, &flags) != 0)
        return errno;
    if ((flags & FS_IMMUTABLE_FL) == 0)
        return 0; // nothing holds it
    flags &= ~FS_IMMUTABLE_FL;
    return ::ioctl(file.get(), FS_IOC_SETFLAGS, &flags) == 0 ? 0 : errno;
}

int putOver(const std::string &path)
{
    const std::string other = path + ".other";
    const FileDescriptor file(::open(other.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0755));
    if (file.get() < 0)
        return errno;
    const int error = ::rename(other.c_str(), path.c_str()) == 0 ? 0 : errno;
    ::unlink(other.c_str());
    return error;
}

int renameAway(const std::string &path)
{
    const std::string other = path + ".away";
    if (::rename(path.c_str(), other.c_str()) != 0)
        return errno;
    ::rename(other.c_str(), path.c_str());
    return 0;
}

int furtherName(const std::string &path)
{
    const std::string other = path + ".further";
    if (::link(path.c_str(), other.c_str()) != 0)
        return errno;
    ::unlink(other.c_str());
    return 0;
}

} // namespace

void dropSealCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> data{};
    if (::syscall(SYS_capget, &header, data.data()) != 0)
        failed(errno);
    for (const SealCapability &capability : kSealCapabilities) {
        if (::prctl(PR_CAPBSET_DROP, capability.number, 0, 0, 0) != 0)
            failed(errno);
        __user_cap_data_struct &part = data.at(capability.number / 32);
        const std::uint32_t others = ~(1U << capability.number % 32);
        part.effective &= others;
        part.permitted &= others;
        part.inheritable &= others;
    }
    if (::syscall(SYS_capset, &header, data.data()) != 0)
        failed(errno);
}

bool canWriteOwnFiles()
{
    const char *const name = "/.refbox-proof";
    const FileDescriptor file(::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return file.isOpen() && ::write(file.get(), name, 1) == 1 && ::unlink(name) == 0;
}

std::vector<SealAttack> sealAttacks(int bound)
{
    struct stat now
    {
    };
    return {
        {translated("assembly", "Take a capability back"),
         [](const std::string &) { return raiseTheCapabilities(); }, true},
        {translated("assembly", "Write to the image's disk"),
         [](const std::string &) { return writeToTheDisk(); }, true},
        {translated("assembly", "Make a bind writable"),
         [bound](const std::string &) { return makeWritable(bound); }, true},
        {translated("assembly", "Open it for writing"),
         [](const std::string &p) { return openFor(p, O_WRONLY); }},
        {translated("assembly", "Append to it"),
         [](const std::string &p) { return openFor(p, O_WRONLY | O_APPEND); }},
        {translated("assembly", "Change its mode"),
         [now](const std::string &p) mutable {
             return ::lstat(p.c_str(), &now) == 0 && ::chmod(p.c_str(), now.st_mode & 07777) == 0 ? 0 : errno;
         }},
        {translated("assembly", "Change its owner"),
         [](const std::string &p) { return ::lchown(p.c_str(), 1, 1) == 0 ? 0 : errno; }},
        {translated("assembly", "Give it a further name"), furtherName},
        {translated("assembly", "Lift the flag (chattr -i)"), liftFlag},
        {translated("assembly", "Truncate it"),
         [](const std::string &p) { return ::truncate(p.c_str(), 0) == 0 ? 0 : errno; }},
        {translated("assembly", "Rename it"), renameAway},
        {translated("assembly", "Put another file over it"), putOver},
        {translated("assembly", "Delete it"),
         [](const std::string &p) { return ::unlink(p.c_str()) == 0 ? 0 : errno; }},
    };
}

} // namespace Refbox
