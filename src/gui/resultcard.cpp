// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/resultcard.h"

#include "formats/imageformat.h"
#include "gui/commandedit.h"
#include "gui/errordialog.h"
#include "gui/icons.h"
#include "gui/mounter.h"
#include "jobs/display.h"
#include "ui_resultcard.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <filesystem>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

constexpr int kIcon = 32;
constexpr int kMostRemarkLines = 5; // seen at once
constexpr int kWidestPath = 528;

QString iconOf(const std::string &path)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return u"folder"_s;
    return recogniseImage(path) ? u"image"_s : u"starball"_s;
}

QString verifiedText(const ExportReport &report)
{
    if (report.unchanged)
        return ResultCard::tr("unchanged since it was read back and equal to the plan");
    if (!report.verified)
        return ResultCard::tr("not read back");
    return *report.verified ? ResultCard::tr("read back and equal to the plan")
                            : ResultCard::tr("read back, and different as remarked");
}

} // namespace

ResultCard::ResultCard(const ExportReport &report, const QDBusConnection &bus, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ResultCard>())
{
    m_ui->setupUi(this);
    const QString iconName = iconOf(report.path);
    m_ui->iconLabel->setPixmap(icon(iconName).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    m_ui->iconLabel->setFixedSize(kIcon, kIcon);
    showReport(report);
    showCommands(report.commands);
    // An image's commands follow each other, an archive's are alternatives.
    m_ui->commandsLabel->setText(iconName == u"image" ? tr("As root, in a terminal:")
                                                      : tr("As root, in a terminal, one of these:"));
    m_ui->mountButton->hide();
    m_ui->mountLabel->hide();
    m_ui->openFolderButton->setIcon(icon(u"open"_s, u"folder-open"_s));
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, [path = report.path] {
        const std::string folder = fs::absolute(path).parent_path().string();
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(folder)));
    });
    if (iconName == u"image")
        setUpMounter(report.path, bus);
}

ResultCard::~ResultCard() = default;

void ResultCard::showReport(const ExportReport &report)
{
    const QString path = displayPath(report.path);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->pathLabel->setFont(bold);
    m_ui->pathLabel->setText(QFontMetrics(bold).elidedText(path, Qt::ElideMiddle, kWidestPath));
    m_ui->pathLabel->setToolTip(path);
    std::error_code ignored;
    const QString size = formatSize(report.bytes);
    m_ui->detailLabel->setText(fs::is_directory(report.path, ignored)
                                   ? tr("%1 of files").arg(size)
                                   : tr("%1, %2").arg(size, verifiedText(report)));
    if (report.takenOver > 0)
        m_ui->detailLabel->setText(tr("%1; %2 came from the image that stood there")
                                       .arg(m_ui->detailLabel->text(), formatSize(report.takenOver)));
    QStringList remarks;
    for (const std::string &remark : report.remarks)
        remarks += QString::fromStdString(remark); // its names are escaped already
    m_ui->remarksView->setVisible(!remarks.isEmpty());
    m_ui->remarksView->setPlainText(remarks.join(u'\n'));
    const int lines = std::min<int>(kMostRemarkLines, static_cast<int>(remarks.size())) + 1;
    m_ui->remarksView->setFixedHeight(fontMetrics().lineSpacing() * lines + 8);
}

void ResultCard::showCommands(const std::vector<std::string> &commands)
{
    m_ui->commandsLabel->setVisible(!commands.empty());
    int row = 0;
    for (const std::string &command : commands) {
        const QString text = QString::fromStdString(command);
        auto *edit = new CommandEdit(text);
        edit->setObjectName(u"command%1"_s.arg(row));
        edit->setAccessibleName(tr("Command"));
        auto *copy = new QPushButton(icon(u"copytext"_s, u"edit-copy"_s), tr("Copy"));
        copy->setObjectName(u"copy%1"_s.arg(row));
        copy->setAccessibleName(tr("Copy %1").arg(text));
        copy->setAutoDefault(false);
        connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
        m_ui->commandsLayout->addWidget(edit, row, 0);
        m_ui->commandsLayout->addWidget(copy, row, 1);
        ++row;
    }
}

void ResultCard::setUpMounter(const std::string &image, const QDBusConnection &bus)
{
    m_mounter = new Mounter(bus, this);
    connect(m_mounter, &Mounter::stateChanged, this, &ResultCard::showMount);
    connect(m_mounter, &Mounter::failed, this, [this](const Error &error) { showError(error, this); });
    connect(m_ui->mountButton, &QPushButton::clicked, this, [this, image] {
        if (m_mounter->state() == Mounter::State::Mounted)
            m_mounter->unmount();
        else
            m_mounter->mount(image);
    });
    showMount();
}

void ResultCard::showMount()
{
    const Mounter::State state = m_mounter->state();
    const bool mounted = state == Mounter::State::Mounted || state == Mounter::State::Unmounting;
    m_ui->mountButton->setVisible(state != Mounter::State::Unknown && state != Mounter::State::Absent);
    m_ui->mountButton->setEnabled(state == Mounter::State::Mounted || state == Mounter::State::Unmounted);
    m_ui->mountButton->setText(mounted ? tr("Un&mount") : tr("&Mount"));
    m_ui->mountButton->setIcon(mounted ? icon(u"unmount"_s, u"media-eject"_s)
                                       : icon(u"mount"_s, u"media-mount"_s));
    m_ui->mountLabel->setVisible(mounted);
    m_ui->mountLabel->setText(mounted ? tr("at %1").arg(m_mounter->mountPoint()) : QString());
}

} // namespace Refbox
