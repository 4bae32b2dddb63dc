package org.keyway.order;

/** A text that the applicant must agree to, recorded with its version as {@code id:version}. */
public record Consent(String id, String version, String title, String url) {

    /** How the field {@code consents} records the agreement. */
    public String mark() {
        return id + ":" + version;
    }
}
