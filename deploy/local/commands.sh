# What deploy/up, deploy/down, deploy/demo and deploy/test have in common; sourced, from the root of the repository.

BUILT=deploy/local/target/built
SERVICES="intake routing escalation notification"

complain() {
    echo "$*" >&2
    exit 1
}

program() { # the one of JAVA_HOME if that is set
    if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/$1"; else echo "$1"; fi
}

has_jdk() {
    local version
    version=$("$(program javac)" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ -n "$version" ] && [ "$version" -ge 17 ]
}

has_maven() {
    command -v mvn >/dev/null
}

# Says what is missing; on Debian and Ubuntu as root it installs it.
need_tools() {
    [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || complain "only Linux on x86_64: the PostgreSQL binaries are for that"
    if has_jdk && has_maven; then
        return
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        install_tools
    fi
    has_jdk || complain "a JDK of version 17 or later is missing: on Debian or Ubuntu, apt-get install openjdk-17-jdk-headless"
    has_maven || complain "Maven 3.8 or later is missing: on Debian or Ubuntu, apt-get install maven"
}

has_browser() { # and a font with Chinese in it
    command -v chromium >/dev/null && [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ]
}

# What the tests of pages look at them with; on Debian and Ubuntu as root it installs it.
need_browser() {
    ! has_browser || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q
        echo "installing chromium"
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            chromium fontconfig fonts-wqy-zenhei
    fi
    has_browser || complain "chromium or a Chinese font is missing: on Debian, apt-get install chromium fonts-wqy-zenhei"
}

install_tools() {
    local jdk=openjdk-17-jdk-headless wanted=""
    apt-get update -q
    apt-cache show "$jdk" >/dev/null 2>&1 || jdk=default-jdk-headless
    has_jdk || wanted="$jdk"
    has_maven || wanted="$wanted maven"
    echo "installing $wanted"
    # shellcheck disable=SC2086 — a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $wanted
}

# What a public client of Open311 runs in; on Debian and Ubuntu as root it installs it.
need_node() {
    if ! has_node && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q
        echo "installing nodejs and npm"
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends nodejs npm
    fi
    has_node || complain "node and npm are missing: on Debian, apt-get install nodejs npm"
}

has_node() {
    command -v node >/dev/null && command -v npm >/dev/null
}

is_stale() {
    local service
    [ -f "$BUILT" ] && [ -f deploy/local/target/classpath ] || return 0
    for service in $SERVICES; do
        [ -f "$service-service/target/quarkus-app/quarkus-run.jar" ] || return 0
    done
    [ -n "$(find pom.xml platform deploy/county deploy/local ./*-service \
        \( -name target -o -name test -path '*/src/test' \) -prune -o \
        \( -name '*.java' -o -name pom.xml -o -path '*/src/main/*' \) -type f -newer "$BUILT" -print -quit)" ]
}

# Builds what the stack runs, unless it is newer than its sources.
build() {
    is_stale || return 0
    local modules=deploy/local service log=deploy/local/target/build.log
    for service in $SERVICES; do
        modules="$modules,$service-service"
    done
    mkdir -p deploy/local/target
    touch "$BUILT.new"
    echo "building the services; the first time this downloads a few hundred megabytes"
    if ! mvn -B -ntp -Dmaven.test.skip=true -pl "$modules" -am package 2>&1 | build_progress "$log"; then
        tail -n 40 "$log" >&2
        complain "the build failed, see $log"
    fi
    mv "$BUILT.new" "$BUILT"
    printf '%4d s  built\n' "$SECONDS"
}

build_progress() {
    local line
    : >"$1"
    while IFS= read -r line; do
        echo "$line" >>"$1"
        case $line in
        "[INFO] Building "*"["*"]"*)
            line=${line#"[INFO] Building "}
            printf '%4d s  building %s\n' "$SECONDS" "${line%% *}"
            ;;
        esac
    done
}

# run <module> <main class> <arguments>
run() {
    local module=$1
    shift
    exec "$(program java)" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
        -cp "$module/target/classes:$(cat "$module/target/classpath")" "$@"
}
