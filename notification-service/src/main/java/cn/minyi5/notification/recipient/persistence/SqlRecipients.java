package cn.minyi5.notification.recipient.persistence;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.recipient.application.Recipients;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlRecipients implements Recipients {

    private static final String KEEP =
            """
            insert into recipient (username, name, role, department, division, team, email)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            on conflict (username) do update set name = excluded.name, role = excluded.role,
                department = excluded.department, division = excluded.division, team = excluded.team,
                email = excluded.email
            where starts_with(recipient.division, $8)
            returning username""";
    private static final String OF =
            """
            select * from recipient
            where role = $1 and ($2::text is null or department = $2) and ($3::text is null or team = $3)
            order by username""";
    private static final String PAGE =
            """
            select * from recipient
            where starts_with(division, $1) and ($2::text is null or username > $2)
            order by username limit $3""";
    private static final String COUNT = "select count(*) from recipient where starts_with(division, $1)";

    private final Transactions transactions;

    SqlRecipients(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Set<String>> keep(Transaction tx, List<Recipient> recipients, DivisionCode jurisdiction) {
        var values = Tuple.tuple()
                .addArrayOfString(column(recipients, Recipient::username))
                .addArrayOfString(column(recipients, Recipient::name))
                .addArrayOfString(column(recipients, one -> one.role().name()))
                .addArrayOfString(column(recipients, Recipient::department))
                .addArrayOfString(column(recipients, one -> one.division().value()))
                .addArrayOfString(column(recipients, Recipient::team))
                .addArrayOfString(column(recipients, Recipient::email))
                .addString(jurisdiction.value());
        return tx.connection().preparedQuery(KEEP).execute(values).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getString("username"))
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<List<Recipient>> of(Transaction tx, Role role, @Nullable String department, @Nullable String team) {
        return tx.connection()
                .preparedQuery(OF)
                .execute(Tuple.of(role.name(), department, team))
                .map(SqlRecipients::recipients);
    }

    @Override
    public Uni<List<Recipient>> page(DivisionCode jurisdiction, @Nullable String after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(jurisdiction.value(), after, limit))
                .map(SqlRecipients::recipients);
    }

    @Override
    public Uni<Long> count(DivisionCode jurisdiction) {
        return transactions
                .pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(jurisdiction.value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static String[] column(List<Recipient> recipients, Function<Recipient, @Nullable String> value) {
        return recipients.stream().map(value).toArray(String[]::new);
    }

    private static List<Recipient> recipients(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SqlRecipients::recipient)
                .toList();
    }

    private static Recipient recipient(Row row) {
        return new Recipient(
                row.getString("username"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("department"),
                new DivisionCode(row.getString("division")),
                row.getString("team"),
                row.getString("email"));
    }
}
