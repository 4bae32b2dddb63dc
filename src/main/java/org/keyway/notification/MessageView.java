package org.keyway.notification;

import java.time.Instant;

/** A message as staff and applicant may see it: recipient masked, secret shown as asterisks, {@code sentAt} null until sent. */
public record MessageView(Channel channel, String to, String template, String text, String status, Instant sentAt) {}
