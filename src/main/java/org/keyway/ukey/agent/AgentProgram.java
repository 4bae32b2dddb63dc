package org.keyway.ukey.agent;

import ch.qos.logback.classic.Level;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/** {@code java -jar keyway.jar agent [--port=] [--module= | --soft-dir=] [--server=] [--home=]}. */
public final class AgentProgram {

    /** First word of the command line that starts the agent instead of the server. */
    public static final String COMMAND = "agent";

    private AgentProgram() {}

    /** Whether the agent is wanted. */
    public static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && COMMAND.equals(arguments[0]);
    }

    /** Runs until the process is ended; 2 when the command line is wrong, 1 when the port is taken. */
    public static int run(String[] arguments) {
        quiet();
        PrintStream window = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        AgentTexts texts = new AgentTexts();
        List<String> own = Arrays.asList(arguments).subList(1, arguments.length);
        try (KeyAgent agent = new KeyAgent(AgentOptions.parse(own, System.getenv()), window::println)) {
            Thread.currentThread().join();
            return agent.port();
        } catch (IllegalArgumentException e) {
            window.println(texts.of("agent.window.usage", e.getMessage()));
            return 2;
        } catch (IOException e) {
            window.println(texts.of("agent.window.taken"));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Without Spring nobody has told the logger to be silent. */
    private static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
