package cn.minyi5.routing.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.routing.workorder.WorkOrderListSql.Search;
import cn.minyi5.routing.workorder.WorkOrderQueries.Sort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkOrderListSqlTest {

    private static final Path MEASURED = Path.of("../deploy/bench/src/main/resources/orders");

    @Test
    void whatIsMeasuredIsWhatIsAsked() throws IOException {
        assertThat(measured("page")).isEqualTo(words(WorkOrderListSql.page(null, Sort.DUE)));
        assertThat(measured("total")).isEqualTo(words(WorkOrderListSql.total(null, true)));
        assertThat(measured("search")).isEqualTo(words(WorkOrderListSql.page(Search.WORDS, Sort.DUE)));
        assertThat(measured("search-total")).isEqualTo(words(WorkOrderListSql.total(Search.WORDS, true)));
        assertThat(measured("fold")).isEqualTo(words(SettledOrders.FOLD));
    }

    private static String measured(String statement) throws IOException {
        return words(Files.readString(MEASURED.resolve(statement + ".sql")));
    }

    private static String words(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
