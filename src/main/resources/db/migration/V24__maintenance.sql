-- work on keys that exist: which order works on which key, who holds a key back, what an order leads to
create table key_claim (
  order_no varchar(20) not null,
  key_index int not null,
  serial varchar(20) not null,
  claimed_at timestamp(3) with time zone not null,
  primary key (order_no, key_index)
);
create index key_claim_serial on key_claim (serial);

create table key_hold (
  key_serial varchar(20) not null,
  order_no varchar(20) not null,
  held_at timestamp(3) with time zone not null,
  released_at timestamp(3) with time zone,
  primary key (key_serial, order_no)
);

alter table key_writing_job add column kind varchar(10) default 'ISSUE' not null;
alter table initial_pin add column kept_at timestamp(3) with time zone;
create index initial_pin_serial on initial_pin (serial);
create index key_writing_job_serial on key_writing_job (serial);

alter table case_view add column redirect_line varchar(30);
