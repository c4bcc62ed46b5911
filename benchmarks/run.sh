#!/usr/bin/env bash
# Measures Inspect Viz and its peers side by side and writes RESULTS.md. `run.sh --help` lists the parts.
# Needs python3 with venv, npm, openssl, Chromium, and the project installed in ../.venv (or BENCH_PYTHON).
set -euo pipefail
cd "$(dirname "$0")"

environment() {
    local stamp=".work/$1/requirements.done"
    cmp -s "requirements-$1.txt" "$stamp" && return
    echo "making the environment .work/$1" >&2
    python3 -m venv --clear ".work/$1"
    ".work/$1/bin/python" -m pip install -q --disable-pip-version-check -r "requirements-$1.txt"
    cp "requirements-$1.txt" "$stamp"
}

# The project as it was before, beside which large pictures are measured.
before() {
    local stamp=".work/before/commit"
    cmp -s before.txt "$stamp" && return
    echo "making the environment .work/before" >&2
    rm -rf .work/before .work/before-source && mkdir -p .work/before-source
    git -C .. archive "$(cat before.txt)" | tar -x -C .work/before-source
    python3 -m venv .work/before
    .work/before/bin/python -m pip install -q --disable-pip-version-check .work/before-source
    cp before.txt "$stamp"
}

mkdir -p .work
environment peers
if [[ ! "$*" =~ --what(\ (logs|grammar|live)[-a-z]*)+(\ --.*)?$ ]]; then
    before
fi
if [[ ! "$*" =~ --what(\ (logs|large|grammar)[-a-z]*)+(\ --.*)?$ ]]; then  # these need neither
    environment published
    environment mosaic
    .work/peers/bin/python -m bench.mirror build
fi
exec .work/peers/bin/python -m bench "$@"
