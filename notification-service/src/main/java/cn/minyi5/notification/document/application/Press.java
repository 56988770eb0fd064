package cn.minyi5.notification.document.application;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.notification.document.domain.BulletinPaper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** 印制. Sets a bulletin on paper and its rows into the annex, on a worker thread. */
@ApplicationScoped
class Press {

    /** Both files of one bulletin. */
    record Printed(PaperFile docx, PaperFile xlsx) {}

    private final Papers papers;
    private final Annexes annexes;
    private final DocumentsConfig config;

    Press(Papers papers, Annexes annexes, DocumentsConfig config) {
        this.papers = papers;
        this.annexes = annexes;
        this.config = config;
    }

    /** Longer than printing takes. */
    Duration lease() {
        return config.lease();
    }

    Uni<Printed> print(Commission commission, List<BulletinEvent.Row> rows) {
        return Uni.createFrom()
                .item(() -> {
                    var bulletin = FrozenBulletin.of(commission, rows);
                    var paper = BulletinPaper.of(bulletin, config.letterhead());
                    return new Printed(PaperFile.of(papers.print(paper)), PaperFile.of(annexes.print(bulletin)));
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
