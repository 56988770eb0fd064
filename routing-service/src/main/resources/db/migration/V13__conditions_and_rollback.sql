-- On what conditions a rule speaks, null for any, and the published paper that it rests on (ADR 0034).
alter table responsibility
    add column urgency text,
    add column confidential boolean,
    add column policy text;

-- 回退. The earlier version whose rules this one has again, and why.
alter table catalogue_version
    add column restores int,
    add column reason text;
