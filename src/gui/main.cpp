// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/autosave.h"
#include "gui/mainwindow.h"
#include "gui/preferences.h"
#include "gui/style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <clocale>

namespace {

// English has its plurals; over it the user's language where it is there, and Qt's own texts in the same.
void installTranslators(QApplication &application)
{
    const auto install = [&application](const QLocale &locale, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QApplication::installTranslator(translator);
        return translator->language();
    };
    const QString folder = QStringLiteral(":/i18n");
    install(QLocale::English, QStringLiteral("refbox"), folder);
    const QString language = install(QLocale::system(), QStringLiteral("refbox"), folder);
    if (!language.isEmpty())
        install(QLocale(language), QStringLiteral("qtbase"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("refbox"));
    QApplication::setApplicationName(QStringLiteral("refbox"));
    QApplication::setApplicationVersion(QStringLiteral(REFBOX_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("Refbox"));
    // The app id, by which desktops find the window's menu entry and icon: resources/desktop/.
    QApplication::setDesktopFileName(QStringLiteral("internal.refbox.refbox"));
    // File names are bytes, whatever the user's locale; libarchive and Qt follow LC_CTYPE.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::setlocale(LC_NUMERIC, "C");

    installTranslators(application);
    Refbox::installStyle();

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Assembles nano-vserver packages."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QApplication::translate("main", "A project to open, or an image, archive or "
                                                                 "folder to look inside"),
                                 QStringLiteral("[FILE]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    Refbox::applyCachePreference();
    Refbox::MainWindow window(Refbox::Autosave::defaultFolder());
    window.show();
    if (const QStringList files = parser.positionalArguments(); !files.isEmpty())
        window.openPath(files.first());
    QTimer::singleShot(0, &window, [&window] { window.offerRecovery(); });
    return QApplication::exec();
}
