package cn.minyi5.local.account;

import cn.minyi5.backends.Realm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 服务账号. A client of the realm with which a department's own system logs in by a secret, and the user it is then: of a
 * department and a jurisdiction, with the roles of a clerk and of another system. What it does stands in timelines and logs
 * as {@code service-account-<client>}.
 *
 * @param division jurisdiction, such as 370828
 */
record ServiceAccount(String department, String division, List<String> roles) {

    static final List<String> USUAL_ROLES = List.of("clerk", "integration");

    private static final ObjectMapper JSON = new ObjectMapper();

    String clientId() {
        return "minyi5-" + division + "-" + department.toLowerCase(Locale.ROOT);
    }

    /** Makes it, or finds it, and says its secret. Made again it gets the department, division and roles anew. */
    String in(KeycloakAdmin keycloak) {
        var id = find(keycloak, clientId());
        if (id == null) {
            keycloak.post("/clients", client(keycloak));
            id = find(keycloak, clientId());
        }
        var user = (ObjectNode) keycloak.get("/clients/" + id + "/service-account-user");
        var attributes = user.putObject("attributes");
        attributes.putArray("division").add(division);
        attributes.putArray("department").add(department);
        keycloak.put("/users/" + user.get("id").textValue(), user);
        var given = JSON.createArrayNode();
        roles.forEach(role -> given.add(keycloak.get("/roles/" + role)));
        keycloak.post("/users/" + user.get("id").textValue() + "/role-mappings/realm", given);
        return keycloak.get("/clients/" + id + "/client-secret").get("value").textValue();
    }

    private ObjectNode client(KeycloakAdmin keycloak) {
        var client = JSON.createObjectNode();
        client.put("clientId", clientId())
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        client.set("protocolMappers", mappers(keycloak));
        return client;
    }

    /** What tokens say of division and department, and for whom they are: as with every client of the realm. */
    private static ArrayNode mappers(KeycloakAdmin keycloak) {
        var mappers = JSON.createArrayNode();
        var like = keycloak.get("/clients?clientId=" + Realm.INTEGRATION).get(0).get("protocolMappers");
        for (JsonNode mapper : like) {
            mappers.add(((ObjectNode) mapper).without("id"));
        }
        return mappers;
    }

    private static @Nullable String find(KeycloakAdmin keycloak, String clientId) {
        var found = keycloak.get("/clients?clientId=" + clientId);
        return found.isEmpty() ? null : found.get(0).get("id").textValue();
    }
}
