-- bid guard: what the applicant decided about writing a key while bids are not opened yet
create table bid_consent (
  order_no varchar(20) not null,
  choice varchar(10) not null,
  text_version varchar(20) not null,
  given_by varchar(64) not null,
  given_at timestamp(3) with time zone not null,
  primary key (order_no, choice)
);
