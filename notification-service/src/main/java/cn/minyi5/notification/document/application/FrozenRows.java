package cn.minyi5.notification.document.application;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** 依据数据. Pages of rows, as they came. */
public interface FrozenRows {

    Uni<Void> keep(Transaction tx, BulletinEvent.RowsFrozen page);

    /** In the order of their pages. */
    Uni<List<BulletinEvent.Row>> of(Transaction tx, UUID bulletinId);
}
