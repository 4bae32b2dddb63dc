package org.keyway.subscriber;

/** The account has a new password: who signed in with the old one must leave. */
public record PasswordChanged(String account) {}
