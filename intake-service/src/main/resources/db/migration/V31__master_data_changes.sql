-- 主数据变更. Who changed which division, grid, category or team, when, and how it was before and after. Written by the
-- transaction that changes it.
create table master_data_change (
    id         uuid        primary key,
    kind       text        not null,
    code       text        not null,
    -- The division, grid or county to which it belongs: who may read of it.
    place      text        not null,
    -- Null: it was not there.
    before     jsonb,
    after      jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
create index master_data_change_of_code on master_data_change (kind, code, id);

-- What there is of some codes, as it is compared and kept, each under a key of its own; of categories those of a division, of
-- teams those that walk in it.
create function master_data_as_it_is(wanted text, codes text[], owner text)
    returns table (key text, code text, place text, cells jsonb)
    language sql stable
as
$$
select code, code, code, to_jsonb(division) - 'code' from division where wanted = 'DIVISION' and code = any (codes)
union all
select code, code, code, to_jsonb(grid) - 'code' from grid where wanted = 'GRID' and code = any (codes)
union all
select code, code, division, to_jsonb(category) - '{code,division}'::text[]
from category where wanted = 'CATEGORY' and code = any (codes) and division = owner
union all
select county || '/' || code, code, grid_code,
       jsonb_build_object('grid_code', grid_code,
                          'terms', (select jsonb_agg(to_jsonb(member) - '{county,team_code}'::text[]
                                                     order by number, term_from nulls first)
                                    from team_member member
                                    where member.county = visit_team.county and team_code = code))
from visit_team where wanted = 'TEAM' and code = any (codes) and starts_with(grid_code, owner)
$$;
