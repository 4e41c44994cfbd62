package org.consumptionaid.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The web console of every role and the public pages; holds sessions, owns no data. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class AdminConsole {

    public static void main(String[] args) {
        ExitWithStdin.ifAsked(System.getenv());
        SpringApplication.run(AdminConsole.class, args);
    }
}
