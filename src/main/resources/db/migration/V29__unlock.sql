-- unlocking a key: codes good for one use, what was tried on the device, PINs that only the holder knows
create table one_time_code (
  order_no varchar(20) not null,
  purpose varchar(10) not null,
  issue int not null,
  salt bytea not null,
  hash bytea not null,
  issued_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  tries int not null,
  redeemed_at timestamp(3) with time zone,
  primary key (order_no, purpose, issue)
);

create table pin_unlocking (
  order_no varchar(20) not null,
  attempt int not null,
  serial varchar(20) not null,
  chosen_by varchar(10) not null,
  outcome varchar(20) not null,
  started_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  primary key (order_no, attempt)
);

alter table initial_pin add column replaced_at timestamp(3) with time zone;

-- SELF_ONLINE, how the seal on a key in use is written, is longer than what the first writers were
alter table key_writing_job alter column source set data type varchar(20);
