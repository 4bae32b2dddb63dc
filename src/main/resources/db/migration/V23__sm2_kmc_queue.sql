-- a second chain (SM2) beside RSA, keys of the key management centre, orders to a CA that is away; H2 and PostgreSQL
alter table softca_certificate add column algorithm varchar(10) default 'RSA_2048' not null;
-- set when the books have changed since the list was made: many changes, one new list
alter table softca_crl add column stale boolean default false not null;

-- encryption keys that the soft key management centre keeps for recovery, locked under the deployment secret
create table kmc_key (
  request_key varchar(80) primary key,
  algorithm varchar(10) not null,
  public_key bytea not null,
  escrow bytea not null,
  created_at timestamp(3) with time zone not null
);

-- hold, release and revocation on their way to the CA; the register has changed already
create table authority_order (
  id varchar(40) primary key,
  position bigint generated always as identity,
  serial varchar(40) not null,
  action varchar(10) not null,
  reason varchar(30),
  requested_at timestamp(3) with time zone not null,
  attempts int default 0 not null,
  next_try_at timestamp(3) with time zone not null,
  sent_at timestamp(3) with time zone
);
create index authority_order_open on authority_order (sent_at, next_try_at);
create unique index authority_order_position on authority_order (position);
