package cn.minyi5.local.stack;

import cn.minyi5.backends.Secrets;
import java.nio.file.Path;

/**
 * What the services are told of the stack they run in: one file for all of them, read by those that {@code deploy/up}
 * starts and by {@code mvn quarkus:dev} alike.
 */
record ServiceSettings(Stack stack) {

    /** Written anew, so that it fits the ports that the stack has now. */
    Path write() {
        var file = stack.home().resolve("services.properties");
        Secrets.writePrivately(file, text());
        return file;
    }

    private String text() {
        var postgres = stack.postgres();
        // Above a service's own application.properties and below its environment.
        return """
                config_ordinal=275
                quarkus.datasource.jdbc.url=%s
                quarkus.datasource.reactive.url=%s
                quarkus.datasource.username=%s
                quarkus.datasource.password=%s
                quarkus.oidc.auth-server-url=%s
                quarkus.mailer.host=127.0.0.1
                quarkus.mailer.port=%d
                kafka.bootstrap.servers=%s
                minyi5.messaging.bootstrap-servers=${kafka.bootstrap.servers}
                minyi5.privacy.master-key=%s
                """
                .formatted(
                        postgres.jdbcUrl("${quarkus.application.name}"),
                        postgres.reactiveUrl("${quarkus.application.name}"),
                        postgres.user(),
                        postgres.password(),
                        stack.issuer(),
                        stack.ports().of(Port.SMTP),
                        stack.kafka().bootstrapServers(),
                        stack.secrets().key("privacy-master-key"));
    }
}
