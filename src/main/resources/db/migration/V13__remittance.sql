-- remittance: bank transfers that finance looks for; one per attempt to pay by transfer.
create table remittance (
  payment_no varchar(32) primary key references payment (payment_no),
  order_no varchar(20) not null,
  remark_code varchar(24) not null,
  status varchar(20) not null,
  round int not null,
  reason varchar(500),
  submitted_at timestamp(3) with time zone,
  decided_by varchar(64),
  decided_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null
);
create index remittance_order on remittance (order_no, created_at);
