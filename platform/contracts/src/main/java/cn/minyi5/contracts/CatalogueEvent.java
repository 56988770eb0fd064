package cn.minyi5.contracts;

import cn.minyi5.contracts.language.ResponsibilityScope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 权责清单. What happens to the responsibility catalogue. */
@Event.Topic("routing.catalogue")
public sealed interface CatalogueEvent extends Event {

    /**
     * The {@code division}'s version is in force from a day on; the departments it knows come along with their names.
     * {@code scopes} has one entry for each rule, so that readers can tell which requests it decides. It and {@code
     * division} are null on an event from before they were told. {@code restores} is the earlier version whose rules it
     * has again, if it is such a one.
     */
    @Type("catalogue.published.v1")
    record Published(
            int version,
            LocalDate effectiveFrom,
            int rules,
            List<Department> departments,
            @Nullable String division,
            @Nullable List<ResponsibilityScope> scopes,
            @Nullable Integer restores)
            implements CatalogueEvent {

        /** One with new rules. */
        public Published(
                int version,
                LocalDate effectiveFrom,
                int rules,
                List<Department> departments,
                @Nullable String division,
                @Nullable List<ResponsibilityScope> scopes) {
            this(version, effectiveFrom, rules, departments, division, scopes, null);
        }

        /** One that does not tell what its rules speak for. */
        public Published(int version, LocalDate effectiveFrom, int rules, List<Department> departments) {
            this(version, effectiveFrom, rules, departments, null, null);
        }

        @Override
        public String subject() {
            return "catalogue";
        }
    }

    /**
     * A department of {@code division}, which is null before it was told, or a township acting as one (then its code is
     * the 9-digit division code). In places of another division the same code names another department.
     */
    record Department(String code, String name, @Nullable String division) {}
}
