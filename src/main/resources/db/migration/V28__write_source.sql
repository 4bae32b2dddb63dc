-- SELF_ONLINE, how a key in use is written, is longer than what the first writers were
alter table key_writing_job alter column source set data type varchar(20);
