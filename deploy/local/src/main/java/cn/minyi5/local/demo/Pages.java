package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists of the services, page by page. */
final class Pages {
    private Pages() {}

    /** Every item; {@code path} may have a query already. */
    static List<JsonNode> all(Api api, String path) {
        var items = new ArrayList<JsonNode>();
        var next = Optional.<String>empty();
        do {
            var page = api.get(next.map(after -> path + (path.contains("?") ? "&" : "?") + "after=" + encoded(after))
                    .orElse(path));
            (page.isArray() ? page : page.path("items")).forEach(items::add);
            next = Optional.ofNullable(page.path("next").textValue());
        } while (next.isPresent());
        return items;
    }

    static Optional<JsonNode> find(Api api, String path, Predicate<JsonNode> which) {
        return all(api, path).stream().filter(which).findFirst();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
