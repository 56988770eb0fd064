package cn.minyi5.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.bench.measure.Statements.Calls;
import cn.minyi5.bench.measure.Statements.Sender;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void aStatementIsKnownByWhatItNames() {
        assertThat(Sender.of("with moment as (…) INSERT INTO visit (id) … insert into outbox …"))
                .isEqualTo(Sender.SUBMISSION);
        assertThat(Sender.of("delete from outbox where id = any ($1)")).isEqualTo(Sender.RELAY);
        assertThat(Sender.of("SELECT $1")).isEqualTo(Sender.OTHER);
    }

    @Test
    void commitsOfOthersAreNotChargedToTheSubmission() {
        var calls = List.of(
                new Calls("insert into visit", Sender.SUBMISSION, 100), new Calls("from outbox", Sender.RELAY, 30));
        var result = new Statements.Result(100, 5, calls, 150, 50);
        assertThat(result.statements(Sender.SUBMISSION)).isEqualTo(1);
        assertThat(result.statements(Sender.RELAY)).isEqualTo(0.3);
        assertThat(result.commits()).isEqualTo(1);
        assertThat(result.commitsOfAll()).isEqualTo(1.5);
    }
}
