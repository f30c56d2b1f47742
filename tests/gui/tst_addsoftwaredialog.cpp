// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addsoftwaredialog.h"

#include "dialogtools.h"
#include "gui/componentdrafts.h"
#include "gui/fieldhint.h"
#include "gui/programmodels.h"
#include "gui/recipesmodel.h"
#include "project/names.h"
#include "software/hostprograms.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeView>
#include <QUrl>

#include <filesystem>
#include <fstream>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace fs = std::filesystem;

class TestAddSoftwareDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesPrograms();
    void takesProgramsThatAreElsewhere();
    void editsPlaces();
    void suggestsNameAndPrefix();
    void objectsToNames();
    void takesFolders();
    void takesArchives();
    void takesDrops();
    void keepsWhatItDoesNotShow();
    void choosesRecipes();
    void knowsWhatThePackageHas();
    void editsRecipes();
    void takesPackages();
    void draftsComponents_data();
    void draftsComponents();
    void searchesThousands();

private:
    void addProgram(const char *name);
    void writeRecipe(const char *name, const char *category, const char *more = "");
    static void showPage(AddSoftwareDialog &dialog, const QString &page)
    {
        child<QTabWidget>(dialog, u"sourceTabs"_s)->setCurrentWidget(child<QWidget>(dialog, page));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
};

namespace {

Project projectWith(const char *name, const char *prefix)
{
    Project project;
    project.components.push_back({name, prefix});
    return project;
}

} // namespace

void TestAddSoftwareDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    fs::create_directory(m_path + "/sbin");
    fs::create_directory(m_path + "/catalogue");
    qputenv("REFBOX_CATALOGUE", QByteArray::fromStdString(m_path + "/catalogue"));
    qputenv("REFBOX_CACHE", QByteArray::fromStdString(m_path + "/cache"));
    qputenv("PATH", QByteArray::fromStdString(m_path + "/sbin"));
}

void TestAddSoftwareDialog::writeRecipe(const char *name, const char *category, const char *more)
{
    const std::string text =
        std::string("return { recipe = 1, name = '") + name + "', version = '1', summary = 'A tool', " +
        "description = 'd', licence = 'MIT', homepage = 'https:\x2f/example.org', category = '" + category +
        "', prefix = '/opt/test/" + name + "', source = { { file = 'a.tar', sha256 = '" +
        std::string(64, '0') + "' } }, steps = { install = 'true' }, provides = { '/bin/" + name + "' }, " +
        more + " }\n";
    std::ofstream(m_path + "/catalogue/" + name + ".lua") << text;
}

void TestAddSoftwareDialog::addProgram(const char *name)
{
    const std::string path = m_path + "/sbin/" + name;
    std::ofstream(path) << "#!/bin/sh\n";
    fs::permissions(path, fs::perms(0755));
}

