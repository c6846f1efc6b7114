#!/usr/bin/env bash
# Has the real mermaid read the drawings of people that a build's dealcheck makes. What it needs from
# npm goes into the build folder. The last line is the count.
# usage: check.sh BUILD
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/setup.sh
source tests/support/node.sh
build=$PWD/$1
home=$build/mermaid

install_modules "$home" tests/mermaid/package.json
cp tests/mermaid/*.mjs "$home/"
node "$home/check.mjs" "$build/dealcheck" "$home/deals" examples/*.yaml
