// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An OutputFile as a std::ostream. A failed write throws the file's Error out of the stream's operators. One
// thread.
#pragma once

#include "formats/outputfile.h"

#include <array>
#include <ostream>
#include <streambuf>

namespace Refbox {

class OutputStream final : public std::ostream
{
public:
    /// The file must outlive the stream; flush() the stream before the file's commit().
    explicit OutputStream(OutputFile &file)
        : std::ostream(nullptr)
        , m_buffer(file)
    {
        rdbuf(&m_buffer);
        exceptions(std::ios::badbit); // else the stream would keep the Error to itself
    }

private:
    class Buffer final : public std::streambuf
    {
    public:
        explicit Buffer(OutputFile &file)
            : m_file(file)
        {
            startAnew();
        }

    private:
        int_type overflow(int_type c) override
        {
            sync();
            if (!traits_type::eq_int_type(c, traits_type::eof()))
                sputc(traits_type::to_char_type(c));
            return traits_type::not_eof(c);
        }
        int sync() override
        {
            m_file.write(std::span<const char>(pbase(), static_cast<std::size_t>(pptr() - pbase())));
            startAnew();
            return 0;
        }
        void startAnew() { setp(m_bytes.data(), m_bytes.data() + m_bytes.size()); }

        OutputFile &m_file;
        std::array<char, 64UL * 1024> m_bytes;
    };

    Buffer m_buffer;
};

} // namespace Refbox
