package cn.minyi5.local.stack;

import cn.minyi5.backends.Secrets;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.MasterKeys;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a service is told of the stack it runs in: a file that both a service of {@code deploy/up} and one of
 * {@code deploy/dev} read. Above the service's own application.properties and below its environment.
 */
record ServiceSettings(Stack stack, String service) {

    private static final String FORMER_KEY = "privacy-master-key";
    private static final String FINGERPRINT_KEY = "fingerprint-key";

    /** Written anew, so that it fits the ports that the stack has now. */
    Path write() {
        var file = stack.home().resolve(service + "-service.properties");
        Secrets.writePrivately(file, text());
        return file;
    }

    private String text() {
        var postgres = stack.postgres();
        var text = new StringBuilder("config_ordinal=275\n");
        line(text, "quarkus.datasource.jdbc.url", postgres.jdbcUrl(service));
        line(text, "quarkus.datasource.reactive.url", postgres.reactiveUrl(service));
        line(text, "quarkus.datasource.username", postgres.user());
        line(text, "quarkus.datasource.password", postgres.password());
        line(text, "quarkus.oidc.auth-server-url", stack.issuer());
        stack.kafka().client(service).forEach((name, value) -> line(text, "kafka." + name, value));
        if (service.equals(Stack.INTAKE) || service.equals(Stack.ROUTING)) {
            privacy(text);
            line(text, "minyi5.visit.office-supervisor", DemoPersons.OFFICE_SUPERVISOR);
        }
        if (service.equals(Stack.ROUTING)) {
            // Departments' systems are tried on this machine.
            line(text, "minyi5.webhooks.networks", "127.0.0.0/8");
        }
        if (service.equals(Stack.INTAKE)) {
            line(text, "minyi5.attachments.folder", stack.home().resolve("attachments"));
        }
        if (service.equals(Stack.NOTIFICATION)) {
            line(text, "quarkus.mailer.host", "127.0.0.1");
            line(text, "quarkus.mailer.port", stack.ports().of(Port.SMTP));
            line(text, "quarkus.mailer.login", "REQUIRED");
            line(text, "quarkus.mailer.username", DemoPersons.mail(service));
            line(text, "quarkus.mailer.password", stack.secrets().password("mail-notification"));
        }
        return text.toString();
    }

    /** What an installation of before had in one master key is taken over by intake, and the key forgotten. */
    private void privacy(StringBuilder text) {
        var secrets = stack.secrets();
        var file = stack.home().resolve(service + "-master-keys.json");
        var former = service.equals(Stack.INTAKE) ? secrets.find(FORMER_KEY) : null;
        if (former != null) {
            secrets.set(FINGERPRINT_KEY, Fingerprints.keyOfBefore(former));
        }
        if (Files.notExists(file)) {
            MasterKeys.create(file, former);
        }
        if (former != null) {
            secrets.set(FORMER_KEY, null);
        }
        line(text, "minyi5.privacy.master-keys", file);
        line(text, "minyi5.privacy.striking-key", secrets.key("striking-key"));
        if (service.equals(Stack.INTAKE)) {
            line(text, "minyi5.privacy.fingerprint-key", secrets.key(FINGERPRINT_KEY));
        }
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append('=').append(value).append('\n');
    }
}
