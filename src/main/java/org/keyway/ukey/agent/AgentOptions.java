package org.keyway.ukey.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the key agent was started.
 *
 * @param port on loopback; 0 takes a free one
 * @param module the driver's PKCS#11 library; null for soft keys
 * @param softDir folder of soft keys
 * @param server address of Keyway; only pages from there are listened to
 * @param home folder where pairings and tries are kept
 * @param factorySoPin SO PIN that the maker sets on blank keys; may be empty
 */
record AgentOptions(int port, Path module, Path softDir, URI server, Path home, String factorySoPin) {

    private static final Set<String> KNOWN = Set.of("port", "module", "soft-dir", "server", "home", "factory-so-pin");

    /** {@code --name=value} each; IllegalArgumentException names the one that is wrong. */
    static AgentOptions parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0 || !KNOWN.contains(argument.substring(2, equals))) {
                throw new IllegalArgumentException(argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        Path home = Path.of(given.getOrDefault("home", System.getProperty("user.home") + "/.keyway-agent"));
        return new AgentOptions(
                port(given.getOrDefault("port", "18088")),
                given.containsKey("module") ? Path.of(given.get("module")) : null,
                Path.of(given.getOrDefault("soft-dir", home.resolve("tokens").toString())),
                server(given.getOrDefault("server", "http://localhost:8080")),
                home,
                given.getOrDefault("factory-so-pin", environment.getOrDefault("KEYWAY_FACTORY_SO_PIN", "")));
    }

    /** Scheme, host and port of the server as a browser writes them into the header {@code Origin}. */
    String origin() {
        boolean plain =
                server.getPort() < 0 || server.getPort() == (server.getScheme().equals("https") ? 443 : 80);
        return server.getScheme() + "://" + server.getHost() + (plain ? "" : ":" + server.getPort());
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("--port=" + text);
        }
        return Integer.parseInt(text);
    }

    private static URI server(String text) {
        if (!text.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/?")) {
            throw new IllegalArgumentException("--server=" + text);
        }
        return URI.create(text.replaceAll("/$", ""));
    }
}
