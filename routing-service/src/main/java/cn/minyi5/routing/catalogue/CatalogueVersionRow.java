package cn.minyi5.routing.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A version of the catalogue, and who drafted it. */
@Entity
@Table(name = "catalogue_version")
class CatalogueVersionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Integer id;

    /** Whose it is: its rules are for places in it. */
    String division;

    /** Counts the division's own. */
    int version;

    LocalDate effectiveFrom;
    Instant draftedAt;
    String draftedBy;

    @Nullable
    Instant publishedAt;

    /** The earlier version whose rules it has again. */
    @Nullable
    Integer restores;

    /** Why it has. */
    @Nullable
    String reason;

    @Formula("(select count(*) from responsibility r where r.catalogue = id)")
    int rules;
}
