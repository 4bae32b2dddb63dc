package org.keyway.acceptance;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** A running Keyway as an outsider sees it: an address and the public contract, nothing else. */
public final class Keyway {

    /** How long the contract lets a step of the process take. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PASSWORD = "keyway";
    private static final long SHORTEST_PAUSE_MILLIS = 25;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final String address;
    private final Map<String, String> headers;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Keyway(String address) {
        this(address, Map.of());
    }

    /** Everybody sends these headers too. */
    public Keyway(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** A demo account that speaks by HTTP Basic. */
    public Person as(String account) {
        return new Person(account, PASSWORD, address, http, headers);
    }

    /** Somebody with a password of their own. */
    public Person as(String account, String password) {
        return new Person(account, password, address, http, headers);
    }

    /** Somebody who is not signed in. */
    public Person anonymous() {
        return new Person(null, null, address, http, headers);
    }

    /** The clock of application and engine goes on; due jobs have run when this returns. */
    public void clockAdvances(String duration) {
        as("admin").post("/sandbox/clock", "{\"advance\":\"" + duration + "\"}").expect(200, 201, 202, 204);
    }

    public void clockIsReset() {
        as("admin").delete("/sandbox/clock").expect(200, 202, 204);
    }

    /** Asks again and again until there is an answer that is not null. */
    public static <T> T eventually(Supplier<T> question, Supplier<String> complaint) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (long pause = SHORTEST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(complaint.get());
            }
            pause(pause);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
