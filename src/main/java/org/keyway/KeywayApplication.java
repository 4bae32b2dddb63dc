package org.keyway;

import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.keyway.shared.KeywayClock;
import org.keyway.ukey.agent.AgentProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Keyway, the online service for CA locks (UKeys that carry a digital certificate and an electronic seal), or
 * with the first word {@code agent} the key agent.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class KeywayApplication {

    static {
        ImageIO.setUseCache(false); // seals and papers are not put into temporary files on their way through
    }

    public static void main(String[] arguments) {
        if (AgentProgram.isMeant(arguments)) {
            System.exit(AgentProgram.run(arguments));
        }
        TimeZone.setDefault(TimeZone.getTimeZone(KeywayClock.ZONE));
        SpringApplication.run(KeywayApplication.class, arguments);
    }
}
