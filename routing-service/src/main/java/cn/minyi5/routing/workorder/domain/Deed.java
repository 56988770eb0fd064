package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.CountyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody does something to a work order.
 *
 * @param by a username, or what decided in a person's place
 * @param as the parties that they are to this order
 * @param department of whom acts for one
 */
public record Deed(String by, Set<Party> as, Instant at, Discretion discretion, @Nullable String department) {

    /** What is said with it is kept without numbers that lead to a person. */
    public Deed(String by, Set<Party> as, Instant at) {
        this(by, as, at, Discretion.NUMBERS_ALONE, null);
    }

    /** The same, by somebody of a department. */
    public Deed of(@Nullable String ofDepartment) {
        return new Deed(by, as, at, discretion, ofDepartment);
    }

    /** The same, said about a citizen. */
    public Deed with(Discretion about) {
        return new Deed(by, as, at, about, department);
    }

    /** What somebody said, as it may be kept and told. */
    String said(String words) {
        return discretion.struck(words);
    }

    /** The day in Asia/Shanghai on which it is done. */
    LocalDate day() {
        return day(at);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, CountyTime.ZONE);
    }

    /** No person decided: the county's own rules did. */
    public static Deed automatic(Instant at) {
        return new Deed("自动", Set.of(Party.SYSTEM), at, Discretion.NONE, null);
    }

    /** No step lies before the one that it follows, whatever the watch of whoever took it says. */
    Deed notBefore(@Nullable Instant earliest) {
        return earliest == null || !at.isBefore(earliest) ? this : new Deed(by, as, earliest, discretion, department);
    }

    /** A piece of history that is brought along. */
    public static Deed imported(Instant at) {
        return new Deed("历史导入", Set.of(Party.SYSTEM), at);
    }
}
