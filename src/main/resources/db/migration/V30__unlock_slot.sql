-- appointments for unlocking a key from afar; the last one of an order counts
create table unlock_slot (
  order_no varchar(20) not null,
  booking int not null,
  slot_at timestamp(3) with time zone not null,
  booked_at timestamp(3) with time zone not null,
  primary key (order_no, booking)
);
create index unlock_slot_at on unlock_slot (slot_at);
