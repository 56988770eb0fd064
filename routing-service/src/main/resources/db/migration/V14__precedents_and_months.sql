-- 会商先例. Rulings are few among the lines of timelines.
create index work_order_ruling on work_order_timeline (at, work_order_id) where action = 'RULE';

-- What a draft of the catalogue would have done with the orders of some months.
create index work_order_opened on work_order (opened_at, id);
