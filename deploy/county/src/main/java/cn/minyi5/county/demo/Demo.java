package cn.minyi5.county.demo;

import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.MasterFiles;
import cn.minyi5.county.api.ApiRefusal;
import cn.minyi5.county.api.ApiUnreachable;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.DemoHistory;
import cn.minyi5.county.history.VisitDays;
import java.nio.file.Path;

/**
 * {@code deploy/demo}: loads the county and its history into the running stack through the public APIs, tells three
 * stories, lays a morning's work on the desks and reconciles the figures. Running it again, also after a crash, ends with the same figures for
 * the time of the history.
 */
public final class Demo {
    private final County services;
    private final DemoCounty county = DemoCounty.load();
    private final DemoHistory history = DemoHistory.of(county);
    private final Narration narration = new Narration();

    public Demo(County services) {
        this.services = services;
    }

    /** The home of the stack is {@code MINYI5_HOME}, or {@code .run}. @param args none */
    public static void main(String[] args) {
        var home = System.getenv().getOrDefault("MINYI5_HOME", "");
        try {
            var demo =
                    new Demo(new County(Path.of(home.isBlank() ? ".run" : home).toAbsolutePath()));
            demo.loadCounty();
            demo.loadHistory();
            demo.tell();
            demo.layTheMorningsWork();
            if (!demo.reconcile()) {
                throw new DemoFailed("the figures do not agree");
            }
        } catch (ApiUnreachable e) {
            refuse(e.getMessage() + ": run deploy/up, and then deploy/demo again");
        } catch (County.NothingRuns | ApiRefusal | DemoFailed e) {
            refuse(e.getMessage());
        }
    }

    /** Master data. */
    public void loadCounty() {
        new LoadCounty(services, new MasterFiles(county), narration).load();
    }

    /** The history with its papers, and its bulletins. */
    public void loadHistory() {
        new ImportHistory(services, history, narration).run();
        new BringPapers(services, history, narration).run();
        new Bulletins(services, narration).issueHistory();
    }

    /** The three live stories, and a look at the documents. */
    public void tell() {
        new Journey(services, narration).walk();
        new AskedAgain(services, narration).tell();
        new NeglectedOrder(services, narration).lie();
        narration.chapter("通报与公文 / bulletins and papers");
        var bulletins = new Bulletins(services, narration);
        bulletins.awaitDocuments(VisitDays.months());
        bulletins.saveDocuments(VisitDays.LAST_MONTH);
    }

    /** What the desks have to do when somebody comes to try them. */
    public void layTheMorningsWork() {
        new MorningsWork(services, narration).lay();
    }

    /** Prints the table; false when a service says something else than was published. */
    public boolean reconcile() {
        narration.chapter("对账 / reconciliation, %s to %s".formatted(VisitDays.FIRST_MONTH, VisitDays.LAST_MONTH));
        var table = new Reconcile(services, history).run();
        table.text().forEach(Narration::print);
        Narration.print(table.holds() ? "全部一致 / everything agrees" : "不一致 / NOT in agreement");
        return table.holds();
    }

    private static void refuse(String words) {
        Narration.print(words);
        System.exit(1);
    }
}
