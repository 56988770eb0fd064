package cn.minyi5.notification.recipient;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.recipient.domain.Audience;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Everybody who can be told something, by user name. */
@ApplicationScoped
public class Recipients {

    /** By hand: one statement for the whole list, which writes nobody over who belongs to another jurisdiction. */
    private static final String LOAD =
            """
            insert into recipient (username, name, role, department, division, team, email)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            on conflict (username) do update set name = excluded.name, role = excluded.role,
                department = excluded.department, division = excluded.division, team = excluded.team,
                email = excluded.email
            where starts_with(recipient.division, $8)
            returning username""";

    private static final String INSIDE =
            """
            from RecipientRow where cast(recipient.division as string) like :inside and username > :after
            order by username""";

    /** By hand: on the path of every event that is told, one question for all of them, answered from three indexes. */
    private static final String CANDIDATES =
            """
            select * from recipient where (department, role) in (select * from unnest($1::text[], $2::text[]))
            union
            select * from recipient where (team, role) in (select * from unnest($3::text[], $4::text[]))
            union
            select * from recipient where role = any($5::text[])
            order by username""";

    private final Transactions transactions;
    private final Sql sql;

    Recipients(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Takes a list of recipients in: good rows in, bad rows back. Repeating it changes nothing. Blocks on the CPU.
     *
     * @param csv with a header row
     * @param jurisdiction of who asks: people elsewhere are none of his business
     * @throws Refusal {@code recipients.unreadable}, {@code recipients.columns-missing}
     */
    public Uni<CheckedRows<Recipient>> load(InputStream csv, DivisionCode jurisdiction) {
        var sheet = RecipientSheet.read(csv);
        var checked = sheet.check(recipient -> jurisdiction.contains(recipient.division()));
        return transactions
                .run(now -> write(checked.good(), jurisdiction))
                .map(Set::copyOf)
                .map(written -> written.size() == checked.good().size()
                        ? checked
                        : sheet.check(recipient -> written.contains(recipient.username())));
    }

    private Uni<List<String>> write(List<Recipient> recipients, DivisionCode jurisdiction) {
        return sql.values(
                String.class,
                LOAD,
                column(recipients, Recipient::username),
                column(recipients, Recipient::name),
                column(recipients, Recipient::role),
                column(recipients, Recipient::department),
                column(recipients, Recipient::division),
                column(recipients, Recipient::team),
                column(recipients, Recipient::email),
                jurisdiction);
    }

    /** By user name. @param after the last user name of the page before, or null */
    public Uni<Page<Recipient>> page(DivisionCode jurisdiction, @Nullable String after, int limit) {
        return transactions.read(() -> behind("", jurisdiction).getResultCount().flatMap(total -> behind(
                        Objects.requireNonNullElse(after, ""), jurisdiction)
                .setMaxResults(Page.oneMoreThan(limit))
                .getResultList()
                .map(rows -> Page.of(rows, limit, row -> row.username, total).map(row -> row.recipient))));
    }

    private SelectionQuery<RecipientRow> behind(String username, DivisionCode jurisdiction) {
        return transactions
                .session()
                .createSelectionQuery(INSIDE, RecipientRow.class)
                .setParameter("inside", jurisdiction.value() + "%")
                .setParameter("after", username);
    }

    /** Whoever may be in one of the audiences: everybody of their roles, departments and teams, wherever they work. */
    public Uni<List<Recipient>> candidatesFor(Collection<Audience> audiences) {
        var departments =
                audiences.stream().filter(one -> one.department() != null).toList();
        var teams = audiences.stream().filter(one -> one.team() != null).toList();
        var roles = audiences.stream()
                .filter(one -> one.department() == null && one.team() == null)
                .map(Audience::role)
                .toList();
        return sql.list(
                Recipient.class,
                CANDIDATES,
                column(departments, Audience::department),
                column(departments, Audience::role),
                column(teams, Audience::team),
                column(teams, Audience::role),
                roles);
    }

    private static <T> List<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream().<@Nullable Object>map(value).toList();
    }
}
