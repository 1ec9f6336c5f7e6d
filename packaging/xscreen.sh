#!/usr/bin/env bash
# Runs a command on a virtual screen with a session bus of its own, and ends both after it.
# Usage: packaging/xscreen.sh [--size WxH] [--dpi N] COMMAND [ARGUMENT...]
set -euo pipefail

size=1440x900
dpi=96
while :; do
    case "${1:-}" in
        --size) size=$2; shift 2 ;;
        --dpi) dpi=$2; shift 2 ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || { sed -n '3s/^# //p' "$0" >&2; exit 2; }

room=$(mktemp -d)
server=
child=
clean_up() {
    [ -z "$child" ] || kill -- "-$child" 2>/dev/null || true
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    rm -rf "$room"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# The server picks a free display by itself and tells its number once it takes clients.
mkfifo "$room/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi "$dpi" -nolisten tcp -noreset \
    3>"$room/display" 2>"$room/xvfb.log" &
server=$!
read -r -t 30 display <"$room/display" || {
    cat "$room/xvfb.log" >&2
    echo "xscreen.sh: the virtual screen did not start." >&2
    exit 1
}

# Qt warns when there is no runtime directory.
mkdir -m 700 "$room/runtime"
export DISPLAY=":$display" XDG_RUNTIME_DIR="$room/runtime" QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS
# The command keeps its own standard error; what the bus has to say goes to a file.
# A session of its own lets everything it started be ended together; a shell's background job would not feel Ctrl+C.
exec 4>&2
setsid env --default-signal=INT,QUIT dbus-run-session -- sh -c 'exec "$@" 2>&4 4>&-' command "$@" <&0 2>"$room/bus.log" &
child=$!
status=0
wait "$child" || status=$?
exit "$status"
