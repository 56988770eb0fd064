package cn.minyi5.local.account;

import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.demo.Narration;
import cn.minyi5.local.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;

/** {@code deploy/service-account}: makes the account of a department's own system and prints how it logs in. */
public final class MakeServiceAccount {

    /** Where departments' developers try the API; there the account may do what the desk does, too. */
    private static final ServiceAccount SANDBOX =
            new ServiceAccount("SANDBOX", "990001", List.of("clerk", "integration", "dispatcher"));

    private static final String USAGE =
            """
            deploy/service-account <department> [<division>]   such as JX03 370828, the demo county unless said
            deploy/service-account --sandbox                   for trying the API on orders that are made up
            At this stack's Keycloak, or at the one in KEYCLOAK_URL, whose administrator is in KEYCLOAK_ADMIN and
            KEYCLOAK_ADMIN_PASSWORD. Called again it prints the same secret.""";

    private MakeServiceAccount() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0 || args.length > 2) {
            Narration.print(USAGE);
            System.exit(2);
        }
        var keycloak = keycloak();
        var account = args[0].equals("--sandbox")
                ? SANDBOX
                : new ServiceAccount(args[0], args.length == 2 ? args[1] : DemoCounty.CODE, ServiceAccount.USUAL_ROLES);
        var secret = account.in(keycloak.admin());
        Narration.print(
                """
                client_id=%s
                client_secret=%s
                token_url=%s/realms/minyi5/protocol/openid-connect/token"""
                        .formatted(account.clientId(), secret, keycloak.server()));
    }

    private record Keycloak(String server, String user, String password) {
        KeycloakAdmin admin() {
            return new KeycloakAdmin(server, user, password);
        }
    }

    private static Keycloak keycloak() throws IOException {
        var url = System.getenv("KEYCLOAK_URL");
        if (url != null) {
            return new Keycloak(url, System.getenv("KEYCLOAK_ADMIN"), System.getenv("KEYCLOAK_ADMIN_PASSWORD"));
        }
        var kept = new Properties();
        for (var file : List.of("ports.properties", "secrets.properties")) {
            try (var in = Files.newBufferedReader(Repository.home().resolve(file))) {
                kept.load(in);
            }
        }
        return new Keycloak(
                "http://127.0.0.1:" + kept.getProperty("keycloak"), "admin", kept.getProperty("keycloak-admin"));
    }
}
