package dev.toolverdicts.newsletter.mail;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /// The key is asked for when it is first needed: a start must not wait for the database.
    @Bean
    ReturnPath returnPath(MailKeyRepository keys, SmtpSettings settings) {
        return new ReturnPath(SingletonSupplier.of(() -> keys.keyOr(fresh())), settings.bounceDomain());
    }

    private static byte[] fresh() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
