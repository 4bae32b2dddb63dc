package org.keyway.certificate.softca;

import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.keyway.certificate.KeyAlgorithm;

/** Where a chain of the CA publishes, as certificates say it; {@code base} is the public URL of this server. */
record Addresses(String base, KeyAlgorithm algorithm) {

    CRLDistPoint crl(String file) {
        GeneralNames names = new GeneralNames(uri(file));
        return new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(names), null, null)});
    }

    AuthorityInformationAccess leafAccess() {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri("ocsp")),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri("issuing.crt"))
        });
    }

    AuthorityInformationAccess issuingAccess() {
        return new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, uri("root.crt"));
    }

    private String folder() {
        return algorithm == KeyAlgorithm.SM2 ? "/pki/sm2/" : "/pki/";
    }

    private GeneralName uri(String file) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier, new DERIA5String(base.replaceAll("/+$", "") + folder() + file));
    }
}
