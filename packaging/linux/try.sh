#!/usr/bin/env bash
# Tries the Debian package in a system that may be thrown away (a container, a chroot): installs it, uses it as an ordinary
# user from the menu and the command line, upgrades it under the running program, removes it, and lists what is left behind.
# Usage, as root in such a system: packaging/linux/try.sh PACKAGE.deb [NEWER.deb]; without NEWER.deb one is made of the first.
# Pictures and logs go into OUT (default /tmp/kefu-desk-try). It needs apt to reach a mirror.
set -euo pipefail

package=$(realpath "$1")
newer=${2:+$(realpath "$2")}
out=${OUT:-/tmp/kefu-desk-try}
user=kefu-try
home=/usr/lib/kefu-desk
entry=/usr/share/applications/kefu-desk.desktop
# A screen, a session, what starts an entry of the menu, and what judges one.
tools='xvfb dbus libglib2.0-bin xdotool imagemagick desktop-file-utils appstream procps'

say() { printf '%s\n' "$*"; }
fail() { printf 'try.sh: %s\n' "$*" >&2; exit 1; }
apt_quiet() { DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$@" >>"$out/apt.log" 2>&1 || fail "apt-get $* failed ($out/apt.log)."; }
installed() { dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q ^ii; }
version_of() { dpkg-deb -f "$1" Version; }
as_user() { runuser -u "$user" -- env -i HOME="/home/$user" USER="$user" PATH=/usr/bin:/bin LANG=C.UTF-8 "${session[@]}" "$@"; }
# Every file but those of the kernel, of apt and dpkg themselves, of logs and of this trial.
files() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /var/cache -o -path /var/log \
        -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path "$out" -o -path "$(dirname "$package")" \) -prune -o -print | sort
}

# A package of the next version: the same files, one of them gone and one new.
make_newer() {
    local tree=$out/newer version
    rm -rf "$tree"
    dpkg-deb -R "$package" "$tree"
    version=$(version_of "$package")
    sed -i "s/^Version: .*/Version: $version+1/" "$tree/DEBIAN/control"
    rm -f "$tree/usr/share/icons/hicolor/512x512/apps/kefu-desk.png" "$tree/DEBIAN/md5sums"
    echo new >"$tree/usr/share/doc/kefu-desk/NEWS"
    newer=$out/kefu-desk_newer.deb
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$tree" "$newer" >/dev/null
    rm -rf "$tree"
}

install_bare() {
    say "packages installed before: $(dpkg-query -W -f '${db:Status-Abbrev}\n' | grep -c ^ii)"
    files >"$out/bare.txt"
    apt_quiet update
    apt_quiet install --no-install-recommends "$package"
    say "installed with $(grep -c '^Setting up' "$out/apt.log") packages, $(dpkg-query -W -f '${Installed-Size}' kefu-desk) KiB of its own"
}

# What the dynamic linker does not find would be missing on the user's machine.
check_libraries() {
    local file missing count=0
    while read -r file; do
        count=$((count + 1))
        missing=$(ldd "$file" 2>/dev/null | grep 'not found' || true)
        [ -z "$missing" ] || fail "$file lacks $missing"
    done < <(find "$home" -type f \( -name '*.so*' -o -name kefu-desk \))
    say "libraries and plugins whose needs are all met: $count"
}

check_clean_removal() {
    apt_quiet purge --auto-remove kefu-desk
    files >"$out/removed.txt"
    diff "$out/bare.txt" "$out/removed.txt" | grep '^>' >"$out/left.txt" || true
    say "files left after removal of it and what it brought: $(wc -l <"$out/left.txt")"
    sed 's/^/    /' "$out/left.txt" | head -n 20
    ! grep -q kefu "$out/left.txt" || fail "it left files of its own."
}

