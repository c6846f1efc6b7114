#!/usr/bin/env bash
# Opens the pages that the program makes in a real browser. Takes the build folder; what the tests need
# from npm is put there and nowhere else. The last line is the number of tests passed and failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/setup.sh
source tests/support/node.sh
build=$(realpath "${1:?usage: tests/pages/run.sh BUILD}")
home=$build/pages

ensure_packages chromium fonts-dejavu-core
install_modules "$home" tests/pages/package.json
rm -f "$home"/*.mjs
cp tests/pages/*.mjs "$home"

status=0
output=$(DEALCHECK=$build/dealcheck TOP=$PWD node --test --test-reporter=tap "$home"/*.test.mjs 2>&1) ||
  status=$?
if ((status != 0)); then printf '%s\n' "$output"; fi
printf '%d passed, %d failed\n' "$(sed -n 's/^# pass //p' <<<"$output")" \
       "$(sed -n 's/^# fail //p' <<<"$output")"
exit "$status"
