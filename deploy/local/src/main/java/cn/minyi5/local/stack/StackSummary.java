package cn.minyi5.local.stack;

import cn.minyi5.county.DemoPersons;
import java.util.List;

/**
 * What {@code deploy/up} prints at the end: where to go, who to be, where to look.
 *
 * @param parts that were started
 * @param first whether passwords are shown: at the first start alone, they would stand in too many logs else
 */
record StackSummary(Stack stack, List<String> parts, boolean first) {
    private static final List<String> SHOWN = List.of(
            DemoPersons.ADMINISTRATOR,
            DemoPersons.SUPERVISOR,
            DemoPersons.DISPATCHER,
            DemoPersons.INSPECTOR,
            DemoPersons.VILLAGE_SECRETARY,
            DemoPersons.COMMUNITY_SECRETARY,
            DemoPersons.OTHER_SECRETARY,
            DemoPersons.clerk("JX03"),
            DemoPersons.head("JX03"));

    String text() {
        var text = new StringBuilder("\n地址 / addresses\n");
        Stack.SERVICES.stream()
                .filter(parts::contains)
                .forEach(service -> line(
                        text, service, stack.address(service) + "   (API: " + stack.management(service) + "/openapi)"));
        if (parts.contains(Stack.INTAKE)) {
            line(text, "手机表单 / form", stack.address(Stack.INTAKE) + "/   (as " + DemoPersons.VILLAGE_SECRETARY + ")");
        }
        if (parts.contains(Stack.ROUTING)) {
            line(
                    text,
                    "工作台 / desks",
                    stack.address(Stack.ROUTING)
                            + "/   (as %s, %s, %s, %s)"
                                    .formatted(
                                            DemoPersons.clerk("JX03"),
                                            DemoPersons.head("JX03"),
                                            DemoPersons.DISPATCHER,
                                            DemoPersons.SUPERVISOR));
        }
        line(text, "Keycloak", stack.issuer() + "   (admin console: /admin, user admin)");
        line(
                text,
                "PostgreSQL",
                stack.postgres().jdbcUrl("<service>") + "   user "
                        + stack.postgres().user());
        line(text, "Kafka", stack.kafka().bootstrapServers() + "   (a login for each service, and kafka)");
        line(
                text,
                "mail",
                "SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d   (<user>@minyi5.invalid, the user's password)"
                        .formatted(stack.ports().of(Port.SMTP), stack.ports().of(Port.IMAP)));
        text.append("\n密码 / generated passwords, all of them in ")
                .append(stack.secrets().file())
                .append('\n');
        if (first) {
            appendPasswords(text);
        }
        text.append("  every department and township has clerk-<code> and head-<code>\n");
        text.append("\n日志 / logs: ")
                .append(stack.home().resolve("<part>").resolve("<part>.log"))
                .append("\n下一步 / next: ")
                .append(next())
                .append("; deploy/down stops.");
        return text.toString();
    }

    private void appendPasswords(StringBuilder text) {
        SHOWN.forEach(person -> line(text, person, stack.persons().password(person)));
        line(text, "Keycloak", "admin: " + stack.secrets().password("keycloak-admin"));
        line(
                text,
                "PostgreSQL",
                stack.postgres().user() + ": " + stack.postgres().password());
    }

    private String next() {
        return parts.containsAll(Stack.SERVICES)
                ? "deploy/demo loads the county and walks one request through it"
                : "deploy/dev <service> runs a service against these, with live reload";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-15s %s%n".formatted(name, value));
    }
}
