package org.keyway.portal.page;

import org.keyway.portal.Actor;
import org.keyway.portal.OwnKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The keys and certificates that one holds. */
@Controller
class KeysPage {

    private final OwnKeys keys;
    private final KeyViews views;
    private final ExpiryCalendar calendar;
    private final String agent;

    KeysPage(
            OwnKeys keys,
            KeyViews views,
            ExpiryCalendar calendar,
            @Value("${keyway.agent-url:http://127.0.0.1:18088}") String agent) {
        this.keys = keys;
        this.views = views;
        this.calendar = calendar;
        this.agent = agent;
    }

    @GetMapping("/keys")
    String keys(Authentication person, Model model) {
        model.addAttribute(
                "keys", keys.of(Actor.of(person)).stream().map(views::of).toList());
        model.addAttribute("agent", agent);
        return "keys";
    }

    @GetMapping(value = "/keys/{serial}/expiry.ics", produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    String expiry(@PathVariable String serial, Authentication person) {
        return calendar.of(keys.find(serial, Actor.of(person)));
    }
}
