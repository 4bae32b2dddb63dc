-- expiry reminders: one row a certificate and stage, so that a sweep tells nothing twice
create table expiry_reminder (
  certificate_serial varchar(40) not null,
  stage int not null,
  key_serial varchar(20) not null,
  told_at timestamp(3) with time zone not null,
  primary key (certificate_serial, stage)
);
create index certificate_end on certificate (state, not_after);
