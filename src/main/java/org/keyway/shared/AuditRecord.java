package org.keyway.shared;

/**
 * An event worth keeping for ever: who did what to which subject. Published as a Spring event and chained by
 * {@code audit} in the same transaction; {@code detail} carries no personal data, code or PIN.
 */
public record AuditRecord(String actor, String action, String subject, String detail) {}
