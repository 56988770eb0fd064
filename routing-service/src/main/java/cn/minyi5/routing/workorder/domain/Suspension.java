package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 挂账. What cannot be done now is put on the books instead of being forgotten: why, what will be done, and when it is
 * looked at again.
 *
 * @param plan what will be done, and by when
 * @param reviewOn a day of Asia/Shanghai
 * @param since when the supervision office agreed; null while it is only proposed
 */
@Embeddable
public record Suspension(Kind kind, String plan, LocalDate reviewOn, @Nullable Instant since) {

    /** 挂账理由. The closed list. */
    public enum Kind {
        /** 资金未落实. */
        NO_FUNDS,
        /** 需纳入规划或年度计划. */
        AWAITS_PLANNING,
        /** 受政策法规限制. */
        LAW_OR_POLICY,
        /** 受季节、天气条件限制. */
        SEASON,
        /** 需上级或外单位配合. */
        OTHERS_FIRST
    }

    public static Suspension proposed(Kind kind, String plan, LocalDate reviewOn, LocalDate today) {
        Words.dayAhead(reviewOn, "reviewOn", today);
        return new Suspension(kind, Words.reason(plan, "plan"), reviewOn, null);
    }

    Suspension since(Instant agreed) {
        return new Suspension(kind, plan, reviewOn, agreed);
    }

    /** As it may be kept. */
    Suspension said(Deed deed) {
        return new Suspension(kind, deed.said(plan), reviewOn, since);
    }
}
