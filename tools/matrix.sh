#!/usr/bin/env bash
# The tests on each supported Python that this machine has, each in a fresh environment (.venv-3.11 …) with the pinned
# versions. Fails if one fails; says which Pythons are not here. Arguments are those of pytest.
set -uo pipefail
cd "$(dirname "$0")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1

find_python() {
    local candidate
    for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/python; do
        # A shim of pyenv is there for versions that do not start.
        if "$candidate" -c 'import sys' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

status=0
summary=()
for version in 3.11 3.12 3.13 3.14; do
    python=$(find_python "$version")
    if [ -z "$python" ]; then
        summary+=("$version  not on this machine")
        continue
    fi
    printf '\n== Python %s\n' "$version"
    rm -rf ".venv-$version"
    if "$python" -m venv ".venv-$version" &&
        ".venv-$version/bin/pip" install --quiet --constraint constraints.txt --editable '.[dev]' &&
        PYTHONWARNDEFAULTENCODING=1 ".venv-$version/bin/python" -m pytest -q -n auto "$@"; then
        summary+=("$version  passed")
    else
        summary+=("$version  FAILED")
        status=1
    fi
done
printf '\n'
printf '%s\n' "${summary[@]}"
exit "$status"
