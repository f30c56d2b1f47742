// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/autosave.h"

#include "gui/document.h"
#include "project/projectfile.h"
#include "project/projectpaths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <chrono>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kCopySuffix = u".refbox.lua"_s;
const QString kOriginSuffix = u".origin"_s; // the path of the project's own file, as bytes
const QString kLockSuffix = u".lock"_s;

} // namespace

Autosave::Autosave(Document &document, QString folder, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_folder(std::move(folder))
    , m_base(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QDir().mkpath(m_folder);
    m_lock = std::make_unique<QLockFile>(m_base + kLockSuffix);
    m_lock->setStaleLockTime(0); // only a dead process makes a lock stale, not its age
    m_lock->tryLock();
    m_timer.setSingleShot(true);
    m_timer.setInterval(20s);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::writeNow);
    connect(&document, &Document::projectChanged, this, &Autosave::update);
    connect(&document, &Document::modifiedChanged, this, &Autosave::update);
}

Autosave::~Autosave()
{
    remove(); // a session that ends in order has saved or discarded its changes
}

QString Autosave::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/autosave"_s;
}

void Autosave::update()
{
    if (!m_document.isModified()) {
        m_timer.stop();
        remove();
    } else if (!m_timer.isActive()) {
        m_timer.start();
    }
}

// A project may be one that cannot be written yet (a name half typed), or the disk full: the next edit tries
// again.
std::optional<Error> Autosave::writeNow()
{
    if (!m_document.isModified())
        return {};
    try {
        const QByteArray path = QByteArray::fromStdString(m_document.path());
        QSaveFile origin(m_base + kOriginSuffix);
        if (!origin.open(QIODevice::WriteOnly) || origin.write(path) != path.size() || !origin.commit())
            throw Error(tr("Cannot keep a copy of unsaved changes"), origin.fileName(), origin.errorString(),
                        tr("Save the project soon."));
        // Without a file, relative paths would start wherever the next session does.
        saveProject(m_document.path().empty() ? movedProject(m_document.project(), m_document.folder(), {})
                                              : m_document.project(),
                    QFile::encodeName(copyName()).toStdString());
        m_hasFailed = false;
        return {};
    } catch (const Error &error) {
        if (!std::exchange(m_hasFailed, true))
            Q_EMIT failed(error);
        return error;
    }
}

void Autosave::remove()
{
    QFile::remove(copyName());
    QFile::remove(m_base + kOriginSuffix);
}

// A killed session without changes leaves its lock, one that was killed while it wrote its copy also the
// origin.
void Autosave::removeOrphans() const
{
    const QStringList names =
        QDir(m_folder).entryList({u'*' + kLockSuffix, u'*' + kOriginSuffix}, QDir::Files);
    for (const QString &name : names) {
        const QString base = m_folder + u'/' + QFileInfo(name).completeBaseName();
        QLockFile lock(base + kLockSuffix);
        lock.setStaleLockTime(0);
        if (base == m_base || QFile::exists(base + kCopySuffix) || !lock.tryLock())
            continue;
        QFile::remove(base + kOriginSuffix);
        lock.unlock(); // takes the file away
    }
}

std::vector<Recovered> Autosave::leftovers() const
{
    removeOrphans();
    std::vector<Recovered> found;
    const QStringList copies = QDir(m_folder).entryList({u'*' + kCopySuffix}, QDir::Files, QDir::Time);
    for (const QString &name : copies) {
        const QString copy = m_folder + u'/' + name;
        const QString base = copy.chopped(kCopySuffix.size());
        QLockFile lock(base + kLockSuffix);
        lock.setStaleLockTime(0);
        if (copy == copyName() || !lock.tryLock())
            continue; // its session lives
        Recovered recovered;
        recovered.fileName = copy;
        QFile origin(base + kOriginSuffix);
        if (origin.open(QIODevice::ReadOnly))
            recovered.path = origin.readAll().toStdString();
        try {
            recovered.project = loadProject(QFile::encodeName(copy).toStdString());
            found.push_back(std::move(recovered));
        } catch (const Error &) { // half written by a dying machine
        }
    }
    return found;
}

void Autosave::discard(const Recovered &recovered)
{
    const QString base = recovered.fileName.chopped(kCopySuffix.size());
    QFile::remove(recovered.fileName);
    QFile::remove(base + kOriginSuffix);
    QFile::remove(base + kLockSuffix);
}

} // namespace Refbox
