#!/usr/bin/env bash
# Builds dealcheck and tests it; the last line is the number of tests passed and failed, over all
# builds. What fails is shown; a step that fails without a count counts as one failure.
#
#   --full         also the build with sanitizers, the static checks, the browser and the drawings
#   --filter NAME  only unit tests and end-to-end cases with NAME in their name
#   --update       rewrites what is generated or recorded: rules/README.md, the exact expectations of
#                  end-to-end cases, and the reports shown in the pages for users
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tests/support/setup.sh

full=false update=false filter='' update_cases=()
while (($# > 0)); do
  case $1 in
    --full) full=true ;;
    --quick) full=false ;;  # what runs without an option, too
    --update) update=true update_cases=(--update) ;;
    --filter) filter=${2:?--filter needs a name} && shift ;;
    *) sed -n '2,/^set /{/^#/s/^# \?//p}' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
  shift
done

passed=0 failed=0
unit_part=40  # unit tests that one run of the test program takes
log=$(mktemp)
trap 'rm -f "$log"' EXIT

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  if ((failed > 0)); then exit 1; fi
  exit 0
}

# step NAME COMMAND…: runs one step, adds up its last line when that is 'N passed, N failed'.
step() {
  local name=$1 status=0 counted='' bad=0 start=$SECONDS
  shift
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    counted="${BASH_REMATCH[1]} passed" bad=${BASH_REMATCH[2]}
    passed=$((passed + BASH_REMATCH[1]))
  fi
  if ((status != 0 && bad == 0)); then bad=1; fi
  failed=$((failed + bad))
  if ((bad > 0)); then cat "$log"; else grep '^\(skipped\|rewritten\): ' "$log" || true; fi
  printf '%-6s %-34s %4d s  %s\n' "$( ((bad > 0)) && echo FAILED || echo ok)" "$name" \
         "$((SECONDS - start))" "$counted"
  ((bad == 0))
}

# count_unit_tests PROGRAM: how many the filter leaves.
count_unit_tests() {
  "$1" --no-colors=true --count ${filter:+"--test-case=*$filter*"} |
    sed -nE 's/^\[doctest\] unskipped test cases passing the current filters: ([0-9]+).*/\1/p'
}

# unit_tests PROGRAM: in parts, as many at once as there are cores. Each part must tell its count: the
# test program ends well when it ran nothing.
unit_tests() {
  local total parts
  total=$(count_unit_tests "$1")
  if [[ -z $total || $total == 0 ]]; then
    echo "${total:-0} passed, 0 failed"
    [[ -n $filter && $total == 0 ]] && return 0
    echo "no unit test ran" && return 1
  fi
  parts=$(mktemp -d)
  seq 1 "$unit_part" "$total" |
    xargs -P "$(nproc)" -I{} bash -c '"$@" --first={} --last=$(({} + '"$unit_part"' - 1)) &>"$0/{}" ||
      echo "ended with exit code $?" >>"$0/{}"' \
      "$parts" "$1" --no-colors=true ${filter:+"--test-case=*$filter*"}
  cat "$parts"/*
  sum_of_parts "$total" "$parts"/* && rm -r "$parts"
}

# sum_of_parts TOTAL FILE…: what failed in all parts, and what passed of so many; each part's own
# summary counts the tests of the others as passed. A part that told none, or ended badly though no
# test of it failed, is one failure.
sum_of_parts() {
  awk -v total="$1" '
    /^\[doctest\] test cases:/ { told[FILENAME] = 1; bad[FILENAME] += $9 }
    /^ended with exit code/ { ended[FILENAME] = 1 }
    END { for (i = 1; i < ARGC; ++i) {
            part = ARGV[i]
            failed += bad[part] > 0 ? bad[part] : (ended[part] || !told[part])
          }
          printf "%d passed, %d failed\n", total - failed, failed; exit failed > 0 }' "${@:2}"
}

# The rooms with a third language in their table: a program of its own, which nothing else needs.
third_language() { build_in build third_language_tests && unit_tests build/third_language_tests; }

end_to_end() {
  local status=0
  python3 -B tests/e2e/run.py "$1/dealcheck" --filter "$filter" "${@:2}" || status=$?
  if ((status == 3)) && [[ -n $filter ]]; then status=0; fi
  return "$status"
}

layout_is_current() {
  find src tests -name '*.cc' -print0 -o -name '*.h' -print0 |
    xargs -0 clang-format --dry-run -Werror
}

catalogue_is_current() { build/compile_rules catalogue rules | diff -u rules/README.md -; }

write_catalogue() {
  build/compile_rules catalogue rules >build/catalogue.md && cp build/catalogue.md rules/README.md
}

# A verb of `dealcheck rules` on the built-in rules and on every pack.
for_every_rule_set() {
  local verb=$1
  shift
  build/dealcheck rules "$verb" --no-settings --rules rules "$@" || return 1
  for pack in rules/packs/*/; do
    build/dealcheck rules "$verb" --no-settings --pack "./$pack" "$@" || return 1
  done
}

if ! ensure_packages "${build_packages[@]}" doctest-dev python3 jq python3-jsonschema python3-yaml libxml2-utils \
     clang clang-format clang-tidy git parallel zsh fish groff-base pre-commit; then
  failed=1
  finish
fi

if step "build" build_in build all; then
  if $update; then step "catalogue of the rules" write_catalogue || true; fi
  step "unit tests" unit_tests build/dealcheck_tests || true
  step "a third language" third_language || true
  step "end-to-end cases" end_to_end build "${update_cases[@]}" || true
  step "tests of the rules" for_every_rule_set test || true
  step "coverage of the rules" for_every_rule_set coverage --threshold 100 || true
  step "catalogue is current" catalogue_is_current || true
  step "rules are sound" for_every_rule_set check --fail-on warning || true
  step "judgement of real deals" python3 -B tests/judgement/score.py build/dealcheck --least 0.80 || true
  step "next steps of real deals" python3 -B tests/judgement/steps.py build/dealcheck || true
  step "what the pages show" python3 -B tests/docs/snippets.py build/dealcheck "${update_cases[@]}" || true
  step "files for CI" python3 -B tests/docs/ci.py build/dealcheck || true
  step "schemas" python3 -B tests/schema/check.py build/dealcheck || true
  step "package and pre-commit hook" bash tests/package.sh build || true
fi
step "self-test of the case runner" python3 -B tests/e2e/selftest.py || true
step "layout is current" layout_is_current || true
step "places in the method" python3 -B tests/docs/places.py || true
step "includes keep to the rooms" python3 -B tests/rooms.py src tests tests/rooms.txt || true

if $full; then
  step "pages in a browser" bash tests/pages/run.sh build || true
  if step "build with sanitizers" build_in build-asan all -DDEALCHECK_SANITIZE=ON \
       -DCMAKE_CXX_COMPILER=clang++; then
    export ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:exitcode=86
    export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:exitcode=86
    step "unit tests, sanitizers" unit_tests build-asan/dealcheck_tests || true
    step "end-to-end cases, sanitizers" end_to_end build-asan || true
  fi
  step "drawings of people, read by mermaid" bash tests/mermaid/check.sh build || true
  step "static checks" tests/support/tidy.sh build || true
fi

if ((passed + failed == 0)); then
  echo "nothing is named like '$filter'"
  failed=1
fi
finish
