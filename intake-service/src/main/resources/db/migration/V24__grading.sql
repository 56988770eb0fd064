-- 分级分类规则, of the division whose administrator brought them.
create table grading_rule (
    division        text   not null,
    number          int    not null,
    category_prefix text   not null,
    words           text[] not null,
    urgency         text,
    category        text,
    reason          text   not null,
    primary key (division, number),
    check ((urgency is null) <> (category is null))
);

-- What the rules proposed, beside what the secretary decided.
alter table request
    add column proposed_urgency  text,
    add column proposed_category text,
    add column grading_reason    text;
