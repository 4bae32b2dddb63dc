package org.keyway.document;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/** Walks every object of a PDF that can be reached and names the first thing that does not belong into a paper. */
final class PdfContraband {

    private static final int MOST_OBJECTS = 300_000;
    private static final long MOST_PIXELS = 100_000_000;

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "Rendition",
            "Movie",
            "Sound",
            "GoToE",
            "RichMediaExecute");
    private static final Set<String> ANNOTATIONS = Set.of("FileAttachment", "RichMedia", "Movie", "Screen", "3D");
    private static final Map<String, String> KEYS = Map.of(
            "JS", "material.pdf.script",
            "JavaScript", "material.pdf.script",
            "XFA", "material.pdf.xfa",
            "EF", "material.pdf.embedded",
            "EmbeddedFiles", "material.pdf.embedded",
            "Collection", "material.pdf.embedded");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    /** The message key of what was found. */
    Optional<String> search(COSBase root) {
        push(root);
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (seen.size() > MOST_OBJECTS) {
                return Optional.of("material.pdf.too-complex");
            }
            if (next instanceof COSDictionary dictionary) {
                Optional<String> found = judge(dictionary);
                if (found.isPresent()) {
                    return found;
                }
                dictionary.getValues().forEach(this::push);
            } else if (next instanceof COSArray array) {
                array.forEach(this::push);
            }
        }
        return Optional.empty();
    }

    private void push(COSBase value) {
        COSBase real = value instanceof COSObject reference ? reference.getObject() : value;
        if ((real instanceof COSDictionary || real instanceof COSArray) && seen.add(real)) {
            open.push(real);
        }
    }

    private static Optional<String> judge(COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
            if (KEYS.containsKey(key.getName())) {
                return Optional.of(KEYS.get(key.getName()));
            }
        }
        if (isOneOf(dictionary, COSName.S, ACTIONS)) {
            return Optional.of("material.pdf.script");
        }
        if (isOneOf(dictionary, COSName.SUBTYPE, ANNOTATIONS)) {
            return Optional.of("material.pdf.embedded");
        }
        long pixels = dictionary.getLong(COSName.WIDTH, 0) * dictionary.getLong(COSName.HEIGHT, 0);
        return pixels > MOST_PIXELS ? Optional.of("material.pdf.too-complex") : Optional.empty();
    }

    private static boolean isOneOf(COSDictionary dictionary, COSName key, Set<String> names) {
        return dictionary.getDictionaryObject(key) instanceof COSName name && names.contains(name.getName());
    }
}
