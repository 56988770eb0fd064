package cn.minyi5.intake.team;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.masterdata.LoadedSheet;
import cn.minyi5.intake.masterdata.MasterDataChanges;
import cn.minyi5.intake.masterdata.MasterDataChanges.Kind;
import cn.minyi5.intake.masterdata.MasterDataChanges.Loading;
import cn.minyi5.intake.team.TeamSheet.CheckedTeams;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.intake.team.domain.VisitTeam.Term;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The teams of a county: taken from sheets, changed person by person, and looked up as they were on a day. */
@ApplicationScoped
public class Teams {

    public static final int LONGEST_NAME = 50;
    private static final int HIGHEST_NUMBER = 9_999;

    private final Transactions transactions;
    private final TeamTerms terms;
    private final MasterDataChanges changes;
    private final Idempotency idempotency;

    Teams(Transactions transactions, TeamTerms terms, MasterDataChanges changes, Idempotency idempotency) {
        this.transactions = transactions;
        this.terms = terms;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    /** @param members on the day @param terms of all who ever were, or are known to come */
    public record TeamView(String code, GridCode gridCode, LocalDate day, List<Term> members, List<Term> terms) {

        static TeamView of(VisitTeam team, LocalDate day) {
            return new TeamView(team.code(), team.grid(), day, team.on(day), team.terms());
        }
    }

    /**
     * Takes a file of teams, a row a term of office: whole teams in, the rows of broken teams back. A team that is there
     * already is replaced, but not the terms of it that are over. Blocks on the CPU.
     */
    public Uni<CheckedRows<SheetRow>> load(InputStream file, Actor actor) {
        return changes.load(sheet(file, actor.division()), actor)
                .map(loaded -> loaded.read().rows());
    }

    /** What {@link #load} would do; nothing is stored. */
    public Uni<LoadedSheet<CheckedRows<SheetRow>>> check(InputStream file, Actor actor) {
        return changes.tried(sheet(file, actor.division()), actor)
                .map(tried -> new LoadedSheet<>(tried.read().rows(), tried.changes()));
    }

    private Loading<CheckedTeams> sheet(InputStream file, DivisionCode jurisdiction) {
        var rows = TeamSheet.read(file);
        return new Loading<>(
                Kind.TEAM,
                now -> terms.known(rows, jurisdiction, day(now)).map(known -> TeamSheet.check(rows, known)),
                checked -> checked.teams().stream().map(VisitTeam::code).toList(),
                checked -> terms.store(checked.teams()));
    }

    /** All of a jurisdiction with all their terms, as a sheet that can be loaded again. */
    public Uni<String> sheet(DivisionCode jurisdiction) {
        return transactions.read(() -> terms.find(jurisdiction, null)).map(TeamSheet::write);
    }

    /** To its own members, and to those who answer for the place. @param asked null: today */
    public Uni<TeamView> show(String code, @Nullable LocalDate asked, Actor actor) {
        var ofAll = actor.is(Roles.DISPATCHER) || actor.is(Roles.SUPERVISOR) || actor.is(Roles.ADMINISTRATOR);
        if (!ofAll && !code.equals(actor.team())) {
            throw Refusal.notFound("team.unknown");
        }
        return transactions.read(() -> transactions.moment().flatMap(now -> terms.find(actor.division(), List.of(code))
                .map(found -> TeamView.of(required(found), asked == null ? day(now) : asked))));
    }

    /** @param name of who comes @param from the first day of theirs */
    public record Replacement(int number, String name, LocalDate from) {}

    /** 更替. Somebody leaves a team, and somebody else comes. */
    public Uni<TeamView> replace(String code, Replacement replacement, Command command) {
        if (replacement.number() < 1 || replacement.number() > HIGHEST_NUMBER) {
            throw Refusal.invalid("team.number-malformed", "number").with("highest", HIGHEST_NUMBER);
        }
        var name = PlainText.checked(replacement.name(), "name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusal.invalid("team.name-malformed", "name").with("longest", LONGEST_NAME);
        }
        return idempotency.once(command, TeamView.class, now -> terms.locked(
                        command.actor().division(), List.of(code))
                .flatMap(found -> {
                    var team = required(found).replace(replacement.number(), name, replacement.from());
                    return changes.keep(
                                    Kind.TEAM, List.of(code), command.actor(), now, () -> terms.store(List.of(team)))
                            .replaceWith(TeamView.of(team, replacement.from()));
                }));
    }

    /** Those that walk in a place, of these codes; within a unit of work. */
    public Uni<List<VisitTeam>> in(DivisionCode place, Collection<String> codes) {
        return terms.find(place, codes);
    }

    /** Of two counties' teams with one code nobody knows which is meant. */
    private static VisitTeam required(List<VisitTeam> found) {
        if (found.size() != 1) {
            throw Refusal.notFound("team.unknown");
        }
        return found.get(0);
    }

    private static LocalDate day(Instant now) {
        return CountyTime.at(now).toLocalDate();
    }
}
