package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A public client library, npm's open311, as its authors wrote it; npm fetches it by version and hash. Its two readers of
 * XML are not to be had any more, so it speaks JSON.
 */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class Open311ClientTest {

    private static final Path SOURCE = Path.of("src", "test", "open311-client");
    private static final Path FOLDER = Path.of("target", "open311-client");
    private static final int LONGEST_SECONDS = 180;

    @Test
    void npmsClientFindsTheServiceFilesARequestAndReadsItWhenItIsPublic() throws IOException, InterruptedException {
        assertThat(isThere("node") && isThere("npm"))
                .as("node and npm, which deploy/test installs")
                .isTrue();
        installed();
        var team = County.team();
        var key = as(County.administrator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("name", "npm 的客户端"))
                .post("/api/open311-keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("apiKey");

        var filed = client(key, team.grid(), "file", "村口水管漏水，路面结冰");

        var id = filed.at("/0/service_request_id").asText();
        as(County.dispatcher())
                .body(Map.of("public", true, "text", "村口水管漏水"))
                .post("/api/requests/{id}/publication", id)
                .then()
                .statusCode(200);
        var read = client(key, team.grid(), "read", id);
        assertThat(read.at("/0/service_request_id").asText()).isEqualTo(id);
        assertThat(read.at("/0/description").asText()).isEqualTo("村口水管漏水");
        assertThat(read.at("/0/status").asText()).isEqualTo("open");
        assertThat(read.at("/0/requested_datetime").asText())
                .as("a date that JavaScript reads")
                .endsWith("Z");
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void installed() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try (var files = Files.list(SOURCE)) {
            for (var file : files.toList()) {
                Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    private static JsonNode client(String key, String addressId, String step, String what)
            throws IOException, InterruptedException {
        var endpoint = "http://127.0.0.1:" + RestAssured.port + "/open311/v2/";
        return new ObjectMapper()
                .readTree(run("node", "file-and-read.js", endpoint, County.JINXIANG, key, addressId, step, what));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var out = FOLDER.resolve("out.txt");
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        var ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        var said = Files.readString(out, UTF_8);
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", command[0], said)
                .isTrue();
        return said;
    }
}
