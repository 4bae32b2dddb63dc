-- audit: append-only chain; each entry carries the hash of the one before
create table audit_entry (
  sequence bigint primary key,
  at varchar(40) not null,
  actor varchar(64) not null,
  action varchar(60) not null,
  subject varchar(64) not null,
  detail varchar(1000) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null
);
create index audit_entry_subject on audit_entry (subject);
create table audit_head (
  id int primary key,
  sequence bigint not null,
  hash varchar(64) not null
);
insert into audit_head (id, sequence, hash) values (1, 0, '');
