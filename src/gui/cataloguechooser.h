// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chooses a recipe of the catalogue: a searched list by category, all about the one that is selected, and its
// options. What was built before it looks up in the background when it is first shown. GUI thread.
#pragma once

#include "project/project.h"
#include "project/recipe.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QComboBox;

namespace Refbox {

class Progress;
class RecipesModel;
namespace Ui {
class CatalogueChooser;
}

class CatalogueChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit CatalogueChooser(QWidget *parent = nullptr);
    ~CatalogueChooser() override;

    /// Whose components are marked, and add to what is needed.
    void setProject(const Project &project);
    /// A recipe that the catalogue lacks, and options that it does not have, are kept as long as nobody
    /// chooses others.
    void setChoice(const std::string &recipe, const RecipeOptions &options);

    /// Empty: nothing is chosen.
    std::string recipe() const { return m_recipe; }
    /// Those that are not as the recipe has them, and those that setChoice() gave.
    RecipeOptions options() const;
    /// The prefix that the recipe proposes; empty where nothing is chosen.
    std::string prefix() const;
    /// Components of what it needs and the project lacks, in the order in which they are built; none where
    /// the user does not want them.
    std::vector<Component> needed() const;
    /// A sentence about what is wrong; empty if a recipe is chosen and nothing is wrong.
    QString objection() const;

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct OptionField
    {
        RecipeOption option;
        QComboBox *combo;
    };

    void connectAll();
    void search();
    void take(const std::string &recipe);
    void showRecipe();
    void showAbout(const Recipe &recipe);
    void showOptions(const Recipe &recipe);
    void showNeeds();
    std::vector<Component> allNeeded() const;
    void startLookup();

    std::unique_ptr<Ui::CatalogueChooser> m_ui;
    RecipesModel *m_model;
    Project m_project;
    std::string m_recipe;
    RecipeOptions m_given; // as setChoice() had them
    std::vector<OptionField> m_fields;
    std::shared_ptr<Progress> m_lookup;
};

} // namespace Refbox
