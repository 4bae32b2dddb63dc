package org.keyway.portal.page;

import org.keyway.portal.Actor;
import org.keyway.portal.OwnKeys;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The keys and certificates that one holds. */
@Controller
class KeysPage {

    private final OwnKeys keys;
    private final KeyViews views;

    KeysPage(OwnKeys keys, KeyViews views) {
        this.keys = keys;
        this.views = views;
    }

    @GetMapping("/keys")
    String keys(Authentication person, Model model) {
        model.addAttribute(
                "keys", keys.of(Actor.of(person)).stream().map(views::of).toList());
        return "keys";
    }
}
