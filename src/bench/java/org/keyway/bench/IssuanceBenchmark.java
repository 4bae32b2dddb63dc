package org.keyway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Requests;
import org.keyway.certificate.SealMaker;
import org.keyway.ukey.KeyWriteRate;

/**
 * Certificates per second of one core, as a ratio to what {@code openssl speed} signs on the same machine, both in CPU
 * time of one thread, in turns, the best of each. The bar is for what the CA does: prepare, lint twice, keep its books
 * (database in memory), sign. The bare signature, the whole register and whole keys are printed beside it;
 * {@code mvn -P bench test -Dharness.class=IssuanceBenchmark}.
 */
class IssuanceBenchmark {

    private static final Map<KeyAlgorithm, Double> BARS = Map.of(KeyAlgorithm.RSA_2048, 0.5, KeyAlgorithm.SM2, 0.8);
    private static final Map<KeyAlgorithm, String> NAMES =
            Map.of(KeyAlgorithm.RSA_2048, "rsa2048", KeyAlgorithm.SM2, "sm2");
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3000;

    private final AtomicInteger numbers = new AtomicInteger();
    private final List<String> below = new ArrayList<>();
    private final List<String> table = new ArrayList<>();

    @Test
    void issuanceAgainstOpenssl() throws Exception {
        Path folder = Files.createTempDirectory("issuance");
        try (HikariDataSource pool = new HikariDataSource();
                House house = house(folder, pool).start();
                KeyWriteRate keys = new KeyWriteRate(folder.resolve("keys"))) {
            for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
                measure(house, keys, algorithm);
            }
        }
        System.out.println("| algorithm | what | ours/s per core | openssl signs/s | ratio | bar |");
        table.forEach(System.out::println);
        assertThat(below).isEmpty();
    }

    private void measure(House house, KeyWriteRate keys, KeyAlgorithm algorithm) throws Exception {
        CertificateAuthority authority = house.get(CertificateAuthority.class);
        SealMaker maker = house.get(SealMaker.class);
        Certificates register = house.get(Certificates.class);
        CertificateRequest request = Requests.request(algorithm, "bench", KeyUse.SIGN);
        byte[] key = (algorithm == KeyAlgorithm.SM2 ? Requests.SM2_PAIR : Requests.PAIR)
                .getPublic()
                .getEncoded();
        byte[] content = new byte[900];
        Runnable issues = () -> authority.issue(authority.prepare(request, key));
        Runnable signs = () -> maker.sign(algorithm, content);
        Runnable registers = () -> register.issue(again(request, "bench/" + numbers.incrementAndGet()));
        List.of(issues, signs, registers).forEach(work -> rate(work, WARM_UP));
        keys.of(algorithm, 60);
        double[] best = new double[5];
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.max(best[0], openssl(NAMES.get(algorithm)));
            best[1] = Math.max(best[1], rate(issues, 1200));
            best[2] = Math.max(best[2], rate(signs, 1200));
            best[3] = Math.max(best[3], rate(registers, 600));
            best[4] = Math.max(best[4], keys.of(algorithm, 40));
        }
        row(algorithm, "certificates issued by the CA", best[1], best[0], BARS.get(algorithm));
        row(algorithm, "signatures alone", best[2], best[0], 0);
        row(algorithm, "certificates, request proven and registered", best[3], best[0], 0);
        row(algorithm, "whole keys written, without the token's own work", best[4], best[0], 0);
    }

    private void row(KeyAlgorithm algorithm, String what, double ours, double limit, double bar) {
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.2f | %s |",
                algorithm,
                what,
                ours,
                limit,
                ours / limit,
                bar == 0 ? "-" : ">= " + bar);
        table.add(line);
        if (ours / limit < bar) {
            below.add(line);
        }
    }

    private static CertificateRequest again(CertificateRequest request, String requestKey) {
        return new CertificateRequest(
                requestKey,
                request.orderNo(),
                request.keySerial(),
                request.holder(),
                request.use(),
                request.years(),
                request.until(),
                request.csrDer());
    }

    private static House house(Path folder, HikariDataSource pool) {
        pool.setJdbcUrl("jdbc:h2:mem:issuance;DB_CLOSE_DELAY=-1");
        return new House(folder, pool, false);
    }

    private static double rate(Runnable work, int count) {
        long before = Meter.own();
        for (int i = 0; i < count; i++) {
            work.run();
        }
        return count * 1e9 / (Meter.own() - before);
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
