#!/usr/bin/env bash
# Measures what a user waits for, against fixed targets; exits 1 when one is missed. Ratios hold on
# any machine; run it on a quiet one. Not part of tests/run.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/setup.sh

ensure_packages "${build_packages[@]}" hyperfine time python3
run_quietly build_in build dealcheck

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/bench/make_deal.py 4096 >"$work/small.yaml"
python3 tests/bench/make_deal.py 1000000 >"$work/large.yaml"
python3 tests/bench/make_crowd.py 500 10 >"$work/crowd.yaml"
python3 tests/bench/make_crowd.py 500 0 >"$work/strangers.yaml"

# A file that is refused is quick to handle: make sure that both are judged.
for deal in small large crowd strangers; do
  status=0
  build/dealcheck assess "$work/$deal.yaml" >"$work/$deal.txt" 2>"$work/errors.txt" || status=$?
  if ((status > 1)) || [[ ! -s $work/$deal.txt ]]; then
    head -n 20 "$work/errors.txt" >&2
    say "error: the $deal deal of the bench is not judged (exit $status)"
    exit 1
  fi
done

measure() { run_quietly hyperfine --shell=none --ignore-failure --style none "$@"; }

# peak_kb COMMAND…: the largest of five runs.
peak_kb() {
  for _ in 1 2 3 4 5; do
    /usr/bin/time --quiet -f %M -o "$work/peak" -a "$@" >/dev/null 2>&1 || true
  done
  sort -n "$work/peak" | tail -n 1
  rm "$work/peak"
}

measure --warmup 50 --runs 1000 --export-json "$work/start.json" \
        /bin/true "build/dealcheck assess $work/small.yaml"
measure --warmup 2 --runs 20 --export-json "$work/large.json" \
        "build/dealcheck assess $work/large.yaml"

measure --warmup 20 --runs 200 --export-json "$work/crowd.json" \
        "build/dealcheck assess $work/strangers.yaml" "build/dealcheck assess $work/crowd.yaml"

missed=0
python3 -B tests/bench/table.py "$work/start.json" "$work/large.json" "$work/crowd.json" \
        "$(peak_kb build/dealcheck assess "$work/small.yaml")" \
        "$(peak_kb build/dealcheck assess "$work/large.yaml")" || missed=1
bash tests/bench/many.sh || missed=1
exit "$missed"
