-- trading: what the trading centre's system was asked and what it answered.
create table credit_standing (
  account varchar(64) primary key,
  approved boolean not null,
  told_at timestamp(3) with time zone not null
);

create table key_binding (
  order_no varchar(20) primary key,
  round int not null default 0,
  key_serials varchar(1000),
  requested_at timestamp(3) with time zone,
  accepted boolean,
  reason varchar(500),
  answered_at timestamp(3) with time zone
);

create table bid_opening (
  order_no varchar(20) primary key,
  opening_at timestamp(3) with time zone not null
);

create table trading_notice (
  notice_id varchar(128) primary key,
  kind varchar(20) not null,
  outcome varchar(40) not null,
  received_at timestamp(3) with time zone not null
);

-- the sandbox trading system's own books
create table sandbox_credit (
  account varchar(64) primary key,
  approved boolean not null
);
create table sandbox_binding (
  request_no varchar(32) primary key,
  key_serials varchar(1000) not null
);
