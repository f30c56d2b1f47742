// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exportdialog.h"

#include "formats/archiveparts.h"
#include "gui/exportnames.h"
#include "gui/fonts.h"
#include "gui/formatchoice.h"
#include "gui/icons.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "project/sizes.h"
#include "ui_exportdialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QPushButton>

#include <filesystem>

namespace Refbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kWidth = 544; // of the content

bool needsRoot(const FormatLoss &loss)
{
    return loss.kind == FormatLoss::Kind::Owner || loss.kind == FormatLoss::Kind::Device ||
           loss.kind == FormatLoss::Kind::PrivilegedXattr;
}

QString layerCompressionText(Compression compression)
{
    return compression == Compression::Gzip   ? ExportDialog::tr("gzip, which all runtimes read")
           : compression == Compression::Zstd ? ExportDialog::tr("Zstandard, which newer runtimes read")
                                              : ExportDialog::tr("none");
}

std::size_t errorCount(const Plan &plan)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        plan.findings, [](const Finding &finding) { return finding.severity == Finding::Severity::Error; }));
}

} // namespace

ExportDialog::ExportDialog(OutputKind kind, ExportContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(std::move(context))
    , m_request(defaultRequest(kind, m_context.plan, m_context.from))
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_ui->separator->setMinimumWidth(kWidth); // the dialog's own would free it from its layout's height
    m_estimateTimer.setSingleShot(true);
    m_estimateTimer.setInterval(200ms);
    setUpTexts();
    setUpParts();
    setUpImage();
    setUpCompression();
    showRows();
    suggestTarget();
    watch();
    changed();
    m_ui->targetEdit->setFocus();
}

ExportDialog::~ExportDialog()
{
    if (m_estimating)
        m_estimating->cancel();
}

