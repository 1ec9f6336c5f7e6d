#!/usr/bin/env bash
# Builds the Debian package of Kefu Desk: dist/kefu-desk_VERSION_ARCHITECTURE.deb, with all it needs but system libraries.
# Called by "packaging/dev.sh package", which sets up what this needs. It runs where it was built and on newer systems.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf 'package.sh: %s\n' "$*" >&2; exit 1; }

python=$PWD/.venv/bin/python
version=$("$python" -c 'import desktop; print(desktop.__version__)')
architecture=$(dpkg --print-architecture)
# The same sources give the same package: nothing in it is younger than the last commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
room=$PWD/build/package
tree=$room/tree
home=usr/lib/kefu-desk
rm -rf "$room"
mkdir -p "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/metainfo" \
    "$tree/usr/share/doc/kefu-desk" "$tree/usr/share/icons/hicolor/scalable/apps" "$tree/DEBIAN" dist

filled() { # filled FILE: with what the templates leave open
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" \
        -e "s/@SIZE@/$(du -sk "$tree/usr" | cut -f1)/" -e "s/@DEPENDS@/${depends:-}/" "$1"
}

freeze() {
    "$python" -m PyInstaller -y --log-level ERROR --distpath "$room/frozen" --workpath "$room/work" \
        packaging/bundle/kefu-desk.spec || fail "the program could not be frozen."
    mv "$room/frozen/kefu-desk" "$tree/$home"
    packaging/linux/icu.sh "$tree/$home/_internal/PySide6/Qt/lib" || fail "the data of ICU could not be made smaller."
    "$python" packaging/bundle/licences.py "$tree/$home/LICENCES.txt"
}

put_in_the_menu() {
    local size
    cp packaging/linux/kefu-desk.desktop "$tree/usr/share/applications/"
    filled packaging/linux/kefu-desk.metainfo.xml >"$tree/usr/share/metainfo/app.kefudesk.KefuDesk.metainfo.xml"
    QT_QPA_PLATFORM=offscreen "$python" packaging/bundle/icons.py "$room/icons"
    for size in 16 24 32 48 64 128 256 512; do
        install -D -m 644 "$room/icons/$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/kefu-desk.png"
    done
    cp resources/icons/kefu-desk.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
    ln -s ../lib/kefu-desk/kefu-desk "$tree/usr/bin/kefu-desk"
}

document() {
    local docs=$tree/usr/share/doc/kefu-desk
    { cat LICENSE; printf '\nThe licences of everything in this package are in /%s/LICENCES.txt.\n' "$home"
      printf 'The GNU licences named there are in /usr/share/common-licenses.\n'; } >"$docs/copyright"
    gzip -9n <packaging/CHANGELOG.md >"$docs/changelog.gz"
}

# The system libraries that the frozen files ask for and do not bring, as packages with the versions they need.
needed() {
    local own libraries
    own=$(find "$tree/$home" -name '*.so*' -printf '-l%h\n' | sort -u | tr '\n' ' ')
    libraries=$(find "$tree/$home" -type f \( -name '*.so*' -o -name kefu-desk \) -printf '-e%p\n' | sort)
    mkdir -p "$room/debian"
    printf 'Source: kefu-desk\n\nPackage: kefu-desk\nArchitecture: any\n' >"$room/debian/control"
    # shellcheck disable=SC2086 # lists are meant
    (cd "$room" && dpkg-shlibdeps -O --ignore-missing-info $own $libraries 2>"$room/shlibdeps.log") |
        sed -n 's/^shlibs:Depends=//p'
}

settle_rights() {
    find "$tree" -type d -exec chmod 755 {} +
    find "$tree" -type f -exec chmod 644 {} +
    chmod 755 "$tree/$home/kefu-desk"
    find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

freeze
put_in_the_menu
document
depends=$(needed)
[ -n "$depends" ] || fail "what the program needs of the system could not be found out ($room/shlibdeps.log)."
filled packaging/linux/control.in >"$tree/DEBIAN/control"
settle_rights
package=dist/kefu-desk_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$tree" "$package" >/dev/null || fail "dpkg-deb could not build the package."
printf 'Built %s: %s, installed %s.\n' "$package" "$(du -h "$package" | cut -f1)" "$(du -sh "$tree/usr" | cut -f1)"
