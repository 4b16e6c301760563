package dev.toolverdicts.platform.messaging;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at start-up what to do about a replaced log.
final class ReplacedLogAnalyzer extends AbstractFailureAnalyzer<ReplacedLog> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ReplacedLog cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Bring back the Kafka data this database belongs to, or restore the database backup taken with this log,"
                        + " or start both anew.",
                cause);
    }
}
