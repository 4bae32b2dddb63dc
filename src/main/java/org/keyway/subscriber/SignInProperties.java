package org.keyway.subscriber;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient sign-in is.
 *
 * @param captchaFrom failures after which the page asks a question
 * @param lockFrom failures of one account, or accounts that failed from one address, after which nobody gets in there
 * @param lock how long failures count and a lock lasts
 */
@ConfigurationProperties("keyway.sign-in")
record SignInProperties(
        @DefaultValue("3") int captchaFrom,
        @DefaultValue("10") int lockFrom,
        @DefaultValue("10m") Duration lock) {}
