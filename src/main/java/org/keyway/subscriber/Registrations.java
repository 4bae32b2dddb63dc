package org.keyway.subscriber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.Problem;
import org.keyway.shared.Problem.FieldError;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts for applicants; the trading centre's credit library has yet to approve them. */
@Service
public class Registrations {

    private final Accounts accounts;
    private final Subscribers subscribers;
    private final ApplicationEventPublisher events;

    Registrations(Accounts accounts, Subscribers subscribers, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.subscribers = subscribers;
        this.events = events;
    }

    /** Opens the account or throws a problem with everything that is wrong; {@code consents} are id to version. */
    @Transactional
    public void register(Registration input, Map<String, String> consents) {
        List<FieldError> errors = new ArrayList<>(RegistrationCheck.of(input));
        errors.addAll(taken(input, errors));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        try {
            subscribers.register(input.subscriber());
            if (input.isIndividual()) {
                subscribers.identify(input.account(), input.get("idNumber"));
            }
        } catch (DuplicateKeyException e) {
            // somebody else was a moment faster
            throw Problem.invalid("account", "register.just-taken");
        }
        subscribers.agreed(input.account(), consents);
        accounts.open(input.account(), input.personName(), input.get("password"));
        events.publishEvent(new AuditRecord(
                input.account(), "account.opened", "account:" + input.account(), input.get("holderType")));
    }

    private List<FieldError> taken(Registration input, List<FieldError> errors) {
        List<FieldError> taken = new ArrayList<>();
        if (isSound("account", errors) && accounts.exists(input.account())) {
            taken.add(new FieldError("account", "register.account-taken"));
        }
        if (!input.isIndividual() && isSound("uscc", errors) && subscribers.hasUscc(input.get("uscc"))) {
            taken.add(new FieldError("uscc", "register.uscc-taken"));
        }
        if (input.isIndividual() && isSound("idNumber", errors) && subscribers.hasIdNumber(input.get("idNumber"))) {
            taken.add(new FieldError("idNumber", "register.id-number-taken"));
        }
        return taken;
    }

    private static boolean isSound(String field, List<FieldError> errors) {
        return errors.stream().noneMatch(error -> error.field().equals(field));
    }
}
