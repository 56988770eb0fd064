package cn.minyi5.bench.part;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.bench.part.Statements.Count;
import cn.minyi5.bench.part.Statements.Sender;
import cn.minyi5.bench.part.Statements.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void aStatementIsKnownByWhatItNames() {
        assertThat(Sender.of("with moment as (…) INSERT INTO visit (id) … insert into outbox …"))
                .isEqualTo(Sender.SUBMISSION);
        assertThat(Sender.of("with removed as (delete from outbox where id = any ($1)) select …"))
                .isEqualTo(Sender.RELAY);
        assertThat(Sender.of("BEGIN")).isEqualTo(Sender.TRANSACTION);
        assertThat(Sender.of("select pg_current_xact_id()::text, clock_timestamp()"))
                .isEqualTo(Sender.TRANSACTION);
        assertThat(Sender.of("insert into inbox (consumer_group, event_id) select $1, unnest($2::uuid[])"))
                .isEqualTo(Sender.MARK);
        assertThat(Sender.of("SELECT $1")).isEqualTo(Sender.OTHER);
    }

    @Test
    void whatTheIdleStackSendsIsNotChargedToTheRequests() {
        var submission = new Statement("intake", "insert into visit");
        var relay = new Statement("intake", "select from outbox");
        var loaded = new Count(20, Map.of(submission, 100.0, relay, 70.0), 150);
        var idle = new Count(10, Map.of(relay, 20.0), 25);

        var left = loaded.without(idle);

        assertThat(left.statements(Sender.SUBMISSION)).isEqualTo(100);
        assertThat(left.statements(Sender.RELAY)).isEqualTo(30);
        assertThat(left.statements()).isEqualTo(130);
        assertThat(left.commits()).isEqualTo(100);
    }
}
