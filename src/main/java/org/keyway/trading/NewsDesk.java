package org.keyway.trading;

import java.util.function.Function;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Turns what the trading system tells into facts, each notice once. */
@Service
class NewsDesk {

    private final TradingFacts facts;
    private final Bindings bindings;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    NewsDesk(TradingFacts facts, Bindings bindings, OwnTransaction own, ApplicationEventPublisher events) {
        this.facts = facts;
        this.bindings = bindings;
        this.own = own;
        this.events = events;
    }

    void apply(TradingNews news) {
        try {
            own.commit(() -> {
                if (!facts.isRepeat(news.noticeId())) {
                    facts.notice(news.noticeId(), news.getClass().getSimpleName());
                    record(news);
                }
                return news;
            });
        } catch (DuplicateKeyException e) {
            if (!facts.isRepeat(news.noticeId())) {
                throw e;
            }
        }
    }

    /** Works on the binding of an order, which nobody else can meanwhile; commits at once. */
    Bindings.Row held(String orderNo, Function<Bindings.Row, Bindings.Row> work) {
        try {
            return own.commit(() -> work.apply(held(orderNo)));
        } catch (DuplicateKeyException somebodyElseAddedIt) {
            return own.commit(() -> work.apply(bindings.lock(orderNo).orElseThrow()));
        }
    }

    private Bindings.Row held(String orderNo) {
        if (bindings.find(orderNo).isEmpty()) {
            bindings.add(orderNo);
        }
        return bindings.lock(orderNo).orElseThrow();
    }

    private void record(TradingNews news) {
        if (news instanceof TradingNews.Credit credit) {
            facts.credit(credit.account(), credit.approved());
            facts.creditNoticed(credit.account(), credit.approved());
            events.publishEvent(new CreditChanged(credit.account(), credit.approved()));
        } else if (news instanceof TradingNews.BidOpening opening) {
            facts.bidOpening(opening.orderNo(), opening.openingAt());
            events.publishEvent(new BidOpeningChanged(opening.orderNo(), opening.openingAt()));
        } else if (news instanceof TradingNews.Binding binding) {
            answered(binding);
        }
    }

    private void answered(TradingNews.Binding binding) {
        Bindings.Row asked = held(binding.orderNo());
        if (!binding.isAbout(asked.requestNo())) {
            events.publishEvent(
                    new AuditRecord("trading", "binding.answer-late", binding.orderNo(), binding.requestNo()));
            return;
        }
        bindings.answer(binding.orderNo(), binding.accepted(), binding.reason());
        events.publishEvent(new AuditRecord(
                "trading", binding.accepted() ? "binding.accepted" : "binding.rejected", binding.orderNo(), ""));
        events.publishEvent(new BindingAnswered(binding.orderNo(), binding.accepted(), binding.reason()));
    }
}
