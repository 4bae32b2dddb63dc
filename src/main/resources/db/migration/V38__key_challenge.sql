-- a question that the key of an order answers by its signature, once
create table key_challenge (
  order_no varchar(20) primary key,
  serial varchar(20) not null,
  nonce varchar(64) not null,
  asked_at timestamp(3) with time zone not null,
  answered_at timestamp(3) with time zone
);
