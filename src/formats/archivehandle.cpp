// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/archivehandle.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <QStringList>

#include <cerrno>

#include <archive.h>
#include <archive_entry.h>

namespace Refbox {

namespace {

void supportFormats(archive *a)
{
    archive_read_support_format_tar(a);
    archive_read_support_format_cpio(a);
    // Not the reader that does without the directory at the end: it would take half an archive for a whole
    // one.
    archive_read_support_format_zip_seekable(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_ar(a);
}

void supportFilters(archive *a)
{
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_compress(a);
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_lz4(a);
    archive_read_support_filter_lzip(a);
    archive_read_support_filter_lzma(a);
    archive_read_support_filter_rpm(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_raw(a);
}

} // namespace

struct ArchiveHandle::Callbacks
{
    template <typename Function>
    static la_int64_t guarded(archive *a, void *data, const Function &function)
    {
        auto *self = static_cast<ArchiveHandle *>(data);
        try {
            return function(self->m_source);
        } catch (...) {
            self->m_fromSource = std::current_exception();
            archive_set_error(a, EIO, "the source failed");
            return ARCHIVE_FATAL;
        }
    }
    static la_ssize_t read(archive *a, void *data, const void **buffer)
    {
        return static_cast<la_ssize_t>(guarded(a, data, [&](ByteSource &source) {
            const auto bytes = source.next();
            *buffer = bytes.data();
            return static_cast<la_int64_t>(bytes.size());
        }));
    }
    static la_int64_t skip(archive *a, void *data, la_int64_t request)
    {
        return guarded(a, data, [&](ByteSource &source) -> la_int64_t {
            const la_int64_t here = source.seek(0, SEEK_CUR);
            const la_int64_t end = source.seek(0, SEEK_END);
            // Never beyond the end, so that a truncated file is noticed.
            const la_int64_t target = std::min(end, here + std::min(request, end));
            source.seek(std::max(here, target), SEEK_SET);
            return std::max(here, target) - here;
        });
    }
    static la_int64_t seek(archive *a, void *data, la_int64_t offset, int whence)
    {
        return guarded(a, data, [&](ByteSource &source) -> la_int64_t {
            const la_int64_t position = source.seek(offset, whence);
            return position < 0 ? ARCHIVE_FATAL : position;
        });
    }
};

ArchiveHandle::ArchiveHandle(ByteSource &source, Use use, QString where)
    : m_source(source)
    , m_archive(archive_read_new(), &archive_read_free)
    , m_where(std::move(where))
{
    archive *a = m_archive.get();
    if (a == nullptr)
        throw std::bad_alloc();
    if (use == Use::Entries)
        supportFormats(a);
    else
        supportFilters(a);
    archive_read_set_read_callback(a, &Callbacks::read);
    if (source.canSeek()) {
        archive_read_set_skip_callback(a, &Callbacks::skip);
        archive_read_set_seek_callback(a, &Callbacks::seek);
    }
    archive_read_set_callback_data(a, this);
    if (archive_read_open1(a) != ARCHIVE_OK)
        fail();
}

ArchiveHandle::~ArchiveHandle() = default;

archive_entry *ArchiveHandle::nextEntry()
{
    m_skipped = false;
    archive_entry *entry = nullptr;
    const int result = archive_read_next_header(m_archive.get(), &entry);
    if (m_fromSource)
        fail();
    if (result == ARCHIVE_EOF)
        return nullptr;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        fail();
    m_warning.clear();
    if (result == ARCHIVE_WARN) {
        m_warning = QString::fromUtf8(archive_error_string(m_archive.get()));
        // Every name beyond ASCII says so in the C locale, where the bytes are taken as they are.
        if (m_warning.contains(QLatin1String("current locale")))
            m_warning.clear();
    }
    return entry;
}

std::optional<ArchiveHandle::Block> ArchiveHandle::nextBlock()
{
    const void *data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(m_archive.get(), &data, &size, &offset);
    if (m_fromSource)
        fail();
    if (result == ARCHIVE_EOF)
        return std::nullopt;
    if (result != ARCHIVE_OK) // a warning here is a wrong checksum
        fail();
    if (offset < 0)
        throw Error(translated("formats", "Cannot read the archive"), m_where,
                    translated("formats", "An offset is negative."));
    return Block{{static_cast<const char *>(data), size}, static_cast<std::uint64_t>(offset)};
}

void ArchiveHandle::skipData()
{
    if (std::exchange(m_skipped, true))
        return;
    const int result = archive_read_data_skip(m_archive.get());
    if (m_fromSource || (result != ARCHIVE_OK && result != ARCHIVE_EOF))
        fail();
}

std::uint64_t ArchiveHandle::position() const
{
    return static_cast<std::uint64_t>(archive_filter_bytes(m_archive.get(), 0));
}

int ArchiveHandle::format() const
{
    return archive_format(m_archive.get()) & ARCHIVE_FORMAT_BASE_MASK;
}

QString ArchiveHandle::formatName() const
{
    const char *name = archive_format_name(m_archive.get());
    return name != nullptr ? QString::fromUtf8(name) : translated("formats", "archive");
}

QString ArchiveHandle::filterNames() const
{
    QStringList names;
    for (int i = 0; i < archive_filter_count(m_archive.get()); ++i) {
        if (archive_filter_code(m_archive.get(), i) != ARCHIVE_FILTER_NONE)
            names.prepend(QString::fromUtf8(archive_filter_name(m_archive.get(), i)));
    }
    return names.join(QLatin1String(", "));
}

void ArchiveHandle::fail()
{
    if (m_fromSource)
        std::rethrow_exception(std::exchange(m_fromSource, nullptr));
    const char *text = archive_error_string(m_archive.get());
    QString why = text != nullptr ? QString::fromUtf8(text) : translated("formats", "It is damaged");
    QString advice = translated("formats", "Copy or download it again.");
    if (why.startsWith(QLatin1String("Unrecognized archive format"))) {
        why = translated("formats", "It is not an archive of a known format.");
        advice =
            translated("formats", "Known are tar, cpio, zip, 7z, deb, rpm and apk; unpack others first.");
    }
    throw Error(translated("formats", "Cannot read the archive"), m_where, why, advice);
}

std::span<const char> MemberSource::next()
{
    while (const auto block = m_handle.nextBlock()) {
        if (!block->bytes.empty())
            return block->bytes;
    }
    return {};
}

UnpackedSource::UnpackedSource(ByteSource &packed, QString where)
    : m_handle(packed, ArchiveHandle::Use::Unpack, std::move(where))
{
    m_ended = m_handle.nextEntry() == nullptr;
}

std::span<const char> UnpackedSource::next()
{
    while (!m_ended) {
        const auto block = m_handle.nextBlock();
        if (!block)
            m_ended = true;
        else if (!block->bytes.empty())
            return block->bytes;
    }
    return {};
}

} // namespace Refbox
