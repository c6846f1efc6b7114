#!/usr/bin/env bash
# Opens the pages that the program makes in a real browser. Takes the build folder; what the tests need
# from npm is put there and nowhere else. The last line is the number of tests passed and failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/setup.sh
build=$(realpath "${1:?usage: tests/pages/run.sh BUILD}")
home=$build/pages

packages=(chromium fonts-dejavu-core)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
ensure_packages "${packages[@]}"

mkdir -p "$home"
if ! cmp -s tests/pages/package.json "$home/package.json" || [[ ! -d $home/node_modules ]]; then
  cp tests/pages/package.json "$home/package.json"
  if ! (cd "$home" && run_quietly npm install --no-audit --no-fund --no-package-lock); then
    rm -f "$home/package.json"
    exit 1
  fi
fi
rm -f "$home"/*.mjs
cp tests/pages/*.mjs "$home"

status=0
output=$(DEALCHECK=$build/dealcheck TOP=$PWD node --test --test-reporter=tap "$home"/*.test.mjs 2>&1) ||
  status=$?
if ((status != 0)); then printf '%s\n' "$output"; fi
printf '%d passed, %d failed\n' "$(sed -n 's/^# pass //p' <<<"$output")" \
       "$(sed -n 's/^# fail //p' <<<"$output")"
exit "$status"
