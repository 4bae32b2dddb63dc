package org.keyway.ukey.soft;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.keyway.certificate.AtomicFile;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.ukey.PinRule;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenInfo;

/** The file behind a soft token: always whole, on disk before the token answers. */
record TokenFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the file holds.
     *
     * @param user master key wrapped under the user PIN; null while blank
     * @param so master key wrapped under the SO PIN; null while blank
     * @param objects public objects as they are, private ones sealed under the master key
     */
    record Content(
            String serial,
            String model,
            String label,
            int userTries,
            int soTries,
            Wrapped user,
            Wrapped so,
            Map<String, byte[]> objects) {

        static Content blank(String serial, String model) {
            return new Content(serial, model, "", PinRule.TRIES, PinRule.TRIES, null, null, Map.of());
        }

        TokenInfo info() {
            return new TokenInfo(serial, model, label, state(), userTries, soTries, EnumSet.allOf(KeyAlgorithm.class));
        }

        private TokenInfo.State state() {
            return TokenInfo.State.of(so != null, userTries, soTries);
        }

        Content withTries(int forUser, int forSo) {
            return new Content(serial, model, label, forUser, forSo, user, so, objects);
        }

        Content withUser(Wrapped fresh) {
            return new Content(serial, model, label, PinRule.TRIES, PinRule.TRIES, fresh, so, objects);
        }

        Content with(String name, byte[] object) {
            Map<String, byte[]> all = new TreeMap<>(objects);
            all.put(name, object);
            return new Content(serial, model, label, userTries, soTries, user, so, all);
        }

        Content without(String name) {
            Map<String, byte[]> all = new TreeMap<>(objects);
            all.remove(name);
            return new Content(serial, model, label, userTries, soTries, user, so, all);
        }
    }

    Content read() {
        try {
            return JSON.readValue(Files.readAllBytes(path), Content.class);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        } catch (IOException e) {
            throw new TokenException(TokenException.Code.IO);
        }
    }

    void requirePresent() {
        if (Files.notExists(path)) {
            throw new TokenException(TokenException.Code.DEVICE_REMOVED);
        }
    }

    void write(Content content) {
        try {
            AtomicFile.write(path, JSON.writeValueAsBytes(content));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            throw new TokenException(TokenException.Code.IO);
        }
    }
}
