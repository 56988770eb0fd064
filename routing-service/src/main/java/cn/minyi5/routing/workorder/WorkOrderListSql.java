package cn.minyi5.routing.workorder;

/**
 * The statements behind lists of work orders, put together from constants so that each of the usual lists (of a
 * department or of all, in one state or in any) walks an index in its order.
 *
 * <p>Parameters: $1 jurisdiction, $2 sees confidential ones, $3 team, $4 department (these say what {@link Permissions} says
 * in Java); $5 states, $6 category, $7 place, $8 department; for pages also $9 and $10 the position behind which the
 * page begins, $11 its length. {@link #SEEN} is for whatever else reads work orders, too.
 */
public final class WorkOrderListSql {

    public static final String SEEN =
            """
            starts_with(grid_code, $1) and (not confidential or $2) and coalesce(team_code = $3, $3 is null)
            and coalesce(lead = $4 or assisting @> array[$4], $4 is null)""";

    private static final String WANTED =
            """
             and coalesce(starts_with(category_code, $6), true) and coalesce(starts_with(grid_code, $7), true)
            and coalesce(lead = $8 or assisting @> array[$8], $8 is null)""";

    private static final String IN_ONE_STATE = "state = ($5::text[])[1]";
    private static final String IN_ANY_STATE = "(cardinality($5::text[]) = 0 or state = any ($5))";

    private static final String LED = " and lead = coalesce($4, $8)";
    private static final String ASSISTED = " and assisting @> array[coalesce($4, $8)]";

    private static final String ORDERS = "select id, since from work_order where ";
    private static final String BEHIND = " and (since, id) > ($9, $10)";
    private static final String FIRST = " order by since, id limit $11";
    private static final String TOTAL = "select count(*) from work_order where ";

    private WorkOrderListSql() {}

    /**
     * What a department leads comes from an index in its order. What it assists in comes from an index without order
     * and is found as a whole first; otherwise who assists in little would make the database walk through everything.
     */
    static String page(boolean ofDepartment, boolean inOneState) {
        var matching = matching(inOneState);
        return ofDepartment
                ? "with assisted as materialized (" + ORDERS + matching + ASSISTED + BEHIND + ") "
                        + "(" + ORDERS + matching + LED + BEHIND + FIRST + ") union all (select * from assisted" + FIRST
                        + ")" + FIRST
                : ORDERS + matching + BEHIND + FIRST;
    }

    static String total(boolean ofDepartment, boolean inOneState) {
        var matching = matching(inOneState);
        return ofDepartment
                ? "select (" + TOTAL + matching + LED + ") + (" + TOTAL + matching + ASSISTED + ")"
                : TOTAL + matching;
    }

    /**
     * What no index is for stands inside one coalesce: to the planner it is a single condition of even odds. As many
     * conditions it would multiply its guesses, expect hardly any row, and read and sort everything instead of walking
     * the index to the end of the page.
     */
    private static String matching(boolean inOneState) {
        return (inOneState ? IN_ONE_STATE : IN_ANY_STATE) + " and coalesce(" + SEEN + WANTED + ", false)";
    }
}
