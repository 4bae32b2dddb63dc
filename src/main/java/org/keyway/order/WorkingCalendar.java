package org.keyway.order;

import java.time.LocalDate;
import java.time.LocalTime;

/** Working days and hours of the country; implemented by {@code process}. */
public interface WorkingCalendar {

    boolean isWorkingDay(LocalDate day);

    LocalTime opens();

    LocalTime closes();
}
