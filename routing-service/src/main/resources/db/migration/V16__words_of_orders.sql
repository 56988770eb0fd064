-- 全文检索. What an order is found by: each pair of neighbouring characters of what is written in Chinese (a word of two
-- characters is one of them, and no dictionary has to know it), whole words and numbers of everything else (ADR 0035).
create function words_in(said text) returns text[]
    language sql immutable parallel safe
return (
    select coalesce(array_agg(case when ascii(run) < 128 then run else substr(run, at, 2) end), '{}')
    from string_to_table(
             regexp_replace(regexp_replace(lower(normalize(said, nfkc)), '[^[:alnum:]]+', ' ', 'g'),
                            '([a-z0-9]+)', ' \1 ', 'g'), ' ') run
        cross join lateral generate_series(1, case when ascii(run) < 128 then 1 else length(run) end) at
    where run <> ''
);

-- What somebody looks for: all of it must be there. A single character may be the first of a pair, a number or a word the
-- beginning of a longer one. Null where there is nothing to look for.
create function searched(said text, states text[], variadic lists text[]) returns tsquery
    language sql immutable parallel safe
return (
    select (string_agg(
                quote_literal(word) || case when ascii(word) < 128 or length(word) = 1 then ':*' else '' end, ' & ')
            || case when exists (select from unnest(states) state where is_settled(state)) then ''
                    else ' & ' || quote_literal('@open') end
            || coalesce((select string_agg(' & ' || quote_literal('@' || list), '') from unnest(lists) list
                         where list <> 'all'), ''))::tsquery
    from (select distinct case when ascii(run) < 128 or length(run) = 1 then run else substr(run, at, 2) end as word
          from string_to_table(
                   regexp_replace(regexp_replace(lower(normalize(said, nfkc)), '[^[:alnum:]]+', ' ', 'g'),
                                  '([a-z0-9]+)', ' \1 ', 'g'), ' ') run
              cross join lateral
                  generate_series(1, case when ascii(run) < 128 then 1 else greatest(length(run) - 1, 1) end) at
          where run <> '') words
);

-- With what a list is asked by, so that a search reads nothing else. A step that changes no word leaves the index of words
-- alone. Among the words of an order are the lists of departments that it stands in, and whether it is open: a search goes
-- through what is its own and nothing else.
create table work_order_words (
    work_order_id uuid primary key,
    state         text        not null,
    since         timestamptz not null,
    due_at        timestamptz not null,
    category_code text        not null,
    grid_code     text        not null,
    team_code     text        not null,
    confidential  boolean     not null,
    visited_at    timestamptz not null,
    words         tsvector    not null
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
        autovacuum_analyze_scale_factor = 0.02);

create function words_of(orders work_order) returns tsvector
    language sql stable
return array_to_tsvector(
    words_in(concat_ws(' ', orders.number, orders.external_number, orders.former_number, orders.forwarded_as,
                       orders.text, orders.reply_text))
    || case when is_settled(orders.state) then '{}' else '{@open}' end::text[]
    || array(select '@of:' || department from unnest(orders.assisting || orders.lead) department
             where department is not null));

create function keep_words() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        insert into work_order_words
        select changed.id, changed.state, changed.since, listed.due_at, changed.category_code, changed.grid_code,
               changed.team_code, changed.confidential, changed.visited_at, words_of(row(changed.*)::work_order)
        from changed join work_order_listed listed on listed.work_order_id = changed.id and listed.list = 'all';
    else
        update work_order_words kept
        set state = changed.state, since = changed.since, due_at = listed.due_at, category_code = changed.category_code,
            words = case
                when (changed.text, changed.reply_text, changed.forwarded_as, changed.lead, changed.assisting,
                      is_settled(changed.state))
                    is distinct from (earlier.text, earlier.reply_text, earlier.forwarded_as, earlier.lead,
                                      earlier.assisting, is_settled(earlier.state))
                then words_of(row(changed.*)::work_order) else kept.words end
        from changed
            join earlier using (id)
            join work_order_listed listed on listed.work_order_id = changed.id and listed.list = 'all'
        where kept.work_order_id = changed.id;
    end if;
    return null;
end
$$;

insert into work_order_words
select known.id, known.state, known.since, listed.due_at, known.category_code, known.grid_code, known.team_code,
       known.confidential, known.visited_at, words_of(known)
from work_order known join work_order_listed listed on listed.work_order_id = known.id and listed.list = 'all';
create index work_order_words_found on work_order_words using gin (words);

-- After the lists are made: triggers of one table follow each other by name.
create trigger words_kept_when_opened after insert on work_order
    referencing new table as changed for each statement execute function keep_words();
create trigger words_kept_when_changed after update on work_order
    referencing old table as earlier new table as changed for each statement execute function keep_words();