void ExportDialog::setUpTexts()
{
    const OutputKind kind = m_request.kind;
    const QString verb = kind == OutputKind::Image  ? tr("Export image")
                         : kind == OutputKind::Star ? tr("Export star-ball")
                         : kind == OutputKind::Oci  ? tr("Export OCI images")
                                                    : tr("Export folder");
    setWindowTitle(verb);
    m_ui->titleLabel->setText(verb);
    m_ui->titleLabel->setFont(titleFont(font()));
    m_ui->partLabel->setText(kind == OutputKind::Star && m_context.from.empty() ? tr("&VServer:")
                                                                                : tr("&Part:"));
    m_ui->targetLabel->setText(writesFolder() ? tr("&Folder:") : tr("&File:"));
    if (!m_context.from.empty())
        m_ui->verifyBox->setText(tr("Read it bac&k and compare it with what was opened"));
    m_exportButton = m_ui->buttonBox->addButton(verb, QDialogButtonBox::AcceptRole);
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setDefault(true);
    m_ui->commandEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyButton->setIcon(icon(u"copytext"_s, u"edit-copy"_s));
    m_ui->commandHint->setFont(hintFont(font()));
    m_ui->commandHint->setVisible(m_context.isEdited && !m_context.projectPath.empty());
    m_ui->problemIcon->setPixmap(icon(u"warning"_s).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_ui->problemIcon->setFixedSize(16, 16);
}

bool ExportDialog::writesFolder() const
{
    return m_request.kind == OutputKind::Folder || m_request.kind == OutputKind::Oci;
}

void ExportDialog::setUpParts()
{
    const Plan &plan = *m_context.plan;
    const auto add = [&](NodeId node, const QString &iconName) {
        const QString text = node != FileTree::root() ? displayPath(plan.tree->name(node))
                             : m_context.from.empty() ? tr("The whole package")
                                                      : tr("All of it");
        m_ui->partCombo->addItem(icon(iconName), text, node);
    };
    if (m_request.kind != OutputKind::Star || !m_context.from.empty())
        add(FileTree::root(), u"package"_s);
    if (m_request.kind == OutputKind::Folder && plan.refbox != kNoId)
        add(plan.refbox, u"refbox"_s);
    for (const NodeId vserver : plan.vservers)
        add(vserver, u"vserver"_s);
    if (const NodeId folder = m_context.subtree; folder != kNoId && m_ui->partCombo->findData(folder) < 0)
        m_ui->partCombo->addItem(icon(u"folder"_s, u"folder"_s), displayPath(plan.tree->path(folder)),
                                 folder);
    if (const int suggested = m_ui->partCombo->findData(m_context.subtree); suggested >= 0)
        m_ui->partCombo->setCurrentIndex(suggested);
}

void ExportDialog::setUpImage()
{
    const ImageSettings &settings = m_request.image.settings;
    fillFormats(m_ui->filesystemCombo);
    chooseFormat(m_ui->filesystemCombo, settings.filesystem);
    m_ui->filesystemHint->setField(m_ui->filesystemCombo);
    m_ui->sizeCombo->addItems({tr("As small as possible"), tr("Fixed")});
    m_ui->sizeCombo->setCurrentIndex(settings.size ? 1 : 0);
    if (settings.size)
        m_ui->sizeEdit->setText(QString::fromStdString(sizeText(*settings.size)));
    if (settings.free.percent > 0)
        m_ui->freeEdit->setText(QString::fromStdString(percentText(settings.free.percent)));
    else if (settings.free.bytes > 0)
        m_ui->freeEdit->setText(QString::fromStdString(sizeText(settings.free.bytes)));
    m_ui->labelEdit->setText(QString::fromStdString(settings.label));
    m_ui->labelEdit->setPlaceholderText(QString::fromStdString(m_request.image.defaultLabel));
}

void ExportDialog::setUpCompression()
{
    if (m_request.kind == OutputKind::Image) {
        fillImageCompressions(m_ui->compressionCombo);
        m_ui->compressionCombo->setCurrentIndex(
            m_ui->compressionCombo->findData(QString::fromStdString(m_request.image.settings.compression)));
        return;
    }
    // Runtimes cannot read xz, and old ones only gzip.
    const std::vector<Compression> compressions =
        m_request.kind == OutputKind::Oci
            ? std::vector{Compression::Gzip, Compression::Zstd, Compression::None}
            : std::vector{Compression::Zstd, Compression::Xz, Compression::Gzip, Compression::None};
    for (const Compression compression : compressions)
        m_ui->compressionCombo->addItem(m_request.kind == OutputKind::Oci ? layerCompressionText(compression)
                                                                          : compressionText(compression),
                                        static_cast<int>(compression));
}

void ExportDialog::showRows()
{
    const bool image = m_request.kind == OutputKind::Image;
    const bool star = m_request.kind == OutputKind::Star;
    const bool oci = m_request.kind == OutputKind::Oci;
    QFormLayout *form = m_ui->form;
    form->setRowVisible(m_ui->partCombo, !image && !oci);
    form->setRowVisible(m_ui->compressionCombo, star || oci);
    form->setRowVisible(m_ui->filesystemCombo, image);
    form->setRowVisible(m_ui->filesystemHint, image);
    form->setRowVisible(m_ui->sizeLayout, image);
    form->setRowVisible(m_ui->freeEdit, image);
    form->setRowVisible(m_ui->labelEdit, image);
    form->setRowVisible(m_ui->splitLayout, star);
    form->setRowVisible(m_ui->checksumBox, star);
    form->setRowVisible(m_ui->verifyBox, image || star || oci);
    form->setRowVisible(m_ui->bestEffortBox, m_request.kind == OutputKind::Folder);
}

void ExportDialog::watch()
{
    connect(m_ui->partCombo, &QComboBox::currentIndexChanged, this, [this] {
        suggestTarget();
        changed();
    });
    connect(m_ui->targetEdit, &QLineEdit::textChanged, this, &ExportDialog::targetEdited);
    connect(m_ui->compressionCombo, &QComboBox::currentIndexChanged, this, &ExportDialog::compressionChosen);
    connect(m_ui->splitCombo, &QComboBox::currentTextChanged, this, &ExportDialog::changed);
    for (QComboBox *combo : {m_ui->filesystemCombo, m_ui->sizeCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    for (QLineEdit *edit : {m_ui->sizeEdit, m_ui->freeEdit, m_ui->labelEdit})
        connect(edit, &QLineEdit::textChanged, this, &ExportDialog::changed);
    for (QCheckBox *box : {m_ui->splitBox, m_ui->checksumBox, m_ui->verifyBox, m_ui->bestEffortBox})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::changed);
    connect(&m_estimateTimer, &QTimer::timeout, this, &ExportDialog::estimate);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->commandEdit->text()); });
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

