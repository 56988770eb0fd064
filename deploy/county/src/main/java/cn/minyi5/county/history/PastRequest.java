package cn.minyi5.county.history;

import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.county.Category;
import cn.minyi5.county.Grid;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** 诉求. What one person asked for during a visit, before it is said what came of it. */
record PastRequest(Visit visit, int no, Category category, Citizen citizen, Texts texts) {

    String ref() {
        return visit.ref() + "-" + no;
    }

    /** 走访. One team in one grid on one visit day; times are Asia/Shanghai. */
    record Visit(Grid grid, LocalDateTime at, VisitForm form) {

        /** Unique in the history: a grid has one visit a day. */
        String ref() {
            return "V%tY%<tm%<td-%s".formatted(at, grid.code());
        }
    }

    /** 群众. Invented: a number for a name, and a phone number that no operator has. Anonymous without both. */
    record Citizen(@Nullable String name, @Nullable String phone) {
        static final Citizen ANONYMOUS = new Citizen(null, null);

        /** @param number 1 to 99999 */
        static Citizen numbered(int number) {
            return new Citizen("群众%05d".formatted(number), "154%08d".formatted(number));
        }
    }

    /** What is said about it: asked, settled on the spot, or replied. */
    record Texts(String request, String resolution, String reply) {}
}
