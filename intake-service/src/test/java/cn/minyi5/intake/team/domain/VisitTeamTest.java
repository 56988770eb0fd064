package cn.minyi5.intake.team.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.team.domain.VisitTeam.Role;
import cn.minyi5.intake.team.domain.VisitTeam.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VisitTeamTest {

    private static final LocalDate MAY = LocalDate.of(2021, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2021, 6, 1);

    @Test
    void oneLeaderTwoCountyAndThreeTownshipOfficialsAreATeam() {
        assertThat(team(members(1, 2, 3)).on(MAY)).hasSize(6);
    }

    @Property
    void anyOtherMixtureIsRefused(
            @ForAll @IntRange(max = 4) int leaders,
            @ForAll @IntRange(max = 4) int county,
            @ForAll @IntRange(max = 5) int township) {
        if (leaders == 1 && county == 2 && township == 3) {
            return;
        }
        assertThatThrownBy(() -> team(members(leaders, county, township)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("team.breaks-1-2-3");
                    assertThat(refusal.details())
                            .containsEntry("leaders", (long) leaders)
                            .containsEntry("county", (long) county)
                            .containsEntry("township", (long) township);
                });
    }

    @Test
    void aNumberForTwoMembersAtATimeIsRefused() {
        var members = members(1, 2, 3);
        members.set(5, new Term(1, "民情书记006", Role.TOWNSHIP_OFFICIAL, null, null));

        Refused.with("team.member-twice", "member_no", () -> team(members));
    }

    @Test
    void whoLeavesIsReplacedFromTheNextDayOnAndTheVisitsOfLastYearKeepLastYearsTeam() {
        var changed = team(members(1, 2, 3)).replace(2, "新来的", JUNE);

        assertThat(nameOn(changed, JUNE.minusDays(1))).isEqualTo("民情书记002");
        assertThat(nameOn(changed, JUNE)).isEqualTo("新来的");
        assertThat(changed.on(JUNE)).hasSize(6);
        refusedAs("team.replaced-already", () -> changed.replace(2, "又一个", MAY));
        refusedAs("team.replaced-already", () -> changed.replace(2, "又一个", JUNE));
        refusedAs("team.seat-empty", () -> changed.replace(9, "多余的", JUNE));
    }

    @Property(tries = 100)
    void howeverOftenPeopleAreReplacedItIsOneTwoThreeOnEveryDay(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 6) Integer> seats) {
        var team = team(members(1, 2, 3));
        for (int at = 0; at < seats.size(); at++) {
            team = team.replace(seats.get(at), "第%d任".formatted(at), MAY.plusDays(3L * at));
        }

        for (var day = MAY.minusDays(5); day.isBefore(MAY.plusDays(70)); day = day.plusDays(1)) {
            var members = team.on(day);
            assertThat(members).extracting(Term::number).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(members)
                    .extracting(Term::role)
                    .containsExactlyElementsOf(
                            members(1, 2, 3).stream().map(Term::role).toList());
        }
    }

    @Test
    void aTeamWithAGapIsRefusedByTheFirstDayOfTheGapAndOneThatIsDissolvedIsNot() {
        var gap = members(1, 2, 3);
        gap.set(1, new Term(2, "走了的", Role.COUNTY_OFFICIAL, null, MAY));
        gap.add(new Term(2, "来了的", Role.COUNTY_OFFICIAL, JUNE, null));
        assertThatThrownBy(() -> team(gap)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("team.breaks-1-2-3-later");
            assertThat(refusal.details()).containsEntry("day", MAY.plusDays(1)).containsEntry("county", 1L);
        });

        var dissolved = members(1, 2, 3).stream()
                .map(term -> new Term(term.number(), term.name(), term.role(), MAY, JUNE))
                .toList();
        assertThat(team(dissolved).on(JUNE)).hasSize(6);
        assertThat(team(dissolved).on(JUNE.plusDays(1))).isEmpty();
    }

    @Test
    void aTermEndsNotBeforeItBegins() {
        Refused.with("team.term-ends-before-it-begins", "to", () -> new Term(1, "某", Role.LEADER, JUNE, MAY));
    }

    @Test
    void aTermThatIsOverIsNotForgotten() {
        var before = team(members(1, 2, 3)).replace(2, "新来的", JUNE);
        var without = team(members(1, 2, 3));

        Refused.with("team.history-lost", "to", () -> without.refuseIfForgets(before.terms(), JUNE));
        // Until the day comes it is a plan, and plans change.
        without.refuseIfForgets(before.terms(), MAY);
        before.refuseIfForgets(before.terms(), JUNE);
    }

    private static void refusedAs(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static String nameOn(VisitTeam team, LocalDate day) {
        return team.on(day).get(1).name();
    }

    private static VisitTeam team(List<Term> terms) {
        return new VisitTeam("T001", new GridCode("370828101201001"), terms);
    }

    private static List<Term> members(int leaders, int county, int township) {
        var roles = new ArrayList<Role>();
        roles.addAll(Collections.nCopies(leaders, Role.LEADER));
        roles.addAll(Collections.nCopies(county, Role.COUNTY_OFFICIAL));
        roles.addAll(Collections.nCopies(township, Role.TOWNSHIP_OFFICIAL));
        var members = new ArrayList<Term>();
        for (var role : roles) {
            members.add(new Term(members.size() + 1, "民情书记%03d".formatted(members.size() + 1), role, null, null));
        }
        return members;
    }
}
