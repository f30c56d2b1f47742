// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guidedialog.h"

#include "tree/content.h"
#include "ui_guidedialog.h"

#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Refbox {

namespace {

constexpr const char *kGuide = "/baby/doc/guide.md";
constexpr const char *kPicture = "/baby/doc/linkmap.svg";
constexpr std::uint64_t kLargest = 8UL * 1024 * 1024; // of what may be a stranger's

QByteArray bytesOf(const FileTree &tree, const char *path)
{
    const NodeId node = tree.find(path);
    if (node == kNoId || !tree.inodeAt(node).isRegular())
        return {};
    return QByteArray::fromStdString(readAll(tree, tree.inodeOf(node), kLargest));
}

// On light ground: the picture's dark colours are for browsers that ask for them.
QImage picture(const QByteArray &svg, int width, qreal ratio)
{
    QSvgRenderer renderer(svg);
    const QSizeF size = renderer.viewBoxF().size();
    if (!renderer.isValid() || size.width() <= 0 || size.height() <= 0 || size.height() > 20 * size.width())
        return {};
    QImage image((QSizeF(width, width * size.height() / size.width()) * ratio).toSize(),
                 QImage::Format_RGB32);
    image.fill(QColor(0xFD, 0xFD, 0xFC));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    image.setDevicePixelRatio(ratio);
    return image;
}

// Qt's Markdown leaves code as plain as the text, in lines that are never broken, and headings without room.
void dress(QTextDocument &document, const QPalette &palette)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.headingLevel() > 0) {
            format.setTopMargin(format.headingLevel() == 1 ? 0 : 24);
            format.setBottomMargin(8);
        } else if (format.hasProperty(QTextFormat::BlockCodeFence)) {
            format.setBackground(palette.alternateBase());
            format.setNonBreakableLines(false);
            const bool isLast = !block.next().blockFormat().hasProperty(QTextFormat::BlockCodeFence);
            format.setBottomMargin(isLast ? 8 : 0);
        } else {
            continue;
        }
        QTextCursor(block).setBlockFormat(format);
    }
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setCellSpacing(0);
        format.setCellPadding(4);
        format.setBorderCollapse(true);
        format.setBorderBrush(palette.mid());
        format.setTopMargin(8);
        format.setBottomMargin(16);
        table->setFormat(format);
    }
}

} // namespace

GuideDialog::GuideDialog(const FileTree &tree, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::GuideDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QTextDocument *document = m_ui->textBrowser->document();
    document->setDocumentMargin(16);
    const QImage image = picture(bytesOf(tree, kPicture), 700, devicePixelRatioF());
    document->addResource(QTextDocument::ImageResource, QUrl(u"linkmap.svg"_s), image);
    document->setMarkdown(QString::fromUtf8(bytesOf(tree, kGuide)),
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub |
                                                          QTextDocument::MarkdownNoHTML));
    dress(*document, palette());
    m_ui->textBrowser->moveCursor(QTextCursor::Start);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setDefault(true);
}

GuideDialog::~GuideDialog() = default;

bool GuideDialog::hasGuide(const FileTree &tree)
{
    const NodeId node = tree.find(kGuide);
    return node != kNoId && tree.inodeAt(node).isRegular();
}

} // namespace Refbox
