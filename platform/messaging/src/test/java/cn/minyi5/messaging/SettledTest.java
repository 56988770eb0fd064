package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.messaging.ChangeLogSealing.Linked;
import cn.minyi5.messaging.ChangeLogSealing.Settled;
import org.junit.jupiter.api.Test;

/** Up to which line of the log nothing can appear any more that has no link. */
class SettledTest {

    private static final Settled SEEN_UP_TO_40_BELOW_700 = Settled.NOTHING.after(look(3, 40, 650, 700));

    @Test
    void whatWasSeenIsNotSettledAsLongAsSomebodyWhoDrewALowerIdMayStillCommit() {
        assertThat(SEEN_UP_TO_40_BELOW_700.above()).isZero();
        assertThat(SEEN_UP_TO_40_BELOW_700.after(look(5, 45, 699, 720)).above()).isZero();
    }

    @Test
    void whatWasSeenIsSettledOnceAllOfThemHaveEndedAndAreLinked() {
        assertThat(SEEN_UP_TO_40_BELOW_700.after(look(5, 45, 700, 720)).above()).isEqualTo(40);
    }

    @Test
    void nothingIsSettledByALookThatLeftSomethingOver() {
        assertThat(SEEN_UP_TO_40_BELOW_700.after(look(2000, 45, 700, 720)).above())
                .isZero();
    }

    private static Linked look(int added, long highest, long oldestOpen, long nextTransaction) {
        return new Linked(added, highest, oldestOpen, nextTransaction);
    }
}
