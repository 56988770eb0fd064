-- What is known of a partition follows from how far it has been handled: the inbox keeps that account (ADR 0003).
do
$$
declare
    definition text := pg_get_viewdef('evidence');
begin
    drop view evidence;
    drop table seen_up_to;
    create view seen_up_to as
        select topic, partition, seen_up_to as up_to
        from inbox_position
        where consumer_group = 'escalation.work-orders' and seen_up_to is not null;
    execute 'create view evidence as ' || definition;
end
$$;
