package org.keyway.certificate;

/**
 * Whom the certificate names; an individual has no organisation and no unified social credit code (both blank).
 *
 * @param uscc unified social credit code (GB 32100)
 * @param personName name of the individual, or of the legal representative, who is not named in the certificate
 * @param sub whether it is a further lock of an organisation, not its main one
 */
public record HolderName(String organizationName, String uscc, String personName, boolean sub) {

    public HolderName {
        organizationName = organizationName == null ? "" : organizationName.strip();
        uscc = uscc == null ? "" : uscc.strip();
        personName = personName == null ? "" : personName.strip();
    }

    /** A main lock, or an individual's. */
    public HolderName(String organizationName, String uscc, String personName) {
        this(organizationName, uscc, personName, false);
    }

    /** Which profile applies. */
    public HolderKind kind() {
        if (!isOrganization()) {
            return HolderKind.INDIVIDUAL;
        }
        return sub ? HolderKind.ENTERPRISE_SUB : HolderKind.ENTERPRISE_MAIN;
    }

    public boolean isOrganization() {
        return !organizationName.isEmpty();
    }

    /** The name that stands in the common name and on the seal. */
    public String displayName() {
        return isOrganization() ? organizationName : personName;
    }
}
