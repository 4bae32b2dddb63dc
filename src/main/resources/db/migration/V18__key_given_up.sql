-- ukey: what went wrong while writing, and keys of an order that are made no more
alter table key_writing_job add column failures int default 0 not null;
alter table key_writing_job add column fault varchar(40);

create table key_given_up (
  order_no varchar(20) not null,
  key_index int not null,
  serial varchar(20),
  given_up_at timestamp(3) with time zone not null,
  primary key (order_no, key_index)
);
