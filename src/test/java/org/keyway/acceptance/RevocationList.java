package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What OpenSSL reads in the public list of revoked certificates and says about a certificate. */
final class RevocationList {

    private static final Pattern ENTRY = Pattern.compile(
            "Serial Number: ([0-9A-F]+)\\s+Revocation Date:[^\\n]*(?:\\s+CRL entry extensions:\\s+X509v3 CRL Reason Code:\\s*([^\\n]+))?");

    private final Path folder;
    private final Path crl;
    private final Path chain;

    private RevocationList(Path folder, Path crl, Path chain) {
        this.folder = folder;
        this.crl = crl;
        this.chain = chain;
    }

    static RevocationList of(Keyway keyway) {
        try {
            Path folder = Files.createTempDirectory("keyway-crl-");
            Path der = Files.write(
                    folder.resolve("crl.der"),
                    keyway.anonymous().get("/pki/ca.crl").expect(200).bytes());
            Path chain = Files.write(
                    folder.resolve("ca.pem"),
                    keyway.anonymous().get("/pki/ca.crt").expect(200).bytes());
            Path pem = folder.resolve("crl.pem");
            run("crl", "-inform", "DER", "-in", der.toString(), "-out", pem.toString());
            return new RevocationList(folder, pem, chain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The reason code as OpenSSL writes it, such as {@code Certificate Hold}; empty when the list does not name the serial. */
    String reasonOf(String serial) {
        Matcher entries = ENTRY.matcher(run("crl", "-in", crl.toString(), "-noout", "-text"));
        while (entries.find()) {
            if (entries.group(1).equalsIgnoreCase(serial)) {
                return entries.group(2) == null
                        ? "Unspecified"
                        : entries.group(2).strip();
            }
        }
        return "";
    }

    /** What {@code openssl verify -crl_check} says about the certificate as the API shows it. */
    String verdictOn(JsonNode certificate) {
        try {
            Path leaf = Files.writeString(
                    folder.resolve("leaf.pem"), certificate.get("pem").asText());
            return run(
                    "verify",
                    "-x509_strict",
                    "-attime",
                    String.valueOf(time()),
                    "-crl_check",
                    "-CAfile",
                    chain.toString(),
                    "-CRLfile",
                    crl.toString(),
                    leaf.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The sandbox clock may be ahead of this machine's: the list is looked at when it was made. */
    private long time() {
        String made = run("crl", "-in", crl.toString(), "-noout", "-lastupdate", "-dateopt", "iso_8601")
                .strip();
        Instant listed = Instant.parse(made.substring(made.indexOf('=') + 1).replace(' ', 'T'));
        Instant now = Instant.now();
        return (listed.isAfter(now) ? listed.plusSeconds(1) : now).getEpochSecond();
    }

    private static String run(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return output;
        } catch (IOException e) {
            throw new AssertionError("openssl is needed to read the CRL with a tool that is not ours", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
