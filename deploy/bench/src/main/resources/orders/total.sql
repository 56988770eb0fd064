select coalesce(sum((select count(*)
    from work_order_listed listed
    where listed.county = place.county
    and listed.list = $4 and $3::text is null and ($10::text is null or exists (select
    from work_order_words said
    where said.work_order_id = listed.work_order_id and said.words @@ (select searched($10, $5::text[], $4, coalesce($8, 'all')))))
    and listed.state = any (array(select state
    from unnest($5::text[]) state
    where not is_settled(state)))
    and listed.due_at < $9
    and coalesce( starts_with(listed.grid_code, $1) and (not listed.confidential or $2)
    and coalesce(starts_with(listed.category_code, $6), true)
    and coalesce(starts_with(listed.grid_code, $7), true) and ($8::text is null or exists ( select
    from work_order_listed too
    where too.work_order_id = listed.work_order_id and too.list = $8)), false))+ (select coalesce(sum(settled.orders), 0)
    from work_order_settled settled
    where settled.county = place.county and settled.list = $4 and settled.state = any ($5::text[]) and $9 > '3000-01-01 00:00Z'::timestamptz and starts_with(settled.township, $1) and (not settled.confidential or $2)
    and coalesce(starts_with(settled.category_code, $6), true)
    and coalesce(starts_with(settled.township, $7), true))), 0)::bigint
    from (select county
    from work_order_county
    where starts_with(county, $1) or starts_with($1, county)) place
