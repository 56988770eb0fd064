package cn.minyi5.backends;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody and still owns root's
 * files; where namespaces are forbidden, as in many containers, it becomes nobody really and is given the files, in a
 * directory that others may pass through.
 */
enum Unprivileged {
    NOT_ROOT(List.of()),
    USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged detect() {
        if (new UnixSystem().getUid() != 0) {
            return NOT_ROOT;
        }
        return Commands.succeeds(List.of("unshare", "-U", "true")) ? USER_NAMESPACE : NOBODY;
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Makes the files belong to whoever the command will run as. */
    void own(Path path) {
        if (this == NOBODY) {
            Commands.run(List.of("chown", "-R", "65534:65534", path.toString()));
        }
    }
}
