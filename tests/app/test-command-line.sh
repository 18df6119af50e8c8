#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program does when it is started from a shell: test-command-line.sh PROGRAM VERSION
# It runs on a display and a session bus of its own.
set -eu

program=$(readlink -f "$1")
version=$2
work=$(mktemp -d)
started=

clean_up() {
  [ -z "$started" ] || kill "$started" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT

fail() {
  printf 'test-command-line: %s\n' "$*" >&2
  cat "$work/messages" >&2 2>/dev/null || true
  exit 1
}

[ "$("$program" --version)" = "mellow $version" ] || fail "another version"
"$program" --help | grep -q -- --new-window || fail "the help does not tell of --new-window"
LANGUAGE=da "$program" --help | grep -q 'Skriv reklametekster' || fail "the help is not translated"
if "$program" --nonsense 2>/dev/null; then
  fail "an unknown option is taken"
fi

command -v xdotool >/dev/null || exit 0

# Waits for a window with just that title.
wait_for() {
  timeout 30 xdotool search --sync --onlyvisible --name "^$1\$" >/dev/null || fail "no window shows $1"
}

cd "$work"
for name in a b c; do
  printf 'Act now, only 3 left!\n' >"$name.txt"
done

# Several files are tabs of one window, turned to the last.
# GTK 4.8 warns of a window that is raised while it changes its size, and draws a frame
# late; that is no complaint of the program, and must not end it.
G_DEBUG='' "$program" a.txt b.txt 2>"$work/messages" &
started=$!
wait_for b.txt

# A second process hands its words on and ends.
timeout 30 "$program" --new-window c.txt || fail "a second process fails"
wait_for c.txt
wait_for b.txt
timeout 30 "$program" a.txt || fail "a second process fails"
if timeout 30 "$program" --date=tomorrow a.txt 2>"$work/complaint"; then
  fail "any word is taken for a day"
fi
grep -q tomorrow "$work/complaint" || fail "it is not said what is no day"
timeout 30 "$program" --date=2026-12-31 a.txt || fail "a day is not taken"
wait_for a.txt
wait_for c.txt

kill -0 "$started" || fail "the first process ended"
if grep -v 'without a current allocation$' "$work/messages" | grep -q .; then
  fail "the program complains"
fi
