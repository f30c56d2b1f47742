// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The utilities of POSIX, for the question which common tools a vserver lacks. Source: IEEE Std 1003.1-2017,
// Shell & Utilities, chapter 4, by name.
//
// Left out: what only a shell can do (alias, bg, cd, command, fc, fg, getopts, hash, jobs, read, type,
// ulimit, umask, unalias, wait), and the options that hardly any system has today: batch jobs (the eleven
// named q…), SCCS (admin, delta, get, prs, rmdel, sact, sccs, unget, val, what), UUCP (uucp, uustat, uux) and
// FORTRAN (fort77).
#pragma once

#include <array>
#include <string_view>

namespace Refbox {

/// Sorted by name.
inline constexpr std::array<std::string_view, 106> kPosixTools{
    "at",       "awk",    "basename",  "batch",   "bc",         "cal",      "cat",     "chgrp",  "chmod",
    "chown",    "cksum",  "cmp",       "comm",    "compress",   "cp",       "crontab", "csplit", "cut",
    "date",     "dd",     "df",        "diff",    "dirname",    "du",       "echo",    "ed",     "env",
    "ex",       "expand", "expr",      "false",   "file",       "find",     "fold",    "fuser",  "getconf",
    "grep",     "head",   "iconv",     "id",      "ipcrm",      "ipcs",     "join",    "kill",   "link",
    "ln",       "locale", "localedef", "logger",  "logname",    "lp",       "ls",      "mailx",  "man",
    "mesg",     "mkdir",  "mkfifo",    "more",    "mv",         "newgrp",   "nice",    "nl",     "nohup",
    "od",       "paste",  "patch",     "pathchk", "pax",        "pr",       "printf",  "ps",     "pwd",
    "renice",   "rm",     "rmdir",     "sed",     "sh",         "sleep",    "sort",    "split",  "stty",
    "tabs",     "tail",   "talk",      "tee",     "test",       "time",     "touch",   "tput",   "tr",
    "true",     "tsort",  "tty",       "uname",   "uncompress", "unexpand", "uniq",    "unlink", "uudecode",
    "uuencode", "vi",     "wc",        "who",     "write",      "xargs",    "zcat",
};

/// Of the options for developing software: wanted only where software is built. Sorted by name.
inline constexpr std::array<std::string_view, 14> kPosixDevelopmentTools{
    "ar",  "asa", "c99",  "cflow", "ctags",   "cxref", "gencat",
    "lex", "m4",  "make", "nm",    "strings", "strip", "yacc",
};

} // namespace Refbox
