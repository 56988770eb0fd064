package cn.minyi5.routing.workorder.persistence;

public class Sqls {
    public static String page(boolean a, boolean b) {
        return WorkOrderListSql.page(a, b);
    }

    public static String total(boolean a, boolean b) {
        return WorkOrderListSql.total(a, b);
    }
}
