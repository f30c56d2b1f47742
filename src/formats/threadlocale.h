// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A character locale for one thread and one scope. libarchive converts names by it, behind its caller's back:
// - in "C" it hands out the bytes that stand in tar and cpio archives (its reader would otherwise compose
//   decomposed UTF-8, so that two names could become one);
// - in "C.UTF-8" it takes our names as UTF-8 when writing, and reads the formats that have a character set.
#pragma once

#include <clocale>

#include <locale.h>

namespace Refbox {

class ThreadLocale final
{
public:
    explicit ThreadLocale(const char *name)
        : m_locale(::newlocale(LC_CTYPE_MASK, name, nullptr))
        , m_before(m_locale != nullptr ? ::uselocale(m_locale) : nullptr)
    {
    }
    ~ThreadLocale()
    {
        if (m_locale != nullptr) {
            ::uselocale(m_before);
            ::freelocale(m_locale);
        }
    }
    ThreadLocale(const ThreadLocale &) = delete;
    ThreadLocale &operator=(const ThreadLocale &) = delete;

private:
    locale_t m_locale;
    locale_t m_before;
};

} // namespace Refbox
