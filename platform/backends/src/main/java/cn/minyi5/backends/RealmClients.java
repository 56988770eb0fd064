package cn.minyi5.backends;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The applications that may ask for tokens, and what their tokens say. */
final class RealmClients {
    private RealmClients() {}

    static List<Map<String, Object>> of(String integrationSecret) {
        return List.of(pages(), cli(), integration(integrationSecret));
    }

    private static Map<String, Object> pages() {
        var client = client(Realm.PAGES);
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        // Without a port these two stand for every port of the loopback address (RFC 8252, 7.3).
        client.put("redirectUris", List.of("http://localhost/*", "http://127.0.0.1/*"));
        // Origins know no such rule, and a public client has no cookie or secret that an origin could misuse.
        client.put("webOrigins", List.of("*"));
        client.put(
                "attributes",
                Map.of(
                        "pkce.code.challenge.method", "S256",
                        "post.logout.redirect.uris", "http://localhost/*##http://127.0.0.1/*"));
        return client;
    }

    private static Map<String, Object> cli() {
        var client = client(Realm.CLI);
        client.put("publicClient", true);
        client.put("directAccessGrantsEnabled", true);
        return client;
    }

    private static Map<String, Object> integration(String secret) {
        var client = client(Realm.INTEGRATION);
        client.put("publicClient", false);
        client.put("serviceAccountsEnabled", true);
        client.put("secret", secret);
        return client;
    }

    private static Map<String, Object> client(String id) {
        var client = new TreeMap<String, Object>();
        client.put("clientId", id);
        client.put("enabled", true);
        client.put("protocol", "openid-connect");
        client.put("standardFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("fullScopeAllowed", true);
        client.put(
                "protocolMappers",
                List.of(attribute("division"), attribute("department"), attribute("team"), audience()));
        return client;
    }

    private static Map<String, Object> attribute(String name) {
        return mapper(
                name,
                "oidc-usermodel-attribute-mapper",
                Map.of(
                        "user.attribute", name,
                        "claim.name", name,
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "id.token.claim", "true",
                        "userinfo.token.claim", "true"));
    }

    private static Map<String, Object> audience() {
        return mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of("included.custom.audience", Realm.AUDIENCE, "access.token.claim", "true"));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
