# What tests need from npm. Source it behind setup.sh.

# install_modules HOME PACKAGE.JSON: the packages that the file names, into a folder of the build and nowhere else;
# again when the file has changed or the last time did not come to its end. A newer node than Debian's brings its own npm.
install_modules() {
  local home=$1 wanted=$2
  if ! { command -v node && command -v npm; } >/dev/null; then ensure_packages nodejs npm; fi
  mkdir -p "$home"
  if cmp -s "$wanted" "$home/installed.json"; then return; fi
  rm -f "$home/installed.json"
  cp "$wanted" "$home/package.json"
  (cd "$home" && run_quietly npm install --no-audit --no-fund --no-package-lock --ignore-scripts) || return 1
  cp "$wanted" "$home/installed.json"
}
