// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cataloguechooser.h"

#include "assembly/recipes.h"
#include "gui/componentdrafts.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "gui/recipesmodel.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "ui_cataloguechooser.h"

#include <QComboBox>
#include <QFutureWatcher>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

using Built = std::map<std::string, std::uint64_t>;

QString row(const QString &name, const QString &value)
{
    return u"<tr><td style='padding-right: 12px'>%1</td><td>%2</td></tr>"_s.arg(name.toHtmlEscaped(), value);
}

QString escaped(const std::string &text)
{
    return displayPath(text).toHtmlEscaped();
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList all;
    for (const std::string &text : texts)
        all += escaped(text);
    return all.join(u", "_s);
}

// Only addresses that a browser opens become links.
QString linked(const std::string &address)
{
    const QString text = escaped(address);
    return text.startsWith(u"https://"_s) || text.startsWith(u"http://"_s)
               ? u"<a href=\"%1\">%1</a>"_s.arg(text)
               : text;
}

QString optionLabel(const RecipeOption &option)
{
    return option.text.empty() ? displayPath(option.name) : catalogueText(option.text);
}

} // namespace

CatalogueChooser::CatalogueChooser(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CatalogueChooser>())
    , m_model(new RecipesModel(Catalogue(), this))
{
    m_ui->setupUi(this);
    m_ui->searchEdit->addAction(icon(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition);
    m_ui->recipesView->setModel(m_model);
    m_ui->recipesView->setItemDelegate(new RecipeDelegate(m_ui->recipesView));
    m_ui->categoryCombo->addItem(tr("All categories"), QString());
    for (const QString &category : m_model->categories())
        m_ui->categoryCombo->addItem(category, category);
    m_ui->nameLabel->setFont(titleFont(font()));
    if (!m_model->catalogue().remarks().empty())
        m_ui->searchHint->setObjection(m_model->catalogue().remarks().front().message);
    connectAll();
    showRecipe();
}

CatalogueChooser::~CatalogueChooser()
{
    if (m_lookup)
        m_lookup->cancel();
}

void CatalogueChooser::connectAll()
{
    m_ui->searchEdit->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &CatalogueChooser::search);
    connect(m_ui->categoryCombo, &QComboBox::currentIndexChanged, this, &CatalogueChooser::search);
    connect(m_ui->recipesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && m_model->recipe(current.row()).name != m_recipe)
                    take(m_model->recipe(current.row()).name);
            });
    connect(m_ui->neededBox, &QCheckBox::toggled, this, &CatalogueChooser::changed);
}

void CatalogueChooser::setProject(const Project &project)
{
    m_project = project;
    std::set<std::string> used;
    for (const Component &component : project.components) {
        if (const auto *recipe = std::get_if<RecipeSource>(&component.source))
            used.insert(recipe->recipe);
    }
    m_model->setUsed(std::move(used));
    showNeeds();
}

void CatalogueChooser::setChoice(const std::string &recipe, const RecipeOptions &options)
{
    m_given = options;
    m_recipe = recipe;
    if (const int row = m_model->rowOf(recipe); row >= 0) {
        m_ui->recipesView->setCurrentIndex(m_model->index(row));
        m_ui->recipesView->scrollTo(m_model->index(row));
    }
    showRecipe();
    Q_EMIT changed();
}

void CatalogueChooser::take(const std::string &recipe)
{
    m_given.clear();
    m_recipe = recipe;
    showRecipe();
    Q_EMIT changed();
}

// What is chosen stays so while the list is searched, also where it is not in the list for a while.
void CatalogueChooser::search()
{
    m_model->setFilter(m_ui->searchEdit->text(), m_ui->categoryCombo->currentData().toString());
    if (const int row = m_model->rowOf(m_recipe); row >= 0)
        m_ui->recipesView->setCurrentIndex(m_model->index(row));
    m_ui->searchHint->setHint(
        m_model->rowCount() == 0 ? tr("No recipe of this kind. Packages and archives have tabs of their own.")
                                 : tr("%n recipe(s)", nullptr, m_model->rowCount()));
}

void CatalogueChooser::showRecipe()
{
    const Recipe *recipe = m_model->catalogue().find(m_recipe);
    m_ui->optionsBox->setVisible(recipe != nullptr);
    if (recipe == nullptr) {
        m_ui->nameLabel->setText(displayPath(m_recipe));
        m_ui->aboutView->setHtml(
            m_recipe.empty() ? tr("Select a recipe: it says how software is built from its author's source.")
                                   .toHtmlEscaped()
                             : tr("The catalogue has no recipe of this name.").toHtmlEscaped());
        m_fields.clear();
        showNeeds();
        return;
    }
    m_ui->nameLabel->setText(u"%1 %2"_s.arg(displayPath(recipe->name), displayPath(recipe->version)));
    showAbout(*recipe);
    showOptions(*recipe);
    showNeeds();
}

void CatalogueChooser::showAbout(const Recipe &recipe)
{
    QString html = u"<p><b>%1</b></p><p>%2</p>"_s.arg(catalogueText(recipe.summary).toHtmlEscaped(),
                                                      catalogueText(recipe.description).toHtmlEscaped());
    if (!recipe.untried.empty())
        html += u"<p>⚠ %1</p>"_s.arg(
            tr("Nobody has built it yet: %1").arg(catalogueText(recipe.untried)).toHtmlEscaped());
    html += u"<table>"_s;
    html += row(tr("Licence"), escaped(recipe.licence));
    html += row(tr("Homepage"), linked(recipe.homepage));
    html += row(tr("Source"), escaped(recipe.tarballs.front().file));
    html += row(tr("Provides"), joined(recipe.provides));
    if (const QString size = m_model->size(recipe); !size.isEmpty())
        html += row(tr("Size"), size.toHtmlEscaped());
    if (const QString state = m_model->state(recipe); !state.isEmpty())
        html += row(tr("State"), state.toHtmlEscaped());
    m_ui->aboutView->setHtml(html + u"</table>"_s);
}

