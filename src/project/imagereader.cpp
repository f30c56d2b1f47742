// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/imagereader.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "project/sizes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Refbox {

namespace {

constexpr std::int64_t kMaxInteger = std::numeric_limits<std::int64_t>::max();

// "12345678-1234-1234-1234-123456789abc".
bool isUuid(std::string_view text)
{
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return std::ranges::equal(text, form, [](char c, char wanted) {
        return wanted == '-' ? c == '-'
                             : std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos;
    });
}

class ImageReader final
{
public:
    ImageReader(const LuaFileName &file, ImageSettings &image)
        : m_file(file)
        , m_image(image)
    {
    }
    void read(const LuaEntry &entry);

private:
    void readSize(LuaRecord &record);
    void readFree(LuaRecord &record);
    void readCapacity(LuaRecord &record);
    void readDetails(LuaRecord &record);
    void readBlockSize(LuaRecord &record);

    const LuaFileName &m_file;
    ImageSettings &m_image;
};

void ImageReader::read(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 13> kKeys = {
        "filesystem",  "size",  "free",      "label",  "seal",     "capacity", "uuid",
        "compression", "level", "blocksize", "inodes", "reserved", "features"};
    LuaRecord record(m_file, entry.value, translated("project", "the image's settings"), kKeys,
                     m_image.comments);
    addComments(m_image.comments, "", entry.comments);
    if (const LuaEntry *filesystem = record.string("filesystem", m_image.filesystem))
        m_file.refuse(objectionToName(m_image.filesystem), translated("project", "The file system"),
                      filesystem->value);
    readSize(record);
    readFree(record);
    if (const LuaEntry *label = record.string("label", m_image.label)) {
        const bool shown =
            m_image.label.find('\\') == std::string::npos && displayBytes(m_image.label) == m_image.label;
        if (!shown || m_image.label.size() > 255)
            m_file.refuse(
                translated("project", "is too long, or holds a backslash or something that cannot be shown"),
                translated("project", "The label"), label->value);
    }
    record.boolean("seal", m_image.seal);
    readCapacity(record);
    readDetails(record);
}

// What only some formats have; empty words stand for what is usual. Whether it goes together is the writers'
// to say.
void ImageReader::readDetails(LuaRecord &record)
{
    if (const LuaEntry *uuid = record.string("uuid", m_image.uuid);
        uuid != nullptr && !m_image.uuid.empty() && !isUuid(m_image.uuid))
        m_file.refuse(translated("project", "is not like \"12345678-1234-1234-1234-123456789abc\""),
                      translated("project", "The UUID"), uuid->value);
    const LuaEntry *compression = record.string("compression", m_image.compression);
    if (compression != nullptr && !m_image.compression.empty() && m_image.compression != "gzip" &&
        m_image.compression != "xz" && m_image.compression != "zstd" && m_image.compression != "lz4")
        m_file.refuse(translated("project", "is none of \"gzip\", \"xz\", \"zstd\" and \"lz4\""),
                      translated("project", "The compression"), compression->value);
    std::int64_t number = 0;
    if (record.integer("level", 0, 22, number) != nullptr)
        m_image.level = static_cast<int>(number);
    readBlockSize(record);
    if (record.integer("inodes", 0, std::numeric_limits<std::uint32_t>::max(), number) != nullptr)
        m_image.inodes = static_cast<std::uint32_t>(number);
    std::string reserved;
    if (const LuaEntry *entry = record.string("reserved", reserved)) {
        const auto percent = parsePercent(reserved);
        if (!percent || *percent > 50)
            m_file.refuse(translated("project", "is not a share from \"0%\" to \"50%\""),
                          translated("project", "The share reserved for root"), entry->value);
        m_image.reservedPercent = *percent;
    }
    record.strings(
        "features",
        [this](const LuaEntry &feature) {
            const std::string *name = feature.value.string();
            if (name == nullptr || name->empty() || name->size() > 64 || displayBytes(*name) != *name)
                m_file.refuse(
                    translated("project", "is not the name of a feature, such as \"^metadata_csum\""),
                    translated("project", "The file system's feature"), feature.value);
        },
        m_image.features);
}

void ImageReader::readBlockSize(LuaRecord &record)
{
    constexpr std::int64_t most = 1 << 20;
    const LuaEntry *entry = record.find("blocksize");
    std::int64_t bytes = 0;
    if (entry != nullptr && entry->value.string() != nullptr) {
        std::string text;
        record.string("blocksize", text);
        bytes = static_cast<std::int64_t>(parseSize(text).value_or(most + 1));
    } else {
        record.integer("blocksize", 0, kMaxInteger, bytes);
    }
    if (bytes > most)
        m_file.refuse(translated("project", "is no size of at most \"1M\""),
                      translated("project", "The block size"), entry->value);
    m_image.blockSize = static_cast<std::uint32_t>(bytes);
}

void ImageReader::readSize(LuaRecord &record)
{
    const LuaEntry *entry = record.find("size");
    std::int64_t bytes = 0;
    if (entry == nullptr || entry->value.string() == nullptr) {
        if (record.integer("size", 1, kMaxInteger, bytes) != nullptr)
            m_image.size = static_cast<std::uint64_t>(bytes);
        return;
    }
    std::string text;
    record.string("size", text);
    if (text == "fit")
        return;
    m_image.size = parseSize(text);
    if (!m_image.size || *m_image.size == 0) {
        m_file.refuse(translated("project", "is neither \"fit\" nor a size like \"64M\" or 67108864"),
                      translated("project", "The image's size"), entry->value);
    }
}

void ImageReader::readFree(LuaRecord &record)
{
    const LuaEntry *entry = record.find("free");
    FreeSpace &free = m_image.free;
    std::int64_t bytes = 0;
    if (entry == nullptr || entry->value.string() == nullptr) {
        record.integer("free", 0, kMaxInteger, bytes);
        free.bytes = static_cast<std::uint64_t>(bytes);
        return;
    }
    std::string text;
    record.string("free", text);
    if (const auto percent = parsePercent(text))
        free.percent = *percent;
    else if (const auto size = parseSize(text))
        free.bytes = *size;
    else
        m_file.refuse(
            translated("project", "is neither a share from \"0%\" to below \"100%\" nor a size like \"5M\""),
            translated("project", "The free space"), entry->value);
}

void ImageReader::readCapacity(LuaRecord &record)
{
    const LuaEntry *entry = record.find("capacity");
    std::string &capacity = m_image.capacity;
    std::int64_t bytes = 0;
    if (entry == nullptr || entry->value.string() == nullptr) {
        if (record.integer("capacity", 1, kMaxInteger, bytes) != nullptr)
            capacity = std::to_string(bytes);
        return;
    }
    record.string("capacity", capacity);
    if (capacity.empty() || capacityBytes(capacity))
        return;
    m_file.refuse(
        translated("project",
                   "is none of \"cd-650\", \"cd-700\", \"mini-cd\", \"dvd\" and no size like \"64M\""),
        translated("project", "The capacity"), entry->value);
}

} // namespace

void readImageSettings(const LuaFileName &file, const LuaEntry &entry, ImageSettings &image)
{
    ImageReader(file, image).read(entry);
}

} // namespace Refbox
