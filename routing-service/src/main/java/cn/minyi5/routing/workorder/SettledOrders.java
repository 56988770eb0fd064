package cn.minyi5.routing.workorder;

import cn.minyi5.messaging.HourlyUpkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** 已结工单数. Counted by triggers as rows that come and go; here those of one kind are added up (ADR 0035). */
@ApplicationScoped
class SettledOrders {

    /** Of two copies that do it at once the second finds the rows gone. */
    static final String FOLD =
            """
            with scattered as (
                select county, list from work_order_settled
                group by county, list
                having count(*) > 2 * count(distinct (state, category_code, township, confidential))),
            taken as (
                delete from work_order_settled
                where (county, list) in (select county, list from scattered) returning *)
            insert into work_order_settled
            select county, list, state, category_code, township, confidential, sum(orders) from taken
            group by county, list, state, category_code, township, confidential having sum(orders) <> 0""";

    @Produces
    @Singleton
    static HourlyUpkeep folded() {
        return new HourlyUpkeep(FOLD, null);
    }
}
