package cn.minyi5.notification.document;

import cn.minyi5.notification.document.domain.Paper.Letterhead;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who signs the papers, and how long writing one may take. */
@ConfigMapping(prefix = "minyi5.documents")
public interface DocumentsConfig {

    @WithDefault("民意“5”来听工作通报")
    String head();

    @WithDefault("县督查室")
    String office();

    @WithDefault("各镇街，县直有关部门、单位")
    String addressees();

    @WithDefault("县民意“5”来听工作专班")
    String copies();

    /** How often a copy looks for papers that are due: they are due once a month. */
    @WithDefault("PT5S")
    Duration every();

    /** After this another copy writes what a dead one had begun; half a million rows take less than a minute. */
    @WithDefault("PT5M")
    Duration lease();

    default Letterhead letterhead() {
        return new Letterhead(head(), office(), addressees(), copies());
    }
}
