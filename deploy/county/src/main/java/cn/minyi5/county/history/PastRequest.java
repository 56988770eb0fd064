package cn.minyi5.county.history;

import cn.minyi5.county.Category;

/** 诉求. What one person asked for during a visit, before it is said what came of it. */
record PastRequest(PastVisit visit, int no, Category category, Citizen citizen, LocalTexts texts) {

    String ref() {
        return visit.ref() + "-" + no;
    }
}
