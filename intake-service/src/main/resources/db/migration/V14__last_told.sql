-- Which event told intake last of each of the things that it copies of a work order: what is told again, or late, changes
-- nothing that is newer (ADR 0018).
alter table known_work_order
    add column held_sequence     bigint,
    add column held_at           timestamptz,
    add column answered_sequence bigint,
    add column ended_sequence    bigint,
    add column ended_at          timestamptz;
update known_work_order set held_at = now() where holder is not null;
update known_work_order set ended_at = now() where ended is not null;

-- Events of one order are counted; where one of them is not, the moments at which they happened must do.
create function is_news(sequence bigint, at timestamptz, known_sequence bigint, known_at timestamptz) returns boolean
    language sql immutable
as
$$
select case when sequence is not null and known_sequence is not null then sequence >= known_sequence
            else known_at is null or at >= known_at end
$$;
