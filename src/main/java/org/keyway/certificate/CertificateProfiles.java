package org.keyway.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The profiles of {@code certificate-profiles.yaml} and the names that the CA gives itself there. */
@Component
public final class CertificateProfiles {

    /** Names in the CA's own certificates. */
    public record AuthorityNames(
            String organization, String root, String issuing, String ocsp, String sealMaker, String documentSealer) {}

    private final Map<KeyUse, CertificateProfile> profiles = new EnumMap<>(KeyUse.class);
    private final AuthorityNames names;

    CertificateProfiles() {
        Map<String, Object> all = read();
        Map<String, Object> entities = map(all.get("profiles"));
        for (KeyUse use : KeyUse.values()) {
            profiles.put(use, profile(use, map(entities.get(use.name()))));
        }
        Map<String, Object> ca = map(all.get("authority"));
        names = new AuthorityNames(
                text(ca, "organization"),
                text(ca, "root"),
                text(ca, "issuing"),
                text(ca, "ocsp"),
                text(ca, "sealMaker"),
                text(ca, "documentSealer"));
    }

    /** The profile of end entities with this use. */
    public CertificateProfile of(KeyUse use) {
        return profiles.get(use);
    }

    public AuthorityNames names() {
        return names;
    }

    private static CertificateProfile profile(KeyUse use, Map<String, Object> data) {
        return new CertificateProfile(
                use,
                (Integer) data.get("backdateMinutes"),
                (Integer) data.get("maxYears"),
                texts(data, "keyUsage"),
                texts(data, "extendedKeyUsage"),
                text(data, "policyOid"),
                text(data, "usccOid"));
    }

    private static Map<String, Object> read() {
        try (InputStream in = CertificateProfiles.class.getResourceAsStream("/certificate-profiles.yaml")) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String text(Map<String, Object> data, String name) {
        return String.valueOf(data.get(name));
    }

    private static List<String> texts(Map<String, Object> data, String name) {
        return ((List<?>) data.get(name)).stream().map(String::valueOf).toList();
    }
}
