#!/usr/bin/env bash
# Puts the frozen "dist/Kefu Desk.app" into a disk image: dist/kefu-desk-VERSION.dmg. Runs on macOS only.
# Signed with the identity in CODESIGN_IDENTITY when there is one; without, macOS asks before the first start.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "dmg.sh: a disk image can be made on macOS only." >&2; exit 1; }
version=$1
app="dist/Kefu Desk.app"
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
codesign --force --deep --options runtime --sign "${CODESIGN_IDENTITY:--}" "$app"
cp -R "$app" "$room/"
ln -s /Applications "$room/Applications"
hdiutil create -volname "Kefu Desk" -srcfolder "$room" -ov -format UDZO "dist/kefu-desk-$version.dmg"
