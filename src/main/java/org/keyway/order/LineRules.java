package org.keyway.order;

import java.util.List;
import org.keyway.shared.Problem.FieldError;

/** What a business line asks of an order beyond its form, and what is known about its lock; implemented by {@code process}. */
public interface LineRules {

    /** Everything that keeps the order from being submitted. */
    List<FieldError> check(Order order);

    /** Fields that the lock named in the order, or the account, answers by itself. */
    Fields known(Order order);

    /** Fields of an application on another line that follow from how this order went. */
    Fields ledTo(Order former, BusinessLine line);
}
