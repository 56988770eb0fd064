-- Who can be told something. One role a person: who wears two hats has two user names.
create table recipient (
    username   text primary key,
    name       text not null,
    role       text not null,
    department text,
    division   text not null,
    team       text,
    email      text
);
create index recipient_department on recipient (department, role) where department is not null;
create index recipient_team on recipient (team) where team is not null;
create index recipient_role on recipient (role);

-- What departments and townships are called, as the latest published catalogue says.
create table department (
    code text primary key,
    name text not null
);
