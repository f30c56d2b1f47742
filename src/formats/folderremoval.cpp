// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/folderremoval.h"

#include <cerrno>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

void clearFlags(int fd)
{
    int flags = 0;
    if (::ioctl(fd, FS_IOC_GETFLAGS, &flags) == 0 && (flags & (FS_IMMUTABLE_FL | FS_APPEND_FL)) != 0) {
        flags &= ~(FS_IMMUTABLE_FL | FS_APPEND_FL);
        ::ioctl(fd, FS_IOC_SETFLAGS, &flags);
    }
}

void removeFile(int folder, const char *name)
{
    if (::unlinkat(folder, name, 0) == 0 || errno != EPERM)
        return;
    const FileDescriptor fd(::openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (fd.isOpen()) {
        clearFlags(fd.get());
        ::unlinkat(folder, name, 0);
    }
}

// fchmodat() would follow a symbolic link that took the folder's place meanwhile.
void makeAccessible(int folder, const char *name)
{
    const FileDescriptor fd(::openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (fd.isOpen())
        ::chmod(("/proc/self/fd/" + std::to_string(fd.get())).c_str(), S_IRWXU);
}

// Removes the files of one folder and returns its subfolders.
std::vector<std::string> removeFiles(int root, const std::string &path)
{
    std::vector<std::string> folders;
    const FolderStream stream = openFolderStream(openBelow(root, path, O_RDONLY | O_DIRECTORY));
    if (!stream)
        return folders;
    const int fd = ::dirfd(stream.get());
    clearFlags(fd);
    while (const dirent *found = nextFolderName(stream)) {
        struct stat info;
        if (::fstatat(fd, found->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode)) {
            if ((info.st_mode & S_IRWXU) != S_IRWXU)
                makeAccessible(fd, found->d_name);
            folders.push_back(path.empty() ? found->d_name : path + '/' + found->d_name);
        } else {
            removeFile(fd, found->d_name);
        }
    }
    return folders;
}

} // namespace

FolderStream openFolderStream(FileDescriptor fd)
{
    FolderStream stream(fd.isOpen() ? ::fdopendir(fd.get()) : nullptr, &::closedir);
    if (stream)
        fd.release();
    return stream;
}

const dirent *nextFolderName(const FolderStream &stream)
{
    while (const dirent *found = stream ? ::readdir(stream.get()) : nullptr) {
        const std::string_view name = found->d_name;
        if (name != "." && name != "..")
            return found;
    }
    return nullptr;
}

// Folder by folder and not by recursion: a tree may be nested deeper than there are descriptors. As far as it
// goes.
void removeFolderContents(int root)
{
    std::vector<std::pair<std::string, bool>> open{{std::string(), false}};
    while (!open.empty()) {
        const std::string path = open.back().first;
        if (!std::exchange(open.back().second, true)) {
            for (std::string &folder : removeFiles(root, path))
                open.emplace_back(std::move(folder), false);
            continue;
        }
        open.pop_back();
        if (path.empty())
            continue;
        const std::size_t slash = path.rfind('/');
        const std::string parent = slash == std::string::npos ? std::string() : path.substr(0, slash);
        const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
        const FileDescriptor fd = openBelow(root, parent, O_PATH | O_DIRECTORY);
        ::unlinkat(fd.get(), name.c_str(), AT_REMOVEDIR);
    }
}

} // namespace Refbox
