-- While desk or office has a returned order its clocks run, but no rung of theirs fires.
alter table clock_turn drop constraint clock_turn_kind_check,
    add constraint clock_turn_kind_check check (kind in ('STOPPED', 'RAN_ON', 'HELD', 'RELEASED', 'ENDED'));
