package org.keyway.ukey.soft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.Envelopes;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenContract;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo.State;
import org.keyway.ukey.Tokens;

/** The contract on soft tokens, and what only they do: SM2, files. */
class SoftTokenTest extends TokenContract {

    private static final String SERIAL = "KW00000000018";

    @TempDir
    Path folder;

    @Override
    protected Tokens tokens() {
        return new SoftTokens(folder.resolve("tokens"), 1000);
    }

    @Override
    protected String blank() {
        tokens().supply(SERIAL, "GM3000");
        return SERIAL;
    }

    @Test
    void sm2KeysAreMadeAndProveThemselves() throws Exception {
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.SM2);
            byte[] publicKey = token.publicKey(KeyUse.SIGN).orElseThrow();
            var request = new PKCS10CertificationRequest(token.certificationRequest(KeyUse.SIGN, SERIAL));
            assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(request.getSubjectPublicKeyInfo())))
                    .isTrue();
            byte[] signature = token.sign(KeyUse.SIGN, new byte[] {1, 2, 3});
            assertThat(Envelopes.isSigned(publicKey, new byte[] {1, 2, 3}, signature))
                    .isTrue();
            assertThat(Envelopes.isSigned(publicKey, new byte[] {1, 2}, signature))
                    .isFalse();
        }
    }

    @Test
    void anSm2EncryptionKeyComesEnvelopedForTheSigningKey() throws Exception {
        Pair pair = new Sm2().generate();
        byte[] point = SubjectPublicKeyInfo.getInstance(pair.publicKey())
                .getPublicKeyData()
                .getOctets();
        byte[] scalar = BigIntegers.asUnsignedByteArray(
                32,
                ECPrivateKey.getInstance(
                                PrivateKeyInfo.getInstance(pair.privateKey()).parsePrivateKey())
                        .getKey());
        try (Token token = initialized()) {
            token.login(USER);
            token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.SM2);
            byte[] envelope = Envelopes.sm2(token.publicKey(KeyUse.SIGN).orElseThrow(), point, scalar);
            token.importEncryptionKey(envelope);
            assertThat(token.publicKey(KeyUse.ENCRYPT)).hasValue(pair.publicKey());
            byte[] signature = token.sign(KeyUse.ENCRYPT, new byte[3]);
            assertThat(Envelopes.isSigned(pair.publicKey(), new byte[3], signature))
                    .isTrue();
            byte[] strange = Envelopes.sm2(token.publicKey(KeyUse.SIGN).orElseThrow(), point, new byte[32]);
            fails(Code.ENVELOPE_INVALID, () -> token.importEncryptionKey(strange));
            fails(Code.ENVELOPE_INVALID, () -> token.importEncryptionKey(new byte[40]));
            byte[] broken = envelope.clone();
            broken[60] ^= 1;
            fails(Code.ENVELOPE_INVALID, () -> token.importEncryptionKey(broken));
        }
    }

    @Test
    void theFileIsWholeAndPrivateAndHalfWrittenOnesDoNotCount() throws Exception {
        initialized().close();
        Path file = folder.resolve("tokens/" + SERIAL + ".token");
        Files.writeString(file.resolveSibling(file.getFileName() + "123.new"), "{\"serial\":\"half");
        assertThat(tokens().present()).containsExactly(SERIAL);
        try (Token token = tokens().open(SERIAL)) {
            token.login(USER);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(new String(USER)).doesNotContain(new String(SO));
        tokens().supply(SERIAL, "GM3000");
        assertThat(tokens().open(SERIAL).info().state()).isEqualTo(State.INITIALIZED);
    }

    @Test
    void theTryIsOnDiskBeforeThePinIsLookedAt() throws Exception {
        initialized().close();
        Path file = folder.resolve("tokens/" + SERIAL + ".token");
        byte[] before = Files.readAllBytes(file);
        try (Token token = tokens().open(SERIAL)) {
            Files.delete(file);
            Files.createDirectory(file);
            fails(Code.IO, () -> token.login(USER));
            fails(Code.NOT_LOGGED_IN, () -> token.sign(KeyUse.SIGN, new byte[1]));
        }
        Files.delete(file);
        Files.copy(new ByteArrayInputStream(Arrays.copyOf(before, before.length)), file);
    }
}
