package cn.minyi5.contracts;

import java.time.LocalDate;
import java.util.List;

/** 权责清单. What happens to the responsibility catalogue. */
@Event.Topic("routing.catalogue")
public sealed interface CatalogueEvent extends Event {

    /** A version is in force from a day on; the departments it knows come along with their names. */
    @Type("catalogue.published.v1")
    record Published(int version, LocalDate effectiveFrom, int rules, List<Department> departments)
            implements CatalogueEvent {
        @Override
        public String subject() {
            return "catalogue";
        }
    }

    /** A department of the county, or a township acting as one (then its code is the 9-digit division code). */
    record Department(String code, String name) {}
}
