-- registration, sign-in and password reset; runs on H2 and PostgreSQL
create unique index subscriber_uscc on subscriber (uscc);

-- resident ID numbers of individuals: sensitive, kept here and nowhere else
create table subscriber_identity (
  account varchar(64) primary key,
  id_number varchar(18) not null unique
);

-- which texts an account agreed to when it was opened
create table subscriber_consent (
  account varchar(64) not null,
  consent varchar(60) not null,
  version varchar(40) not null,
  agreed_at timestamp(3) with time zone not null,
  primary key (account, consent)
);

-- failed sign-ins; names and addresses only as keyed hashes, people mistype passwords into the name
create table sign_in_failure (
  id varchar(36) primary key,
  account_hash varchar(64) not null,
  address_hash varchar(64) not null,
  at timestamp(3) with time zone not null
);
create index sign_in_failure_account on sign_in_failure (account_hash, at);
create index sign_in_failure_address on sign_in_failure (address_hash, at);
create index sign_in_failure_at on sign_in_failure (at);

create table sign_in_lock (
  subject_hash varchar(64) primary key,
  until_at timestamp(3) with time zone not null
);

-- one-time codes to set a new password: salted hash only
create table password_reset (
  id varchar(36) primary key,
  account varchar(64) not null,
  salt bytea not null,
  hash bytea not null,
  tries int not null,
  used boolean not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null
);
create index password_reset_account on password_reset (account, created_at);
