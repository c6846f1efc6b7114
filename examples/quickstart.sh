#!/usr/bin/env bash
# From a fresh clone to a first verdict: installs what the build needs (Debian packages), builds
# build/dealcheck and assesses one of the examples.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tests/support/setup.sh

ensure_packages "${build_packages[@]}"
if [[ ! -x build/dealcheck ]]; then say "building build/dealcheck (a minute or two)"; fi
run_quietly build_in build dealcheck

printf '$ build/dealcheck assess examples/anhui.yaml\n'
build/dealcheck assess examples/anhui.yaml
