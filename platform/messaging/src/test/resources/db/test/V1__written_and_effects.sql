create table written (key uuid, n int, primary key (key, n));
create table effect (id bigint generated always as identity, consumer_group text, key uuid, n int);
