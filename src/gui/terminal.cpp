// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/terminal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

// What stands before the command and its arguments; most have learnt -e from xterm.
QStringList argumentsBefore(const QString &terminal)
{
    const QString name = QFileInfo(terminal).fileName();
    for (const char *dashes : {"gnome-terminal", "ptyxis", "kgx", "gnome-console"}) {
        if (name == QLatin1String(dashes))
            return {u"--"_s};
    }
    for (const char *execute : {"xfce4-terminal", "mate-terminal", "terminator"}) {
        if (name == QLatin1String(execute))
            return {u"-x"_s};
    }
    if (name == u"wezterm"_s)
        return {u"start"_s, u"--"_s};
    return {u"-e"_s};
}

} // namespace

QStringList terminalCommand(const QString &preferred, const QStringList &command, const ProgramFinder &find)
{
    QStringList names{u"x-terminal-emulator"_s, u"gnome-terminal"_s, u"konsole"_s, u"xfce4-terminal"_s,
                      u"xterm"_s};
    if (!preferred.isEmpty())
        names.prepend(preferred);
    for (const QString &name : names) {
        if (const QString path = find(name); !path.isEmpty())
            return QStringList{path} + argumentsBefore(name) + command;
    }
    return {};
}

QStringList keptOpen(const QStringList &command, const QString &invitation)
{
    // The words of the command are arguments of this fixed script, and so nothing in them is the shell's.
    return QStringList{u"/bin/sh"_s, u"-c"_s,
                       u"\"$@\" || { status=$?; printf '\\n%s ' \"$0\"; read -r answer; exit $status; }"_s,
                       invitation} +
           command;
}

QString refboxCliPath()
{
    const QString name = u"refbox-cli"_s;
    for (const QString &path :
         {QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()}),
          QStandardPaths::findExecutable(name)}) {
        if (!path.isEmpty())
            return path;
    }
    return name;
}

bool startInTerminal(const QStringList &command)
{
    const QStringList whole =
        terminalCommand(qEnvironmentVariable("TERMINAL"), command,
                        [](const QString &name) { return QStandardPaths::findExecutable(name); });
    return !whole.isEmpty() && QProcess::startDetached(whole.first(), whole.mid(1));
}

} // namespace Refbox
