-- change: a new name counts once the trading system has told, of its own accord, that it approves the account anew
alter table credit_standing add column approval_told_at timestamp(3) with time zone;
