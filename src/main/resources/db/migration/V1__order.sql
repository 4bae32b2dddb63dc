-- order: what was asked for, how far it is; runs on H2 and PostgreSQL
create table order_number (
  series varchar(11) primary key,
  last_number int not null
);

create table application_order (
  order_no varchar(20) primary key,
  line varchar(20) not null,
  region varchar(6) not null,
  applicant varchar(64) not null,
  created_by varchar(64) not null,
  status varchar(24) not null,
  round int not null default 0,
  writing_started boolean not null default false,
  fields text not null,
  version int not null default 0,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null
);

create table order_step (
  id varchar(64) primary key,
  order_no varchar(20) not null references application_order (order_no),
  step_key varchar(64) not null,
  name varchar(100) not null,
  candidate_group varchar(64),
  assignee varchar(64),
  handler varchar(64),
  received_at timestamp(3) with time zone not null,
  due timestamp(3) with time zone,
  handled_at timestamp(3) with time zone,
  opinion varchar(2000)
);
create index order_step_order on order_step (order_no, received_at);
create index order_step_open on order_step (assignee, handled_at);

create table order_returned_item (
  order_no varchar(20) not null references application_order (order_no),
  item varchar(64) not null,
  code varchar(40) not null,
  note varchar(1000),
  primary key (order_no, item)
);

create table attachment (
  id varchar(36) primary key,
  order_no varchar(20) not null references application_order (order_no),
  type varchar(40) not null,
  file_name varchar(255) not null,
  media_type varchar(60) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  pages int not null,
  round int not null,
  uploaded_by varchar(64) not null,
  uploaded_at timestamp(3) with time zone not null,
  removed_at timestamp(3) with time zone
);
create index attachment_order on attachment (order_no);

-- read model of an order: every list, search, count and export reads this and nothing else
create table case_view (
  order_no varchar(20) primary key references application_order (order_no),
  line varchar(20) not null,
  region varchar(6) not null,
  applicant varchar(64) not null,
  subject_name varchar(200),
  handler_name varchar(100),
  status varchar(24) not null,
  waiting_group varchar(64),
  waiting_step varchar(100),
  waiting_since timestamp(3) with time zone,
  waiting_due timestamp(3) with time zone,
  fee_cents bigint,
  waybill_no varchar(40),
  defect_text varchar(1000),
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null
);
create index case_view_applicant on case_view (applicant, created_at desc);
create index case_view_status on case_view (status, created_at desc);
create index case_view_group on case_view (waiting_group, waiting_due);
create index case_view_subject on case_view (subject_name);
