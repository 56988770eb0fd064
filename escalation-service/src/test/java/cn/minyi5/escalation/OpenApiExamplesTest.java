package cn.minyi5.escalation;

import cn.minyi5.testing.AccessMatrix;
import cn.minyi5.testing.Examples;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class OpenApiExamplesTest {

    private static final String CLOCK =
            """
            insert into sla_clock (id, work_order_id, kind, dispatch_no, round, work_order_number, grid_code,
                category_code, confidential, imported, department, partition, policy_id, allowed_millis,
                reminder_left_share, notice_after_millis, started_at, first_due_at, due_at)
            values ('01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002', 'SIGN', 1, 1,
                'GD20210905-000012', '370828101001001', 'GS02', false, true, 'ZJJ', 0,
                '01900000-0000-7000-8000-000000000001', 3600000, 0.2, 3600000, '2021-09-05T09:00:00+08:00',
                '2021-09-05T10:00:00+08:00', '2021-09-05T10:00:00+08:00')
            on conflict do nothing""";

    private static final String RUNG =
            """
            insert into clock_rung (clock_id, rung, rung_at, fired_at, late_noticed)
            values ('01990000-0000-7000-8000-000000000001', 'RED', '2021-09-05T10:00:00+08:00',
                '2021-09-05T10:00:00.2+08:00', false)
            on conflict do nothing""";

    private static final String NOTICE =
            """
            insert into supervision_notice (id, year, issue, clock_id, work_order_id, work_order_number, clock,
                dispatch_no, department, grid_code, category_code, confidential, due_at, issued_at)
            values ('01990000-0000-7000-8000-000000000003', 2021, 31, '01990000-0000-7000-8000-000000000001',
                '01990000-0000-7000-8000-000000000002', 'GD20210905-000012', 'SIGN', 1, 'ZJJ', '370828101001001',
                'GS02', false, '2021-09-05T10:00:00+08:00', '2021-09-05T11:00:00+08:00')
            on conflict do nothing""";

    private static final String BULLETIN =
            """
            insert into bulletin (id, division, month, year, issue, total, issued_at, rows, rows_sha256)
            values ('01990000-0000-7000-8000-000000000004', '3708', '2017-09', 2017, 9, 17, '2017-10-01T08:00:00+08:00', 1,
                'c0535e4be2b79ffd93291305436bf889314e4a3faec05ecffcbb7df31ad9e51a')
            on conflict do nothing""";

    private static final String BULLETIN_ROW =
            """
            insert into bulletin_row (bulletin_id, no, figure, subject, grid_code, department, category_code, at, due_at,
                stopped_at, counted)
            values ('01990000-0000-7000-8000-000000000004', 1, 'sign-on-time-rate', 'GD20170905-000012/1',
                '370828101001001', 'ZJJ', 'GS02', '2017-09-05T10:00:00+08:00', '2017-09-05T10:00:00+08:00',
                '2017-09-05T10:20:00+08:00', false)
            on conflict do nothing""";

    @Inject
    EventTime eventTime;

    @Test
    void everyOperationAnswersAsItsExampleSaysAndToThoseOfTheAccessMatrix() {
        Examples.check(Map.of(
                "a year of the calendar", this::aYearOfTheCalendar,
                "a late clock", this::aLateClock,
                "a supervision notice", this::aSupervisionNotice,
                "a county without papers", () -> {},
                "a special report", this::aSpecialReport,
                "a bulletin", this::aBulletin,
                "all has been seen", this::allHasBeenSeen));
        // With what the examples have left behind.
        AccessMatrix.check();
    }

    private void aYearOfTheCalendar() {
        eventTime.run(
                "insert into calendar_year (year, loaded_at, division) values (2024, now(), '370828') on conflict do nothing");
        eventTime.run("insert into calendar_day (date, kind, festival, division) values"
                + " ('2024-10-01', 'HOLIDAY', '国庆节', '370828') on conflict do nothing");
    }

    private void aLateClock() {
        eventTime.run(CLOCK);
        eventTime.run(RUNG);
    }

    private void aSupervisionNotice() {
        aLateClock();
        eventTime.run(NOTICE);
    }

    private void aSpecialReport() {
        eventTime.run(
                """
                insert into special_report (id, division, year, issue, title, department, about, issued_at)
                values ('01990000-0000-7000-8000-000000000005', '370827', 2019, 1, '关于农村供水管网老化问题的专报', 'JX03',
                    '民听〔2019〕12', '2019-05-08T10:00:00+08:00')
                on conflict do nothing""");
    }

    private void aBulletin() {
        eventTime.run(BULLETIN);
        eventTime.run(BULLETIN_ROW);
    }

    private void allHasBeenSeen() {
        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
