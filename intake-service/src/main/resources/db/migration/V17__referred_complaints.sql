-- A complaint about the supervision office itself goes to the body that the installation names, by its department code.
alter table request add column referred_to text;
create index request_referred on request (referred_to, visited_at, id) where referred_to is not null;
