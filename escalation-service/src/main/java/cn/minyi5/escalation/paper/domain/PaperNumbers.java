package cn.minyi5.escalation.paper.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.paper.domain.PastPaper.Series;
import java.util.HashMap;
import java.util.Map;

/** 编号. The last number of each series, and who may take the next: numbers have no gaps (DOMAIN §6). */
public final class PaperNumbers {

    private final Map<Series, Integer> last;

    public PaperNumbers(Map<Series, Integer> last) {
        this.last = new HashMap<>(last);
    }

    /** @throws Refusal {@code paper.number-taken}, {@code paper.number-leaves-gap} */
    public void take(PastPaper paper) {
        var next = last.getOrDefault(paper.series(), 0) + 1;
        if (paper.issue() < next) {
            throw Refusal.contradiction("paper.number-taken", "issue").with("next", next);
        }
        if (paper.issue() > next) {
            throw Refusal.contradiction("paper.number-leaves-gap", "issue").with("next", next);
        }
        last.put(paper.series(), next);
    }
}
