package cn.minyi5.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service reads of others, as its own settings say: so much it may, and nothing else. */
final class Channels {
    private static final Pattern TOPIC = Pattern.compile(
            "^mp\\.messaging\\.incoming\\..+\\.topic=\\$\\{minyi5\\.messaging\\.prefix:}(.+)$", Pattern.MULTILINE);
    private static final String FOLLOWS_WATERMARKS = "mp.messaging.incoming.watermarks.enabled=true";

    private Channels() {}

    static Set<String> readBy(String service) {
        var file = Repository.root().resolve(service + "-service/src/main/resources/application.properties");
        try {
            var settings = Files.readString(file);
            var watermarks = settings.contains(FOLLOWS_WATERMARKS) ? Stream.of("watermarks") : Stream.<String>of();
            var topics = TOPIC.matcher(settings).results().map((MatchResult found) -> found.group(1));
            return Stream.concat(topics, watermarks).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
