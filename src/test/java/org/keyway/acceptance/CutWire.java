package org.keyway.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/** The wire between agent and server; at a given request it does what it was told, before or after the server heard it. */
final class CutWire implements AutoCloseable {

    private final HttpServer http;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private String end = "";
    private int countdown = -1;
    private boolean after;
    private Runnable cut = () -> {};

    CutWire(String server) throws IOException {
        this.server = server;
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.createContext("/", this::pass);
        http.setExecutor(Executors.newFixedThreadPool(4));
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    synchronized void cutAt(int request, boolean afterTheServer, Runnable what) {
        cutOn("", afterTheServer, what);
        countdown = request;
    }

    /** At the next request whose address ends like this. */
    synchronized void cutOn(String addressEnd, boolean afterTheServer, Runnable what) {
        end = addressEnd;
        countdown = 1;
        after = afterTheServer;
        cut = what;
    }

    /** Whether the request that was to be cut never came. */
    synchronized boolean isWhole() {
        return countdown > 0;
    }

    private synchronized boolean isNow(String address) {
        return address.endsWith(end) && countdown > 0 && --countdown == 0;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean now = isNow(exchange.getRequestURI().getPath());
            if (now && !after) {
                cut.run();
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange);
            if (now) {
                cut.run();
                return;
            }
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            answer.headers().firstValue("Content-Type").orElse("text/plain"));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String name : new String[] {"Authorization", "Content-Type", "Accept"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
