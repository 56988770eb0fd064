package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.report.Figures;
import java.util.Locale;

/** What can be measured, in the order in which it is: each part leaves the stack as the next one needs it. */
public enum Part {
    IDLE("The idle stack", Idle::run),
    STARTS("Start to first answer, and the first ten seconds", Starts::run),
    VISIBLE("From submitted to visible for the department", Visible::run),
    CARRIED("What is carried, all services running", Carried::run),
    STATEMENTS("Statements and transactions of a forwarded request, all four databases", Statements::run),
    DAY("The visiting day of all secretaries", Day::run),
    DISPATCHING("From request to dispatched order, routing alone", Dispatching::run),
    ORDERS("A clerk's list, its total and its search among very many work orders", Orders::run),
    SUBMISSIONS("Accepted submissions beside pgbench, intake alone", Submissions::run);

    private final String title;
    private final Measurement measurement;

    Part(String title, Measurement measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /** Fills in the figures as they come, so that they are there when it breaks off. */
    private interface Measurement {
        void run(Bench bench, Figures figures);
    }

    /** As in commands and file names. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that no part is called by */
    public static Part labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Its section of the page; never fails: what broke off says so, below the figures that it had by then. */
    public String run(Bench bench) {
        var figures =
                new Figures(title, bench.builds().stream().map(Build::name).toList());
        try {
            measurement.run(bench, figures);
        } catch (RuntimeException e) {
            bench.say("   broke off: " + e);
            figures.note("**Broke off:** " + e);
        }
        return figures.markdown();
    }
}
