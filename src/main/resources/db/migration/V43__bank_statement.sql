-- bank statements: money that came in by transfer, each receipt once however often a statement is brought;
-- OPEN until it is booked for what its remark names or transferred back, RETURNED when it all went back by hand.
create table bank_receipt (
  receipt_no varchar(32) primary key,
  line int not null,
  booked_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  payer varchar(200),
  remark varchar(500),
  remark_code varchar(24),
  state varchar(20) not null,
  payment_no varchar(32),
  return_cents bigint not null default 0,
  note varchar(500),
  uploaded_by varchar(64) not null,
  uploaded_at timestamp(3) with time zone not null,
  decided_by varchar(64),
  decided_at timestamp(3) with time zone
);
create index bank_receipt_state on bank_receipt (state, booked_on);
create index bank_receipt_code on bank_receipt (remark_code);
create index remittance_remark on remittance (remark_code);
