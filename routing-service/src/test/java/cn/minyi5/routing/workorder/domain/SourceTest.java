package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Channel;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void anOrderWhoseRequestSaysNoOtherWayCameFromAVisit() {
        assertThat(Source.live(null)).isEqualTo(Source.WALK);
        assertThat(Source.live(Channel.OPEN311).channel()).isEqualTo(Channel.OPEN311);
    }
}
