-- review: who decided what in which round, and what the machine found before
create table review_decision (
  order_no varchar(20) not null references application_order (order_no),
  round int not null,
  stage varchar(40) not null,
  reviewer varchar(64) not null,
  decision varchar(10) not null,
  reason varchar(2000),
  defects text not null,
  decided_at timestamp(3) with time zone not null
);
create index review_decision_order on review_decision (order_no, round);

create table review_snapshot (
  order_no varchar(20) not null references application_order (order_no),
  round int not null,
  fields text not null,
  primary key (order_no, round)
);

create table precheck_finding (
  order_no varchar(20) not null references application_order (order_no),
  round int not null,
  item varchar(64) not null,
  code varchar(60) not null,
  passed boolean not null,
  primary key (order_no, round, item, code)
);
