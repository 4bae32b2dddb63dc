package org.keyway.portal;

import java.util.List;

/** A numbered part of an application form with what was filled in. */
public record FieldSection(String title, List<FieldText> fields) {

    /**
     * One field as people read it.
     *
     * @param previous what the round before said; null when there was none
     * @param returned whether the reviewer sent it back and it waits for correction
     */
    public record FieldText(String name, String label, String value, String previous, boolean returned) {}
}
