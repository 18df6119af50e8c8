#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on an X server, a session bus and user directories of its own, and stops them afterwards.
set -u

work=$(mktemp -d) || exit 99
server=

clean_up() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 143' TERM INT HUP

# The server chooses a free number itself, so that tests can run side by side.
mkfifo "$work/display"
Xvfb -displayfd 6 -screen 0 1280x900x24 -nolisten tcp -noreset 6>"$work/display" >"$work/server.log" 2>&1 &
server=$!
read -r number <"$work/display" || {
  cat "$work/server.log" >&2
  exit 99
}

mkdir -m 700 "$work/run" "$work/config" "$work/data" "$work/cache" "$work/state"
mkdir "$work/config/gtk-4.0"
# GTK 4.8 leaves a time behind whenever it looks for recent files that are too old to be listed.
cat >"$work/config/gtk-4.0/settings.ini" <<'END'
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=0
gtk-recent-files-max-age=-1
END

unset WAYLAND_DISPLAY
export DISPLAY=":$number" GDK_BACKEND=x11 GTK_USE_PORTAL=0
export GSK_RENDERER=cairo GDK_DEBUG=gl-disable GDK_DISABLE=
export XDG_RUNTIME_DIR="$work/run" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
export XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state"

dbus-run-session -- "$@"
