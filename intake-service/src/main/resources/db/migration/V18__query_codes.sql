-- 查询码. With which a citizen asks without an account what became of a request; made from its id and the installation's key,
-- so requests of before have none. Not unique: two of the same, once in ages, must not cost anybody their submission.
alter table request add column query_code text;
create index request_by_query_code on request (query_code) where query_code is not null;