// Names the target after the part, unless the user has named it.
void ExportDialog::suggestTarget()
{
    const auto suggestion = [this](NodeId part) {
        const Plan &plan = *m_context.plan;
        const std::string name =
            part == FileTree::root() ? plan.project.name : std::string(plan.tree->name(part));
        return suggestedTarget(m_request.kind, m_context.folder, name, m_request.star.compression);
    };
    const QString now = m_ui->targetEdit->text();
    if (!now.isEmpty() && now != suggestion(m_request.subtree))
        return;
    m_request.subtree =
        m_ui->partCombo->count() > 0 ? m_ui->partCombo->currentData().toUInt() : FileTree::root();
    m_ui->targetEdit->setText(suggestion(m_request.subtree));
}

void ExportDialog::targetEdited()
{
    const auto compression = compressionFromName(m_ui->targetEdit->text().toStdString());
    if (compression && m_request.kind == OutputKind::Star) {
        const QSignalBlocker blocker(m_ui->compressionCombo);
        m_ui->compressionCombo->setCurrentIndex(
            m_ui->compressionCombo->findData(static_cast<int>(*compression)));
    }
    changed();
}

void ExportDialog::compressionChosen()
{
    if (m_request.kind == OutputKind::Star) {
        const auto compression = static_cast<Compression>(m_ui->compressionCombo->currentData().toInt());
        m_ui->targetEdit->setText(withCompressionSuffix(m_ui->targetEdit->text(), compression));
    }
    changed();
}

