-- subscriber: who files orders
create table subscriber (
  account varchar(64) primary key,
  holder_type varchar(20) not null,
  organization_name varchar(200),
  uscc varchar(18),
  legal_representative varchar(100),
  legal_mobile varchar(20),
  legal_email varchar(200),
  contact_name varchar(100) not null,
  contact_mobile varchar(20) not null,
  contact_email varchar(200),
  credit_approved boolean not null
);