check_menu() {
    local size
    desktop-file-validate "$entry" || fail "the desktop file is not valid."
    # The project has no page of its own that could be named.
    ! appstreamcli validate --no-net /usr/share/metainfo/*KefuDesk*.xml | grep -E '^[EW]:' | grep -v 'url-homepage-missing$' ||
        fail "the AppStream data are not valid."
    for size in 16 24 32 48 64 128 256 512; do
        [ "$(identify -format %wx%h "/usr/share/icons/hicolor/${size}x$size/apps/kefu-desk.png")" = "${size}x$size" ] ||
            fail "the icon of $size pixels is missing."
    done
}

start_screen() {
    local number=77
    runuser -u "$user" -- Xvfb ":$number" -screen 0 1440x900x24 -nolisten tcp >"$out/xvfb.log" 2>&1 &
    screen=$!
    mkdir -p -m 700 /run/try && chown "$user" /run/try
    session=(DISPLAY=":$number" XDG_RUNTIME_DIR=/run/try KEFU_PASSPHRASE='a passphrase for the trial')
    wait_for 30 as_user xdotool getdisplaygeometry
    { read -r address; read -r bus; } < <(as_user dbus-daemon --session --fork --print-address=1 --print-pid=1)
    session+=(DBUS_SESSION_BUS_ADDRESS="$address")
}

stop_screen() {
    local process
    for process in ${server:-} ${bus:-} ${screen:-}; do
        kill "$process" 2>/dev/null || true
    done
}

wait_for() { # wait_for SECONDS COMMAND...
    local left=$1
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || fail "waited in vain for: $*"
        sleep 1
    done
}

window() { as_user xdotool search --onlyvisible --name "$1"; }
running() { pgrep -u "$user" -fx '(/usr/bin/)?kefu-desk'; }
gone() { ! running; }
picture() { as_user import -window root png:- >"$out/$1.png" && say "picture: $out/$1.png"; }
start_from_menu() { as_user gio launch "$entry" >>"$out/program.log" 2>&1; }
keys() { as_user xdotool key --delay 120 "$@"; }

close_program() {
    as_user xdotool windowfocus "$(window 'Kefu Desk' | tail -n 1)"
    keys ctrl+q
    wait_for 15 gone
}

try_first_start() {
    start_from_menu
    wait_for 60 window 'Welcome to Kefu Desk'
    sleep 3
    picture first-start
    as_user xdotool windowfocus "$(window 'Welcome to Kefu Desk' | head -n 1)"
    # From the field appid backwards: environment, name, language, then round to the demo's button.
    keys shift+Tab shift+Tab shift+Tab shift+Tab space
    wait_for 60 window 'Demo'
    sleep 12
    picture demo
    close_program
    say "started from the menu, the demo tried, closed"
}

# shellcheck disable=SC2016 # the inner shell fills them in
try_commands() {
    as_user kefu-desk --version
    as_user sh -c 'exec kefu-desk demo-server --customers 3000 >/tmp/try-server.json 2>/dev/null' &
    server=$!
    wait_for 30 test -s /tmp/try-server.json
    as_user sh -c 'set -e
        field() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" /tmp/try-server.json; }
        field app_key | kefu-desk profile add shop --base-url "$(field url)" --appid "$(field appid)"
        kefu-desk sync --json | tail -n 1
        kefu-desk export --out /tmp/try.xlsx && test -s /tmp/try.xlsx
        one=$(kefu-desk list --json | head -n 1 | sed "s/.*\"id\": *\"\([^\"]*\)\".*/\1/")
        printf "{\"op\": \"update_customer\", \"customer\": \"%s\", \"set\": {\"remark\": \"tried\"}}\n" "$one" | kefu-desk apply - --json
        kefu-desk doctor' || fail "the command line does not work."
}

listed() { as_user kefu-desk list --json --where "updated<=$(date -d tomorrow +%F)" | sort | sha256sum; }

try_upgrade() {
    local before
    # The server's own times of the edit come with the next fetch.
    as_user kefu-desk sync >/dev/null
    before=$(listed)
    start_from_menu
    wait_for 60 window 'shop'
    sleep 8
    picture account
    apt_quiet install --no-install-recommends "$newer"
    [ "$(dpkg-query -W -f '${Version}' kefu-desk)" = "$(version_of "$newer")" ] || fail "the newer version is not installed."
    [ -z "${made:-}" ] || [ ! -e /usr/share/icons/hicolor/512x512/apps/kefu-desk.png ] || fail "a file of the older version is left."
    running >/dev/null || fail "the upgrade ended the running program."
    as_user xdotool windowfocus "$(window 'shop' | tail -n 1)"
    keys F5
    sleep 5
    keys ctrl+comma
    sleep 3
    picture upgraded-below
    keys Escape
    close_program
    [ "$(listed)" = "$before" ] || fail "the data are not the same after the upgrade."
    start_from_menu
    wait_for 60 window 'shop'
    sleep 5
    picture newer
    close_program
    say "upgraded to $(version_of "$newer") under the running program, the data kept"
}

check_what_is_left() {
    apt_quiet remove kefu-desk
    dpkg --purge kefu-desk >>"$out/apt.log" 2>&1
    files >"$out/after.txt"
    diff "$out/before.txt" "$out/after.txt" | sed -n 's/^> //p' >"$out/left.txt" || true
    say "left after use and removal:"
    sed 's/^/    /' "$out/left.txt"
    ! grep -v "^/home/$user/\(\.local\|\.cache\)\(/\|$\)" "$out/left.txt" || fail "that is not the user's data."
}

[ "$(id -u)" = 0 ] || fail "this must run as root, in a system that may be thrown away."
! installed kefu-desk || fail "the package is installed here already."
mkdir -p "$out"
: >"$out/apt.log" >"$out/program.log"
session=()
install_bare
check_libraries
check_clean_removal
apt_quiet install --no-install-recommends $tools
id "$user" >/dev/null 2>&1 || useradd -m "$user"
apt_quiet install --no-install-recommends "$package"
apt_quiet purge kefu-desk
files >"$out/before.txt"
apt_quiet install --no-install-recommends "$package"
check_menu
[ -n "$newer" ] || { make_newer; made=yes; }
start_screen
trap stop_screen EXIT
try_first_start
try_commands
try_upgrade
check_what_is_left
[ ! -s "$out/program.log" ] || { say "the program said:"; sed 's/^/    /' "$out/program.log"; }
say "All of it held."
