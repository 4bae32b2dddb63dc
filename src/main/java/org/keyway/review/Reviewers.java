package org.keyway.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who had a say in the review of an order; the two-person rule asks for somebody else afterwards. */
@Repository
public class Reviewers {

    private final JdbcClient jdbc;

    Reviewers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this account decided in any round. */
    public boolean includes(String orderNo, String account) {
        return jdbc.sql("select count(*) from review_decision where order_no = ? and reviewer = ?")
                        .params(orderNo, account)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
