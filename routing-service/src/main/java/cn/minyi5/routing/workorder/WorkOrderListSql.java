package cn.minyi5.routing.workorder;

import cn.minyi5.routing.workorder.WorkOrderQueries.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The statements behind lists of work orders. By hand and put together from constants, so that each list (of a county, of a
 * department) walks an index in its order, state by state, and reads no more than the page takes (ADR 0035).
 *
 * <p>Parameters: $1 jurisdiction, $2 sees confidential ones, $3 team, $4 list (these say what {@link Permissions} says in
 * Java); $5 states, $6 category, $7 place, $8 list in which it must stand too, $9 moment before which it must be due, $10
 * what must be said in it; for pages also $11 and $12 the position behind which the page begins, $13 its length; for counts
 * by state $11 and $12 the time of the visit.
 */
public final class WorkOrderListSql {

    /** For statements on work orders themselves. $1 to $3 as above, but $4 is the department. */
    public static final String SEEN =
            """
            starts_with(grid_code, $1) and (not confidential or $2) and coalesce(team_code = $3, $3 is null)
            and coalesce(lead = $4 or assisting @> array[$4], $4 is null)""";

    /** Of the jurisdiction, or the one in which it lies. */
    private static final String COUNTIES =
            """
            (select county from work_order_county
             where starts_with(county, $1) or starts_with($1, county)) place""";

    private static final String OF_COUNTY =
            " from work_order_listed listed where listed.county = place.county and listed.list = $4"
                    + " and $3::text is null and ($10::text is null or exists (select from work_order_words said"
                    + " where said.work_order_id = listed.work_order_id"
                    + " and said.words @@ (select searched($10, $5::text[], $4, coalesce($8, 'all')))))";

    /** Where orders are found that are not read from a list in its order: they are few, and sorted when they are found. */
    enum Search {
        /** What one team has taken. */
        TEAM(
                """
                from work_order taken join work_order_listed listed on listed.work_order_id = taken.id
                where taken.team_code = $3 and listed.list = $4 and listed.state = any ($5::text[])
                  and $10::text is null"""),
        /** What is said in them; the lists in which they stand are among the words. */
        WORDS(
                """
                from work_order_words listed
                where listed.words @@ searched($10, $5::text[], $4, coalesce($8, 'all'))
                  and listed.state = any ($5::text[]) and coalesce(listed.team_code = $3, $3 is null)""");

        private final String from;

        Search(String from) {
            this.from = " " + from;
        }
    }

    /**
     * What no index is for stands inside one coalesce: to the planner it is a single condition of even odds. As many
     * conditions it would multiply its guesses, expect hardly any row, and read and sort everything instead of walking
     * the index to the end of the page.
     */
    private static final String WANTED = " and "
            + """
             listed.due_at < $9 and coalesce(
                starts_with(listed.grid_code, $1) and (not listed.confidential or $2)
                and coalesce(starts_with(listed.category_code, $6), true)
                and coalesce(starts_with(listed.grid_code, $7), true)
                and ($8::text is null or exists (
                    select from work_order_listed too where too.work_order_id = listed.work_order_id and too.list = $8)),
                false)""";

    private static final String HELD =
            """
            listed.state, count(*) as orders, count(*) filter (where listed.due_at < clock_timestamp()) as late,
            min(listed.due_at) filter (where listed.due_at >= clock_timestamp()) as soonest_due
            from work_order_listed listed
            where listed.county = place.county and $3::text is null and $10::text is null""";

    /** What departments lead, and of everything what waits for its dispatch; who assists holds nothing. */
    static final String HOLDINGS = "select held.department, held.state, sum(held.orders)::bigint as orders,"
            + " sum(held.late)::bigint as late, min(held.soonest_due) as soonest_due from " + COUNTIES
            + " cross join lateral (select substr(listed.list, 4) as department, " + HELD
            + " and listed.list >= case $4 when 'all' then 'of:' else $4 end"
            + " and listed.list <= case $4 when 'all' then 'of;' else $4 end"
            + " and listed.state = any ($5::text[]) and listed.leads" + WANTED + " group by listed.list, listed.state"
            + " union all select null, " + HELD + " and listed.list = 'all' and $4 = 'all'"
            + " and listed.state = 'AWAITING_DISPATCH'" + WANTED
            + " group by listed.state) held group by held.department, held.state";

    private static final String SETTLED =
            """
             + (select coalesce(sum(settled.orders), 0) from work_order_settled settled
                where settled.county = place.county and settled.list = $4 and settled.state = any ($5::text[])
                  and $9 > '3000-01-01 00:00Z'::timestamptz and starts_with(settled.township, $1)
                  and (not settled.confidential or $2) and coalesce(starts_with(settled.category_code, $6), true)
                  and coalesce(starts_with(settled.township, $7), true))""";

    /** One more than totals of searches tell: what so many orders say is found sooner in the order of the list. */
    static final int TOO_MANY = 1_001;

    private static final String BOUND = " limit " + TOO_MANY;

    private static final String FIRST = " order by moment, id limit $13";

    private WorkOrderListSql() {}

    /** @param search null where a list is walked */
    static String page(@Nullable Search search, Sort sort) {
        var found = "select listed.work_order_id as id, listed." + sort.column()
                + " as moment, listed.due_at, running_clock(listed.state) as clock";
        var behind = WANTED + " and (listed." + sort.column() + ", listed.work_order_id) > ($11, $12)" + FIRST;
        return search == null
                ? "select found.* from " + COUNTIES
                        + " cross join unnest($5::text[]) wanted (state) cross join lateral (" + found + OF_COUNTY
                        + " and listed.state = wanted.state" + behind + ") found" + FIRST
                : found + search.from + behind;
    }

    /**
     * A search is counted up to a bound beyond which nobody reads on.
     *
     * @param counted whether settled orders are counted already: not by another list, and by no place below a township
     */
    static String total(@Nullable Search search, boolean counted) {
        if (search != null) {
            return "select count(*) from (select" + search.from + WANTED + (search == Search.WORDS ? BOUND : "")
                    + ") found";
        }
        var orders = "(select count(*)" + OF_COUNTY + " and listed.state = any ("
                + (counted
                        ? "array(select state from unnest($5::text[]) state where not is_settled(state))"
                        : "$5::text[]")
                + ")" + WANTED + ")";
        return "select coalesce(sum(" + orders + (counted ? SETTLED : "") + "), 0)::bigint from " + COUNTIES;
    }

    static String countByState(@Nullable Search search) {
        var visited = WANTED + " and listed.visited_at >= $11 and listed.visited_at < $12 group by listed.state";
        var counted = "select listed.state, count(*) as orders";
        return search == null
                ? "select state, sum(orders)::bigint as orders from " + COUNTIES + " cross join lateral (" + counted
                        + OF_COUNTY + " and listed.state = any ($5::text[])" + visited + ") counted group by state"
                : counted + search.from + visited;
    }
}
