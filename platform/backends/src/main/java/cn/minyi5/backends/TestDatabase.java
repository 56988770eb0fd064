package cn.minyi5.backends;

/**
 * An empty database of one test.
 *
 * @param jdbcUrl for Flyway and JDBC
 * @param reactiveUrl for {@code quarkus.datasource.reactive.url}
 */
public record TestDatabase(String jdbcUrl, String reactiveUrl, String user, String password) {}