void ExportDialog::browse()
{
    const bool folder = writesFolder();
    auto *dialog = new QFileDialog(this, windowTitle());
    dialog->setObjectName(u"browseDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // accept() asks
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
    dialog->setAcceptMode(folder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    const QFileInfo target(QString::fromStdString(m_request.target));
    dialog->setDirectory(target.path());
    if (!folder)
        dialog->selectFile(target.fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, folder, name = target.fileName()](QString path) {
        // The folder that takes the new one, whose name stays.
        m_ui->targetEdit->setText(folder ? path + u'/' + name : path);
    });
    dialog->open();
}

void ExportDialog::changed()
{
    m_targetProblem.clear();
    m_ui->sizeEdit->setVisible(m_ui->sizeCombo->currentIndex() == 1);
    m_ui->freeEdit->setEnabled(m_ui->sizeCombo->currentIndex() == 0 &&
                               chosenFormatHasFreeSpace(m_ui->filesystemCombo));
    m_ui->splitCombo->setEnabled(m_ui->splitBox->isChecked());
    m_ui->labelEdit->setEnabled(longestLabel(m_ui->filesystemCombo) > 0);
    m_ui->filesystemHint->setHint(chosenFormatAdvice(m_ui->filesystemCombo));
    if (m_request.kind == OutputKind::Image)
        m_ui->form->setRowVisible(m_ui->compressionCombo,
                                  chosenFormat(m_ui->filesystemCombo) == ImageFormat::SquashFs);
    m_formProblem = readForm();
    m_estimate.reset();
    if (m_estimating)
        m_estimating->cancel();
    m_estimating.reset();
    if (m_formProblem.isEmpty())
        m_estimateTimer.start();
    const bool saved = !m_context.projectPath.empty() || !m_context.from.empty();
    m_ui->commandEdit->setText(saved ? QString::fromStdString(exportCommand(m_request, m_context.projectPath))
                                     : QString());
    m_ui->commandEdit->setCursorPosition(0);
    m_ui->commandEdit->setToolTip(m_ui->commandEdit->text());
    m_ui->commandEdit->setPlaceholderText(tr("Save the project first: the command works on its file."));
    m_ui->copyButton->setEnabled(saved);
    showState();
}

QString ExportDialog::readForm()
{
    const std::string target = m_ui->targetEdit->text().trimmed().toStdString();
    m_request.target = target.empty() ? target : (std::filesystem::path(m_context.folder) / target).string();
    if (m_ui->partCombo->count() > 0)
        m_request.subtree = m_ui->partCombo->currentData().toUInt();
    if (m_request.kind == OutputKind::Star)
        m_request.star.compression = static_cast<Compression>(m_ui->compressionCombo->currentData().toInt());
    if (m_request.kind == OutputKind::Oci)
        m_request.oci.compression = static_cast<Compression>(m_ui->compressionCombo->currentData().toInt());
    m_request.verify = m_ui->verifyBox->isChecked();
    m_request.bestEffort = m_ui->bestEffortBox->isChecked();
    if (m_request.kind == OutputKind::Star && m_ui->partCombo->count() == 0)
        return tr("There is no vserver to pack. Make one first.");
    if (m_request.kind == OutputKind::Oci && m_context.plan->vservers.empty())
        return tr("There is no vserver to make an image of. Make one first.");
    if (target.empty())
        return tr("Say where it goes.");
    return m_request.kind == OutputKind::Image  ? readImage()
           : m_request.kind == OutputKind::Star ? readStar()
                                                : QString();
}

QString ExportDialog::readStar()
{
    m_request.star.checksum = m_ui->checksumBox->isChecked();
    m_request.star.partSize = 0;
    if (!m_ui->splitBox->isChecked())
        return {};
    const auto size = parseSize(m_ui->splitCombo->currentText().trimmed().toStdString());
    if (!size || *size < PartedFile::kSmallestPart)
        return tr("The size of a part is a number of bytes, or a number with K, M or G, such as 650M.");
    m_request.star.partSize = *size;
    return {};
}

QString ExportDialog::readImage()
{
    ImageSettings &settings = m_request.image.settings;
    settings.filesystem = chosenFormatName(m_ui->filesystemCombo);
    settings.compression = m_ui->compressionCombo->currentData().toString().toStdString();
    settings.label = m_ui->labelEdit->text().toStdString();
    const std::size_t longest = longestLabel(m_ui->filesystemCombo);
    if (longest > 0 && settings.label.size() > longest) // without labels, one that is set is left alone
        return tr("The label is too long: it may have %1 bytes.").arg(longest);
    const std::string size = m_ui->sizeEdit->text().trimmed().toStdString();
    const bool fixed = m_ui->sizeCombo->currentIndex() == 1;
    settings.size = fixed ? parseSize(size) : std::nullopt;
    if (fixed && !settings.size)
        return tr("A size is a number of bytes, or a number with K, M or G, such as 64M.");
    const std::string free = m_ui->freeEdit->text().trimmed().toStdString();
    settings.free = {};
    if (free.empty())
        return {};
    if (const auto percent = parsePercent(free))
        settings.free.percent = *percent;
    else if (const auto bytes = parseSize(free))
        settings.free.bytes = *bytes;
    else
        return tr("Free space is a share such as 10%, or a size such as 5M.");
    return {};
}

void ExportDialog::estimate()
{
    auto progress = std::make_shared<Progress>();
    m_estimating = progress;
    auto *watcher = new QFutureWatcher<ExportEstimate>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, progress] {
        watcher->deleteLater();
        if (m_estimating != progress)
            return; // what it was made for has changed
        m_estimating.reset();
        try {
            m_estimate = watcher->result();
        } catch (const Cancelled &) {
            return;
        } catch (const Error &error) {
            m_formProblem = error.why();
        }
        showState();
    });
    watcher->setFuture(
        startJob(progress, [request = m_request](Progress &p) { return estimateExport(request, p); }));
}

