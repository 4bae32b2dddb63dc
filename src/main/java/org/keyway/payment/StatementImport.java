package org.keyway.payment;

/** What became of a statement: receipts that were new, those of them that were booked, and those known before. */
public record StatementImport(int fresh, int booked, int known) {}
