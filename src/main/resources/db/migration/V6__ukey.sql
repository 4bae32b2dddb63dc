-- ukey: devices, key-writing jobs, one-time codes; runs on H2 and PostgreSQL
create table key_serial_counter (
  id int primary key,
  last_number bigint not null
);
insert into key_serial_counter (id, last_number) values (1, 0);

create table key_device (
  serial varchar(20) primary key,
  model varchar(40) not null,
  status varchar(20) not null,
  former_status varchar(20),
  order_no varchar(20),
  key_index int,
  owner_account varchar(64),
  written_at timestamp(3) with time zone,
  registered_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null
);
create index key_device_order on key_device (order_no, key_index);
create index key_device_owner on key_device (owner_account);
create index key_device_status on key_device (status, serial);

-- the last step that is done for certain; a retry goes on after it
create table key_writing_job (
  order_no varchar(20) not null,
  key_index int not null,
  round int not null,
  serial varchar(20) not null,
  source varchar(10) not null,
  step varchar(20) not null,
  started_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  primary key (order_no, key_index, round)
);

create table authorization_code (
  order_no varchar(20) not null,
  key_index int not null,
  issue int not null,
  salt bytea not null,
  hash bytea not null,
  expires_at timestamp(3) with time zone not null,
  tries int not null,
  redeemed_serial varchar(20),
  redeemed_at timestamp(3) with time zone,
  primary key (order_no, key_index)
);

create table initial_pin (
  order_no varchar(20) not null,
  key_index int not null,
  serial varchar(20) not null,
  salt bytea not null,
  hash bytea not null,
  primary key (order_no, key_index)
);