void CatalogueChooser::showOptions(const Recipe &recipe)
{
    m_fields.clear();
    while (QLayoutItem *item = m_ui->optionsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RecipeOption &option : recipe.options) {
        auto *combo = new QComboBox;
        for (const std::string &choice : option.choices)
            combo->addItem(choice == option.standard ? tr("%1 (standard)").arg(displayPath(choice))
                                                     : displayPath(choice),
                           QString::fromStdString(choice));
        const auto given = m_given.find(option.name);
        const std::string &value = given == m_given.end() ? option.standard : given->second;
        int chosen = combo->findData(QString::fromStdString(value));
        if (chosen < 0) { // a value that is none stays until another is chosen: the plan says what is wrong
            combo->addItem(displayPath(value), QString::fromStdString(value));
            chosen = combo->count() - 1;
        }
        combo->setCurrentIndex(chosen);
        combo->setObjectName(u"option_"_s + displayPath(option.name));
        combo->setAccessibleName(optionLabel(option));
        auto *label = new QLabel(optionLabel(option) + u':');
        label->setBuddy(combo);
        label->setWordWrap(true);
        const int line = static_cast<int>(m_fields.size());
        m_ui->optionsLayout->addWidget(label, line, 0);
        m_ui->optionsLayout->addWidget(combo, line, 1);
        m_fields.push_back({option, combo});
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            showNeeds(); // options may need something
            Q_EMIT changed();
        });
    }
}

RecipeOptions CatalogueChooser::options() const
{
    RecipeOptions options = m_given;
    for (const OptionField &field : m_fields) {
        const std::string value = field.combo->currentData().toString().toStdString();
        if (value != field.option.standard || m_given.contains(field.option.name))
            options[field.option.name] = value;
    }
    return options;
}

std::string CatalogueChooser::prefix() const
{
    const Recipe *recipe = m_model->catalogue().find(m_recipe);
    return recipe == nullptr ? std::string() : recipe->prefix;
}

std::vector<Component> CatalogueChooser::allNeeded() const
{
    if (m_model->catalogue().find(m_recipe) == nullptr)
        return {};
    Project project = m_project;
    std::vector<Component> needed;
    try {
        const RecipeOrderPtr order = ProjectRecipes(project, m_model->catalogue())
                                         .order({m_recipe, "/", RecipeSource{m_recipe}, options()});
        for (const RecipeOrderPtr &need : withNeeds(order)) {
            const std::string &name = need->recipe.name;
            const bool isThere =
                name == m_recipe || std::ranges::any_of(project.components, [&](const Component &component) {
                    const auto *recipe = std::get_if<RecipeSource>(&component.source);
                    return recipe != nullptr && recipe->recipe == name;
                });
            if (isThere)
                continue;
            needed.push_back({freeComponentName(name, project), need->recipe.prefix, RecipeSource{name}});
            project.components.push_back(needed.back());
        }
    } catch (const Error &) {
        return {}; // objection() tells
    }
    return needed;
}

void CatalogueChooser::showNeeds()
{
    QStringList names;
    for (const Component &component : allNeeded())
        names += displayPath(component.name);
    m_ui->neededBox->setVisible(!names.isEmpty());
    m_ui->neededBox->setText(tr("Also add what it needs: %1").arg(names.join(u", "_s)));
}

std::vector<Component> CatalogueChooser::needed() const
{
    return m_ui->neededBox->isChecked() ? allNeeded() : std::vector<Component>();
}

QString CatalogueChooser::objection() const
{
    if (m_recipe.empty())
        return tr("Select a recipe.");
    const Recipe *recipe = m_model->catalogue().find(m_recipe);
    if (recipe == nullptr)
        return tr("The catalogue has no recipe of this name.");
    try {
        resolveOptions(*recipe, options());
    } catch (const Error &error) {
        return error.why();
    }
    return {};
}

void CatalogueChooser::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    search();
    if (!m_lookup)
        startLookup();
}

void CatalogueChooser::startLookup()
{
    m_lookup = std::make_shared<Progress>();
    auto *watcher = new QFutureWatcher<Built>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        try {
            m_model->setBuilt(watcher->future().result());
            if (const Recipe *recipe = m_model->catalogue().find(m_recipe))
                showAbout(*recipe);
        } catch (const Cancelled &) {
        } catch (const Error &error) { // no compiler, no cache: better known before a build than after
            m_ui->searchHint->setObjection(error.toString());
        }
    });
    watcher->setFuture(startJob(m_lookup, [catalogue = m_model->catalogue()](Progress &progress) {
        return builtRecipes(catalogue, progress);
    }));
}

// The arrows go from the search field to the list; Enter does not close the dialog from there.
bool CatalogueChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_model->rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (!m_ui->recipesView->currentIndex().isValid() || key != Qt::Key_Down)
        m_ui->recipesView->setCurrentIndex(m_model->index(0));
    m_ui->recipesView->setFocus();
    return true;
}

} // namespace Refbox
