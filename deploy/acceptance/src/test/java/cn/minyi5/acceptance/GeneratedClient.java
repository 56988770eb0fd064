package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.backends.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * What a department's developer does: asks a running service for its OpenAPI document, has openapi-generator make a client
 * of it, and compiles that with a program of the department's.
 */
final class GeneratedClient {

    private static final Path HERE = Path.of("target", "department").toAbsolutePath();
    private static final Path GENERATOR = Path.of("target", "openapi-generator", "openapi-generator-cli.jar");
    private static final Path PROGRAM = Path.of("src", "department", "java", "DepartmentProgram.java");

    private GeneratedClient() {}

    /** @param management of the service, where its document is */
    static void make(URI management) throws IOException, InterruptedException {
        Files.createDirectories(HERE);
        var document = HERE.resolve("openapi.json");
        var asked = HttpRequest.newBuilder(URI.create(management + "/openapi?format=json"))
                .build();
        Files.writeString(
                document,
                HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).body());
        generate(document);
        compile();
    }

    private static void generate(Path document) throws IOException, InterruptedException {
        var command = List.of(
                JavaCommand.java(),
                "-Xmx512m",
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "--generator-name",
                "java",
                "--library",
                "native",
                "--input-spec",
                document.toString(),
                "--output",
                HERE.resolve("client").toString(),
                "--additional-properties",
                // A word that a later release adds must not stop a department's system.
                "openApiNullable=false,useJakartaEe=true,enumUnknownDefaultCase=true,invokerPackage=department.client,"
                        + "apiPackage=department.client.api,modelPackage=department.client.model");
        var log = HERE.resolve("generator.log").toFile();
        var ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        assertThat(ended).as(Files.readString(log.toPath())).isZero();
    }

    private static void compile() throws IOException {
        var sources = new ArrayList<Path>(List.of(PROGRAM));
        try (var files = Files.walk(HERE.resolve("client").resolve(Path.of("src", "main", "java")))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of(
                    "-proc:none", "-nowarn", "-d", classes().toString(), "-cp", System.getProperty("java.class.path"));
            Files.createDirectories(classes());
            var units = files.getJavaFileObjectsFromPaths(sources);
            assertThat(compiler.getTask(null, files, null, options, null, units).call())
                    .as("what was generated compiles")
                    .isTrue();
        }
    }

    /** The department's program as a process of its own, which is told nothing but this. */
    static Process run(Map<String, String> settings, Path output) throws IOException {
        var builder = new ProcessBuilder(JavaCommand.java(), "-Xmx128m", "DepartmentProgram");
        builder.environment().putAll(settings);
        builder.environment()
                .put("CLASSPATH", classes() + java.io.File.pathSeparator + System.getProperty("java.class.path"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private static Path classes() {
        return HERE.resolve("classes");
    }
}
