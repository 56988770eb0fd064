package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 查看联系方式. Somebody was shown who a citizen is, for a reason that they gave. Rows are only ever added. */
@Entity
@Table(name = "contact_disclosure")
class ContactDisclosureRow {

    @Id
    UUID id;

    UUID requestId;
    String actor;
    String username;

    @Nullable
    String department;

    @Nullable
    String team;

    String reason;
    Instant disclosedAt;

    static ContactDisclosureRow of(UUID requestId, Actor actor, String reason, Instant now) {
        var row = new ContactDisclosureRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.requestId = requestId;
        row.actor = actor.id();
        row.username = actor.username();
        row.department = actor.department();
        row.team = actor.team();
        row.reason = reason;
        row.disclosedAt = now;
        return row;
    }
}
