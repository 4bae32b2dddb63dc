-- notification: which message was meant for whom and whether it left; never its secret.
create table message (
  id varchar(36) primary key,
  order_no varchar(20) not null,
  template varchar(40) not null,
  occasion varchar(200) not null,
  channel varchar(10) not null,
  recipient_masked varchar(100) not null,
  shown varchar(4000) not null,
  status varchar(20) not null,
  attempts int not null default 0,
  claimed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  sent_at timestamp(3) with time zone,
  unique (order_no, template, occasion)
);

-- the people's phones and mailboxes in the sandbox
create table sandbox_message (
  id varchar(36) primary key,
  order_no varchar(20) not null,
  channel varchar(10) not null,
  recipient varchar(200) not null,
  template varchar(40) not null,
  text varchar(4000) not null,
  at timestamp(3) with time zone not null
);
create index sandbox_message_order on sandbox_message (order_no, at);
