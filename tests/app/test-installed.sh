#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether what is installed is whole, and runs from where it was put:
# test-installed.sh MESON BUILD-DIRECTORY PREFIX APPLICATION-ID VERSION
set -eu

meson=$1
build=$2
prefix=$3
id=$4
version=$5
tests=$(dirname "$(readlink -f "$0")")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

fail() {
  printf 'test-installed: %s\n' "$*" >&2
  exit 1
}

"$meson" install -C "$build" --no-rebuild --quiet --destdir "$root" >"$root/install.log" 2>&1 || {
  cat "$root/install.log" >&2
  fail "meson install fails"
}

# As if the prefix had been packed up and moved.
mv "$root$prefix" "$root/moved"
cd "$root/moved"
for file in bin/mellow bin/mellow-check share/mellow/rules.db share/mellow/styles/mellow.xml share/mellow/styles/mellow-dark.xml \
  share/mellow/templates share/applications/$id.desktop \
  share/metainfo/$id.metainfo.xml share/glib-2.0/schemas/$id.gschema.xml \
  share/icons/hicolor/scalable/apps/$id.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
  share/locale/da/LC_MESSAGES/mellow.mo share/man/man1/mellow.1 share/man/man1/mellow-check.1; do
  [ -s "$file" ] || fail "$file is missing"
done
glib-compile-schemas --strict share/glib-2.0/schemas

# The environment of the tests names other rules and settings.
unset MELLOW_RULES MELLOW_FIXED_RULES MELLOW_SHIPPED_RULES GSETTINGS_SCHEMA_DIR
printf 'Act now, only 3 left!\n' | bin/mellow-check - | grep -q 'proof: scarcity' || fail "no rules are found"
"$tests/test-command-line.sh" "$root/moved/bin/mellow" "$version"
