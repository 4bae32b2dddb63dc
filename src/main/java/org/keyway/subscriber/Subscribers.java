package org.keyway.subscriber;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of applicants with the subject data that was registered. */
@Service
public class Subscribers {

    private final JdbcClient jdbc;

    Subscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The subscriber behind an account; empty for staff. */
    public Optional<Subscriber> find(String account) {
        return jdbc.sql("select * from subscriber where account = ?")
                .param(account)
                .query(Subscriber.class)
                .optional();
    }

    /** Registers a subscriber whose account is new. */
    @Transactional
    public void register(Subscriber subscriber) {
        jdbc.sql("""
                insert into subscriber (account, holder_type, organization_name, uscc, legal_representative, legal_mobile,
                    legal_email, contact_name, contact_mobile, contact_email, credit_approved)
                values (:account, :holderType, :organizationName, :uscc, :legalRepresentative, :legalMobile,
                    :legalEmail, :contactName, :contactMobile, :contactEmail, :creditApproved)""").paramSource(subscriber).update();
    }
}
