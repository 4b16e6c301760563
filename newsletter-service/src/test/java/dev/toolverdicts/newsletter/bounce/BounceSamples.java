package dev.toolverdicts.newsletter.bounce;

/// Reports as mail servers write them.
final class BounceSamples {

    private BounceSamples() {}

    static String dsn(String to, String action, String status) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                Arrival-Date: Tue, 24 Nov 2026 12:00:00 +0000

                Final-Recipient: rfc822; reader@example.net
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 user unknown

                --b--
                """.formatted(to, action, status).replace("\n", "\r\n");
    }

    static String complaint(String unsubscribeAddress, String type) {
        return """
                From: feedback@mx.example.net
                To: abuse@example.org
                Subject: FW: Weekly
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: text/plain

                This is an abuse report.

                --b
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: Example/1.0
                Version: 1

                --b
                Content-Type: message/rfc822

                From: Tool Verdicts Weekly <weekly@news.example.org>
                List-Unsubscribe: <https://example.org/newsletter/unsubscribe?token=x>, <mailto:%s>
                Subject: Weekly

                Hello
                --b--
                """.formatted(type, unsubscribeAddress).replace("\n", "\r\n");
    }
}
