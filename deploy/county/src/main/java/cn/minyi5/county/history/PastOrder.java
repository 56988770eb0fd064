package cn.minyi5.county.history;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** 工单. The moments of a forwarded request's life, Asia/Shanghai, in this order; all within its month. */
record PastOrder(
        LocalDateTime forwardedAt,
        LocalDateTime dispatchedAt,
        LocalDateTime signedAt,
        LocalDateTime repliedAt,
        ResultCode resultCode,
        LocalDateTime acceptedAt,
        LocalDateTime followedUpAt,
        Answer solved,
        Answer satisfied) {

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

    static PastOrder of(LocalDateTime visitedAt, Punctuality department, Random random) {
        var forwardedAt = visitedAt.plusMinutes(Chance.between(5, 40, random));
        var dispatchedAt = forwardedAt.plusMinutes(Chance.between(1, 25, random));
        var signedAt = dispatchedAt.plusMinutes(
                department.signs() ? Chance.between(3, 55, random) : Chance.between(65, 150, random));
        // Office hours of the next day are within two days for sure, those of the third day after are not.
        var days = department.replies() ? 1 : Chance.between(3, 4, random);
        var repliedAt = inOfficeHours(dispatchedAt.plusDays(days), random);
        var acceptedAt = repliedAt.plusMinutes(Chance.between(15, 120, random));
        var followedUpAt = inOfficeHours(acceptedAt.plusDays(1), random);
        var result = Chance.choose(List.of(ResultCode.values()), RESULTS::get, random);
        var solved = solved(result, random);
        return new PastOrder(
                forwardedAt,
                dispatchedAt,
                signedAt,
                repliedAt,
                result,
                acceptedAt,
                followedUpAt,
                solved,
                satisfied(solved, random));
    }

    private static LocalDateTime inOfficeHours(LocalDateTime day, Random random) {
        return day.toLocalDate().atTime(OFFICE_OPENS, 0).plusMinutes(30 + random.nextInt(OFFICE_MINUTES));
    }

    /** Never no: that would begin a second round, which the import format cannot tell the end of. */
    private static Answer solved(ResultCode result, Random random) {
        return result == ResultCode.UNREACHABLE || Chance.of(NOBODY_REACHED, random) ? Answer.NO_ANSWER : Answer.YES;
    }

    private static Answer satisfied(Answer solved, Random random) {
        if (solved == Answer.NO_ANSWER) {
            return Answer.NO_ANSWER;
        }
        return Chance.of(SATISFIED, random) ? Answer.YES : Answer.NO;
    }

    /** Whether a department signed within the hour and replied within the two days. */
    record Punctuality(boolean signs, boolean replies) {
        private static final double SIGNED_LATE = 0.10;
        private static final double REPLIED_LATE = 0.08;
        private static final int SLOW_SIGNER = 0;
        private static final int SLOW_REPLIER = 1;
        private static final int SLOW_AT_BOTH = 2;
        private static final int PUNCTUAL = 3;

        /** @param index within its month: the first four see to it that every month has late and punctual ones */
        static Punctuality of(int index, Random random) {
            return switch (index) {
                case SLOW_SIGNER -> new Punctuality(false, true);
                case SLOW_REPLIER -> new Punctuality(true, false);
                case SLOW_AT_BOTH -> new Punctuality(false, false);
                case PUNCTUAL -> new Punctuality(true, true);
                default -> new Punctuality(!Chance.of(SIGNED_LATE, random), !Chance.of(REPLIED_LATE, random));
            };
        }
    }
}
