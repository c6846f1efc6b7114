# What tests need from npm. Source it behind setup.sh.

# install_modules HOME PACKAGE.JSON: the packages that the file names, into a folder of the build and nowhere else;
# again only when the file has changed. A newer node than Debian's brings its own npm.
install_modules() {
  local home=$1 wanted=$2
  if ! { command -v node && command -v npm; } >/dev/null; then ensure_packages nodejs npm; fi
  mkdir -p "$home"
  if cmp -s "$wanted" "$home/package.json" && [[ -d $home/node_modules ]]; then return; fi
  cp "$wanted" "$home/package.json"
  if ! (cd "$home" && run_quietly npm install --no-audit --no-fund --no-package-lock --ignore-scripts); then
    rm -f "$home/package.json"
    return 1
  fi
}
