# Sourced by dev.sh: the system packages of Debian and Ubuntu that Kefu Desk needs, and their installation.
# shellcheck shell=bash

# Qt's windows on X11 and Wayland, and a font with Chinese characters.
qt_packages='libegl1 libgl1 libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
    libxcb-xkb1 libwayland-client0 libwayland-cursor0 libglib2.0-bin libdbus-1-3 libfontconfig1 fonts-dejavu-core
    fonts-wqy-microhei ca-certificates'
# A screen for a machine that has none.
screen_packages='xvfb dbus'
# The accessibility tree, the system Python's bindings to it, a keyboard and a camera, for the end-to-end tests.
tests_packages='at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool imagemagick'

# What reads and writes a Debian package, and judges what is put into the menu.
package_packages='binutils dpkg-dev desktop-file-utils appstream icu-devtools'

# Prints those of the packages named that are not installed.
missing_packages() {
    local name
    for name in "$@"; do
        case "$(dpkg-query -W -f '${Status}' "$name" 2>/dev/null)" in
            'install ok installed') ;;
            *) printf '%s ' "$name" ;;
        esac
    done
}

# Prints the package with venv and pip for this Python, when it lacks them.
missing_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

# install_system_packages PYTHON LIST...: says what is missing, then installs it, as root or with a sudo that asks nothing.
install_system_packages() {
    local python=$1 list wanted='' missing as_root=''
    shift
    command -v dpkg-query >/dev/null || {
        echo "This is no Debian or Ubuntu: the system libraries of Qt are taken to be there."
        return 0
    }
    for list in "$@"; do
        list=${list}_packages
        wanted="$wanted ${!list}"
    done
    # shellcheck disable=SC2086 # a list of names is meant
    missing="$(missing_packages $wanted)$(missing_venv "$python")"
    [ -n "$missing" ] || return 0
    echo "System packages needed and not installed yet:"
    printf '%s\n' "$missing" | fold -s -w 100 | sed 's/^/    /'
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || {
            echo "Installing them needs root: ask for them (apt-get install and the names above), then run this again."
            return 1
        }
        as_root='sudo -n'
    fi
    echo "Installing them with apt-get now."
    # shellcheck disable=SC2086 # a list of names is meant
    apt_get "$as_root" update && apt_get "$as_root" install -y --no-install-recommends $missing
}

# apt_get AS_ROOT ARGUMENT...: quiet unless it fails.
apt_get() {
    local as_root=$1 log
    shift
    log=$(mktemp)
    # shellcheck disable=SC2086 # empty or two words
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
