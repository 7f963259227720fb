#!/bin/bash
# Which Debian packages are needed, said here and nowhere else, and how they get installed:
#     cmake/packages.sh build test
# installs what is missing of these groups, without a question, and does nothing when nothing is.
# Other scripts read this file and call install_packages.
# shellcheck disable=SC2034  # the lists are used by their names

# To build the program.
packages_build=(
    ca-certificates ccache cmake g++ gettext git ninja-build
    libcli11-dev libexpat1-dev libfmt-dev libgmp-dev libical-dev libical3 libcairo2-dev libicu-dev libkainjow-mustache-dev liblemon-dev libpango1.0-dev libpq-dev
    libpq5 librsvg2-dev libsqlite3-dev libssl-dev libxlsxwriter-dev libxlsxwriter4 libyaml-cpp-dev libzip-dev libzip4 nlohmann-json3-dev pkg-config scdoc
    zlib1g-dev
)
# To run its tests.
packages_test=(
    clang clang-format clang-tidy csvkit diffutils doctest-dev fonts-wqy-zenhei jq libcsv-dev poppler-utils postgresql python3
    python3-dateutil python3-icalendar python3-lxml python3-openpyxl sqlite3 xlsx2csv
)
# To hunt for bugs with libFuzzer: cmake --preset fuzz.
packages_fuzz=(clang libclang-rt-14-dev)

# The packages of the groups named that are not installed, one a line.
missing_packages() {
    local group package
    for group in "$@"; do
        local -n packages="packages_$group"
        for package in "${packages[@]}"; do
            if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
                echo "$package"
            fi
        done
    done | sort -u
}

# Runs a command as root: with sudo only where that is needed.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Installs what is missing of the groups named.
install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if [[ ${#missing[@]} -eq 0 ]]; then
        return 0
    fi
    echo "installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
        -o Dpkg::Use-Pty=0 install "${missing[@]}" >/dev/null
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    set -euo pipefail
    if [[ $# -eq 0 ]]; then
        sed -n '2,5s/^# //p' "$0"
        exit 2
    fi
    install_packages "$@"
fi
