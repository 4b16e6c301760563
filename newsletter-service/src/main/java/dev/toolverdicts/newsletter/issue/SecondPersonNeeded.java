package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.InvalidInput.Fault;
import dev.toolverdicts.platform.web.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Four eyes on what goes to everybody.
public final class SecondPersonNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final transient List<Fault> faults;

    private SecondPersonNeeded(String why, List<Fault> faults) {
        super(HttpStatus.CONFLICT, "second-person-needed", "Second person needed", why);
        this.why = why;
        this.faults = List.copyOf(faults);
        if (!faults.isEmpty()) {
            getBody().setProperty("errors", this.faults);
        }
    }

    /// A reason would do.
    static SecondPersonNeeded orReason() {
        return new SecondPersonNeeded(
                "Somebody else than its author and than who wrote in it last approves an issue, or they say why nobody else can.",
                List.of(new Fault("/override", "is needed when nobody else approves")));
    }

    /// No reason would do.
    static SecondPersonNeeded over(List<String> failedChecks) {
        return new SecondPersonNeeded(
                "Failed checks are overridden by a second person only: " + String.join(", ", failedChecks) + ".",
                List.of());
    }

    public String why() {
        return why;
    }

    /// What to add where no second person is at hand; empty when nothing helps.
    public List<Fault> faults() {
        return faults;
    }
}
