#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Refbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings translations/*.ts up to date with the texts in the sources: new texts come in unfinished, texts that
# are gone go, what is translated stays.
# shellcheck source=packaging/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'END'
Usage: packaging/update-translations.sh [--check]

  --check  change nothing; fail where a text of the sources is not in the translations or not translated
END
}

case ${1-} in
'' | --check) ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    exit 2
    ;;
esac

cd -- "$top"
lupdate=$(command -v /usr/lib/qt6/bin/lupdate lupdate6 lupdate | head -n 1) || true
if [[ -z $lupdate ]]; then
    echo "lupdate is missing: packaging/install-deps.sh --gui installs it" >&2
    exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
folder=$top/translations
if [[ ${1-} == --check ]]; then
    folder=$scratch
    cp -- translations/*.ts "$folder/"
fi
# lupdate reads no Lua: the texts of the recipes as a source that it does read.
quoted='"([^"\\]|\\.)*"'
sed -nE "s/^ *(summary|description|category|untried) = ($quoted),\$/QT_TRANSLATE_NOOP(\"catalogue\", \2)/p
    s/.*[{ ]text = ($quoted).*/QT_TRANSLATE_NOOP(\"catalogue\", \1)/p" \
    resources/catalogue/*.lua >"$scratch/catalogue.cpp"

# The rooms below the window say translated() (src/jobs/text.h), the window says tr(). Without places in the
# sources, which would change with every line.
options=(-I src -extensions "cpp,h,ui" -tr-function-alias "translate+=translated"
    -source-language en -locations none -no-obsolete)
sources=(src/jobs src/tree src/formats src/software src/project src/assembly src/gui forms
    "$scratch/catalogue.cpp")

update() {
    "$lupdate" "${options[@]}" "${sources[@]}" -ts "$folder/refbox_de.ts" "$folder/refbox_fr.ts"
    # English needs only its plurals.
    "$lupdate" "${options[@]}" -pluralonly "${sources[@]}" -ts "$folder/refbox_en.ts"
}

if [[ ${1-} != --check ]]; then
    update
    exit 0
fi
update >/dev/null
failed=no
for file in "$folder"/*.ts; do
    if lacking=$(grep -B 3 'type="unfinished"' "$file" | grep '<source>'); then
        printf '%s lacks translations of:\n%s\n' "${file##*/}" "$lacking" >&2
        failed=yes
    fi
    # Texts that are gone, too.
    if ! cmp -s -- "$file" "translations/${file##*/}"; then
        printf '%s is not up to date: run packaging/update-translations.sh\n' "${file##*/}" >&2
        failed=yes
    fi
done
[[ $failed == no ]]
