#!/usr/bin/env bash
# Checks, tests and compares policies for a workflow. Reads the inputs of action.yml as INPUT_…, and POLICYC: the program or its .dll.
# Exit code: the highest of those of policyc, so 1 for findings and 2 for what cannot be read.
set -uo pipefail

policyc=${POLICYC:?}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
outputs=${GITHUB_OUTPUT:-/dev/null}
base=${INPUT_BASE:-}
sarif=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/policyc.sarif
worst=0
heading="## What the law changes: "
level=

paths=()
while IFS= read -r line; do
  line=${line%$'\r'}
  line=${line#"${line%%[![:space:]]*}"}
  line=${line%"${line##*[![:space:]]}"}
  [ -z "$line" ] || paths+=("$line")
done <<<"${INPUT_PATHS:-}"

run() {
  case $policyc in
    *.dll) dotnet "$policyc" "$@" ;;
    *) "$policyc" "$@" ;;
  esac
}

keep_worst() { # exit code
  [ "$1" -le "$worst" ] || worst=$1
}

# An empty array counts as unset in old versions of bash.
with_paths() { # command and its options
  run "$@" ${paths[@]+"${paths[@]}"}
}

check() {
  # Code scanning knows by itself what is new; without a finding it takes the alert for fixed.
  with_paths check --format sarif >"$sarif"
  local code=$? options=()
  [ "$code" -le 1 ] || keep_worst "$code"
  [ ! -s "$sarif" ] || echo "sarif=$sarif" >>"$outputs"
  [ -z "${INPUT_FAIL_ON:-}" ] || options+=(--fail-on "$INPUT_FAIL_ON")
  [ -z "${INPUT_BASELINE:-}" ] || options+=(--baseline "$INPUT_BASELINE")

  # Code scanning makes annotations of its own.
  local format=github
  [ "${INPUT_UPLOAD_SARIF:-false}" != true ] || format=text
  echo "::group::policyc check"
  with_paths check --format "$format" ${options[@]+"${options[@]}"}
  keep_worst $?
  echo "::endgroup::"
}

scenarios() {
  echo "::group::policyc test"
  with_paths test
  keep_worst $?
  echo "::endgroup::"
}

# A checkout has one commit unless its workflow asks for more.
fetch_base() {
  git cat-file -e "$base^{commit}" 2>/dev/null && return
  git fetch --quiet --no-tags --depth=1 -- origin "$base" && base=$(git rev-parse --verify --quiet 'FETCH_HEAD^{commit}')
}

has_policies() { # revision, path
  git ls-tree -r -z --name-only "$1" -- "$2" | tr '\0' '\n' | grep -qE '\.policy(\.md)?$'
}

compare() { # path
  local path=$1 options=() known heaviest=
  if ! has_policies "$base" "$path"; then
    printf '`%s` has no policies at the base: all of it is new.\n\n' "$path" >>"$summary"
    return
  fi

  [ -z "${INPUT_FAIL_ON_CHANGE:-}" ] || options+=(--fail-on "$INPUT_FAIL_ON_CHANGE")
  echo "::group::policyc diff $path"
  run diff "$base:$path" "$path" --format markdown ${options[@]+"${options[@]}"} | tee "$told"
  keep_worst "${PIPESTATUS[0]}"
  echo "::endgroup::"
  [ ${#paths[@]} -lt 2 ] || printf '# `%s`\n\n' "$path" >>"$summary"
  if ! grep -q "^$heading" "$told"; then
    printf 'Nothing is compared, because of errors; the log tells them.\n\n' >>"$summary"
    return
  fi

  cat "$told" >>"$summary"
  echo >>"$summary"
  for known in none patch minor major; do
    if [ "$known" = "$level" ] || grep -q "^$heading$known" "$told"; then
      heaviest=$known
    fi
  done
  level=$heaviest
}

compare_all() {
  if [ -z "$base" ]; then
    echo "Nothing is compared: there is no base revision."
    return
  fi

  if ! fetch_base; then
    echo "::error::There is no revision '$base' to compare with, and it cannot be fetched."
    keep_worst 2
    return
  fi

  told=$(mktemp)
  trap 'rm -f "$told"' EXIT
  if [ ${#paths[@]} = 0 ]; then
    compare .
  else
    local path
    for path in "${paths[@]}"; do
      compare "$path"
    done
  fi

  echo "level=$level" >>"$outputs"
}

check
scenarios
compare_all
exit "$worst"
