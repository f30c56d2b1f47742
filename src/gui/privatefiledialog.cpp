// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/privatefiledialog.h"

#include "gui/question.h"
#include "jobs/display.h"
#include "project/names.h"
#include "ui_privatefiledialog.h"

#include <QFontDatabase>
#include <QPushButton>
#include <QTextBlock>
#include <QTextDocument>

#include <charconv>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostHex = 4096;

std::optional<std::uint32_t> parseId(const QString &text)
{
    const std::string digits = text.trimmed().toStdString();
    std::uint32_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    // The largest number stands for "no one" in Linux.
    const bool isId = error == std::errc() && end == digits.data() + digits.size() && id != 0xFFFFFFFF;
    return isId ? std::optional(id) : std::nullopt;
}

// Not toPlainText(): it makes spaces of no-break spaces.
QString textOf(const QPlainTextEdit &edit)
{
    QString text = edit.document()->toRawText();
    return text.replace(QChar(QChar::ParagraphSeparator), u'\n');
}

} // namespace

PrivateFileDialog::PrivateFileDialog(const VServer &vserver, QWidget *parent)
    : QDialog(parent)
    , m_ui([this] {
        auto ui = std::make_unique<Ui::PrivateFileDialog>();
        ui->setupUi(this);
        return ui;
    }())
    , m_vserver(vserver)
    , m_path(m_ui->pathEdit)
{
    setWindowTitle(tr("New file of %1").arg(displayPath(vserver.name)));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Add &file"));
    m_ui->pathHint->setField(m_ui->pathEdit);
    m_ui->modeHint->setField(m_ui->modeEdit);
    m_ui->contentEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->contentEdit->setTabStopDistance(8 * m_ui->contentEdit->fontMetrics().horizontalAdvance(u' '));
    connectAll();
    showFile({});
}

PrivateFileDialog::~PrivateFileDialog() = default;

void PrivateFileDialog::connectAll()
{
    connect(m_ui->pathEdit, &QLineEdit::textChanged, this, &PrivateFileDialog::pathEdited);
    for (const QLineEdit *edit : {m_ui->modeEdit, m_ui->uidEdit, m_ui->gidEdit})
        connect(edit, &QLineEdit::textChanged, this, &PrivateFileDialog::updateState);
    connect(m_ui->contentEdit, &QPlainTextEdit::textChanged, this, &PrivateFileDialog::updateState);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PrivateFileDialog::setFile(const std::string &path, const PrivateFile &file)
{
    m_originalPath = path;
    setWindowTitle(tr("%1 of %2").arg(displayPath(path), displayPath(m_vserver.name)));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Apply &changes"));
    m_path.set(path);
    showFile(file);
    m_ui->contentEdit->setFocus();
}

void PrivateFileDialog::setPlanned(std::function<std::optional<PlannedFile>(const std::string &)> planned)
{
    m_planned = std::move(planned);
}

void PrivateFileDialog::suggestPath(const std::string &path)
{
    m_path.set(path);
    pathEdited();
    m_ui->contentEdit->setFocus();
}

void PrivateFileDialog::showFile(const PrivateFile &file)
{
    m_original = file;
    m_text = editableTextOf(file.content);
    m_ui->modeEdit->setText(permissionDigits(file.permissions));
    m_ui->uidEdit->setText(QString::number(file.uid));
    m_ui->gidEdit->setText(QString::number(file.gid));
    QPlainTextEdit *edit = m_ui->contentEdit;
    edit->setReadOnly(!m_text);
    edit->setPlainText(m_text ? m_text->text : hexDump(file.content, kMostHex));
    edit->document()->setModified(false);
    updateState();
}

// What was typed stays, whatever the vserver has at that path.
void PrivateFileDialog::pathEdited()
{
    if (m_originalPath.empty() && file() == m_original) {
        const std::optional<PlannedFile> planned = m_planned ? m_planned(m_path.bytes()) : std::nullopt;
        m_isShared = planned ? std::optional(planned->isShared) : std::nullopt;
        showFile(planned ? planned->file : PrivateFile());
    } else {
        updateState();
    }
}

void PrivateFileDialog::reject()
{
    const Question question{.title = windowTitle(),
                            .text = tr("What was changed here is not in the project yet. Discard it?"),
                            .verb = tr("&Discard"),
                            .noVerb = tr("&Keep editing")};
    if (file() == m_original || ask(question, this) == Answer::Yes)
        QDialog::reject();
}

std::string PrivateFileDialog::path() const
{
    return m_path.bytes();
}

PrivateFile PrivateFileDialog::file() const
{
    PrivateFile file = m_original;
    if (m_text && m_ui->contentEdit->document()->isModified()) {
        EditableText edited = *m_text;
        edited.text = textOf(*m_ui->contentEdit);
        file.content = bytesOf(edited);
    }
    file.permissions = parsePermissions(m_ui->modeEdit->text().trimmed()).value_or(file.permissions);
    file.uid = parseId(m_ui->uidEdit->text()).value_or(file.uid);
    file.gid = parseId(m_ui->gidEdit->text()).value_or(file.gid);
    return file;
}

void PrivateFileDialog::updateState()
{
    const bool isEmpty = m_path.bytes().empty();
    const QString path = pathObjection();
    m_ui->pathHint->setHint(pathText());
    m_ui->pathHint->setObjection(isEmpty ? QString() : path);
    const auto permissions = parsePermissions(m_ui->modeEdit->text().trimmed());
    m_ui->modeHint->setHint(permissions ? permissionWords(*permissions) : QString());
    const QString mode = permissions ? ownerObjection() : tr("Permissions are three or four octal digits.");
    m_ui->modeHint->setObjection(mode);
    m_ui->contentHint->setHint(contentText());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(path.isEmpty() && mode.isEmpty());
}

QString PrivateFileDialog::pathText() const
{
    if (!m_isShared)
        return tr("In the vserver. It takes the place of what a link rule puts there.");
    return *m_isShared
               ? tr("The vserver shares this file with the refbox. It becomes a private copy of the vserver.")
               : tr("The vserver has this file already. It becomes a private file with this text.");
}

QString PrivateFileDialog::pathObjection() const
{
    const std::string path = m_path.bytes();
    if (const Objection objection = objectionToPath(path, false))
        return tr("The path %1.").arg(*objection);
    if (path != m_originalPath && m_vserver.files.contains(path))
        return tr("The vserver has another file at this path.");
    return {};
}

QString PrivateFileDialog::ownerObjection() const
{
    return parseId(m_ui->uidEdit->text()) && parseId(m_ui->gidEdit->text())
               ? QString()
               : tr("Owner and group are numbers; root is 0.");
}

QString PrivateFileDialog::contentText() const
{
    if (!m_text)
        return m_original.content.size() > kLargestText
                   ? tr("%1 are too much for this small editor. The bytes stay as they are.")
                         .arg(formatSize(m_original.content.size()))
                   : tr("This is no text (%1). The bytes stay as they are.")
                         .arg(formatSize(m_original.content.size()));
    QStringList parts{formatSize(file().content.size())};
    if (m_text->crlf)
        parts += tr("lines end as on Windows");
    if (m_text->hasBom)
        parts += tr("with a byte order mark");
    const QTextDocument *document = m_ui->contentEdit->document();
    if (!document->isEmpty() && !document->lastBlock().text().isEmpty())
        parts += tr("no newline at the end");
    return parts.join(u", "_s);
}

} // namespace Refbox
