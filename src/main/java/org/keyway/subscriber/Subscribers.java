package org.keyway.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.keyway.shared.SealedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of applicants with the subject data that was registered. */
@Service
public class Subscribers {

    private final JdbcClient jdbc;
    private final SealedText sealed;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, SealedText sealed, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** The subscriber behind an account; empty for staff. */
    public Optional<Subscriber> find(String account) {
        return jdbc.sql("select * from subscriber where account = ?")
                .param(account)
                .query(Subscribers::read)
                .optional();
    }

    private static Subscriber read(ResultSet row, int number) throws SQLException {
        return new Subscriber(
                row.getString("account"),
                row.getString("holder_type"),
                row.getString("organization_name"),
                row.getString("uscc"),
                row.getString("legal_representative"),
                row.getString("legal_mobile"),
                row.getString("legal_email"),
                row.getString("contact_name"),
                row.getString("contact_mobile"),
                row.getString("contact_email"),
                row.getBoolean("credit_approved"));
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

    /** Name, legal representative and contact of an account are others from now on. */
    @Transactional
    public void change(Subscriber subscriber) {
        jdbc.sql("""
                update subscriber set organization_name = :organizationName, legal_representative = :legalRepresentative,
                    legal_mobile = :legalMobile, legal_email = :legalEmail, contact_name = :contactName,
                    contact_mobile = :contactMobile, contact_email = :contactEmail
                where account = :account""").paramSource(subscriber).update();
    }

    /** The trading system told a new standing of the account. */
    @Transactional
    public void creditChanged(String account, boolean approved) {
        jdbc.sql("update subscriber set credit_approved = ? where account = ?")
                .params(approved, account)
                .update();
    }

    /** Whether an account of this unified social credit code exists. */
    boolean hasUscc(String uscc) {
        return jdbc.sql("select count(*) from subscriber where uscc = ?")
                        .param(uscc)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether an account of the person with this resident ID number exists. */
    boolean hasIdNumber(String idNumber) {
        return jdbc.sql("select count(*) from subscriber_identity where id_index = ?")
                        .param(sealed.index(SealedIdentities.PURPOSE, idNumber))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void identify(String account, String idNumber) {
        jdbc.sql("insert into subscriber_identity (account, id_number, id_index) values (?, ?, ?)")
                .params(account, sealed.seal(idNumber), sealed.index(SealedIdentities.PURPOSE, idNumber))
                .update();
    }

    void agreed(String account, Map<String, String> consents) {
        consents.forEach((consent, version) -> jdbc.sql(
                        "insert into subscriber_consent (account, consent, version, agreed_at) values (?, ?, ?, ?)")
                .params(account, consent, version, OffsetDateTime.now(clock))
                .update());
    }
}
