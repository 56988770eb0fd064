package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** "Why me?" The rule that won, the catalogue version it stands in and the clause it cites. */
@Embeddable
public record Why(UUID ruleId, int catalogueVersion, String clause) {}
