package dev.toolverdicts.vote.duel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Tools that duels connect, each with every other one over others at least. Between groups nothing is
/// known, so each has ranks of its own.
record Group(List<UUID> tools, List<DuelState> pairs) {

    long duels() {
        return pairs.stream()
                .mapToLong(pair -> pair.winsA() + pair.winsB() + pair.ties())
                .sum();
    }

    static List<Group> of(Collection<DuelState> pairs) {
        Map<UUID, Set<UUID>> neighbours = new LinkedHashMap<>();
        for (DuelState pair : pairs) {
            neighbours.computeIfAbsent(pair.toolA(), _ -> new LinkedHashSet<>()).add(pair.toolB());
            neighbours.computeIfAbsent(pair.toolB(), _ -> new LinkedHashSet<>()).add(pair.toolA());
        }
        Map<UUID, Integer> groupOf = new HashMap<>();
        List<List<UUID>> members = new ArrayList<>();
        for (UUID tool : neighbours.keySet()) {
            if (!groupOf.containsKey(tool)) {
                members.add(reachable(tool, members.size(), neighbours, groupOf));
            }
        }
        List<List<DuelState>> within = new ArrayList<>();
        members.forEach(_ -> within.add(new ArrayList<>()));
        pairs.forEach(pair -> within.get(groupOf.getOrDefault(pair.toolA(), 0)).add(pair));
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            groups.add(new Group(members.get(i), within.get(i)));
        }
        return groups;
    }

    private static List<UUID> reachable(
            UUID from, int number, Map<UUID, Set<UUID>> neighbours, Map<UUID, Integer> groupOf) {
        List<UUID> found = new ArrayList<>();
        var next = new ArrayDeque<UUID>(List.of(from));
        groupOf.put(from, number);
        while (!next.isEmpty()) {
            UUID tool = next.remove();
            found.add(tool);
            for (UUID neighbour : neighbours.getOrDefault(tool, Set.of())) {
                if (groupOf.putIfAbsent(neighbour, number) == null) {
                    next.add(neighbour);
                }
            }
        }
        return found;
    }
}
