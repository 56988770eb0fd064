package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import java.time.Instant;
import java.util.UUID;

/** A bulletin that is to be set on paper. @param eventId of its issue, under which people are told of it */
record RenderJob(UUID eventId, BulletinEvent.Issued issued, Instant issuedAt) {

    UUID bulletinId() {
        return issued.bulletinId();
    }
}
