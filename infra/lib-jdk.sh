# Sourced by the scripts beside it: finds a JDK that can build and run the project.

MINIMUM_JAVA=25

# Prints the feature release of the JDK in a folder, or nothing when there is none.
java_release() {
    [ -x "$1/bin/javac" ] || return 0
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p' | head -n 1
}

is_new_enough() {
    local release
    release=$(java_release "$1")
    [ -n "$release" ] && [ "$release" -ge "$MINIMUM_JAVA" ]
}

# The folder of the java on the PATH, with symbolic links followed.
jdk_on_path() {
    local java
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        local target
        target=$(readlink "$java")
        case $target in
            /*) java=$target ;;
            *) java=$(dirname "$java")/$target ;;
        esac
    done
    dirname "$(dirname "$java")"
}

# Sets JAVA_HOME, or says what to do and ends the script.
require_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
        /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_new_enough "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    echo "This needs a JDK $MINIMUM_JAVA or later and found none. Install one, for example Temurin" \
        "$MINIMUM_JAVA, or set JAVA_HOME to its folder." >&2
    exit 1
}

require_maven() {
    if ! command -v mvn >/dev/null; then
        echo "This needs Maven 3.8.7 or later. Install it, for example with: apt-get install maven" >&2
        exit 1
    fi
}
