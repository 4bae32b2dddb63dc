-- what the key agent found on an applicant's PC, for technical support
create table environment_report (
  order_no varchar(20) not null,
  report_no int not null,
  account varchar(64) not null,
  taken_at timestamp(3) with time zone not null,
  report varchar(4000) not null,
  primary key (order_no, report_no)
);
