package org.keyway.subscriber;

/** Where accounts and passwords are kept. */
public interface Accounts {

    /** Whether anybody, applicant or staff, signs in under this name. */
    boolean exists(String account);

    /** Opens an applicant's account; names only serve the lists of staff. */
    void open(String account, String personName, String password);

    /** Replaces the password of an account that exists. */
    void changePassword(String account, String password);
}
