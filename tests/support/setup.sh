# shellcheck shell=bash
# What the scripts share: installing Debian packages and building. Sourced, not run; the caller is in
# the top folder and has `set -euo pipefail`.

build_packages=(cmake ninja-build g++ libyaml-dev libyaml-cpp-dev libcsv-dev libfmt-dev libcli11-dev
                nlohmann-json3-dev libutf8proc-dev libpugixml-dev)

say() { printf '%s\n' "$*" >&2; }

# run_quietly COMMAND…: shows what the command printed only when it fails.
run_quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if ((status != 0)); then cat "$log" >&2; fi
  rm -f "$log"
  return "$status"
}

# ensure_packages PACKAGE…: installs what is missing; silent when nothing is.
ensure_packages() {
  if ! command -v dpkg-query apt-get >/dev/null; then
    say "not a Debian system: these packages, or their like, must be there: $*"
    return 0
  fi
  local package missing=() as_root=()
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then return 0; fi

  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      say "error: packages are missing and there is neither root nor sudo; as root, run:"
      say "  apt-get install ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
                 apt-get install -qqy --no-install-recommends "${missing[@]}")
  say "installing ${missing[*]}"
  if ! "${install[@]}" >/dev/null 2>&1 </dev/null; then
    say "updating the package lists"
    run_quietly "${as_root[@]}" apt-get update -qq
    run_quietly "${install[@]}"
  fi
}

# build_in FOLDER TARGET [CMAKE_ARGUMENT…]: configures and builds one target and what it needs.
build_in() {
  local folder=$1 target=$2 generator=()
  if [[ ! -e $folder/CMakeCache.txt ]] && command -v ninja >/dev/null; then
    generator=(-G Ninja)
  fi
  cmake -S . -B "$folder" "${generator[@]}" -DCMAKE_BUILD_TYPE=Release "${@:3}" &&
    cmake --build "$folder" --parallel "$(nproc)" --target "$target"
}
