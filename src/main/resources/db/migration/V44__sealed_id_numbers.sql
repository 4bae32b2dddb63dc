-- resident ID numbers are stored encrypted (see SealedText); what stood there in clear is rewritten by the Java
-- migrations 44.1 to 44.3 that follow. A keyed hash tells whether a number is registered already.
alter table subscriber_identity alter column id_number set data type varchar(160);
alter table subscriber_identity add column id_index varchar(64);
create unique index subscriber_identity_index on subscriber_identity (id_index);
