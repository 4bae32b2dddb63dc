package org.keyway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.Requests;

/**
 * Certificates per second of one core, prepared, linted twice and signed with the books kept in a database in memory, as
 * a ratio to what {@code openssl speed} signs on the same machine. CPU time of the one thread, so that other load does
 * not count; {@code mvn -P bench test -Dharness.class=IssuanceBenchmark}.
 */
class IssuanceBenchmark {

    private static final Map<KeyAlgorithm, Double> BARS = Map.of(KeyAlgorithm.RSA_2048, 0.5, KeyAlgorithm.SM2, 0.8);
    private static final Map<KeyAlgorithm, String> NAMES =
            Map.of(KeyAlgorithm.RSA_2048, "rsa2048", KeyAlgorithm.SM2, "sm2");
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void issuanceAgainstOpenssl() throws Exception {
        Path folder = Files.createTempDirectory("issuance");
        List<String> below = new ArrayList<>();
        try (HikariDataSource pool = new HikariDataSource();
                House house = house(folder, pool).start()) {
            CertificateAuthority authority = house.get(CertificateAuthority.class);
            for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
                rate(authority, algorithm, 2500);
                double ours = 0;
                double limit = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    ours = Math.max(ours, rate(authority, algorithm, 1200));
                    limit = Math.max(limit, openssl(NAMES.get(algorithm)));
                }
                String line = String.format(
                        Locale.ROOT,
                        "%-8s  %6.0f certificates/s per core, openssl signs %6.0f/s: ratio %.2f (bar %.1f)",
                        algorithm,
                        ours,
                        limit,
                        ours / limit,
                        BARS.get(algorithm));
                System.out.println(line);
                if (ours / limit < BARS.get(algorithm)) {
                    below.add(line);
                }
            }
        }
        assertThat(below).isEmpty();
    }

    private static House house(Path folder, HikariDataSource pool) {
        pool.setJdbcUrl("jdbc:h2:mem:issuance;DB_CLOSE_DELAY=-1");
        return new House(folder, pool, false);
    }

    private double rate(CertificateAuthority authority, KeyAlgorithm algorithm, int count) {
        CertificateRequest request = Requests.request(algorithm, "bench", KeyUse.SIGN);
        byte[] key = (algorithm == KeyAlgorithm.SM2 ? Requests.SM2_PAIR : Requests.PAIR)
                .getPublic()
                .getEncoded();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            PreparedCertificate prepared = authority.prepare(request, key);
            authority.issue(prepared);
        }
        return count * 1e9 / (threads.getCurrentThreadCpuTime() - before);
    }

    /** Signatures per second of CPU time, from the last line but the verify column. */
    private static double openssl(String name) throws Exception {
        Process process = new ProcessBuilder("openssl", "speed", "-seconds", "2", name)
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String[] lines = output.strip().split("\n");
        String[] words = lines[lines.length - 1].strip().split("\\s+");
        return Double.parseDouble(words[words.length - 2]);
    }
}
