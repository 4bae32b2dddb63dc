package org.keyway.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
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

    private record Key(HolderKind kind, KeyUse use) {}

    private final Map<Key, CertificateProfile> profiles = new HashMap<>();
    private final AuthorityNames names;
    private final AuthorityNames sm2Names;

    CertificateProfiles() {
        Map<String, Object> all = read();
        Map<String, Object> kinds = map(all.get("profiles"));
        for (HolderKind kind : HolderKind.values()) {
            for (KeyUse use : KeyUse.values()) {
                Map<String, Object> data = map(map(kinds.get(kind.name())).get(use.name()));
                profiles.put(new Key(kind, use), profile(kind, use, data));
            }
        }
        Map<String, Object> ca = map(all.get("authority"));
        names = names(ca, "");
        sm2Names = names(ca, text(ca, "sm2"));
    }

    /** The profile of this kind of holder and use. */
    public CertificateProfile of(HolderKind kind, KeyUse use) {
        return profiles.get(new Key(kind, use));
    }

    /** What the CA calls itself in the chain of this algorithm. */
    public AuthorityNames names(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2 ? sm2Names : names;
    }

    private static AuthorityNames names(Map<String, Object> ca, String suffix) {
        return new AuthorityNames(
                text(ca, "organization"),
                text(ca, "root") + suffix,
                text(ca, "issuing") + suffix,
                text(ca, "ocsp") + suffix,
                text(ca, "sealMaker") + suffix,
                text(ca, "documentSealer") + suffix);
    }

    private static CertificateProfile profile(HolderKind kind, KeyUse use, Map<String, Object> data) {
        Map<KeyAlgorithm, String> uscc = new EnumMap<>(KeyAlgorithm.class);
        map(data.get("usccOid")).forEach((name, oid) -> uscc.put(KeyAlgorithm.valueOf(name), String.valueOf(oid)));
        return new CertificateProfile(
                kind,
                use,
                (Integer) data.get("backdateMinutes"),
                (Integer) data.get("maxYears"),
                texts(data, "keyUsage"),
                texts(data, "extendedKeyUsage"),
                text(data, "policyOid"),
                uscc);
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
