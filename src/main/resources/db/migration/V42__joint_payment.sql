-- one payment for several orders: the provider sees one trade, each order has a share with its own amount and refunds.
-- The joint row names a list (HB...) instead of an order and is never owed by anybody; its shares point to it.
alter table payment add column joint_no varchar(32);
create index payment_joint on payment (joint_no);
