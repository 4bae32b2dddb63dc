package org.keyway.shared;

/** What the partner gets back: HTTP status, media type and body, exactly as it expects them. */
public record NoticeAnswer(int status, String mediaType, String body) {

    /** A short text answer such as {@code success}. */
    public static NoticeAnswer text(int status, String body) {
        return new NoticeAnswer(status, "text/plain;charset=UTF-8", body);
    }

    /** Nobody here listens to such a partner. */
    public static NoticeAnswer unknown() {
        return text(404, "unknown partner");
    }

    public boolean isAccepted() {
        return status / 100 == 2;
    }
}
