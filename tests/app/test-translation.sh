#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether each translation is valid and has every string of the window.
set -eu

cd "$1"
template=$(mktemp)
trap 'rm -f "$template"' EXIT

xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --keyword=C_:1c,2 \
  --files-from=po/POTFILES.in --output="$template"
for language in $(grep -v '^#' po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po"
  msgcmp "po/$language.po" "$template"
done
