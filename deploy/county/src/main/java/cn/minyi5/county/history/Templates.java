package cn.minyi5.county.history;

import cn.minyi5.county.Category;
import cn.minyi5.county.CountyFiles;
import cn.minyi5.county.Place;
import cn.minyi5.county.Place.Level;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The lines of {@code templates.csv}: what may be asked where. */
final class Templates {
    private final List<Template> all = CountyFiles.rows(
            "templates.csv",
            row -> new Template(
                    row.get("category"),
                    Where.valueOf(row.get("place")),
                    List.of(row.get("request"), row.get("other_request")),
                    row.get("resolution"),
                    row.get("reply")));

    boolean fits(Category category, Place place) {
        return all.stream()
                .anyMatch(each ->
                        each.category().equals(category.code()) && each.where().includes(place.level()));
    }

    /** @throws java.util.NoSuchElementException for a category that the history leaves out */
    PastRequest.Texts choose(Category category, Place place, Random random) {
        var template = all.stream()
                .filter(each -> each.category().equals(category.code()))
                .findFirst()
                .orElseThrow();
        var request = template.requests().get(random.nextInt(template.requests().size()));
        return new PastRequest.Texts(
                request.replace("{place}", place.shortName()), template.resolution(), template.reply());
    }

    private enum Where {
        ANY(Set.of(Level.COMMUNITY, Level.VILLAGE)),
        COMMUNITY(Set.of(Level.COMMUNITY)),
        VILLAGE(Set.of(Level.VILLAGE));

        private final Set<Level> levels;

        Where(Set<Level> levels) {
            this.levels = levels;
        }

        boolean includes(Level level) {
            return levels.contains(level);
        }
    }

    private record Template(String category, Where where, List<String> requests, String resolution, String reply) {}
}
