package cn.minyi5.intake.followup;

/** By hand: keyset lists over a view. $1 the jurisdiction, $2 the request that the page begins behind, $3 the limit. */
final class EchoListSql {

    private static final String EACH =
            """
            select echo.*, number as work_order_number, wrapped_key, content,
                   (select count(*) from follow_up_try tried
                    where tried.request_id = echo.request_id and tried.round = echo.round) as tries
            from waiting_echo echo
            left join keys.data_key on data_key.id = echo.request_id
            left join particulars on particulars.request_id = echo.request_id
            """;

    /** What the request stands by, also if it was told meanwhile: its own answer, or else its original's. */
    private static final String PAGE =
            """
              and starts_with(grid_code, $1)
              and ($2::uuid is null
                   or (answered_at, echo.request_id) > (
                       select coalesce(case when own.answered_round = own.round then own.answered_at end,
                                       original.answered_at, own.answered_at),
                              request.id
                       from request
                       left join known_work_order own on own.request_id = request.id
                       left join duplicate_request duplicate on duplicate.request_id = request.id
                       left join known_work_order original on original.request_id = original_id
                       where request.id = $2))
            order by answered_at, echo.request_id limit $3""";

    /** $4 the team, $5 who asks. */
    static final String OF_TEAM = EACH + "where team_code = $4 and (not confidential or recorded_by = $5)\n" + PAGE;

    static final String COUNT_OF_TEAM =
            """
            select count(*) from waiting_echo
            where team_code = $2 and (not confidential or recorded_by = $3) and starts_with(grid_code, $1)""";

    /** $4 and $5 between which it was asked for; null: whenever. */
    static final String OF_PLACE = EACH
            + """
            where not confidential
              and ($4::timestamptz is null or visited_at >= $4 and visited_at < $5::timestamptz)
            """
            + PAGE;

    static final String COUNT_OF_PLACE =
            """
            select count(*) from waiting_echo
            where not confidential and starts_with(grid_code, $1)
              and ($2::timestamptz is null or visited_at >= $2 and visited_at < $3::timestamptz)""";

    private EchoListSql() {}
}
