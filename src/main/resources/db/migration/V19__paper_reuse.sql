-- material: a paper that was approved in another order and is used again; the bytes are the same by their digest
alter table attachment add column reused_from varchar(20);
