package dev.toolverdicts.vote;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// A real mail server for all tests.
@TestConfiguration(proxyBeanMethods = false)
class Mailbox {

    private static final GreenMail SERVER = new GreenMail(setup());
    private static final Pattern LINK = Pattern.compile("/my-votes/verify\\?token=([A-Za-z0-9_-]+)");

    static {
        SERVER.start();
    }

    /// By itself it gives up after two seconds, and with it all tests.
    private static ServerSetup setup() {
        ServerSetup smtp = ServerSetup.SMTP.dynamicPort();
        smtp.setServerStartupTimeout(30_000);
        return smtp;
    }

    @Bean
    JavaMailSender toMailbox() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(SERVER.getSmtp().getPort());
        return sender;
    }

    static List<MimeMessage> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The token of the n-th mail to the address.
    static String token(String address, int mails) {
        await().atMost(Duration.ofSeconds(15)).until(() -> to(address).size() >= mails);
        Matcher link = LINK.matcher(GreenMailUtil.getBody(to(address).get(mails - 1)));
        if (!link.find()) {
            throw new AssertionError(GreenMailUtil.getBody(to(address).getLast()));
        }
        return link.group(1);
    }
}
