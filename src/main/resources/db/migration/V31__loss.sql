-- loss and release: how long a key is held, who asked to let it go, what the trading system was told
create table loss_case (
  order_no varchar(20) primary key,
  held_since timestamp(3) with time zone not null,
  hold_until timestamp(3) with time zone not null,
  extended boolean default false not null,
  cause varchar(30)
);

create table release_request (
  request_no varchar(20) primary key,
  loss_order_no varchar(20) not null,
  asked_at timestamp(3) with time zone not null,
  taken_at timestamp(3) with time zone
);
create index release_request_loss on release_request (loss_order_no);

create table key_notice (
  notice_no varchar(60) primary key,
  order_no varchar(20) not null,
  key_serial varchar(20) not null,
  state varchar(20) not null,
  intended_at timestamp(3) with time zone not null,
  told_at timestamp(3) with time zone
);

-- the sandbox trading system's own books
create table sandbox_key_state (
  notice_no varchar(60) primary key,
  key_serial varchar(20) not null,
  state varchar(20) not null,
  told_at timestamp(3) with time zone not null
);
