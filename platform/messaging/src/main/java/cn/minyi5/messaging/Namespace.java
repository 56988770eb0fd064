package cn.minyi5.messaging;

/** What several installations on one Kafka cluster put before the names of their topics and groups; often nothing. */
public record Namespace(String prefix) {

    /** The name as Kafka knows it. */
    public String outside(String name) {
        return prefix + name;
    }

    /** The name as the contracts have it. */
    public String inside(String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
