package org.keyway.portal.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.keyway.order.ArrivalForecast;
import org.keyway.order.ArrivalForecast.Forecast;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** Whether a key will be usable before the bid is opened, as applicants read it. */
@Component
public class ArrivalTexts {

    /** Verdict for colour, headline, explanation, and what would be quicker; {@code hint} is null when nothing is. */
    public record Arrival(String verdict, String headline, String text, String hint) {}

    private final ArrivalForecast forecasts;
    private final Wording wording;

    ArrivalTexts(ArrivalForecast forecasts, Wording wording) {
        this.forecasts = forecasts;
        this.wording = wording;
    }

    /** For an application that would be handed in today. */
    public Optional<Arrival> of(BusinessLine line, String region, Fields fields) {
        return forecasts.of(line, region, fields).map(this::told);
    }

    Optional<Arrival> of(Order order) {
        return forecasts.of(order).map(this::told);
    }

    private Arrival told(Forecast forecast) {
        return new Arrival(
                forecast.verdict().name(),
                wording.text("arrival." + forecast.verdict(), day(forecast.opening())),
                wording.text("arrival.text", day(forecast.leavesOn()), day(forecast.usableOn()), forecast.queue()),
                forecast.pickupOn() == null ? null : wording.text("arrival.pickup", day(forecast.pickupOn())));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(wording.text("arrival.day")).format(day);
    }
}
