-- certificate: what was signed and why; runs on H2 and PostgreSQL
-- the intention: committed with every byte to be signed before the CA signs; the same request key never gets a second one
create table certificate_intent (
  request_key varchar(80) primary key,
  serial varchar(40) not null unique,
  order_no varchar(20) not null,
  tbs_sha256 varchar(64) not null,
  public_key_sha256 varchar(64) not null,
  subject varchar(400) not null,
  not_before timestamp(3) with time zone not null,
  not_after timestamp(3) with time zone not null,
  tbs bytea not null,
  created_at timestamp(3) with time zone not null
);

create table certificate (
  serial varchar(40) primary key,
  request_key varchar(80) not null unique references certificate_intent (request_key),
  order_no varchar(20) not null,
  key_serial varchar(20) not null,
  key_use varchar(10) not null,
  subject varchar(400) not null,
  not_before timestamp(3) with time zone not null,
  not_after timestamp(3) with time zone not null,
  state varchar(12) not null,
  der bytea not null,
  created_at timestamp(3) with time zone not null
);
create index certificate_order on certificate (order_no);
create index certificate_key on certificate (key_serial);

-- the soft CA's own books: what it signed, what stands in its revocation lists
create table softca_certificate (
  serial varchar(40) primary key,
  not_after timestamp(3) with time zone not null,
  reason int,
  revoked_at timestamp(3) with time zone
);
create index softca_certificate_revoked on softca_certificate (revoked_at);

create table softca_crl (
  issuer varchar(10) primary key,
  ca_sha256 varchar(64) not null,
  crl_number bigint not null,
  this_update timestamp(3) with time zone not null,
  next_update timestamp(3) with time zone not null,
  der bytea
);

-- the electronic seal (GB/T 38540) that was made for a key
create table key_seal (
  id varchar(40) primary key,
  request_key varchar(80) not null unique,
  order_no varchar(20) not null,
  key_serial varchar(20) not null,
  state varchar(12) not null,
  not_before timestamp(3) with time zone not null,
  not_after timestamp(3) with time zone not null,
  der bytea not null
);
create index key_seal_key on key_seal (key_serial);
