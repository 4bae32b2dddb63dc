package org.keyway.ukey.agent;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;

/** The wording of the agent, from its message bundle. */
final class AgentTexts {

    private static final String BUNDLE = "/messages/agent.properties";

    private final Properties texts = new Properties();

    AgentTexts() {
        try (Reader reader =
                new InputStreamReader(AgentTexts.class.getResourceAsStream(BUNDLE), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key, Object... arguments) {
        String text = texts.getProperty(key);
        return text == null ? key : new MessageFormat(text).format(arguments);
    }
}
