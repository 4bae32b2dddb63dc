package org.keyway.process;

/** A row of {@code reason-effect}: what happens to certificate (with CRLReason), seal and device. */
record ReasonEffect(String certificate, String revocationReason, String seal, String key) {}
