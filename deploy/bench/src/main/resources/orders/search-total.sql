select count(*)
    from (select
    from work_order_words listed
    where listed.words @@ searched($10, $5::text[], $4, coalesce($8, 'all'))
    and listed.state = any ($5::text[])
    and coalesce(listed.team_code = $3, $3 is null)
    and listed.due_at < $9
    and coalesce( starts_with(listed.grid_code, $1) and (not listed.confidential or $2)
    and coalesce(starts_with(listed.category_code, $6), true)
    and coalesce(starts_with(listed.grid_code, $7), true) and ($8::text is null or exists ( select
    from work_order_listed too
    where too.work_order_id = listed.work_order_id and too.list = $8)), false) limit 1001) found
