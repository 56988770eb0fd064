-- When the clocks of the open orders are due: from half a day ago to five days from now.
insert into work_order_clock
select id, running_clock(state), dispatches, dispatched_at,
       now() + (get_byte(sha256(number::bytea), 0) - 24) * interval '1800 seconds'
             + get_byte(sha256(number::bytea), 1) * interval '7 seconds'
from work_order
where running_clock(state) is not null
on conflict do nothing;

update work_order_listed listed
set due_at = clock.due_at
from work_order_clock clock
where clock.work_order_id = listed.work_order_id and listed.due_at <> clock.due_at
  and clock.clock = running_clock(listed.state)
