-- review desk: duplicate orders of one organisation, statistics, usual duration of a step, audit search
alter table case_view add column uscc varchar(18);
create index case_view_uscc on case_view (uscc);
create index order_step_key on order_step (step_key, handled_at);
create index order_step_waiting on order_step (handled_at, candidate_group);
create index review_decision_at on review_decision (decided_at);
create index audit_entry_at on audit_entry (at);
alter table precheck_finding add column detail varchar(200);
