package cn.minyi5.routing.sandbox;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.catalogue.CatalogueCommands;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.PublishCatalogue;
import cn.minyi5.web.Command;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * 沙盒区划. A county that there is not: no province has a code that begins with 99. Whatever is counted, listed, printed or
 * numbered is by division, and nobody's jurisdiction contains this one.
 */
@ApplicationScoped
class SandboxPlace {

    static final DivisionCode DIVISION = new DivisionCode("990001");
    static final String DEPARTMENT = "SANDBOX";
    static final String GRID = "990001001001001";
    static final String TEAM = "SANDBOX";

    private static final String IS_THERE = "select catalogue_in_force($1, now()) is not null";
    private static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    private static final int FIRST_ROW = 2;

    private final Transactions transactions;
    private final Sql sql;
    private final Departments departments;
    private final CatalogueCommands catalogues;
    private final PublishCatalogue publication;

    SandboxPlace(
            Transactions transactions,
            Sql sql,
            Departments departments,
            CatalogueCommands catalogues,
            PublishCatalogue publication) {
        this.transactions = transactions;
        this.sql = sql;
        this.departments = departments;
        this.catalogues = catalogues;
        this.publication = publication;
    }

    /** By hand: one question before each call. Two at once make it once: the keys are the same. */
    Uni<Void> isReady() {
        return transactions
                .read(() -> sql.value(Boolean.class, IS_THERE, GRID))
                .flatMap(there -> there ? Uni.createFrom().voidItem() : make());
    }

    /** By the very steps that a county's administrator takes. */
    private Uni<Void> make() {
        var row = new SheetRow(FIRST_ROW, Map.of("code", DEPARTMENT, "name", "沙盒部门 / Sandbox"));
        var rule = new SheetRow(FIRST_ROW, Map.of("lead", DEPARTMENT, "clause", "沙盒：一切由沙盒部门主办"));
        return departments
                .load(List.of(row), DIVISION)
                .chain(() -> catalogues.draft(command("draft"), ALWAYS, List.of(rule), Locale.CHINESE))
                .flatMap(draft -> publication.publish(command("publish"), draft.version(), false, Locale.CHINESE))
                .replaceWithVoid();
    }

    private static Command command(String step) {
        var administrator = new Actor("sandbox", "sandbox", Set.of(Roles.ADMINISTRATOR), DIVISION, null, null);
        return new Command(administrator, "sandbox-" + step, "sandbox-" + step, null);
    }
}
