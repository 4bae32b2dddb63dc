-- shipping: parcels and what the carrier said about them.
-- No foreign key to the order: the parcel is committed before the carrier is asked.
create table parcel (
  parcel_no varchar(32) primary key,
  order_no varchar(20) not null,
  round int not null,
  carrier varchar(20) not null,
  consignee_name varchar(100) not null,
  consignee_mobile varchar(20) not null,
  consignee_division varchar(12) not null,
  consignee_address varchar(300) not null,
  freight varchar(10) not null,
  key_serials varchar(1000) not null,
  status varchar(20) not null,
  waybill_no varchar(40) unique,
  created_at timestamp(3) with time zone not null,
  dispatched_at timestamp(3) with time zone,
  heard_at timestamp(3) with time zone,
  unique (order_no, round)
);
create index parcel_open on parcel (status, heard_at);

create table parcel_event (
  waybill_no varchar(40) not null,
  event_id varchar(80) not null,
  kind varchar(20) not null,
  happened_at timestamp(3) with time zone not null,
  place varchar(100),
  text varchar(500) not null,
  primary key (waybill_no, event_id)
);

-- the sandbox carrier's own books
create table sandbox_parcel (
  parcel_no varchar(32) primary key,
  waybill_no varchar(40) not null unique
);
create table sandbox_route (
  waybill_no varchar(40) not null,
  event_id varchar(80) not null,
  kind varchar(20) not null,
  happened_at timestamp(3) with time zone not null,
  place varchar(100) not null,
  text varchar(500) not null,
  primary key (waybill_no, event_id)
);
