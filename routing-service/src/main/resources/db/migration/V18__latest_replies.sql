-- A reply is compared with what its department has replied lately (ADR 0037).
create index work_order_latest_replies on work_order (lead, replied_at desc) where reply_text is not null;
