#!/usr/bin/env bash
# Has the real mermaid read the drawings of people that a build's dealcheck makes. What it needs from
# npm goes into the build folder. The last line is the count.
# usage: check.sh BUILD
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$PWD/$1
modules=$build/mermaid
wanted=(mermaid@11.17.2 jsdom@24.1.3 marked@16.4.2)

mkdir -p "$modules"
if [[ $(cat "$modules/installed" 2>/dev/null) != "${wanted[*]}" ]]; then
  npm install --prefix "$modules" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
      "${wanted[@]}"
  printf '%s' "${wanted[*]}" >"$modules/installed"
fi
cp tests/mermaid/*.mjs "$modules/"
node "$modules/check.mjs" "$build/dealcheck" "$modules/deals" examples/*.yaml
