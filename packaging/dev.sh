#!/usr/bin/env bash
# Sets up everything Kefu Desk needs on this machine, then does what it is asked.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/system.sh

usage='Usage: packaging/dev.sh demo|test|bench|attack|package|audit|setup|texts|lock
  demo    open the app on the embedded demo server (with no screen: on a virtual one, leaving a screenshot)
  test    lint, type check, import rule and all tests, several at a time; PYTEST_ARGS is handed to pytest
  bench   measure the speed goals of tests/benchmarks; "bench search --size 10000" those of one row
  attack  run the attacks of tests/attacks and print what came of them as a table; "attack --long" takes hours
  package build the Debian package in dist/, and check it
  audit   look the pinned packages up among known vulnerabilities, and their licences (needs the network)
  setup   only install what demo and test need
  texts   bring resources/i18n up to the texts in the code; "texts ja" starts another language
  lock    refresh requirements.lock from pyproject.toml'

say() { printf '%s\n' "$*"; }
fail() { printf 'dev.sh: %s\n' "$*" >&2; exit 1; }

# Prints the first Python that Kefu Desk runs on; PYTHON names another one.
find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# What the virtual environment is made from; when it changes, packages are installed again.
fingerprint() {
    { .venv/bin/python -V && cat requirements.lock pyproject.toml packaging/build_hook.py; } | sha256sum
}

set_up_python() {
    local python=$1
    .venv/bin/python -c 'import pip' 2>/dev/null || {
        say "Making a virtual environment in .venv with $("$python" -V)."
        "$python" -m venv --clear .venv || fail "Python could not make a virtual environment in .venv."
    }
    if [ "$(cat .venv/.fingerprint 2>/dev/null)" != "$(fingerprint)" ]; then
        say "Installing the Python packages pinned in requirements.lock into .venv."
        pip_install --require-hashes -r requirements.lock
        pip_install --no-deps --no-build-isolation -e .
        fingerprint >.venv/.fingerprint
    fi
    .venv/bin/python packaging/build_hook.py || fail "the translations could not be built."
}

pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@" ||
        fail "pip could not install the packages (its message is above)."
}

# Installs the system packages of the lists named, then the Python ones.
set_up() {
    local python
    python=$(find_python) || fail "Python 3.11, 3.12 or 3.13 is needed and none was found (PYTHON=... names one)."
    install_system_packages "$python" "$@" || fail "the system packages are missing."
    # Qt and Python take the encoding from the locale, and a bare system has none.
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in *[uU][tT][fF]*) ;; *) export LC_ALL=C.UTF-8 ;; esac
    set_up_python "$python"
}

has_screen() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

demo() {
    if has_screen; then
        set_up qt
        exec .venv/bin/kefu-desk --demo
    fi
    set_up qt screen
    local picture=$PWD/.local/demo.png
    mkdir -p .local
    rm -f "$picture"
    say "No screen here: opening the demo on a virtual one."
    timeout 300 packaging/xscreen.sh .venv/bin/kefu-desk --demo --screenshot "$picture" --size 1440x900 ||
        fail "no customers came into the window's table (its message, if any, is above)."
    [ -s "$picture" ] || fail "the demo left no screenshot."
    say "The demo opened with customers in its table; the screenshot is in $picture"
}

check() {
    say "== $1"
    shift
    "$@" || fail "stopped: '$*' failed."
}

# Many tests wait for a process or a reply: one worker more than there are cores, four at most.
workers() {
    local cores
    cores=$(nproc 2>/dev/null || echo 1)
    echo $((cores < 3 ? cores + 1 : 4))
}

run_checks() {
    set_up qt screen tests
    check "Lint" .venv/bin/ruff check .
    check "Format" .venv/bin/ruff format --check .
    check "Types" .venv/bin/mypy
    check "Import rule" .venv/bin/lint-imports
    # shellcheck disable=SC2086 # several arguments are meant
    check "Tests" packaging/xscreen.sh .venv/bin/pytest -q --hypothesis-profile=ci \
        -n "$(workers)" --dist loadscope ${PYTEST_ARGS:-}
    say "All checks passed."
}

# Measures all rows of the speed goals, or those named; the rest goes to tests/benchmarks/__main__.py.
bench() {
    set_up qt screen
    .venv/bin/python -m tests.benchmarks "$@"
}

# Runs the attacks; some open a window.
attack() {
    set_up qt screen tests
    packaging/xscreen.sh .venv/bin/python -m tests.attacks "$@" || fail "a bound was not met."
}

texts() {
    set_up qt
    .venv/bin/pyside6-lupdate -silent -no-obsolete -locations none -extensions py desktop/ui desktop/qt desktop/app \
        -ts resources/i18n/*.ts ${1:+"resources/i18n/kefu_$1.ts"} || fail "the texts could not be gathered."
    say "resources/i18n is up to date; texts without a translation are marked unfinished in it."
}

lock() {
    set_up qt
    .venv/bin/uv pip compile --quiet --universal --generate-hashes --upgrade --group dev \
        --custom-compile-command "packaging/dev.sh lock" --output-file requirements.lock pyproject.toml
    say "requirements.lock is refreshed."
}

package() {
    local python
    # A Python of the system has the library that a frozen program carries in a package of its own.
    python=$(find_python) && case "$(readlink -f "$python")" in
        /usr/bin/*) package_packages="$package_packages $("$python" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')" ;;
    esac
    set_up qt package
    desktop-file-validate packaging/linux/kefu-desk.desktop || fail "the desktop file is not valid."
    packaging/package.sh || fail "the package could not be built."
    # The project has no page of its own that could be named.
    ! appstreamcli validate --no-net build/package/tree/usr/share/metainfo/*.xml | grep -E '^[EW]:' | grep -v 'url-homepage-missing$' ||
        fail "the AppStream data are not valid."
}

# The package that looks them up is not installed: it is needed here only.
audit() {
    set_up qt
    check "Licences" .venv/bin/pytest -q tests/app/test_shipped.py
    check "Known vulnerabilities" .venv/bin/uv tool run pip-audit --strict --require-hashes --disable-pip \
        --requirement requirements.lock
}

case "${1:-}" in
    demo) demo ;;
    test) run_checks ;;
    setup) set_up qt screen tests ;;
    bench) shift; bench "$@" ;;
    attack) shift; attack "$@" ;;
    package) package ;;
    audit) audit ;;
    texts) texts "${2:-}" ;;
    lock) lock ;;
    *) say "$usage" >&2; exit 2 ;;
esac
