-- What a department is called, by when that was told: an older catalogue that is heard again renames nobody.
alter table department_name add column told_at timestamptz not null default '-infinity';
alter table department_name alter told_at drop default;

-- 回访. A follow-up answers a round, and with it the last dispatch of that round, whichever of the two is heard first.
alter table dispatch_copy add column round int;
update dispatch_copy told
set round = coalesce((select clock.round from sla_clock clock
                      where clock.work_order_id = told.work_order_id and clock.dispatch_no = told.dispatch_no limit 1), 1);
alter table dispatch_copy alter round set not null;

do
$$
declare
    facts    text := pg_get_viewdef('fact');
    evidence text := pg_get_viewdef('evidence');
begin
    drop view evidence;
    drop view fact;

    alter table follow_up_copy rename to follow_up;
    alter index follow_up_copy_pkey rename to follow_up_pkey;
    alter index follow_up_copy_at rename to follow_up_at;
    alter table follow_up add column round int;
    update follow_up told set round = (select round from dispatch_copy known
        where known.work_order_id = told.work_order_id and known.dispatch_no = told.dispatch_no);
    alter table follow_up alter round set not null, drop column dispatch_no;

    create view follow_up_copy as
        select event_id, told.work_order_id, dispatch_no, followed_up_at, solved, satisfied
        from follow_up told join dispatch_copy answered using (work_order_id, round)
        where not exists (
            select from dispatch_copy later
            where later.work_order_id = answered.work_order_id and later.round = answered.round
              and later.dispatch_no > answered.dispatch_no);

    execute 'create view fact as ' || facts;
    execute 'create view evidence as ' || evidence;
end
$$;
