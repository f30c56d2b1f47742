// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/projectfile.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "project/luadata.h"

#include <QFile>
#include <QSaveFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

class Descriptor final
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int get() const { return m_fd; }

private:
    int m_fd;
};

QString cannotRead()
{
    return translated("project", "Cannot read the project");
}

QString cannotSave()
{
    return translated("project", "Cannot save the project");
}

std::string readWhole(int fd, const std::string &path)
{
    const std::size_t limit = LuaReadOptions().maxBytes + 1; // one more, so that the reader sees the excess
    std::string text;
    std::array<char, 65536> buffer{};
    while (text.size() < limit) {
        const ssize_t count = ::read(fd, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw Error::fromErrno(cannotRead(), path, errno);
        if (count == 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

void refuseOddTarget(const std::string &path)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0) {
        if (errno != ENOENT)
            throw Error::fromErrno(cannotSave(), path, errno);
        return;
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(cannotSave(), displayPath(path),
                    S_ISDIR(status.st_mode) ? translated("project", "That is a folder")
                                            : translated("project", "That is no regular file"),
                    translated("project", "Choose the name of a file."));
    }
}

} // namespace

Project loadProject(const std::string &path)
{
    // Not blocking, for the case that it is a pipe without a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0)
        throw Error::fromErrno(cannotRead(), path, errno);
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0)
        throw Error::fromErrno(cannotRead(), path, errno);
    if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) {
        throw Error(cannotRead(), displayPath(path),
                    S_ISDIR(status.st_mode) ? translated("project", "That is a folder")
                                            : translated("project", "That is neither a file nor a pipe"),
                    translated("project", "Choose a project file, NAME.refbox.lua."));
    }
    if (::fcntl(file.get(), F_SETFL, O_RDONLY) != 0)
        throw Error::fromErrno(cannotRead(), path, errno);
    return readProject(readWhole(file.get(), path), displayPath(path));
}

void saveProject(const Project &project, const std::string &path)
{
    const std::string text = writeProject(project);
    try {
        readProject(text, displayPath(path));
    } catch (const Error &error) {
        throw Error(cannotSave(), error.where(), error.why(), error.advice())
            .addContext(
                translated("project", "while reading back what was to be written; nothing was changed"));
    }
    refuseOddTarget(path);
    const QString name = QFile::decodeName(path.c_str());
    if (QFile::encodeName(name).toStdString() != path) {
        throw Error(cannotSave(), displayPath(path), translated("project", "The name is not UTF-8"),
                    translated("project", "Choose another name or folder."));
    }
    QSaveFile file(name);
    const auto fail = [&] {
        throw Error(
            cannotSave(), displayPath(path), file.errorString(),
            translated("project",
                       "Check the folder's permissions and the free space there, or choose another place."));
    };
    if (!file.open(QIODevice::WriteOnly))
        fail();
    const auto size = static_cast<qint64>(text.size());
    if (file.write(text.data(), size) != size || !file.commit())
        fail();
}

} // namespace Refbox