void ExportDialog::showEstimate()
{
    if (!m_estimate) {
        m_ui->estimateLabel->setText(m_formProblem.isEmpty() ? tr("Computing its size…") : QString());
        m_ui->lossesLabel->clear();
        return;
    }
    const QString size = formatSize(m_estimate->bytes);
    if (m_request.kind == OutputKind::Image)
        m_ui->estimateLabel->setText(
            m_estimate->bytes == 0 ? QString()
            : m_estimate->capacity
                ? tr("The image will be %1, on a medium of %2.").arg(size, formatSize(*m_estimate->capacity))
            : m_estimate->exact
                ? tr("The image will be %1.").arg(size)
                : tr("The image will be at most %1, and less as it is compressed.").arg(size));
    else if (m_request.kind == OutputKind::Star)
        m_ui->estimateLabel->setText(
            tr("The star-ball will hold %1 of files, before compression.").arg(size));
    else if (m_request.kind == OutputKind::Oci)
        m_ui->estimateLabel->setText(
            tr("One image for each vserver. Their layers will hold %1 of files, before compression.")
                .arg(size));
    else
        m_ui->estimateLabel->setText(tr("The folder will hold %1 of files.").arg(size));
    QStringList lines;
    for (const FormatLoss &loss : m_estimate->losses)
        lines += fontMetrics().elidedText(u"• "_s + lossText(loss), Qt::ElideMiddle, kWidth);
    if (!lines.isEmpty())
        lines.prepend(tr("What it cannot hold:"));
    else
        lines += tr("It will hold everything exactly.");
    for (const std::string &note : m_estimate->notes)
        lines += fontMetrics().elidedText(QString::fromStdString(note), Qt::ElideRight, kWidth);
    if (const std::size_t errors = errorCount(*m_context.plan); errors > 0)
        lines += tr("The plan has errors, %1 in all: see the findings.").arg(errors);
    m_ui->lossesLabel->setText(lines.join(u'\n'));
}

void ExportDialog::showState()
{
    showEstimate();
    for (QLabel *label : {m_ui->estimateLabel, m_ui->lossesLabel})
        label->setVisible(!label->text().isEmpty());
    QString problem = m_formProblem;
    if (problem.isEmpty() && m_estimate) {
        problem = m_estimate->problem;
        if (m_request.kind == OutputKind::Folder && !m_request.bestEffort &&
            std::ranges::any_of(m_estimate->losses, needsRoot))
            problem = tr("Only root can write this exactly. Go on without, or export an image.");
    }
    const QString shown = problem.isEmpty() ? m_targetProblem : problem;
    m_ui->problemLabel->setText(shown);
    m_ui->problemLabel->setVisible(!shown.isEmpty());
    m_ui->problemIcon->setVisible(!shown.isEmpty());
    m_exportButton->setEnabled(problem.isEmpty());
}

void ExportDialog::accept()
{
    try {
        checkExportTarget(m_request);
    } catch (const Error &error) {
        m_targetProblem = error.why() + u' ' + error.advice();
        showState();
        m_ui->targetEdit->setFocus();
        return;
    }
    std::error_code ignored;
    const bool isSplit = m_request.kind == OutputKind::Star && m_request.star.partSize != 0;
    // Any part, not only a first one: a stopped export may have left later ones.
    const std::vector<unsigned> parts = isSplit ? existingParts(m_request.target) : std::vector<unsigned>();
    const std::string first = parts.empty() ? m_request.target : partPath(m_request.target, parts.front());
    if (!writesFolder() && (isSplit ? !parts.empty() : std::filesystem::exists(first, ignored)))
        askToReplace(first);
    else
        QDialog::accept();
}

void ExportDialog::askToReplace(const std::string &existing)
{
    const std::string name = std::filesystem::path(existing).filename().string();
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(),
                                tr("Replace %1?").arg(displayPath(name)), QMessageBox::Cancel, this);
    box->setObjectName(u"replaceBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("There is such a file already. It stays until the new one is complete."));
    QPushButton *replace = box->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    replace->setObjectName(u"replaceButton"_s);
    connect(replace, &QPushButton::clicked, this, [this] { QDialog::accept(); });
    box->open();
}

} // namespace Refbox
