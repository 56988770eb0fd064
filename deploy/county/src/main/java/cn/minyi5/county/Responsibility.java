package cn.minyi5.county;

import java.util.List;

/**
 * 权责. One line of {@code catalogue.csv}.
 *
 * @param lead a department, or {@value #TOWNSHIP} for that of the grid
 */
public record Responsibility(String categoryPrefix, String divisionPrefix, String lead, List<String> assisting) {
    public static final String TOWNSHIP = "TOWNSHIP";

    public Responsibility {
        assisting = List.copyOf(assisting);
    }
}
