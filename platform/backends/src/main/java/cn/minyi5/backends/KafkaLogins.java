package cn.minyi5.backends;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what with Kafka. {@value #ADMIN} may do everything; everybody else makes and writes the topics that begin
 * with the own name, adds watermarks, and reads the own topics, in the own groups, and what is granted.
 *
 * @param passwords by login, {@value #ADMIN} among them; without any, everybody may do everything
 * @param reads the topics of others that somebody reads, by login
 */
public record KafkaLogins(Map<String, String> passwords, Map<String, Set<String>> reads) {
    public static final String ADMIN = "kafka";

    /** For tests that share a broker. */
    public static final KafkaLogins NONE = new KafkaLogins(Map.of(), Map.of());

    private static final String ANYBODYS = "watermarks";

    public KafkaLogins {
        passwords = Map.copyOf(passwords);
        reads = Map.copyOf(reads);
    }

    boolean areAsked() {
        return !passwords.isEmpty();
    }

    /** The broker talks to itself as {@value #ADMIN}. */
    Map<String, String> ofBroker() {
        if (!areAsked()) {
            return Map.of("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        }
        var known = new StringBuilder();
        passwords.forEach((login, password) -> known.append(" user_%s=\"%s\"".formatted(login, password)));
        var jaas = jaas(ADMIN, passwords.get(ADMIN), known.toString());
        return Map.of(
                "listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "sasl.mechanism.controller.protocol", "PLAIN",
                "listener.name.client.plain.sasl.jaas.config", jaas,
                "listener.name.controller.plain.sasl.jaas.config", jaas,
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:" + ADMIN);
    }

    /** What a client says to be let in; nothing where nobody is asked. */
    public Map<String, String> ofClient(String login) {
        return areAsked() ? ofClient(login, passwords.get(login)) : Map.of();
    }

    public static Map<String, String> ofClient(String login, String password) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", jaas(login, password, ""));
    }

    private static String jaas(String login, String password, String known) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;"
                .formatted(login, password, known);
    }

    List<AclBinding> rights() {
        return passwords.keySet().stream()
                .filter(login -> !login.equals(ADMIN))
                .flatMap(login -> rights(login).stream())
                .toList();
    }

    private List<AclBinding> rights(String login) {
        var rights = new ArrayList<AclBinding>();
        var own = new HashMap<ResourcePattern, Set<AclOperation>>();
        own.put(
                new ResourcePattern(ResourceType.TOPIC, login + ".", PatternType.PREFIXED),
                Set.of(AclOperation.CREATE, AclOperation.WRITE, AclOperation.READ));
        own.put(new ResourcePattern(ResourceType.GROUP, login + ".", PatternType.PREFIXED), Set.of(AclOperation.READ));
        own.put(
                new ResourcePattern(ResourceType.TOPIC, ANYBODYS, PatternType.LITERAL),
                Set.of(AclOperation.CREATE, AclOperation.WRITE));
        own.forEach((what, operations) -> operations.forEach(operation -> rights.add(allowed(login, what, operation))));
        reads.getOrDefault(login, Set.of())
                .forEach(topic -> rights.add(allowed(
                        login,
                        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                        AclOperation.READ)));
        return rights;
    }

    private static AclBinding allowed(String login, ResourcePattern what, AclOperation operation) {
        return new AclBinding(what, new AccessControlEntry("User:" + login, "*", operation, AclPermissionType.ALLOW));
    }
}
