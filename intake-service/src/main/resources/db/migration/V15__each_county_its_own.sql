-- Two counties may give one code to different teams and to different categories (DOMAIN §2, ADR 0021).
alter table team_member drop constraint team_member_team_code_fkey, drop constraint team_member_pkey,
    add column county text;
alter table visit_team drop constraint visit_team_pkey, add column county text;
update visit_team set county = left(grid_code, 6);
update team_member set county = team.county from visit_team team where team.code = team_code;
alter table visit_team alter county set not null, add primary key (county, code);
alter table team_member alter county set not null, add primary key (county, team_code, number),
    add foreign key (county, team_code) references visit_team;

-- What an earlier release could not ascribe is of the one county that there was.
update category set division = left(grid.code, 6) from (select code from grid limit 1) grid where division = '000000';
alter table category drop constraint category_pkey, add primary key (division, code);
