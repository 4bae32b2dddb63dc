package org.keyway.portal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.keyway.portal.Actor;
import org.keyway.portal.OwnKeys;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys that one holds; staff see every key. */
@RestController
@RequestMapping("/api/keys")
@Tag(name = "keys")
class KeyApi {

    private final OwnKeys keys;

    KeyApi(OwnKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(operationId = "listKeys")
    List<KeyJson> list(Authentication person) {
        return keys.of(Actor.of(person)).stream().map(KeyJsons::of).toList();
    }

    @GetMapping("/{serial}")
    @Operation(operationId = "getKey")
    KeyJson get(@PathVariable String serial, Authentication person) {
        return KeyJsons.of(keys.find(serial, Actor.of(person)));
    }
}
