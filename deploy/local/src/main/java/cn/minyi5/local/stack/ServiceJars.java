package cn.minyi5.local.stack;

import cn.minyi5.backends.Commands;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service as the build has left it, and beside it an archive of its loaded classes (AppCDS), which takes about a
 * third of the processor time off a start. The archive is taken from a running service once and goes with the next
 * build.
 */
record ServiceJars(Path app) {
    /** What quarkus-run.jar would start from a class loader of its own, whose classes no archive takes. */
    static final String MAIN = "io.quarkus.runner.GeneratedMain";

    static ServiceJars of(String service) {
        return new ServiceJars(Repository.jar(service).getParent());
    }

    /** What the build has generated and changed comes first. */
    String classPath() {
        return Stream.of("quarkus", "app", "lib/boot", "lib/main")
                .flatMap(dir -> jars(app.resolve(dir)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Of the JVM: to use the archive, or to be ready to give one. */
    String option() {
        return isArchived() ? "-XX:SharedArchiveFile=" + archive() : "-XX:+RecordDynamicDumpInfo";
    }

    boolean isArchived() {
        return Files.exists(archive());
    }

    /** Takes the archive from a service that was started without one; it stands still for a second or two. */
    void archive(long pid) {
        var half = archive().resolveSibling(archive().getFileName() + "." + pid);
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Commands.run(List.of(jcmd, Long.toString(pid), "VM.cds", "dynamic_dump", half.toString()));
            Files.move(half, archive(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for each JVM: another one cannot read it. */
    private Path archive() {
        return app.resolve("classes-" + System.getProperty("java.vm.version") + ".jsa");
    }

    private static Stream<String> jars(Path dir) {
        try (var files = Files.list(dir)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
