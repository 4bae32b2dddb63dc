package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyway.certificate.AtomicFile;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyToken;
import org.keyway.certificate.Signatures;

/** RSA keys in a token, their certificates in {@code token-*.certs} beside the files of the SM2 chain. */
final class TokenHome implements KeyHome {

    private final Path folder;
    private final KeyToken token;
    private final KeyHome files;

    TokenHome(Path folder, KeyToken token, KeyHome files) {
        this.folder = folder;
        this.token = token;
        this.files = files;
    }

    @Override
    public CaKeys chain(KeyAlgorithm algorithm, Function<Pairs, CaKeys> maker) {
        if (algorithm == KeyAlgorithm.SM2) {
            return files.chain(algorithm, maker);
        }
        List<X509Certificate> kept = kept("chain", () -> {
            CaKeys made = maker.apply(this::pair);
            return List.of(made.root(), made.issuing(), made.responder(), made.sealMaker());
        });
        return new CaKeys(
                signer("root", kept.get(0)),
                signer("issuing", kept.get(1)),
                signer("responder", kept.get(2)),
                signer("seal-maker", kept.get(3)));
    }

    @Override
    public Signer single(String name, Function<Pairs, Signer> maker) {
        return signer(name, kept(name, () -> List.of(maker.apply(this::pair))).get(0));
    }

    private Pairs.Fresh pair(String name, int bits) {
        try {
            PublicKey key = Signatures.publicKey(SubjectPublicKeyInfo.getInstance(token.pair(name, bits)));
            return new Pairs.Fresh(key, pen(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another token under the same name would sign what nobody can verify. */
    private Signer signer(String name, X509Certificate certificate) {
        Signer signer = new Signer(pen(name), certificate);
        byte[] probe = certificate.getSerialNumber().toByteArray();
        if (!Signatures.verify(certificate.getPublicKey(), probe, signer.sign(probe))) {
            throw new IllegalStateException("the token's key " + name + " is not the one of its certificate");
        }
        return signer;
    }

    private PrivatePen pen(String name) {
        return new PrivatePen(KeyAlgorithm.RSA_2048, content -> token.sign(name, content));
    }

    private List<X509Certificate> kept(String name, java.util.function.Supplier<List<Signer>> maker) {
        Path file = folder.resolve("token-" + name + ".certs");
        try {
            if (Files.notExists(file)) {
                List<DEROctetString> made = new ArrayList<>();
                for (Signer one : maker.get()) {
                    made.add(new DEROctetString(one.certificate().getEncoded()));
                }
                AtomicFile.write(file, new DERSequence(made.toArray(DEROctetString[]::new)).getEncoded("DER"));
            }
            List<X509Certificate> kept = new ArrayList<>();
            for (var one : ASN1Sequence.getInstance(Files.readAllBytes(file))) {
                kept.add(new IssuedCertificate(
                                "", ASN1OctetString.getInstance(one).getOctets())
                        .x509());
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
