package cn.minyi5.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 权责清单. What happens to the responsibility catalogue. */
@Event.Topic("routing.catalogue")
public sealed interface CatalogueEvent extends Event {

    /**
     * The {@code division}'s version is in force from a day on; the departments it knows come along with their names.
     * {@code division} is null before it was told.
     */
    @Type("catalogue.published.v1")
    record Published(
            int version, LocalDate effectiveFrom, int rules, List<Department> departments, @Nullable String division)
            implements CatalogueEvent {
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
