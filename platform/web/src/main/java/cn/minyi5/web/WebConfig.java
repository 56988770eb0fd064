package cn.minyi5.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the HTTP edge treats those who call. */
@ConfigMapping(prefix = "minyi5.web")
interface WebConfig {

    /** Whoever has heard nothing from the database for so long is told so; no call of ours takes a second. */
    @WithDefault("PT10S")
    Duration longestWait();

    /** In which all of the head of a request must have come, from the connection's or the head's first byte on. */
    @WithDefault("PT20S")
    Duration longestHead();

    /** In which all of a body must have come: 20 MB at 3 Mbit/s. */
    @WithDefault("PT1M")
    Duration longestBody();

    /** Calls without a token that counts from one address; a whole office behind one address logs in far less often. */
    @WithDefault("300")
    int strangersAMinute();

    /** Paths of the page that the service brings along; one that ends with a slash stands for all below it. */
    Optional<List<String>> pages();

    /** Where people log in, as their browsers reach it: the issuer of the realm. */
    @WithDefault("${quarkus.oidc.auth-server-url:}")
    Optional<String> login();
}
