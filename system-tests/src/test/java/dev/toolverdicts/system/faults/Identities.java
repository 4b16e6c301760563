package dev.toolverdicts.system.faults;

import static java.util.stream.Collectors.groupingBy;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.faults.Found.Logged;
import dev.toolverdicts.system.faults.Found.Register;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is who: clients know names and addresses, log and tables know ids. Receipts lead from the one to the other.
final class Identities {

    /// What the log says of an acknowledged vote.
    enum Claim {
        FINE,
        LOST,
        ANOTHER
    }

    private final Map<Place, Logged> log = new HashMap<>();
    private final Map<Register, Logged> newest = new HashMap<>();
    private final Map<Register, List<Logged>> byKey;
    private final Map<String, UUID> voters = new HashMap<>();
    private final Map<UUID, String> voterNames = new HashMap<>();
    private final Map<String, UUID> tools = new HashMap<>();
    private final Map<UUID, String> toolNames = new HashMap<>();

    Identities(List<Logged> records) {
        byKey = records.stream().collect(groupingBy(Logged::key));
        for (Logged logged : records) {
            log.put(logged.place(), logged);
            newest.merge(
                    logged.key(),
                    logged,
                    (one, two) -> one.place().offset() > two.place().offset() ? one : two);
        }
    }

    Claim claim(Ballot ballot, Choice choice, Receipt receipt) {
        Logged logged = log.get(receipt.place());
        if (logged == null) {
            return Claim.LOST;
        }
        Register key = logged.key();
        boolean isTheirs = bind(tools, toolNames, ballot.tool(), key.toolId())
                && bind(voters, voterNames, ballot.voter(), key.voterId());
        return isTheirs && logged.choice() == choice && key.toolId().equals(receipt.toolId())
                ? Claim.FINE
                : Claim.ANOTHER;
    }

    private static boolean bind(Map<String, UUID> ids, Map<UUID, String> names, String name, UUID id) {
        ids.putIfAbsent(name, id);
        names.putIfAbsent(id, name);
        return id.equals(ids.get(name)) && name.equals(names.get(id));
    }

    /// Null while neither a vote of this voter nor one on this tool was acknowledged.
    @Nullable
    Register key(Ballot ballot) {
        UUID voter = voters.get(ballot.voter());
        UUID tool = tools.get(ballot.tool());
        return voter == null || tool == null ? null : new Register(tool, voter);
    }

    @Nullable
    Logged newest(Register key) {
        return newest.get(key);
    }

    List<Logged> logged(Register key) {
        return byKey.getOrDefault(key, List.of());
    }

    boolean isKnown(String voter) {
        return voters.containsKey(voter);
    }

    boolean isKnown(UUID voterId) {
        return voterNames.containsKey(voterId);
    }

    Ballot ballot(Register key) {
        return new Ballot(voterNames.getOrDefault(key.voterId(), key.voterId().toString()), tool(key.toolId()));
    }

    String tool(UUID id) {
        return toolNames.getOrDefault(id, id.toString());
    }
}
