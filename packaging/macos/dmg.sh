#!/usr/bin/env bash
# Puts the frozen "dist/Kefu Desk.app" into a disk image: dist/kefu-desk-VERSION-ARCHITECTURE.dmg. Runs on macOS only.
# Signed with the identity in CODESIGN_IDENTITY when there is one; without, macOS asks before the first start.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "dmg.sh: a disk image can be made on macOS only." >&2; exit 1; }
version=$1
app="dist/Kefu Desk.app"
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
# Signed anew: the licences were added after PyInstaller had signed it.
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
        --timestamp --sign "$CODESIGN_IDENTITY" "$app"
else
    # Without an identity the hardened runtime would refuse the app its own libraries.
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"
ditto "$app" "$room/Kefu Desk.app"
ln -s /Applications "$room/Applications"
hdiutil create -volname "Kefu Desk" -srcfolder "$room" -ov -format UDZO "dist/kefu-desk-$version-$(uname -m).dmg"
