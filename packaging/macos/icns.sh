#!/usr/bin/env bash
# Gathers the drawn icons (build/icons/16.png to 512.png) into build/icons/kefu-desk.icns. Runs on macOS only.
set -euo pipefail
cd "$(dirname "$0")/../../build/icons"
set=kefu-desk.iconset
mkdir -p "$set"
for size in 16 32 128 256; do
    cp "$size.png" "$set/icon_${size}x$size.png"
    cp "$((size * 2)).png" "$set/icon_${size}x$size@2x.png"
done
cp 512.png "$set/icon_512x512.png"
iconutil -c icns "$set"
