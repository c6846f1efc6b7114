#!/usr/bin/env bash
# Makes examples/page.png anew: the upper part of the page of an example, as README.md shows it.
# usage: picture.sh BUILD
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/setup.sh
build=$(realpath "${1:?usage: tests/docs/picture.sh BUILD}")

ensure_packages chromium fonts-dejavu-core imagemagick
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/dealcheck" assess --no-settings --lang en --format html examples/st-anna.yaml >"$work/page.html"
run_quietly chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
            --window-size=1000,1240 --screenshot="$work/page.png" "file://$work/page.html"
convert "$work/page.png" -strip +dither -colors 64 PNG8:examples/page.png
