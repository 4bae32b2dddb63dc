package org.keyway.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.keyway.shared.KeywayProperties;
import org.keyway.subscriber.Subscriber;
import org.keyway.subscriber.Subscribers;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who looks at it. */
@ControllerAdvice
class ViewerAdvice {

    /** The person in front of a page; {@code name} is what the page calls them. */
    public record Viewer(String name, boolean signedIn, boolean staff, boolean demo) {}

    private final KeywayProperties properties;
    private final Subscribers subscribers;

    ViewerAdvice(KeywayProperties properties, Subscribers subscribers) {
        this.properties = properties;
        this.subscribers = subscribers;
    }

    @ModelAttribute("viewer")
    Viewer viewer(HttpServletRequest request) {
        Actor actor = Actor.of(request.getUserPrincipal() instanceof Authentication person ? person : null);
        boolean page = !request.getRequestURI().startsWith("/api/");
        String name = actor.isSignedIn() && page
                ? subscribers.find(actor.account()).map(Subscriber::contactName).orElse(actor.account())
                : "";
        return new Viewer(name, actor.isSignedIn(), actor.isStaff(), properties.demo());
    }
}
