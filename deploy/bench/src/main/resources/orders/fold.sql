with scattered as (
    select county, list from work_order_settled
    group by county, list
    having count(*) > 2 * count(distinct (state, category_code, township, confidential))),
taken as (
    delete from work_order_settled
    where (county, list) in (select county, list from scattered) returning *)
insert into work_order_settled
select county, list, state, category_code, township, confidential, sum(orders) from taken
group by county, list, state, category_code, township, confidential having sum(orders) <> 0
