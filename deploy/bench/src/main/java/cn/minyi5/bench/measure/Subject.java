package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.Crowd;
import cn.minyi5.bench.reference.Database;
import cn.minyi5.local.api.Api;
import cn.minyi5.local.api.County;
import cn.minyi5.local.stack.DemoPersons;
import cn.minyi5.local.stack.Stack;

/** What is measured: a stack of its own with the demo county in it, and who uses it. */
public final class Subject {
    /** Leads to {@value #LEAD}, which is looked for in the database. */
    public static final String CATEGORY = "GS02";

    static final String LEAD = "JX03";

    /** Leads to another department, whose clerk looks for it over HTTP. */
    static final String SAMPLED_CATEGORY = "RS03";

    static final String SAMPLED_LEAD = "JX19";

    private final Stack stack;
    private final County services;

    public Subject(Stack stack) {
        this.stack = stack;
        this.services = new County(stack);
    }

    public Stack stack() {
        return stack;
    }

    public County services() {
        return services;
    }

    /** A database of the stack's PostgreSQL. */
    public Database database(String name) {
        return new Database(stack.postgres(), name);
    }

    /** The village's secretary on as many connections as one likes. */
    public Crowd secretary() {
        var username = DemoPersons.VILLAGE_SECRETARY;
        return new Crowd(
                stack.address(Stack.INTAKE),
                () -> services.login(username).token(),
                stack.persons().gridOf(username).code());
    }

    /** The clerk who sees the sampled work orders only, at routing. */
    Api clerk() {
        return services.routing(DemoPersons.clerk(SAMPLED_LEAD));
    }
}
