package cn.minyi5.local.demo;

import cn.minyi5.backends.Durability;
import cn.minyi5.local.api.ApiRefusal;
import cn.minyi5.local.api.ApiUnreachable;
import cn.minyi5.local.api.County;
import cn.minyi5.local.county.DemoCounty;
import cn.minyi5.local.county.MasterFiles;
import cn.minyi5.local.history.DemoHistory;
import cn.minyi5.local.history.VisitDays;
import cn.minyi5.local.stack.Console;
import cn.minyi5.local.stack.Ports;
import cn.minyi5.local.stack.Repository;
import cn.minyi5.local.stack.Stack;
import cn.minyi5.local.stack.StartRefused;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * {@code deploy/demo}: loads the county and its history into the running stack through the public APIs, tells two
 * requests' stories and reconciles the figures. Running it again, also after a crash, ends with the same figures for
 * the time of the history.
 */
public final class Demo {
    private static final ZoneId COUNTY_TIME = ZoneId.of("Asia/Shanghai");

    private final Stack stack;
    private final County services;
    private final DemoCounty county = DemoCounty.load();
    private final DemoHistory history = DemoHistory.of(county);
    private final Narration narration = new Narration();

    public Demo(Stack stack) {
        this.stack = stack;
        this.services = new County(stack);
    }

    /** @param args none */
    public static void main(String[] args) {
        Console.run(() -> {
            var home = Repository.home();
            var ports =
                    Ports.keptIn(home).orElseThrow(() -> new StartRefused("nothing runs here: run deploy/up first"));
            var demo = new Demo(Stack.at(home, ports, Durability.SAFE));
            try {
                demo.load();
                demo.tell();
                if (!demo.reconcile()) {
                    throw new DemoFailed("the figures do not agree");
                }
            } catch (ApiUnreachable e) {
                throw new StartRefused(e.getMessage() + ": run deploy/up, and then deploy/demo again");
            } catch (ApiRefusal | DemoFailed e) {
                throw new StartRefused(e.getMessage());
            }
        });
    }

    /** Master data, history and the history's bulletins. */
    public void load() {
        new LoadCounty(services, new MasterFiles(county), stack.persons(), narration).load();
        new ImportHistory(services, history, narration).run();
        new IssueBulletins(services, narration).ofHistory();
    }

    /** The two live stories, this month's bulletin, and a look at the documents. */
    public void tell() {
        new Journey(services, stack.persons(), narration).walk();
        new NeglectedOrder(services, stack.persons(), stack.ports(), narration).lie();
        narration.chapter("本月通报与公文 / this month's bulletin, and papers");
        new IssueBulletins(services, narration).of(YearMonth.now(COUNTY_TIME));
        var documents = new SaveDocuments(services, stack.home().resolve("documents"), narration);
        documents.await(VisitDays.months());
        documents.of(VisitDays.LAST_MONTH);
    }

    /** Prints the table; false when a service says something else than was published. */
    public boolean reconcile() {
        narration.chapter("对账 / reconciliation, %s to %s".formatted(VisitDays.FIRST_MONTH, VisitDays.LAST_MONTH));
        var table = new Reconcile(services, history).run();
        table.text().forEach(Console::print);
        Console.print(table.holds() ? "全部一致 / everything agrees" : "不一致 / NOT in agreement");
        return table.holds();
    }
}
