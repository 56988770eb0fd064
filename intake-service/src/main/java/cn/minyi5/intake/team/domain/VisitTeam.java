package cn.minyi5.intake.team.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 民情书记服务队. Walks one grid. On every day from its first to its last it is one leader, two county and three township
 * officials (DOMAIN §2).
 *
 * @param terms of all who are, were and will be members
 */
public record VisitTeam(String code, GridCode grid, List<Term> terms) {

    /**
     * 任期. What one person holds of a team, and when.
     *
     * @param number of the seat; one person at a time has it
     * @param from the first day; null: as long as there is anything
     * @param to the last day; null: until somebody else comes
     */
    public record Term(int number, String name, Role role, @Nullable LocalDate from, @Nullable LocalDate to) {

        public Term {
            if (from != null && to != null && to.isBefore(from)) {
                throw Refusal.invalid("team.term-ends-before-it-begins", "to").with("from", from);
            }
        }

        public boolean includes(LocalDate day) {
            return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
        }

        public boolean isOver(LocalDate today) {
            return lastDay().isBefore(today);
        }

        private LocalDate firstDay() {
            return Objects.requireNonNullElse(from, LocalDate.MIN);
        }

        private LocalDate lastDay() {
            return Objects.requireNonNullElse(to, LocalDate.MAX);
        }

        private boolean overlaps(Term other) {
            return number == other.number
                    && !lastDay().isBefore(other.firstDay())
                    && !other.lastDay().isBefore(firstDay());
        }
    }

    /** Whence a secretary comes; how many of each a team needs is the rule "1+2+3" (DOMAIN §2). */
    public enum Role {
        /** From the leadership of a county department. */
        LEADER(1),
        COUNTY_OFFICIAL(2),
        TOWNSHIP_OFFICIAL(3);

        private final int needed;

        Role(int needed) {
            this.needed = needed;
        }
    }

    public VisitTeam {
        terms = List.copyOf(terms);
        refuseTwins(terms);
        refuseOtherThanOneTwoThree(terms);
    }

    /** Who is a member on a day, by their numbers. */
    public List<Term> on(LocalDate day) {
        return in(terms, day).toList();
    }

    /**
     * 更替. Another person comes and has the seat from a day on, in the role of whoever leaves it on the day before.
     *
     * @throws Refusal {@code team.seat-empty} if nobody has it then, {@code team.replaced-already} if whoever has it is
     *     known to leave, or came that very day
     */
    public VisitTeam replace(int number, String name, LocalDate from) {
        var leaving = on(from).stream()
                .filter(term -> term.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("team.seat-empty"));
        if (leaving.to() != null || from.equals(leaving.from())) {
            throw Refusal.conflict("team.replaced-already");
        }
        var changed = new ArrayList<>(terms);
        changed.remove(leaving);
        changed.add(new Term(number, leaving.name(), leaving.role(), leaving.from(), from.minusDays(1)));
        changed.add(new Term(number, name, leaving.role(), from, null));
        return new VisitTeam(code, grid, changed);
    }

    /** @throws Refusal {@code team.history-lost} if a term that is over is not among those of this team */
    public void refuseIfForgets(List<Term> known, LocalDate today) {
        for (var term : known) {
            if (term.isOver(today) && !terms.contains(term)) {
                throw Refusal.invalid("team.history-lost", "to")
                        .with("name", term.name())
                        .with("to", Objects.requireNonNull(term.to()));
            }
        }
    }

    private static void refuseTwins(List<Term> terms) {
        for (int at = 0; at < terms.size(); at++) {
            if (terms.subList(0, at).stream().anyMatch(terms.get(at)::overlaps)) {
                throw Refusal.invalid("team.member-twice", "member_no");
            }
        }
    }

    /** Members change on no other days than those on which a term begins, and after which one ends. */
    private static void refuseOtherThanOneTwoThree(List<Term> terms) {
        var changes = new TreeSet<LocalDate>();
        terms.forEach(term -> changes.add(term.firstDay()));
        terms.stream()
                .filter(term -> term.to() != null)
                .forEach(term -> changes.add(term.lastDay().plusDays(1)));
        var end = terms.stream().map(Term::lastDay).max(LocalDate::compareTo).orElse(LocalDate.MAX);
        changes.removeIf(day -> day.isAfter(end));
        if (changes.isEmpty()) {
            changes.add(LocalDate.MIN);
        }
        for (var day : changes) {
            var members = in(terms, day).toList();
            if (Arrays.stream(Role.values()).anyMatch(role -> count(members, role) != role.needed)) {
                throw breaks(day, day.equals(changes.first()))
                        .with("leaders", count(members, Role.LEADER))
                        .with("county", count(members, Role.COUNTY_OFFICIAL))
                        .with("township", count(members, Role.TOWNSHIP_OFFICIAL));
            }
        }
    }

    private static Refusal breaks(LocalDate day, boolean fromTheFirst) {
        return fromTheFirst
                ? Refusal.invalid("team.breaks-1-2-3", "role")
                : Refusal.invalid("team.breaks-1-2-3-later", "from").with("day", day);
    }

    private static Stream<Term> in(List<Term> terms, LocalDate day) {
        return terms.stream().filter(term -> term.includes(day)).sorted(Comparator.comparingInt(Term::number));
    }

    private static long count(List<Term> members, Role role) {
        return members.stream().filter(member -> member.role() == role).count();
    }
}
