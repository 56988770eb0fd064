package cn.minyi5.county;

import cn.minyi5.county.Place.Level;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** 金乡县 as the demo shows it: 445 grids in 18 communities and 412 villages, each with a team of six. */
public final class DemoCounty {
    /** The county's own code. */
    public static final String CODE = "370828";

    /** Categories without a rule on purpose, see the README of the county's files. */
    public static final List<String> WITHOUT_RULE = List.of("ZX01", "ZX02");

    private static final int VISITED_VILLAGES = 412;
    private static final int PLACES_WITH_SECOND_GRID = 15;

    private final List<Place> places = CountyFiles.rows("divisions.csv", DemoCounty::place);
    private final List<Category> categories = CountyFiles.rows("categories.csv", DemoCounty::category);
    private final List<Department> departments =
            CountyFiles.rows("departments.csv", row -> new Department(row.get("code"), row.get("name")));
    private final List<Place> villages = visitedVillages();
    private final List<Grid> grids = drawGrids();
    private final List<Team> teams = IntStream.range(0, grids.size())
            .mapToObj(index -> Team.of(grids.get(index), index))
            .toList();

    private DemoCounty() {}

    public static DemoCounty load() {
        return new DemoCounty();
    }

    /** All of the county's divisions and those above it, parents first. */
    public List<Place> places() {
        return places;
    }

    public List<Place> townships() {
        return at(Level.TOWNSHIP);
    }

    public List<Place> communities() {
        return at(Level.COMMUNITY);
    }

    /** The 412 that are visited. */
    public List<Place> villages() {
        return villages;
    }

    public List<Grid> grids() {
        return grids;
    }

    public List<Team> teams() {
        return teams;
    }

    public List<Category> categories() {
        return categories;
    }

    public List<Department> departments() {
        return departments;
    }

    private List<Place> at(Level level) {
        return places.stream().filter(place -> place.level() == level).toList();
    }

    /** 412 shared out over the townships in proportion to their villages; in each the first by code. */
    private List<Place> visitedVillages() {
        var byTownship = townships().stream().map(this::villagesOf).toList();
        var shares =
                Shares.of(VISITED_VILLAGES, byTownship.stream().map(List::size).toList());
        return IntStream.range(0, shares.size())
                .boxed()
                .flatMap(i -> byTownship.get(i).stream().limit(shares.get(i)))
                .toList();
    }

    private List<Place> villagesOf(Place township) {
        return at(Level.VILLAGE).stream()
                .filter(village -> village.parent().equals(township.code()))
                .toList();
    }

    private List<Grid> drawGrids() {
        var halved = communities().stream().limit(PLACES_WITH_SECOND_GRID).toList();
        return Stream.concat(communities().stream(), villages.stream())
                .sorted(Comparator.comparing(Place::code))
                .flatMap(place -> halved.contains(place) ? halves(place) : Stream.of(whole(place)))
                .toList();
    }

    private static Grid whole(Place place) {
        return new Grid(place.code() + "001", place.shortName() + "网格", place);
    }

    private static Stream<Grid> halves(Place place) {
        return Stream.of(
                new Grid(place.code() + "001", place.shortName() + "第一网格", place),
                new Grid(place.code() + "002", place.shortName() + "第二网格", place));
    }

    private static Place place(CSVRecord row) {
        return new Place(row.get("code"), row.get("name"), row.get("parent_code"), Level.valueOf(row.get("level")));
    }

    private static Category category(CSVRecord row) {
        return new Category(
                row.get("code"),
                row.get("group"),
                row.get("name"),
                Category.OnSpotLikelihood.valueOf(row.get("on_spot_likelihood")));
    }
}
