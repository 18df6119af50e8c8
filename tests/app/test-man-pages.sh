#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether manual pages are read without a warning: test-man-pages.sh PAGE…
set -eu

for page in "$@"; do
  warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
  if [ -n "$warnings" ]; then
    printf '%s: %s\n' "$page" "$warnings" >&2
    exit 1
  fi
done
