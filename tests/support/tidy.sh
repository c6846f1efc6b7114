#!/usr/bin/env bash
# clang-tidy over every batch of sources of src/ and tests/ that the build folder given compiles, in
# parallel. A batch that passed is not looked at again until it, a header or a .clang-tidy changes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1
stamps=$build/tidy
mkdir -p "$stamps"

common=$({ clang-tidy --version; cat "${BASH_SOURCE[0]}"
           find . -name .clang-tidy -not -path "./$build/*" -print0 | sort -z | xargs -0 cat
           find src tests -name '*.h' -print0 | sort -z | xargs -0 cat; } | sha256sum)

# A batch is a file of includes; what is compiled by itself may be generated, and is then not ours.
# What the tests of a third language compile anew is looked at once.
mapfile -t batches < <(jq -r '.[].file' "$build/compile_commands.json" | sort -u |
                       sed -nE "/third_language_tests\.dir/d; s#^$PWD/((src|tests)/.*|$build/.*/Unity/.*)#\1#p")
if ((${#batches[@]} == 0)); then
  echo "nothing to check: no source of src/ in $build/compile_commands.json"
  exit 1
fi

# A batch lies in the build folder, where the checks that tests/.clang-tidy turns off are not found.
for_tests=$(sed '1,/^Checks:/d' tests/.clang-tidy | tr -d ' \n')

# The compiler of the build has warnings that clang does not know.
check_one() {
  local stamp="$stamps/${1//\//_}" state output checks=()
  if [[ $1 == */dealcheck_tests.dir/* ]]; then checks=("--checks=$for_tests"); fi
  state=$({ printf '%s\n' "$common" "$1"; cat "$1"
            sed -nE 's/^#include "(.*\.cc)"$/\1/p' "$1" | xargs -r cat; } | sha256sum)
  if [[ -e $stamp && $(<"$stamp") == "$state" ]]; then return 0; fi
  if output=$(clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option \
                         "${checks[@]}" "$1" 2>&1); then
    printf '%s\n' "$state" >"$stamp"
  else
    grep -v "^[0-9]* warnings* generated\.$" <<<"$output" || true
    return 1
  fi
}
export -f check_one
export build stamps common for_tests
printf '%s\0' "${batches[@]}" |
  xargs -0 -n 1 -P "$(nproc)" bash -c 'set -euo pipefail; check_one "$1"' check_one
