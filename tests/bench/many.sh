#!/usr/bin/env bash
# Measures many deals against fixed targets: one and two cores, memory, a comparison of commits, and
# what users would write instead. Exits 1 when a target is missed. A full run takes about ten
# minutes; fewer deals are for working on the bench itself.
# usage: many.sh [DEALS [PART…]]    10000 and all parts unless told: cores lines diff peers
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/setup.sh

deals=${1:-10000}
parts=("${@:2}")
if ((${#parts[@]} == 0)); then parts=(cores lines diff peers); fi

ensure_packages "${build_packages[@]}" libyaml-cpp-dev git time python3 python3-yaml
if ! command -v npm >/dev/null; then ensure_packages nodejs npm; fi
run_quietly build_in build dealcheck

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/bench/make_deals.py "$work/deals" "$deals"
g++ -std=c++20 -O2 -o "$work/parse_floor" tests/bench/parse_floor.cc -l:libyaml-cpp.a
cp -r tests/bench/peers "$work/peers"
python3 -B tests/bench/peers/make_rules.py "$work/rules"
if [[ " ${parts[*]} " == *" peers "* ]]; then
  run_quietly npm install --prefix "$work/peers" --ignore-scripts --no-audit --no-fund ||
    say "npm cannot install the peers on Node: they are not measured"
fi

python3 -B tests/bench/many.py "$work" "$deals" "${parts[@]}"
