package dev.toolverdicts.vote.ruling;

/// What the codes of rulings mean, in words for the voter whose vote it is.
public final class Reasons {

    private Reasons() {}

    public static String inWords(String code) {
        return switch (code) {
            case "shared_network" -> "many equal votes on this tool came from one network";
            case "young_cohort" -> "a crowd of voters who had only just arrived voted on this tool at once";
            case "serial_voting" -> "votes on more tools than anybody looks at in that time came from one place";
            case "dormant_voters" -> "voters who had long been away came back for this tool at once";
            case "single_referrer" -> "a crowd that one other site had sent voted on this tool at once";
            default -> code.replace('_', ' ');
        };
    }
}
