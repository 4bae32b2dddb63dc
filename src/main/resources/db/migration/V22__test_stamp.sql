-- the sheet that a written key put its seal on: a draft until the key has signed it; runs on H2 and PostgreSQL
create table test_stamp (
  order_no varchar(20) not null,
  key_index int not null,
  key_serial varchar(20) not null,
  certificate_serial varchar(40) not null,
  certificate bytea not null,
  seal bytea not null,
  to_be_signed bytea not null,
  pdf bytea not null,
  stamped_at timestamp(3) with time zone,
  primary key (order_no, key_index)
);
