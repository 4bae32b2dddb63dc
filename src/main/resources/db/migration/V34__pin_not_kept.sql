-- An initial PIN is derived whenever it is needed and compared by the key alone: nothing of it is kept, not even a hash.
alter table initial_pin drop column salt;
alter table initial_pin drop column hash;
