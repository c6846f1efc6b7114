#!/usr/bin/env bash
# Makes the Debian package of a build folder, looks at what is in it, installs it into a root of its
# own, runs what was installed, and takes it away again; then runs git's pre-commit hook as its users
# would. Nothing is installed on this machine. The last line is the count.
# usage: package.sh BUILD
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$PWD/$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

passed=0 failed=0
# check NAME COMMAND…: shows what the command printed when it fails. In the background a function
# still ends at its first failure, which it would not do as a condition.
check() {
  ("${@:2}") >"$work/told" 2>&1 </dev/null &
  if wait $!; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$1"
    cat "$work/told"
  fi
}

make_package() {
  (cd "$build" && cpack -G DEB -B "$work/package")
  mv "$work"/package/dealcheck_*.deb "$work/dealcheck.deb"
}

holds() {
  dpkg-deb --contents "$work/dealcheck.deb" >"$work/contents"
  local name
  for name in bin/dealcheck share/man/man1/dealcheck.1 share/man/zh_CN/man1/dealcheck.1 \
              share/bash-completion/completions/dealcheck share/zsh/vendor-completions/_dealcheck \
              share/fish/vendor_completions.d/dealcheck.fish share/doc/dealcheck/README.md \
              share/doc/dealcheck/examples/anhui.yaml share/doc/dealcheck/examples/README.zh.md \
              share/doc/dealcheck/examples/page.png share/doc/dealcheck/examples/ci/.gitlab-ci.yml \
              share/doc/dealcheck/rules/METHOD.md share/doc/dealcheck/copyright \
              share/doc/dealcheck/dealcheck.cdx.json; do
    grep -q " \./usr/$name\$" "$work/contents" || { echo "not in the package: usr/$name"; return 1; }
  done
}

belongs_to_root() { ! grep -vE '^[-d][-rwx]{9} root/root ' "$work/contents"; }

dpkg_apart() {
  dpkg --root="$work/root" --force-not-root --force-script-chrootless --log=/dev/null "$@"
}

install_apart() {
  mkdir -p "$work"/root/var/lib/dpkg/{info,updates}
  touch "$work/root/var/lib/dpkg/status"
  dpkg_apart --install "$work/dealcheck.deb"
}

installed_runs() {
  cd "$work"
  root/usr/bin/dealcheck assess --brief root/usr/share/doc/dealcheck/examples/anhui.yaml |
    tee told.txt
  grep -q 'COLUMN FODDER' told.txt
}

# The installed tool must not need what the build left behind.
runs_without_checkout() {
  cd "$work"
  printf 'stage: early\nexecutive_access: refused\n' >deal.yaml
  env -i root/usr/bin/dealcheck assess --format json deal.yaml | jq -e '.verdict'
}

# Every library that CMake looks for, but the one of the tests, and what a program always brings.
expected_parts() {
  sed -nE 's/^find_package\(([A-Za-z0-9_-]+) REQUIRED.*/\1/p; s/^add_static_dependency\(([a-z_0-9]+)_static .*/\1/p' CMakeLists.txt |
    sed 's/_/-/g; s/^yaml$/libyaml/; s/^csv$/libcsv/'
  printf 'glibc\nlibstdc++\n'
}

# The list of parts is CycloneDX as tools read it, and names what is linked, no more and no less.
lists_its_parts() {
  local list=$work/root/usr/share/doc/dealcheck/dealcheck.cdx.json version
  version=$("$work/root/usr/bin/dealcheck" --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+')
  jq -e --arg version "$version" '
    .bomFormat == "CycloneDX" and .specVersion == "1.5" and (.version | type) == "number" and
    .metadata.component == {type: "application", "bom-ref": "dealcheck", name: "dealcheck", version: $version} and
    (.components | length) > 0 and
    all(.components[]; .type == "library" and .["bom-ref"] == .name and (.version | test("^[0-9]")) and
        (.purl | test("^pkg:deb/debian/[a-zA-Z0-9.%-]+@[a-zA-Z0-9.~%-]+$")) and
        (.licenses | length) == 1 and (.licenses[0].expression | test("^[A-Z][A-Za-z0-9. +-]+$"))) and
    ([.components[].name] | unique | length) == (.components | length) and
    (.dependencies == [{ref: "dealcheck", dependsOn: [.components[].name]}])' "$list"
  diff <(expected_parts | sort) <(jq -r '.components[].name' "$list" | sort)
}

# Each part has its licence told, with the text of it or where it lies.
tells_their_licences() {
  local name
  while read -r name; do
    grep -q "^$name  *https://" "$work/root/usr/share/doc/dealcheck/copyright" || { echo "no licence of $name"; return 1; }
  done < <(jq -r '.components[].name' "$work/root/usr/share/doc/dealcheck/dealcheck.cdx.json")
}

takes_itself_away() {
  dpkg_apart --remove dealcheck
  [[ ! -e $work/root/usr/bin/dealcheck && ! -e $work/root/usr/share/doc/dealcheck ]]
}

installs_with_cmake() {
  cmake --install "$build" --prefix "$work/prefix"
  "$work/prefix/bin/dealcheck" --version
}

git_here() { git -c user.name=test -c user.email=test@localhost -c init.defaultBranch=main "$@"; }

# team: a repository of deals, and the hook as pre-commit fetches it.
make_team() {
  mkdir -p "$work/hooks" "$work/team/deals"
  cp .pre-commit-hooks.yaml "$work/hooks/"
  cp examples/anhui.yaml "$work/team/deals/"
  echo 'fail_on: backup' >"$work/team/.dealcheck.yaml"
  for repository in hooks team; do
    cd "$work/$repository"
    git_here init --quiet
    git_here add .
    git_here commit --quiet --message begin
  done
}

# hook: runs it over all files of the team; its exit status is that of pre-commit.
hook() {
  cd "$work/team"
  PATH=$work/prefix/bin:$PATH PRE_COMMIT_HOME=$work/cache \
    pre-commit try-repo "$work/hooks" dealcheck --all-files --verbose
}

hook_refuses() {
  if hook >"$work/told.txt"; then cat "$work/told.txt"; return 1; fi
  grep -q 'COLUMN FODDER' "$work/told.txt"
}

hook_lets_pass() {
  echo 'fail_on: column-fodder' >"$work/team/.dealcheck.yaml"
  printf 'stage: early\nbehaviours: {questions: many}\n' >"$work/team/deals/anhui.yaml"
  hook
}

check "the package is made" make_package
check "the package holds tool, manual, completions, examples" holds
check "what it holds belongs to root" belongs_to_root
check "the package installs" install_apart
check "the installed tool judges" installed_runs
check "the installed tool needs nothing else" runs_without_checkout
check "the package lists its parts" lists_its_parts
check "the package tells their licences" tells_their_licences
check "the package takes itself away" takes_itself_away
check "cmake --install works" installs_with_cmake
check "a team with the hook" make_team
check "the hook refuses a commit" hook_refuses
check "the hook lets a commit pass" hook_lets_pass
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
