package dev.toolverdicts.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/// Pauses and resumes a service's relay and its consumers. A pause is a row of the database: every copy
/// obeys it within [Pauses#EVERY] and one batch, and it outlives restarts.
public final class Switches {

    private static final Logger log = LoggerFactory.getLogger(Switches.class);

    private final SwitchRepository switches;
    private final OperationAuditRepository audit;
    private final Supplier<KafkaListenerEndpointRegistry> listeners;
    private final TransactionTemplate transactions;

    Switches(
            SwitchRepository switches,
            OperationAuditRepository audit,
            Supplier<KafkaListenerEndpointRegistry> listeners,
            TransactionTemplate transactions) {
        this.switches = switches;
        this.audit = audit;
        this.listeners = listeners;
        this.transactions = transactions;
    }

    /// All that this copy has or that somebody has touched, by name.
    public List<Switch> all() {
        Map<String, Switch> touched =
                switches.touched().stream().collect(Collectors.toMap(Switch::name, Function.identity()));
        return Stream.concat(names(), touched.keySet().stream())
                .distinct()
                .sorted()
                .map(name -> touched.getOrDefault(name, Switch.untouched(name)))
                .toList();
    }

    public Optional<Switch> find(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Doing it again changes nothing and is not noted again.
    ///
    /// @return empty when there is nothing of this name
    public Optional<Switch> set(String name, boolean paused, Act act) {
        if (find(name).isEmpty()) {
            return Optional.empty();
        }
        transactions.executeWithoutResult(_ -> {
            boolean first =
                    switches.touched().stream().noneMatch(each -> each.name().equals(name));
            if (first && !paused) {
                return;
            }
            if (switches.set(name, paused, act)) {
                audit.add(act, paused ? "pause" : "resume", "switch:" + name, null);
                log.info("event={} name={} by={}", paused ? "paused" : "resumed", name, act.actor());
            }
        });
        return find(name);
    }

    private Stream<String> names() {
        return Stream.concat(
                Stream.of(Switch.RELAY),
                listeners.get().getListenerContainers().stream()
                        .map(container -> String.valueOf(container.getGroupId())));
    }
}
