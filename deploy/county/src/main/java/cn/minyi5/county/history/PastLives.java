package cn.minyi5.county.history;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.county.history.PastOrder.Event;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws the life of one forwarded request; all of it within its month, or shortly after. */
final class PastLives {
    private static final Map<ResultCode, Double> RESULTS = Map.of(
            ResultCode.SOLVED, 72.0,
            ResultCode.PARTLY_SOLVED, 12.0,
            ResultCode.EXPLAINED, 14.0,
            ResultCode.DUPLICATE, 1.0,
            ResultCode.UNREACHABLE, 1.0);
    private static final double NOBODY_REACHED = 0.06;
    private static final double SATISFIED = 0.93;
    private static final int OFFICE_OPENS = 8;
    private static final int OFFICE_MINUTES = 9 * 60;

    private final Random random;
    private final String otherDepartment;
    private final List<Event> life = new ArrayList<>();
    private LocalDateTime at;

    /** What a life is like. */
    enum Course {
        ORDINARY,
        /** 退单: the desk agrees, and another department has it. */
        RETURNED,
        /** 退单驳回. */
        RETURN_REJECTED,
        /** 退回答复. */
        SENT_BACK,
        /** 重办: the citizen says that it is not solved. */
        SECOND_ROUND,
        /** Still open when the history ends. */
        OPEN_IN_PROGRESS,
        OPEN_IN_SECOND_ROUND,
        OPEN_AT_FOLLOW_UP
    }

    /** Whether a department signed within the hour and replied within the two days. */
    record Punctuality(boolean signs, boolean replies) {
        static final Punctuality PUNCTUAL = new Punctuality(true, true);
        private static final double SIGNED_LATE = 0.10;
        private static final double REPLIED_LATE = 0.08;
        private static final int SLOW_SIGNER = 0;
        private static final int SLOW_REPLIER = 1;
        private static final int SLOW_AT_BOTH = 2;
        private static final int IN_TIME = 3;

        /** @param index within its month: the first four see to it that every month has late and punctual ones */
        static Punctuality of(int index, Random random) {
            return switch (index) {
                case SLOW_SIGNER -> new Punctuality(false, true);
                case SLOW_REPLIER -> new Punctuality(true, false);
                case SLOW_AT_BOTH -> new Punctuality(false, false);
                case IN_TIME -> PUNCTUAL;
                default -> new Punctuality(!Chance.of(SIGNED_LATE, random), !Chance.of(REPLIED_LATE, random));
            };
        }
    }

    private PastLives(LocalDateTime forwardedAt, String otherDepartment, Random random) {
        this.at = forwardedAt;
        this.otherDepartment = otherDepartment;
        this.random = random;
    }

    /** @param otherDepartment whose it is in the end, if it is returned */
    static List<Event> draw(
            LocalDateTime forwardedAt, Course course, Punctuality department, String otherDepartment, Random random) {
        var lives = new PastLives(forwardedAt, otherDepartment, random);
        lives.later(1, 25).add(PastStep.DISPATCH);
        switch (course) {
            case ORDINARY -> lives.sign(department).reply(department).accept().followUp(lives.answer());
            case RETURNED ->
                lives.returned()
                        .passedOn()
                        .sign(department)
                        .reply(department)
                        .accept()
                        .followUp(Answer.YES);
            case RETURN_REJECTED ->
                lives.returned().rejected().reply(department).accept().followUp(Answer.YES);
            case SENT_BACK ->
                lives.sign(department).reply(department).sentBack().accept().followUp(Answer.YES);
            case SECOND_ROUND ->
                lives.sign(department)
                        .reply(department)
                        .accept()
                        .followUp(Answer.NO)
                        .sign(department)
                        .reply(department)
                        .accept()
                        .followUp(Answer.YES);
            case OPEN_IN_PROGRESS -> lives.sign(department);
            case OPEN_IN_SECOND_ROUND ->
                lives.sign(department)
                        .reply(department)
                        .accept()
                        .followUp(Answer.NO)
                        .sign(department);
            case OPEN_AT_FOLLOW_UP -> lives.sign(department).reply(department).accept();
        }
        return lives.life;
    }

    private PastLives returned() {
        return later(10, 50).add(PastStep.RETURN, otherDepartment, "此事不属本单位职责，建议转有关单位办理");
    }

    private PastLives passedOn() {
        later(10, 40).add(PastStep.ACCEPT_RETURN, null, "情况属实");
        return later(1, 10).add(PastStep.DISPATCH, otherDepartment, "按退单意见改派");
    }

    private PastLives rejected() {
        return later(10, 40).add(PastStep.REJECT_RETURN, null, "按权责清单属本单位职责，请继续办理");
    }

    private PastLives sign(Punctuality department) {
        return (department.signs() ? later(3, 55) : later(65, 150)).add(PastStep.SIGN);
    }

    /** Office hours of the next day are within two days for sure, those of the third day after are not. */
    private PastLives reply(Punctuality department) {
        at = inOfficeHours(at.plusDays(department.replies() ? 1 : Chance.between(3, 4, random)));
        return replied();
    }

    private PastLives sentBack() {
        later(15, 40).add(PastStep.SEND_REPLY_BACK, null, "没有写明现场核验情况，请补充");
        return later(20, 60).replied();
    }

    private PastLives replied() {
        var result = Chance.choose(List.of(ResultCode.values()), RESULTS::get, random);
        life.add(new Event(PastStep.REPLY, at, null, null, result, null, null));
        return this;
    }

    private PastLives accept() {
        return later(15, 120).add(PastStep.ACCEPT_REPLY);
    }

    private void followUp(Answer solved, Answer satisfied) {
        at = inOfficeHours(at.plusDays(1));
        life.add(new Event(PastStep.FOLLOW_UP, at, null, null, null, solved, satisfied));
    }

    private PastLives followUp(Answer solved) {
        followUp(solved, solved == Answer.YES ? satisfied() : solved);
        return this;
    }

    private Answer answer() {
        return Chance.of(NOBODY_REACHED, random) ? Answer.NO_ANSWER : Answer.YES;
    }

    private Answer satisfied() {
        return Chance.of(SATISFIED, random) ? Answer.YES : Answer.NO;
    }

    private PastLives later(int leastMinutes, int mostMinutes) {
        at = at.plusMinutes(Chance.between(leastMinutes, mostMinutes, random));
        return this;
    }

    private PastLives add(PastStep step) {
        return add(step, null, null);
    }

    private PastLives add(PastStep step, @Nullable String department, @Nullable String words) {
        life.add(new Event(step, at, department, words, null, null, null));
        return this;
    }

    private LocalDateTime inOfficeHours(LocalDateTime day) {
        return day.toLocalDate().atTime(OFFICE_OPENS, 0).plusMinutes(30 + random.nextInt(OFFICE_MINUTES));
    }
}
