package cn.minyi5.backends;

import java.util.Map;
import java.util.TreeMap;

/** What our PostgreSQL does differently from its defaults. */
final class PostgresSettings {
    private PostgresSettings() {}

    static Map<String, String> of(Durability durability) {
        var safely = durability == Durability.SAFE ? "on" : "off";
        var settings = new TreeMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        // Four services in two copies with their pools, and the tests beside them.
        settings.put("max_connections", "300");
        settings.put("shared_buffers", "256MB");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        settings.put("fsync", safely);
        // Without it a killed server forgets its last commits, which even tests must be able to trust.
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", safely);
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        return settings;
    }
}