void TestAddSoftwareDialog::choosesPrograms()
{
    addProgram("refbox-b");
    addProgram("refbox-a");
    AddSoftwareDialog dialog({}, {});
    showPage(dialog, u"hostPage"_s);
    dialog.show();
    QVERIFY(!defaultButton(dialog)->isEnabled());
    auto *list = child<QTreeView>(dialog, u"installedView"_s);
    QTRY_VERIFY(list->model()->rowCount() > 2);
    auto &chooser = *child<QWidget>(dialog, u"chooser"_s);
    typeInto(chooser, u"searchEdit"_s, u"Refbox-"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClick(child<QLineEdit>(chooser, u"searchEdit"_s), Qt::Key_Return);
    list->selectAll();
    QTest::mouseClick(child<QPushButton>(dialog, u"addButton"_s), Qt::LeftButton);
    QCOMPARE(child<QTreeView>(dialog, u"chosenView"_s)->model()->rowCount(), 2);
    QVERIFY(defaultButton(dialog)->isEnabled());
    QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const Component expected{"refbox-a", "/", HostSource{{HostProgram{"refbox-a"}, HostProgram{"refbox-b"}}}};
    QVERIFY(dialog.component() == expected);
}

void TestAddSoftwareDialog::takesProgramsThatAreElsewhere()
{
    AddSoftwareDialog dialog({}, {});
    showPage(dialog, u"hostPage"_s);
    dialog.show();
    QTRY_VERIFY(child<QTreeView>(dialog, u"installedView"_s)->model()->rowCount() > 0);
    typeInto(*child<QWidget>(dialog, u"chooser"_s), u"searchEdit"_s, u"refbox-elsewhere"_s);
    QTest::mouseClick(child<QPushButton>(dialog, u"addButton"_s), Qt::LeftButton);
    const Component component = dialog.component();
    const HostProgram expected{.program = "refbox-elsewhere", .optional = true};
    QVERIFY(std::get<HostSource>(component.source).programs == std::vector{expected});
    QTest::keyClick(child<QTreeView>(dialog, u"chosenView"_s), Qt::Key_A, Qt::ControlModifier);
    QTest::mouseClick(child<QPushButton>(dialog, u"removeButton"_s), Qt::LeftButton);
    QVERIFY(!defaultButton(dialog)->isEnabled());
}

void TestAddSoftwareDialog::editsPlaces()
{
    addProgram("refbox-a");
    AddSoftwareDialog dialog({}, {});
    dialog.setComponent({"base", "/", HostSource{{HostProgram{"refbox-a"}, HostProgram{"/bin/sh"}}}});
    QAbstractItemModel *chosen = child<QTreeView>(dialog, u"chosenView"_s)->model();
    const QModelIndex place = chosen->index(0, ChosenProgramsModel::Place);
    QCOMPARE(place.data().toString(), u"/sbin/refbox-a"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    for (const QString &wrong : {u"bin/a"_s, u"/bin/../a"_s, u"/bin/sh"_s}) {
        QVERIFY(chosen->setData(place, wrong));
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(!child<FieldHint>(dialog, u"chosenHint"_s)->text().isEmpty());
    }
    QVERIFY(chosen->setData(place, u"/bin/a"_s));
    QVERIFY(
        chosen->setData(chosen->index(1, ChosenProgramsModel::Optional), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(defaultButton(dialog)->isEnabled());
    const std::vector<HostProgram> expected{{.program = "refbox-a", .as = "/bin/a"},
                                            {.program = "/bin/sh", .optional = true}};
    QVERIFY(std::get<HostSource>(dialog.component().source).programs == expected);
    QVERIFY(chosen->setData(place, QString()));
    QCOMPARE(place.data().toString(), u"/sbin/refbox-a"_s);
}

void TestAddSoftwareDialog::suggestsNameAndPrefix()
{
    addProgram("tool");
    AddSoftwareDialog dialog(projectWith("tool", "/opt/gnu/tool"), {});
    dialog.show();
    dialog.takePath(m_path + "/sbin/tool");
    QCOMPARE(dialog.component().name, "tool-2");
    QCOMPARE(dialog.component().prefix, "/opt/local/tool-2");
    typeInto(dialog, u"nameEdit"_s, u"mine"_s);
    QCOMPARE(dialog.component().prefix, "/opt/local/mine");
    QVERIFY(child<QComboBox>(dialog, u"prefixCombo"_s)->findText(u"/opt/gnu/mine"_s) >= 0);
    typeInto(dialog, u"nameEdit"_s, u"other"_s);
    auto *prefix = child<QComboBox>(dialog, u"prefixCombo"_s)->lineEdit();
    prefix->selectAll();
    QTest::keyClicks(prefix, u"/opt/x/y"_s);
    typeInto(dialog, u"nameEdit"_s, u"third"_s);
    QCOMPARE(dialog.component().prefix, "/opt/x/y");
}

void TestAddSoftwareDialog::objectsToNames()
{
    AddSoftwareDialog dialog(projectWith("base", "/"), {});
    dialog.show();
    dialog.takePath("/bin/sh");
    QVERIFY(defaultButton(dialog)->isEnabled());
    for (const QString &wrong : {u"base"_s, u"-x"_s, u"a b"_s}) {
        typeInto(dialog, u"nameEdit"_s, wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(child<FieldHint>(dialog, u"nameHint"_s)->isObjecting());
    }
    typeInto(dialog, u"nameEdit"_s, u"fine"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(!child<FieldHint>(dialog, u"nameHint"_s)->isObjecting());
    child<QComboBox>(dialog, u"prefixCombo"_s)->setEditText(u"opt"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    QVERIFY(child<FieldHint>(dialog, u"prefixHint"_s)->isObjecting());
}

void TestAddSoftwareDialog::takesFolders()
{
    AddSoftwareDialog dialog({}, m_path);
    dialog.show();
    auto *tabs = child<QTabWidget>(dialog, u"sourceTabs"_s);
    tabs->setCurrentWidget(child<QWidget>(dialog, u"folderPage"_s));
    typeInto(dialog, u"folderEdit"_s, u"none"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    QVERIFY(child<FieldHint>(dialog, u"folderHint"_s)->isObjecting());
    typeInto(dialog, u"folderEdit"_s, u"sbin"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    const Component expected{"sbin", "/", FolderSource{"sbin"}};
    QVERIFY(dialog.component() == expected);
}

void TestAddSoftwareDialog::takesArchives()
{
    std::ofstream(m_path + "/tool_1.2_amd64.deb") << "x";
    AddSoftwareDialog dialog({}, {});
    dialog.show();
    auto *tabs = child<QTabWidget>(dialog, u"sourceTabs"_s);
    tabs->setCurrentWidget(child<QWidget>(dialog, u"archivePage"_s));
    typeInto(dialog, u"archiveEdit"_s, QString::fromStdString(m_path));
    QVERIFY(!defaultButton(dialog)->isEnabled());
    typeInto(dialog, u"archiveEdit"_s, QString::fromStdString(m_path + "/tool_1.2_amd64.deb"));
    QVERIFY(defaultButton(dialog)->isEnabled());
    const Component expected{"tool", "/", ArchiveSource{m_path + "/tool_1.2_amd64.deb"}};
    QVERIFY(dialog.component() == expected);
}

void TestAddSoftwareDialog::takesDrops()
{
    // A name that is no UTF-8 stays what it is.
    const std::string path = m_path + "/odd\xff.tar";
    std::ofstream(path) << "x";
    AddSoftwareDialog dialog({}, {});
    dialog.show();
    QMimeData data;
    data.setUrls({QUrl::fromEncoded("file://" + QByteArray::fromStdString(path).toPercentEncoding("/"))});
    QDragEnterEvent entering(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &entering);
    QVERIFY(entering.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &event);
    const Component component = dialog.component();
    QCOMPARE(QByteArray::fromStdString(std::get<ArchiveSource>(component.source).path),
             QByteArray::fromStdString(path));
    QVERIFY(defaultButton(dialog)->isEnabled());
    dialog.takePath(m_path + "/sbin");
    QVERIFY(dialog.component().source == Source(FolderSource{m_path + "/sbin"}));
    fs::remove(path); // QTemporaryDir cannot name it
}

void TestAddSoftwareDialog::keepsWhatItDoesNotShow()
{
    Component component{"base", "/opt/a/\xff", HostSource{{HostProgram{"sh", "/bin/x"}}, {"/etc/services"}}};
    component.comments["name"] = {" why"};
    component.options = {{"readline", "bundled"}, {"colour", "green"}, {"gettext", "strange"}};
    Project project;
    project.components.push_back(component);
    AddSoftwareDialog dialog(project, {});
    dialog.setComponent(component);
    dialog.show();
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(dialog.component() == component);

    Component missing{"base", "/", ArchiveSource{"/nowhere/x.tar"}};
    AddSoftwareDialog other(project, {});
    other.setComponent(missing);
    QVERIFY(defaultButton(other)->isEnabled());
    QVERIFY(other.component() == missing);
}

void TestAddSoftwareDialog::choosesRecipes()
{
    writeRecipe("alpha", "Editors",
                "options = { { name = 'colour', choices = { 'red', 'blue' }, standard = "
                "'red' }, { name = 'deep', choices = { 'yes', 'no' }, standard = 'no' } }, "
                "needs = { { recipe = 'base', when = { deep = 'yes' } } }");
    writeRecipe("base", "Libraries");
    AddSoftwareDialog dialog({}, {});
    dialog.show();
    auto *list = child<QListView>(dialog, u"recipesView"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    auto *category = child<QComboBox>(dialog, u"categoryCombo"_s);
    const int all = list->model()->rowCount();
    category->setCurrentText(u"Editors"_s);
    QVERIFY(list->model()->rowCount() < all);
    category->setCurrentIndex(0);
    auto &chooser = *child<QWidget>(dialog, u"catalogue"_s);
    typeInto(chooser, u"searchEdit"_s, u"ALPHA"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(child<QLineEdit>(chooser, u"searchEdit"_s), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(child<QTextBrowser>(dialog, u"aboutView"_s)->toPlainText().contains(u"/bin/alpha"_s));
    Component expected{"alpha", "/opt/test/alpha", RecipeSource{"alpha"}};
    QVERIFY(dialog.component() == expected);
    QVERIFY(dialog.needed().empty());

    // An option may need another recipe, which can be left out.
    auto *deep = child<QComboBox>(dialog, u"option_deep"_s);
    deep->setCurrentIndex(deep->findData(u"yes"_s));
    expected.options = {{"deep", "yes"}};
    QVERIFY(dialog.component() == expected);
    const Component base{"base", "/opt/test/base", RecipeSource{"base"}};
    QVERIFY(dialog.needed() == std::vector{base});
    auto *needed = child<QCheckBox>(dialog, u"neededBox"_s);
    QVERIFY(needed->isVisible() && needed->text().contains(u"base"_s));
    needed->setChecked(false);
    QVERIFY(dialog.needed().empty());
    // Searching does not change what is chosen.
    typeInto(chooser, u"searchEdit"_s, u"base"_s);
    QVERIFY(dialog.component() == expected);
}

void TestAddSoftwareDialog::knowsWhatThePackageHas()
{
    writeRecipe("alpha", "Editors", "needs = { 'base' }");
    writeRecipe("base", "Libraries", "size = 1400000");
    Project project;
    project.components.push_back({"mine", "/opt/x", RecipeSource{"base"}});
    AddSoftwareDialog dialog(project, {});
    dialog.show();
    auto *list = child<QListView>(dialog, u"recipesView"_s);
    auto &chooser = *child<QWidget>(dialog, u"catalogue"_s);
    typeInto(chooser, u"searchEdit"_s, u"base"_s);
    QCOMPARE(list->model()->index(0, 0).data(RecipesModel::StateRole).toString(), u"In this package"_s);
    // How large it is counts all the same.
    list->setCurrentIndex(list->model()->index(0, 0));
    const QString about = child<QTextBrowser>(dialog, u"aboutView"_s)->toPlainText();
    QVERIFY2(about.contains(u"about 1.4 MB"_s), qPrintable(about));
    RecipesModel recipes{Catalogue()};
    const Recipe &base = recipes.catalogue().require("base");
    QCOMPARE(recipes.size(base), u"about 1.4 MB"_s);
    QCOMPARE(recipes.size(recipes.catalogue().require("alpha")), QString());
    recipes.setUsed({"base"});
    recipes.setBuilt({{"base", 1'500'000}});
    QCOMPARE(recipes.size(base), u"1.5 MB"_s);
    typeInto(chooser, u"searchEdit"_s, u"alpha"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(dialog.needed().empty());
}

void TestAddSoftwareDialog::editsRecipes()
{
    writeRecipe("alpha", "Editors",
                "options = { { name = 'colour', choices = { 'red', 'blue' }, standard = 'red' } }");
    Component component{"mine", "/opt/a", RecipeSource{"alpha"}, {{"colour", "red"}, {"odd", "x"}}};
    AddSoftwareDialog dialog({}, {});
    dialog.setComponent(component);
    dialog.show();
    QVERIFY(dialog.component() == component);
    auto *colour = child<QComboBox>(dialog, u"option_colour"_s);
    colour->setCurrentIndex(colour->findData(u"blue"_s));
    component.options["colour"] = "blue";
    QVERIFY(dialog.component() == component);

    // What another machine's catalogue has stays what it is.
    const Component foreign{"mine", "/opt/a", RecipeSource{"elsewhere"}, {{"colour", "red"}}};
    AddSoftwareDialog other({}, {});
    other.setComponent(foreign);
    other.show();
    QVERIFY(other.component() == foreign);
    QVERIFY(defaultButton(other)->isEnabled());
}

void TestAddSoftwareDialog::takesPackages()
{
    AddSoftwareDialog dialog({}, {});
    showPage(dialog, u"packagesPage"_s);
    dialog.show();
    QVERIFY(!defaultButton(dialog)->isEnabled());
    auto *edit = child<QPlainTextEdit>(dialog, u"packagesEdit"_s);
    edit->setPlainText(u"bash=5.2-1\n\n  ./x.deb \n"_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
    Component expected{"bash", "/", PackagesSource{{"bash=5.2-1", "./x.deb"}}};
    QVERIFY(dialog.component() == expected);
    for (const QString &wrong : {u"Bash"_s, u"--yes"_s, u"bash-"_s}) {
        edit->setPlainText(wrong);
        QVERIFY2(!defaultButton(dialog)->isEnabled(), qPrintable(wrong));
        QVERIFY(child<FieldHint>(dialog, u"packagesHint"_s)->isObjecting());
    }
    edit->setPlainText(u"bash"_s);
    auto *architecture = child<QComboBox>(dialog, u"architectureCombo"_s);
    architecture->setEditText(u"x86-64"_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    architecture->setEditText(u"arm64"_s);
    child<QPlainTextEdit>(dialog, u"withoutEdit"_s)->setPlainText(u"perl-base"_s);
    expected.source = PackagesSource{{"bash"}, "arm64", {"perl-base"}};
    QVERIFY(defaultButton(dialog)->isEnabled());
    QVERIFY(dialog.component() == expected);

    // Bytes that cannot be shown come back.
    const Component odd{"odd", "/", PackagesSource{{"/x/\xff.deb", "bash"}, "arm64", {}}};
    AddSoftwareDialog other({}, {});
    other.setComponent(odd);
    QVERIFY(other.component() == odd);
}

void TestAddSoftwareDialog::draftsComponents_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *path, const char *name) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(name);
    };
    row("/x/star-1.6.tar.gz", "star-1.6");
    row("/x/bash_5.2-1_amd64.deb", "bash");
    row("/x/bash-5.2-1.x86_64.rpm", "bash-5.2-1");
    row("/x/My software (new).zip", "My-software-new");
    row("/x/.tar", "tar");
    row("/x/\xff\xfe", "component");
    row("relative", "relative");
}

void TestAddSoftwareDialog::draftsComponents()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, name);
    const Component component = AddSoftwareDialog::componentForPath(path.toStdString(), {});
    QCOMPARE(QByteArray::fromStdString(component.name), name);
    QVERIFY(!objectionToName(component.name));
    QCOMPARE(component.prefix, "/");
    const Component second =
        AddSoftwareDialog::componentForPath(path.toStdString(), projectWith(name.constData(), "/"));
    QCOMPARE(QByteArray::fromStdString(second.name), name + "-2");
    QVERIFY(std::holds_alternative<ArchiveSource>(second.source));
}

void TestAddSoftwareDialog::searchesThousands()
{
    ProgramsModel model;
    const QAbstractItemModelTester tester(&model);
    std::vector<InstalledProgram> programs;
    for (int i = 0; i < 5000; ++i)
        programs.push_back({"p" + std::to_string(i), "/bin/p" + std::to_string(i), 1000, true});
    model.setPrograms(programs);
    model.setFilter(u"P42"_s);
    QCOMPARE(model.program(0).name, "p42");
    QCOMPARE(model.program(1).name, "p420");
    model.setFilter(u"42"_s);
    QCOMPARE(model.program(0).name, "p42");
    model.setFilter(u"nothing"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter(QString());
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(model.index(0, ProgramsModel::Size).data().toString(), u"1.0 kB"_s);
}

QTEST_MAIN(TestAddSoftwareDialog)
#include "tst_addsoftwaredialog.moc"
