package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.AssistingPart.Standing;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 协办. The parts of the assisting departments; they begin anew with each dispatch. */
public record Parts(List<AssistingPart> all) {

    static final Parts NONE = new Parts(List.of());

    static Parts of(List<String> assisting) {
        return new Parts(assisting.stream().map(AssistingPart::of).toList());
    }

    /** @throws Refusal {@code part.unknown} if the department does not assist */
    AssistingPart of(String department) {
        return all.stream()
                .filter(part -> part.department().equals(department))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("part.unknown"));
    }

    Parts with(String department, UnaryOperator<AssistingPart> step) {
        var changed = step.apply(of(department));
        return new Parts(all.stream()
                .map(part -> part.department().equals(department) ? changed : part)
                .toList());
    }

    /** @param department null: any of them */
    boolean isAny(Standing standing, @Nullable String department) {
        return all.stream()
                .anyMatch(part -> part.standing() == standing
                        && (department == null || part.department().equals(department)));
    }

    boolean areConfirmed() {
        return open().isEmpty();
    }

    void requireConfirmed() {
        if (!areConfirmed()) {
            throw Refusal.conflict("work-order.parts-open").with("departments", open());
        }
    }

    /** 协办未完成. Departments whose part the lead has not confirmed yet. */
    private List<String> open() {
        return all.stream()
                .filter(part -> part.standing() != Standing.CONFIRMED)
                .map(AssistingPart::department)
                .toList();
    }
}
