package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** 权责清单. Publishes the catalogue unless a version with the same rules is published already. */
final class PublishCatalogue {
    private static final String EFFECTIVE_FROM = "2020-01-01";
    private static final String VERSIONS = "/api/catalogue-versions";

    private final Api routing;
    private final Narration narration;

    PublishCatalogue(Api routing, Narration narration) {
        this.routing = routing;
        this.narration = narration;
    }

    void once(String csv) {
        var wanted = csv.lines().skip(1).collect(Collectors.toSet());
        var published = version("PUBLISHED", wanted);
        if (published.isPresent()) {
            narration.say("权责清单 catalogue: version " + published.get() + " is published already");
            return;
        }
        // A draft may be left from a demo that was killed before it published.
        var version = version("DRAFT", wanted).orElseGet(() -> draft(csv));
        routing.post(VERSIONS + "/" + version + "/publish", "");
        narration.say("%-40s %5d".formatted("权责清单 catalogue version " + version + ", rules", wanted.size()));
    }

    private int draft(String csv) {
        var draft = routing.postCsv(VERSIONS + "?effective-from=" + EFFECTIVE_FROM, csv);
        return draft.path("version").asInt();
    }

    private Optional<Integer> version(String state, Set<String> rules) {
        return Pages.all(routing, VERSIONS).stream()
                .filter(each -> each.path("state").asText().equals(state))
                .filter(each -> each.path("effectiveFrom").asText().startsWith(EFFECTIVE_FROM))
                .map(each -> each.path("version").asInt())
                .filter(version -> rulesOf(version).equals(rules))
                .findFirst();
    }

    private Set<String> rulesOf(int version) {
        return Pages.all(routing, VERSIONS + "/" + version + "/rules").stream()
                .map(PublishCatalogue::line)
                .collect(Collectors.toSet());
    }

    private static String line(JsonNode rule) {
        var assisting = StreamSupport.stream(rule.path("assisting").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("|"));
        return String.join(
                ",",
                rule.path("categoryPrefix").asText(),
                rule.path("divisionPrefix").asText(),
                rule.path("lead").asText(),
                assisting,
                rule.path("clause").asText());
    }
}
