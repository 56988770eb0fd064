-- 退单理由. What the desk reads before it rules on a return: also by which clause, and whose it is in the department's eyes.
alter table work_order
    add column returned_because   text,
    add column returned_by_clause text,
    add column returned_for       text;
