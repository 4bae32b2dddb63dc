/** The people's phones and mailboxes in the demo, and the senders' bad days. */
@org.springframework.modulith.NamedInterface("sandbox")
package org.keyway.notification.sandbox;
