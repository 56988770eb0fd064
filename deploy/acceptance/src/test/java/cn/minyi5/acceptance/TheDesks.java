package cn.minyi5.acceptance;

import cn.minyi5.county.api.County;
import cn.minyi5.county.demo.MorningsWork;
import cn.minyi5.county.demo.Narration;
import cn.minyi5.local.stack.Stack;
import java.nio.file.Path;

/** 工作台. The desks of the demo county with a morning's work on them, and who sits down at them. */
final class TheDesks {

    private final Stack stack;
    private final County county;
    private final DeskOrders orders;

    private TheDesks(Stack stack) {
        this.stack = stack;
        this.county = new County(stack.home());
        this.orders = new DeskOrders(county);
    }

    static TheDesks withAMorningsWork() {
        var desks = new TheDesks(TheCounty.loaded());
        new MorningsWork(desks.county, new Narration()).lay();
        return desks;
    }

    DeskOrders orders() {
        return orders;
    }

    County county() {
        return county;
    }

    /** Before anybody has logged in. @param kept what the browser keeps from one time to the next */
    DeskBrowser at(Path kept) {
        return new DeskBrowser(kept, stack.address(Stack.ROUTING).resolve("/"));
    }

    DeskBrowser at(Path kept, String username) {
        var desk = at(kept.resolve(username));
        logIn(desk, username);
        return desk;
    }

    void logIn(DeskBrowser desk, String username) {
        desk.logIn(username, stack.persons().password(username));
        desk.awaitText("退出登录");
    }
}
