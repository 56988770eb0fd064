package cn.minyi5.routing.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Transition;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkOrderCommandsTest {

    @Test
    void aReplyWaitsForTheDesk() {
        assertThat(replyWhereAcceptanceIsAutomatic(false).order().state()).isEqualTo(State.REPLY_REVIEW);
    }

    @Test
    void whereTheCountyWantsNoReviewAReplyIsAcceptedInTheSameBreath() {
        var replied = replyWhereAcceptanceIsAutomatic(true);

        assertThat(replied.order().state()).isEqualTo(State.FOLLOW_UP);
        assertThat(replied.order().version()).isEqualTo(8);
        assertThat(replied.events())
                .extracting(happened -> (Object) happened.event().getClass())
                .containsExactly(WorkOrderEvent.Replied.class, WorkOrderEvent.ReplyAccepted.class);
        assertThat(replied.timeline().get(1).by()).isEqualTo("自动");
    }

    private static Transition replyWhereAcceptanceIsAutomatic(boolean automatic) {
        return new WorkOrderCommands(null, null, null, new Config(automatic))
                .reply(
                        Lives.assisted(Lives.in(State.IN_PROGRESS)),
                        new Reply.Draft(ResultCode.SOLVED, "已解决", "电话联系", null),
                        Lives.DEED);
    }

    record Config(boolean acceptRepliesAutomatically) implements RoutingConfig {
        @Override
        public Duration returnWindow() {
            return Lives.WINDOW.onDuty();
        }

        @Override
        public Duration reopenWindow() {
            return Lives.WINDOWS.reopening();
        }

        @Override
        public String confidentialLead() {
            return "DUCHA";
        }

        @Override
        public Map<String, String> confidentialLeads() {
            return Map.of();
        }
    }
}
