-- What was kept before contact logs were sealed: the service seals it at its start, and then this is empty.
create index work_order_with_plain_log on work_order (id) where contact_log not like 'sealed.v1:%';
