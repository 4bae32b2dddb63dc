-- reconciliation: what our books and the providers' bills do not agree about, each difference once
create table bill_difference (
  bill_day date not null,
  provider varchar(20) not null,
  kind varchar(20) not null,
  number varchar(40) not null,
  order_no varchar(20),
  our_cents bigint,
  their_cents bigint,
  found_at timestamp(3) with time zone not null,
  settled_by varchar(64),
  settled_at timestamp(3) with time zone,
  note varchar(500),
  primary key (bill_day, provider, kind, number)
);
create index bill_difference_open on bill_difference (settled_at);
create index payment_paid on payment (paid_at);

-- the sandbox provider's own books know when money moved
alter table sandbox_payment add column paid_at timestamp(3) with time zone;
alter table sandbox_refund add column refunded_at timestamp(3) with time zone;
