-- invoice: what was asked of the tax platform and what came of it; money in CNY cents.
-- No foreign keys to the order: results are committed in transactions of their own.
create table invoice (
  request_no varchar(32) primary key,
  order_no varchar(20) not null,
  red_of varchar(32) references invoice (request_no),
  type varchar(20) not null,
  title varchar(200) not null,
  amount_cents bigint not null check (amount_cents > 0),
  status varchar(20) not null,
  number varchar(40),
  reason varchar(40),
  sent boolean not null,
  failures int not null,
  asked int not null,
  next_at timestamp(3) with time zone not null,
  pdf bytea,
  created_at timestamp(3) with time zone not null,
  issued_at timestamp(3) with time zone
);
create index invoice_order on invoice (order_no);
create index invoice_due on invoice (status, next_at);

-- the sandbox platform's own books
create table sandbox_invoice (
  request_no varchar(32) primary key,
  order_no varchar(20) not null,
  type varchar(20) not null,
  title varchar(200) not null,
  tax_number varchar(40) not null,
  amount_cents bigint not null,
  red_of_number varchar(40),
  taken_at timestamp(3) with time zone not null
);
