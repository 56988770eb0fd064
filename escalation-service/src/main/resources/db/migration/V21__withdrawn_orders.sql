-- How an order's end turns its clocks: one that was not accepted voids them, one that was withdrawn stops them.
alter table refused_order add column turn text not null default 'ENDED';
alter table refused_order alter turn drop default;
