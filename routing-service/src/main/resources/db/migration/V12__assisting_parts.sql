-- 协办件. What assisting departments do for an order, as JSON; null for a dispatch from before they had parts.
alter table work_order add column parts text;
