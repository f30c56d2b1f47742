#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings translations/*.ts up to date with the texts in the sources: new texts come in unfinished, texts that
# are gone go, what is translated stays.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

if (($# > 0)); then
    echo "Usage: packaging/update-translations.sh"
    [[ $1 == -h || $1 == --help ]] && exit 0
    exit 2
fi

lupdate=$(command -v /usr/lib/qt6/bin/lupdate lupdate6 lupdate | head -n 1) || true
if [[ -z $lupdate ]]; then
    echo "lupdate is missing: packaging/install-deps.sh --gui installs it" >&2
    exit 1
fi

# The rooms below the window say translated() (src/jobs/text.h), the window says tr(). Without places in the
# sources, which would change with every line.
options=(-I src -extensions "cpp,h,ui" -tr-function-alias "translate+=translated"
    -source-language en -locations none -no-obsolete)
sources=(src/jobs src/tree src/formats src/software src/project src/assembly src/gui forms)

"$lupdate" "${options[@]}" "${sources[@]}" -ts translations/refbox_de.ts translations/refbox_fr.ts
# English needs only its plurals.
"$lupdate" "${options[@]}" -pluralonly "${sources[@]}" -ts translations/refbox_en.ts
