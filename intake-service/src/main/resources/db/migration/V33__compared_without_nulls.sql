-- 主数据变更. What comes back from a client has no nulls any more: without them here as well, what is loaded again unchanged is
-- the same.
alter function master_data_as_it_is(text, text[], text) rename to master_data_in_full;

create function master_data_as_it_is(wanted text, codes text[], owner text)
    returns table (key text, code text, place text, cells jsonb)
    language sql stable
as
$$
select found.key, found.code, found.place, jsonb_strip_nulls(found.cells)
from master_data_in_full(wanted, codes, owner) as found
$$;
