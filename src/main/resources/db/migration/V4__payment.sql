-- payment: what is owed, tried, told by the provider and given back; money in CNY cents.
-- No foreign keys to the order: these rows are committed in transactions of their own.
create table payment_demand (
  order_no varchar(20) not null,
  purpose varchar(20) not null,
  amount_cents bigint not null check (amount_cents >= 0),
  settled_by varchar(32) unique,
  closed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  primary key (order_no, purpose)
);

create table payment (
  payment_no varchar(32) primary key,
  order_no varchar(20) not null,
  purpose varchar(20) not null,
  method varchar(20) not null,
  provider varchar(20) not null,
  status varchar(20) not null,
  amount_cents bigint not null check (amount_cents > 0),
  refunded_cents bigint not null default 0,
  trade_no varchar(64),
  qr_content varchar(500),
  cashier_url varchar(200),
  created_by varchar(64) not null,
  created_at timestamp(3) with time zone not null,
  asked_at timestamp(3) with time zone not null,
  paid_at timestamp(3) with time zone,
  shut_at_provider boolean not null default false,
  check (refunded_cents >= 0 and refunded_cents <= amount_cents)
);
create index payment_order on payment (order_no, created_at);
create index payment_open on payment (status, asked_at);

create table payment_notice (
  provider varchar(20) not null,
  notice_id varchar(128) not null,
  payment_no varchar(32),
  outcome varchar(40) not null,
  kept varchar(1000),
  repeats int not null default 0,
  received_at timestamp(3) with time zone not null,
  primary key (provider, notice_id)
);

create table refund (
  refund_no varchar(40) primary key,
  order_no varchar(20) not null,
  reason varchar(64) not null,
  payment_no varchar(32) not null references payment (payment_no),
  amount_cents bigint not null check (amount_cents > 0),
  status varchar(20) not null,
  created_at timestamp(3) with time zone not null,
  completed_at timestamp(3) with time zone,
  unique (order_no, reason)
);
create index refund_open on refund (status);

-- the sandbox provider's own books
create table sandbox_payment (
  payment_no varchar(32) primary key,
  amount_cents bigint not null,
  state varchar(20) not null,
  trade_no varchar(64) not null
);
create table sandbox_refund (
  refund_no varchar(40) primary key,
  payment_no varchar(32) not null,
  amount_cents bigint not null
);
