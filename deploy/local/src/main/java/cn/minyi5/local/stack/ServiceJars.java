package cn.minyi5.local.stack;

import cn.minyi5.backends.Commands;
import cn.minyi5.backends.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service as the build has left it, and beside it an archive of its loaded classes (AppCDS), which takes more than
 * half of the processor time off a start. It is taken once, by a process of its own from the list of what a service has
 * loaded, and goes with the next build.
 */
record ServiceJars(Path app) {
    /** What quarkus-run.jar would start from a class loader of its own, whose classes no archive takes. */
    static final String MAIN = "io.quarkus.runner.GeneratedMain";

    /** Services that are started a few times and thrown away are better off without. */
    private static final boolean WANTED = !"no".equals(System.getenv("MINYI5_CLASS_ARCHIVES"));

    static ServiceJars of(String service) {
        return new ServiceJars(Repository.jar(service).getParent());
    }

    /** What the build has generated and changed comes first. */
    String classPath() {
        return Stream.of("quarkus", "app", "lib/boot", "lib/main")
                .flatMap(dir -> jars(app.resolve(dir)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Of the JVM: to use the archive, or to write down for it what is loaded. */
    List<String> options(Path loaded) {
        if (isArchived()) {
            return List.of("-XX:SharedArchiveFile=" + archive());
        }
        return WANTED ? List.of("-XX:DumpLoadedClassList=" + loaded) : List.of();
    }

    boolean isArchiveMissing() {
        return WANTED && !isArchived();
    }

    private boolean isArchived() {
        return Files.exists(archive());
    }

    /** A minute of an idle core, at the lowest priority. @param loaded the list that a running service writes */
    void archive(Path loaded) {
        var half = app.resolve("half-" + ProcessHandle.current().pid());
        var list = loaded.resolveSibling(loaded.getFileName() + ".whole");
        // It ends with whoever waits for it, and takes only what nobody else wants.
        var dump = List.of(
                "setpriv",
                "--pdeathsig=KILL",
                "nice",
                "--adjustment=19",
                JavaCommand.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Xshare:dump",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + half);
        try {
            Files.writeString(list, wholeLines(Files.readString(loaded)));
            Commands.run(dump, Map.of("CLASSPATH", classPath()));
            Files.move(half, archive(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM is still writing the last one. */
    private static String wholeLines(String list) {
        return list.substring(0, list.lastIndexOf('\n') + 1);
    }

    /** One for each JVM: another one cannot read it. */
    private Path archive() {
        return app.resolve("classes-" + System.getProperty("java.vm.version") + ".jsa");
    }

    private static Stream<String> jars(Path dir) {
        return Stream.of(Objects.requireNonNull(dir.toFile().listFiles(), dir + " is not there"))
                .map(File::getPath)
                .filter(file -> file.endsWith(".jar"))
                .sorted();
    }
}
