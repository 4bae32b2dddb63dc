package org.keyway.trading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.shared.Notice;
import org.keyway.shared.NoticeAnswer;
import org.keyway.shared.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What the trading centre's system is asked and what it tells. */
@Service
public class TradingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TradingDesk.class);
    private static final int LONGEST = 64 * 1024;

    private final ObjectProvider<TradingSystem> system;
    private final TradingFacts facts;
    private final Bindings bindings;
    private final NewsDesk news;
    private final KeyNotices notices;
    private final OwnTransaction own;

    TradingDesk(
            ObjectProvider<TradingSystem> system,
            TradingFacts facts,
            Bindings bindings,
            NewsDesk news,
            KeyNotices notices,
            OwnTransaction own) {
        this.system = system;
        this.facts = facts;
        this.bindings = bindings;
        this.news = news;
        this.notices = notices;
        this.own = own;
    }

    /** Asks the credit library; while it is down, what it told last counts. */
    public CreditStanding creditOf(String account) {
        try {
            boolean approved = system().isCreditApproved(account);
            own.commit(() -> {
                facts.credit(account, approved);
                return account;
            });
            return CreditStanding.of(approved);
        } catch (TradingFailure e) {
            LOG.warn("Credit library: {}", e.getMessage());
            return facts.credit(account).map(CreditStanding::of).orElseThrow(() -> e);
        } catch (DuplicateKeyException e) {
            return facts.credit(account).map(CreditStanding::of).orElseThrow();
        }
    }

    /** When the trading system last told of its own accord that the account is approved, as after a new name. */
    public Optional<Instant> creditApprovedAt(String account) {
        return facts.creditApprovedAt(account);
    }

    /** Asks to bind the keys of the order; once answered with yes it asks no more, after a no it asks anew. */
    public void requestBinding(String orderNo, List<String> keySerials) {
        Bindings.Row row = news.held(orderNo, before -> {
            if (!before.requested() || Boolean.FALSE.equals(before.accepted())) {
                bindings.request(before, keySerials);
            }
            return bindings.find(orderNo).orElseThrow();
        });
        if (row.accepted() == null) {
            system().requestBinding(row.requestNo(), orderNo, keySerials);
        }
    }

    /** Tells what has become of a key; the same news of an order is told once, a failure means "call again". */
    public void tellKeyState(String orderNo, String keySerial, KeyState state) {
        String noticeNo = String.join("-", orderNo, keySerial, state.name());
        if (own.commit(() -> notices.intend(noticeNo, orderNo, keySerial, state))) {
            system().tellKeyState(noticeNo, orderNo, keySerial, state);
            own.happened(() -> notices.told(noticeNo));
        }
    }

    /** The trading system's answer; empty while there is none. */
    public Optional<Boolean> bindingAnswer(String orderNo) {
        return bindings.find(orderNo).map(Bindings.Row::accepted);
    }

    /** When the bids open for which the order is needed, as far as the trading system told. */
    public Optional<Instant> bidOpeningAt(String orderNo) {
        return facts.bidOpening(orderNo);
    }

    /** A notice of the trading system; the answer is what must be sent back, after everything is committed. */
    public NoticeAnswer receive(Notice notice) {
        TradingSystem partner = system.getIfAvailable();
        if (partner == null) {
            return NoticeAnswer.unknown();
        }
        TradingNews what = notice.body().length > LONGEST ? new TradingNews.Rejected("FORMAT") : partner.read(notice);
        if (what instanceof TradingNews.Rejected rejected) {
            LOG.warn("Trading notice refused: {}", rejected.reason());
            return NoticeAnswer.text(400, "failure");
        }
        news.apply(what);
        return NoticeAnswer.text(200, "success");
    }

    private TradingSystem system() {
        TradingSystem partner = system.getIfAvailable();
        if (partner == null) {
            throw new TradingFailure("trading", "lookup", "no trading system is switched on");
        }
        return partner;
    }
}
